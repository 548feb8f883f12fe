// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/bulks_model.h"

#include "models/domain/reason.h"

#include <algorithm>

namespace bolt {

static_assert(int(BulksModel::Finished) == int(BulkStatus::Phase::Finished) &&
              int(BulksModel::Paused) == int(BulkStatus::Phase::Paused));

BulksModel::BulksModel(ActionGateway &gateway, QObject *parent)
    : QAbstractListModel(parent)
    , m_gateway(gateway)
{
    connect(&gateway, &ActionGateway::bulkChanged, this, &BulksModel::onChanged);
    connect(&gateway, &ActionGateway::bulkRemoved, this, &BulksModel::onRemoved);
    reload();
}

int BulksModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant BulksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const BulkStatus &bulk = m_rows[size_t(index.row())];
    switch (role) {
    case BulkIdRole:
        return bulk.id.toString();
    case VerbRole:
        return wordOf(bulk.verb);
    case PhaseRole:
        return int(bulk.phase);
    case SettledRole:
        return bulk.settled;
    case TotalRole:
        return bulk.total;
    case AppliedRole:
        return bulk.applied;
    case RefusedRole:
        return bulk.refused;
    case InFlightRole:
        return bulk.inFlight;
    case UnsentRole:
        return bulk.unsent;
    case UntouchedRole:
        return bulk.untouched;
    case ExpiredRole:
        return bulk.expired;
    case RenewableRole:
        return bulk.renewable;
    case ErrorRole:
        return bulk.error ? reasonOf(*bulk.error) : QString();
    case CreatedRole:
        return double(toMillis(bulk.createdAt));
    case NextTryRole:
        return millisOrZero(bulk.nextTryAt);
    case ExpiresRole:
        return millisOrZero(bulk.expiresAt);
    case HeldRole:
        return bulk.held;
    case HeldUntilRole:
        return millisOrZero(bulk.heldUntil);
    default:
        return {};
    }
}

QHash<int, QByteArray> BulksModel::roleNames() const
{
    return {{BulkIdRole, "bulkId"},       {VerbRole, "verb"},         {PhaseRole, "phase"},
            {SettledRole, "settled"},     {TotalRole, "total"},       {AppliedRole, "applied"},
            {RefusedRole, "refused"},     {InFlightRole, "inFlight"}, {UnsentRole, "unsent"},
            {UntouchedRole, "untouched"}, {ExpiredRole, "expired"},   {RenewableRole, "renewable"},
            {ErrorRole, "error"},         {CreatedRole, "createdMs"}, {NextTryRole, "nextTryMs"},
            {ExpiresRole, "expiresMs"},   {HeldRole, "held"},         {HeldUntilRole, "heldUntilMs"}};
}

const BulkStatus *BulksModel::find(const BulkId &id) const
{
    const int row = m_at.value(id, -1);
    return row < 0 ? nullptr : &m_rows[size_t(row)];
}

int BulksModel::firstUnsettled() const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [](const BulkStatus &b) { return !b.settled; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int BulksModel::waiting() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const BulkStatus &b) { return !b.settled; }));
}

int BulksModel::refused() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const BulkStatus &b) { return b.settled && b.refused + b.expired > 0; }));
}

void BulksModel::reload()
{
    beginResetModel();
    m_rows = m_gateway.bulks();
    m_at.clear();
    for (size_t row = 0; row < m_rows.size(); ++row)
        m_at.insert(m_rows[row].id, int(row));
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT figuresChanged();
}

void BulksModel::onChanged(const BulkStatus &status)
{
    const int row = m_at.value(status.id, -1);
    if (row < 0) {
        beginInsertRows({}, count(), count());
        m_at.insert(status.id, count());
        m_rows.push_back(status);
        endInsertRows();
        Q_EMIT countChanged();
    } else if (m_rows[size_t(row)] != status) {
        m_rows[size_t(row)] = status;
        Q_EMIT dataChanged(index(row), index(row),
                           {PhaseRole, SettledRole, AppliedRole, RefusedRole, InFlightRole, UnsentRole, UntouchedRole,
                            ExpiredRole, RenewableRole, ErrorRole, NextTryRole, ExpiresRole, HeldRole, HeldUntilRole});
    }
    Q_EMIT figuresChanged();
}

void BulksModel::onRemoved(const BulkId &id)
{
    const int row = m_at.value(id, -1);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_at.remove(id);
    for (size_t i = size_t(row); i < m_rows.size(); ++i)
        m_at.insert(m_rows[i].id, int(i));
    endRemoveRows();
    Q_EMIT countChanged();
    Q_EMIT figuresChanged();
}

} // namespace bolt
