// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/jobs_view.h"

#include "models/tables/job_facts.h"
#include "models/tables/job_words.h"
#include "models/tables/pending_marks.h"
#include "models/tables/ticker.h"

#include <QDateTime>
#include <algorithm>

// What the rows hold, and when they are read. Where they stand is in jobs_view_order.cpp.

namespace bolt {

static_assert(int(JobsView::Queued) == int(bolt::Standing::Queued) && int(JobsView::Unknown) == int(JobState::Unknown));

namespace {

QDate dayOf(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at)).date(); }

} // namespace

JobsView::JobsView(const Store &store, JobFacts &facts, const PendingMarks &marks, Ticker &ticker, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_facts(facts)
    , m_marks(marks)
    , m_ticker(ticker)
    , m_sortKey(QStringLiteral("due"))
{
    connect(&store, &Store::changed, this, &JobsView::onChanged);
    connect(&facts, &JobFacts::aged, this, &JobsView::onAged);
    connect(&marks, &PendingMarks::jobChanged, this, &JobsView::touch);
    connect(&ticker, &Ticker::frame, this, &JobsView::flush);
    touchAll();
}

JobsView::~JobsView() = default;

int JobsView::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant JobsView::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto field = JobRow::Field(role - FirstRole);
    if (field < 0 || field >= JobRow::FieldCount)
        return {};
    const JobRow &row = m_slots[m_order[size_t(index.row())]].row;
    if (field == JobRow::FreshField)
        return m_fresh;
    if (const auto due = row.due(); field == JobRow::SlaLeftField && due)
        return int(std::chrono::floor<Seconds>(*due - m_facts.now()).count());
    return row.value(field);
}

QHash<int, QByteArray> JobsView::roleNames() const
{
    static const QHash<int, QByteArray> names = [] {
        static constexpr const char *words[JobRow::FieldCount]{
            "jobId",   "customer", "packageId",   "packageName", "state",   "stateWord",  "approved", "submitted",
            "failed",  "retrying", "manual",      "inFlight",    "waiting", "skipped",    "other",    "countsComplete",
            "total",   "done",     "failedCount", "standing",    "why",     "ratePerMin", "leftKind", "leftWords",
            "slaLeft", "dueMs",    "worker",      "pendingVerb", "refused", "odd",        "fresh",    "gone"};
        QHash<int, QByteArray> out;
        for (int field = 0; field < JobRow::FieldCount; ++field)
            out.insert(FirstRole + field, words[field]);
        return out;
    }();
    return names;
}

const JobRow *JobsView::rowOf(JobId id) const
{
    const auto it = m_slotOf.constFind(id);
    return it == m_slotOf.cend() ? nullptr : &m_slots[*it].row;
}

int JobsView::indexOf(const QString &id) const
{
    const auto it = m_slotOf.constFind(JobId::parse(id));
    return it == m_slotOf.cend() ? -1 : m_slots[*it].at;
}

int JobsView::priorityOf(const QString &id) const
{
    const JobRow *row = rowOf(JobId::parse(id));
    return row ? row->job.priorityOverride.value_or(-1) : -1;
}

QString JobsView::idAt(int row) const
{
    return row >= 0 && row < count() ? m_slots[m_order[size_t(row)]].row.job.id.toString() : QString();
}

void JobsView::setFresh(bool fresh)
{
    if (fresh == m_fresh)
        return;
    m_fresh = fresh;
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {role(JobRow::FreshField)});
}

void JobsView::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

void JobsView::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    if (!frozen)
        flush();
}

void JobsView::clear()
{
    beginResetModel();
    m_slots.clear();
    m_free.clear();
    m_slotOf.clear();
    m_order.clear();
    m_dirty.clear();
    m_newCount = m_goneCount = 0;
    m_orderStale = m_sortDue = false;
    m_only.clear();
    m_onlyLabel.clear();
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT onlyChanged();
    notePill();
}

void JobsView::onChanged(const Changed &changed)
{
    // A changed name shows in every row that bears it.
    const bool names = !changed.customers.empty() || !changed.packages.empty();
    if (changed.reset || names)
        touchAll();
    for (const JobId &id : changed.touchedJobs)
        m_dirty.insert(id);
    if (!m_dirty.isEmpty())
        m_ticker.requestFrame();
}

void JobsView::touch(JobId id)
{
    m_dirty.insert(id);
    m_ticker.requestFrameNow();
}

void JobsView::touchAll()
{
    for (const Slot &slot : m_slots) {
        if (slot.active || slot.at >= 0)
            m_dirty.insert(slot.row.job.id);
    }
    m_dirty += m_store.activeJobs();
    m_ticker.requestFrame();
}

void JobsView::onAged()
{
    // In another language all words are written anew, and after midnight: a time of yesterday has its day.
    const Instant now = m_facts.now();
    const bool sameMinute = std::chrono::floor<std::chrono::minutes>(now) ==
                            std::chrono::floor<std::chrono::minutes>(m_agedAt); // a day ends with one
    const std::pair<QLocale, QDate> spoken{QLocale(), sameMinute ? m_spoken.second : dayOf(now)};
    if (spoken != m_spoken) {
        m_rewrite = true;
        m_filter = JobFilter(m_filterText); // it speaks the person's language, too
    }
    m_spoken = spoken;
    const bool back = now < std::exchange(m_agedAt, now); // the data's clock may stand, and then fall behind
    const bool all = std::exchange(m_common, m_facts.common()) != m_facts.common() || m_rewrite || back;
    for (const Slot &slot : m_slots) {
        if (slot.active && (all || (slot.lookAt && *slot.lookAt <= now)))
            m_dirty.insert(slot.row.job.id);
    }
    m_dirty += m_facts.moved();
    m_sortDue = m_sortDue || m_orderStale;
    if (!m_dirty.isEmpty() || m_sortDue)
        m_ticker.requestFrame();
}

JobRow JobsView::makeRow(const Job &job, const JobRow &shown) const
{
    JobRow row;
    row.job = job;
    const Customer *customer = m_store.customers().find(job.customer);
    row.customer = customer ? customer->companyName : QString();
    row.customerOdd = customer ? customer->odd : OddCells();
    const Package *package = m_store.packages().find(job.package);
    row.packageName = package ? package->name : job.package.toString();
    row.counts = m_store.counts(job.id);
    row.countsComplete = m_facts.countsComplete(job);
    row.standing = m_facts.standing(job);
    // Only a span that grows changes the words of the same standing.
    const bool sameWords = !m_rewrite && row.standing == shown.standing && row.standing.kind != bolt::Standing::Stuck &&
                           job.state == shown.job.state && job.stateWord == shown.job.stateWord && !shown.why.isEmpty();
    row.why = sameWords ? shown.why : JobWords::why(row.standing, job.state, job.stateWord, m_facts.now());
    row.left = sameWords ? shown.left : JobWords::left(row.standing);
    row.pendingVerb = m_marks.pendingVerb(job.id);
    row.refused = m_marks.refused(job.id);
    return row;
}

/// Reads one job again and notes which fields of its shown row changed.
void JobsView::refresh(JobId id, Changes &changes)
{
    const Job *job = m_store.jobs().find(id);
    const bool active = job && isActive(job->state);
    const auto known = m_slotOf.constFind(id);
    if (known == m_slotOf.cend() && !active)
        return;
    const quint32 at = known == m_slotOf.cend() ? takeSlot(id) : *known;
    Slot &slot = m_slots[at];
    slot.active = active;
    quint64 fields = 0;
    if (job) {
        JobRow row = makeRow(*job, slot.row);
        row.gone = slot.row.gone;
        fields = JobRow::difference(slot.row, row);
        const bool moves =
            sortsBefore(slot.row, row, m_sort, m_descending) || sortsBefore(row, slot.row, m_sort, m_descending);
        m_orderStale = m_orderStale || (moves && slot.at >= 0);
        if (fields & JobFilter::textFields())
            slot.text.clear();
        slot.row = std::move(row);
        slot.lookAt = active ? m_facts.nextLook(*job, slot.row.standing) : std::nullopt;
    }
    fields |= regrade(slot);
    if (slot.at >= 0 && fields != 0)
        changes.emplace_back(slot.at, fields);
    if (!slot.active && slot.at < 0)
        freeSlot(at);
}

void JobsView::flush()
{
    if (m_frozen)
        return;
    Changes changes;
    for (const JobId &id : std::exchange(m_dirty, {}))
        refresh(id, changes);
    m_rewrite = false;
    emitRuns(changes);
    if (!standsStill())
        arrange(m_sortDue);
    notePill();
}

/// One signal for each run of neighbouring rows in which the same fields changed.
void JobsView::emitRuns(Changes &changes)
{
    std::sort(changes.begin(), changes.end());
    for (size_t i = 0; i < changes.size();) {
        size_t end = i + 1;
        while (end < changes.size() && changes[end].second == changes[i].second &&
               changes[end].first == changes[end - 1].first + 1)
            ++end;
        QList<int> roles;
        for (int field = 0; field < JobRow::FieldCount; ++field) {
            if (changes[i].second >> field & 1)
                roles.append(FirstRole + field);
        }
        Q_EMIT dataChanged(index(changes[i].first), index(changes[end - 1].first), roles);
        i = end;
    }
}

} // namespace bolt
