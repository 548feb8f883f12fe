// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/feed_model.h"

#include "models/store/store.h"
#include "models/tables/ticker.h"

#include <algorithm>

namespace bolt {

namespace {

/// What a thing more can change in a line.
const QList<int> grownRoles{FeedModel::CustomerRole,    FeedModel::DirectoryRole, FeedModel::AttemptRole,
                            FeedModel::MaxAttemptsRole, FeedModel::JobIdRole,     FeedModel::SubmissionIdRole,
                            FeedModel::LastRole,        FeedModel::RetryAtRole,   FeedModel::ActorRole,
                            FeedModel::TimesRole,       FeedModel::JobsRole,      FeedModel::DirectoriesRole};

} // namespace

FeedModel::FeedModel(const Store &store, Ticker &ticker, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_ticker(ticker)
{
    connect(&ticker, &Ticker::frame, this, &FeedModel::flush);
}

int FeedModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant FeedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FeedEntry &entry = *m_rows[size_t(index.row())];
    const auto idText = [](const auto &id) { return id.isNull() ? QString() : id.toString(); };
    switch (role) {
    case KeyRole:
        return double(entry.sequence);
    case KindRole:
        return entry.kind;
    case CustomerRole: {
        const Customer *customer = m_store.customers().find(entry.customer);
        return customer ? customer->companyName : QString();
    }
    case DirectoryRole: {
        const Directory *directory = m_store.directories().find(entry.directory);
        return directory ? directory->name : QString();
    }
    case CodeRole:
        return entry.code;
    case AttemptRole:
        return entry.attempt;
    case MaxAttemptsRole:
        return entry.maxAttempts;
    case JobIdRole:
        return idText(entry.job);
    case SubmissionIdRole:
        return entry.count == 1 ? idText(entry.submission) : QString();
    case AtRole:
        return double(toMillis(entry.at));
    case LastRole:
        return double(toMillis(entry.last));
    case RetryAtRole:
        return millisOrZero(entry.until);
    case ActorRole:
        return entry.actor;
    case N1Role:
        return entry.n1;
    case N2Role:
        return entry.n2;
    case TextRole:
        return entry.text;
    case TimesRole:
        return entry.count;
    case JobsRole:
        return entry.jobs;
    case DirectoriesRole:
        return entry.directories;
    default:
        return {};
    }
}

QHash<int, QByteArray> FeedModel::roleNames() const
{
    return {{KeyRole, "key"},
            {KindRole, "kind"},
            {CustomerRole, "customer"},
            {DirectoryRole, "directory"},
            {CodeRole, "code"},
            {AttemptRole, "attempt"},
            {MaxAttemptsRole, "maxAttempts"},
            {JobIdRole, "jobId"},
            {SubmissionIdRole, "submissionId"},
            {AtRole, "atMs"},
            {LastRole, "lastMs"},
            {RetryAtRole, "retryAtMs"},
            {ActorRole, "actor"},
            {N1Role, "n1"},
            {N2Role, "n2"},
            {TextRole, "text"},
            {TimesRole, "times"},
            {JobsRole, "jobs"},
            {DirectoriesRole, "directories"}};
}

bool FeedModel::passes(const FeedEntry &line) const
{
    if (m_filter == All)
        return true;
    if (m_filter == Actions)
        return line.kind == You;
    switch (line.kind) {
    case Failed:
    case Manual:
    case Rejected:
    case WorkerLost:
        return true;
    case JobState:
        return jobState(line.text) == bolt::JobState::Failed;
    case Circuit:
        return circuitState(line.text) == CircuitState::Open;
    case You:
        return line.n2 > 0 || !line.code.isEmpty();
    default:
        return false;
    }
}

qsizetype FeedModel::rowOf(const FeedEntry &line) const
{
    const auto before = [](const Line *one, const Place &place) { return placeOf(*one) < place; };
    return std::lower_bound(m_rows.begin(), m_rows.end(), placeOf(line), before) - m_rows.begin();
}

void FeedModel::add(FeedEntry thing)
{
    if (auto *line = static_cast<Line *>(m_batches.grow(thing))) {
        if (!line->shown || line->grown)
            return;
        line->grown = true;
        m_grown.push_back(line);
        m_ticker.requestFrame();
        return;
    }
    thing.sequence = ++m_sequence;
    Line &line = m_pending.emplace(placeOf(thing), Line{std::move(thing)}).first->second;
    m_batches.begin(line);
    m_pendingTotal += passes(line) ? 1 : 0;
    if (int(m_pending.size()) > capacity) { // still counted: it would have left the feed at once
        m_batches.close(std::prev(m_pending.end())->second);
        m_pending.erase(std::prev(m_pending.end()));
    }
    m_ticker.requestFrame();
}

void FeedModel::addOlder(const std::vector<FeedEntry> &things)
{
    FeedBatches batches;
    Lines lines;
    m_oldSequence -= qint64(things.size());
    qint64 sequence = m_oldSequence;
    for (auto thing = things.rbegin(); thing != things.rend(); ++thing) {
        ++sequence;
        if (batches.grow(*thing))
            continue;
        Line line{*thing};
        line.sequence = sequence;
        batches.begin(lines.emplace(placeOf(line), std::move(line)).first->second);
    }
    while (!lines.empty() && int(lines.size() + m_lines.size()) > capacity) {
        batches.close(std::prev(lines.end())->second);
        lines.erase(std::prev(lines.end()));
    }
    if (!isStill())
        m_batches.adopt(batches);
    if (m_frozen) {
        m_pending.merge(lines);
        return;
    }
    insert(lines);
}

void FeedModel::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    Q_EMIT heldChanged();
    if (!held)
        m_ticker.requestFrameNow();
}

void FeedModel::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    showGrowth();
    m_batches.closeAll(); // what stands there must not change; what comes begins lines of its own
    m_paused = paused;
    Q_EMIT pausedChanged();
    if (!paused)
        m_ticker.requestFrameNow();
}

void FeedModel::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    if (frozen) {
        showGrowth();
        m_batches.closeAll();
    }
    m_frozen = frozen;
    if (!frozen)
        flush();
}

void FeedModel::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_rows.clear();
    for (const auto &[place, line] : m_lines) {
        if (passes(line))
            m_rows.push_back(&line);
    }
    endResetModel();
    m_pendingTotal = int(
        std::count_if(m_pending.begin(), m_pending.end(), [this](const auto &entry) { return passes(entry.second); }));
    Q_EMIT filterChanged();
    Q_EMIT countChanged();
    showPending();
}

void FeedModel::apply()
{
    takeIn();
    showPending();
}

void FeedModel::flush()
{
    if (m_frozen)
        return;
    showGrowth();
    if (!m_held && !m_paused)
        takeIn();
    showPending();
}

/// All that waited; what no longer fits leaves at the bottom first.
void FeedModel::takeIn()
{
    m_pendingTotal = 0;
    if (m_pending.empty())
        return;
    showGrowth();
    dropOldest(int(m_lines.size() + m_pending.size()) - capacity);
    insert(m_pending);
    if (isStill())
        m_batches.closeAll();
}

void FeedModel::dropOldest(int lines)
{
    if (lines <= 0)
        return;
    const auto first = std::prev(m_lines.end(), std::min(lines, int(m_lines.size())));
    const auto rows =
        int(std::count_if(first, m_lines.end(), [this](const auto &entry) { return passes(entry.second); }));
    if (rows > 0)
        beginRemoveRows({}, count() - rows, count() - 1);
    m_rows.resize(m_rows.size() - size_t(rows));
    for (auto line = first; line != m_lines.end(); ++line)
        m_batches.close(line->second);
    m_lines.erase(first, m_lines.end());
    if (rows > 0)
        endRemoveRows();
}

/// Each where its time puts it, neighbours together: what is new stands on top, in one piece.
void FeedModel::insert(Lines &lines)
{
    std::vector<const Line *> rows; // oldest first
    for (auto entry = lines.rbegin(); entry != lines.rend(); ++entry) {
        entry->second.shown = true;
        if (passes(entry->second))
            rows.push_back(&entry->second);
    }
    m_lines.merge(lines);
    for (auto from = rows.cbegin(); from != rows.cend();) {
        const qsizetype row = rowOf(**from);
        const Line *above = row > 0 ? m_rows[size_t(row - 1)] : nullptr;
        const auto to = std::find_if(from, rows.cend(),
                                     [above](const Line *line) { return above && placeOf(*line) < placeOf(*above); });
        beginInsertRows({}, int(row), int(row + (to - from)) - 1);
        m_rows.insert(m_rows.begin() + row, std::make_reverse_iterator(to), std::make_reverse_iterator(from));
        endInsertRows();
        from = to;
    }
    if (!rows.empty())
        Q_EMIT countChanged();
}

void FeedModel::showGrowth()
{
    for (Line *line : std::exchange(m_grown, {})) {
        line->grown = false;
        if (!passes(*line))
            continue;
        const QModelIndex row = index(int(rowOf(*line)));
        Q_EMIT dataChanged(row, row, grownRoles);
    }
}

void FeedModel::showPending()
{
    if (m_shownPending == m_pendingTotal)
        return;
    m_shownPending = m_pendingTotal;
    Q_EMIT pendingCountChanged();
}

void FeedModel::clear()
{
    beginResetModel();
    m_batches.closeAll();
    m_grown.clear();
    m_rows.clear();
    m_lines.clear();
    m_pending.clear();
    m_pendingTotal = 0;
    endResetModel();
    Q_EMIT countChanged();
    showPending();
    setPaused(false);
}

} // namespace bolt
