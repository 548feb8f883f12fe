// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/feed_model.h"

#include "models/store/store.h"
#include "models/tables/ticker.h"

#include <algorithm>

namespace bolt {

FeedModel::FeedModel(const Store &store, Ticker &ticker, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_ticker(ticker)
    , m_ring(capacity)
{
    connect(&ticker, &Ticker::frame, this, &FeedModel::flush);
}

int FeedModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_count; }

QVariant FeedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FeedEntry &entry = at(index.row());
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
        return idText(entry.submission);
    case AtRole:
        return double(toMillis(entry.at));
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
            {RetryAtRole, "retryAtMs"},
            {ActorRole, "actor"},
            {N1Role, "n1"},
            {N2Role, "n2"},
            {TextRole, "text"}};
}

void FeedModel::add(FeedEntry entry)
{
    entry.sequence = ++m_sequence;
    m_pending.push_back(std::move(entry));
    ++m_pendingTotal;
    if (int(m_pending.size()) > capacity)
        m_pending.pop_front(); // still counted: it would have scrolled out at once
    m_ticker.requestFrame();
}

void FeedModel::addOlder(std::vector<FeedEntry> entries)
{
    const int batch = std::min(int(entries.size()), capacity - m_count);
    if (batch <= 0)
        return;
    beginInsertRows({}, m_count, m_count + batch - 1);
    for (int i = 0; i < batch; ++i) {
        FeedEntry &entry = entries[size_t(i)];
        entry.sequence = m_oldSequence--;
        m_ring[size_t((m_head + m_count + i) % capacity)] = std::move(entry);
    }
    m_count += batch;
    endInsertRows();
    Q_EMIT countChanged();
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

void FeedModel::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    if (!frozen)
        flush();
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
    if (!m_held)
        takeIn();
    showPending();
}

/// All that waited, in one batch at the top; what no longer fits leaves at the bottom first.
void FeedModel::takeIn()
{
    const int batch = int(m_pending.size());
    m_pendingTotal = 0;
    if (batch == 0)
        return;
    const int overflow = m_count + batch - capacity;
    if (overflow > 0) {
        beginRemoveRows({}, m_count - overflow, m_count - 1);
        m_count -= overflow;
        endRemoveRows();
    }
    beginInsertRows({}, 0, batch - 1);
    for (FeedEntry &entry : m_pending) {
        m_head = (m_head + capacity - 1) % capacity;
        m_ring[size_t(m_head)] = std::move(entry);
    }
    m_count += batch;
    m_pending.clear();
    endInsertRows();
    Q_EMIT countChanged();
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
    m_ring.assign(capacity, {});
    m_head = m_count = m_pendingTotal = 0;
    m_pending.clear();
    endResetModel();
    Q_EMIT countChanged();
    showPending();
}

} // namespace bolt
