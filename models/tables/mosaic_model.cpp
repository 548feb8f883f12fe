// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/mosaic_model.h"

#include "models/tables/ticker.h"

#include <algorithm>

namespace bolt {

static_assert(int(MosaicModel::Other) == int(JobCounts::Other));

MosaicModel::MosaicModel(const Store &store, Ticker &ticker, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_ticker(ticker)
{
    connect(&store, &Store::changed, this, &MosaicModel::onChanged);
    connect(&ticker, &Ticker::frame, this, &MosaicModel::flush);
}

int MosaicModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant MosaicModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Cell &cell = m_cells[size_t(index.row())];
    switch (role) {
    case SubmissionIdRole:
        return cell.id.toString();
    case BucketRole:
        return int(cell.bucket);
    case DirectoryRole:
        return directoryAt(index.row());
    case StateRole:
        return int(cell.state);
    case AttemptRole:
        return cell.attempt;
    default:
        return {};
    }
}

QHash<int, QByteArray> MosaicModel::roleNames() const
{
    return {{SubmissionIdRole, "submissionId"},
            {BucketRole, "bucket"},
            {DirectoryRole, "directory"},
            {StateRole, "state"},
            {AttemptRole, "attempt"}};
}

int MosaicModel::bucketAt(int i) const { return i >= 0 && i < count() ? int(m_cells[size_t(i)].bucket) : -1; }

SubmissionId MosaicModel::at(int i) const { return i >= 0 && i < count() ? m_cells[size_t(i)].id : SubmissionId(); }

QString MosaicModel::idAt(int i) const { return i >= 0 && i < count() ? m_cells[size_t(i)].id.toString() : QString(); }

QString MosaicModel::directoryAt(int i) const
{
    const Directory *directory =
        i >= 0 && i < count() ? m_store.directories().find(m_cells[size_t(i)].directory) : nullptr;
    return directory ? directory->name : QString();
}

int MosaicModel::indexOf(const QString &submissionId) const
{
    return m_at.value(SubmissionId::parse(submissionId), -1);
}

int MosaicModel::nextFailed(int i, int step) const
{
    const int n = count();
    for (int k = 1; k <= n; ++k) {
        const int at = ((i + step * k) % n + n) % n;
        const auto bucket = m_cells[size_t(at)].bucket;
        if (bucket == Failed || bucket == Manual)
            return at;
    }
    return -1;
}

void MosaicModel::setJob(JobId job)
{
    if (job == m_job)
        return;
    m_job = job;
    rebuild();
}

void MosaicModel::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    if (!frozen)
        flush();
}

MosaicModel::Cell MosaicModel::makeCell(SubmissionId id) const
{
    Cell cell;
    cell.id = id;
    if (const Submission *submission = m_store.submissions().find(id)) {
        cell.directory = submission->directory;
        cell.bucket = quint8(bucketOf(*submission));
        cell.state = quint8(submission->state);
        cell.attempt = submission->attempt;
    }
    return cell;
}

void MosaicModel::rebuild()
{
    beginResetModel();
    m_cells.clear();
    m_at.clear();
    m_dirty.clear();
    m_rebuild = false;
    if (!m_job.isNull()) {
        for (const SubmissionId &id : m_store.submissionsOf(m_job)) {
            m_at.insert(id, count());
            m_cells.push_back(makeCell(id));
        }
    }
    endResetModel();
    Q_EMIT countChanged();
}

void MosaicModel::onChanged(const Changed &changed)
{
    if (m_job.isNull())
        return;
    m_rebuild = m_rebuild || changed.reset;
    for (const SubmissionId &id : changed.submissions.removed)
        m_rebuild = m_rebuild || m_at.contains(id);
    for (const SubmissionId &id : changed.submissions.inserted)
        m_appended = m_appended || isOurs(id);
    for (const SubmissionId &id : changed.submissions.updated) {
        if (m_at.contains(id))
            m_dirty.insert(id);
        else
            m_appended = m_appended || isOurs(id); // moved here from another job
    }
    if (m_rebuild || m_appended || !m_dirty.isEmpty())
        m_ticker.requestFrame();
}

bool MosaicModel::isOurs(SubmissionId id) const
{
    const Submission *submission = m_store.submissions().find(id);
    return submission && submission->job == m_job;
}

void MosaicModel::flush()
{
    if (m_frozen || m_job.isNull())
        return;
    if (m_rebuild) {
        rebuild();
        return;
    }
    std::vector<int> rows;
    for (const SubmissionId &id : std::exchange(m_dirty, {})) {
        const int row = m_at.value(id, -1);
        if (row < 0 || !isOurs(id)) {
            rebuild();
            return;
        }
        const Cell next = makeCell(id);
        if (next == m_cells[size_t(row)])
            continue;
        m_cells[size_t(row)] = next;
        rows.push_back(row);
    }
    announce(rows);
    if (std::exchange(m_appended, false))
        append();
}

void MosaicModel::announce(std::vector<int> &rows)
{
    std::sort(rows.begin(), rows.end());
    for (size_t i = 0; i < rows.size();) {
        size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        const int first = rows[i], last = rows[end - 1];
        Q_EMIT dataChanged(index(first), index(last), {BucketRole, DirectoryRole, StateRole, AttemptRole});
        Q_EMIT cellsChanged(first, last);
        i = end;
    }
}

/// New submissions come last in the store's order; when they did not, the order itself changed.
void MosaicModel::append()
{
    const auto ids = m_store.submissionsOf(m_job);
    const size_t known = m_cells.size();
    bool same = ids.size() >= known;
    for (size_t i = 0; same && i < known; ++i)
        same = ids[i] == m_cells[i].id;
    if (!same) {
        rebuild();
        return;
    }
    if (ids.size() == known)
        return;
    beginInsertRows({}, int(known), int(ids.size()) - 1);
    for (size_t i = known; i < ids.size(); ++i) {
        m_at.insert(ids[i], count());
        m_cells.push_back(makeCell(ids[i]));
    }
    endInsertRows();
    Q_EMIT countChanged();
}

} // namespace bolt
