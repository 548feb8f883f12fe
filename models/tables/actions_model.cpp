// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/actions_model.h"

#include "models/domain/reason.h"
#include "models/store/store.h"

#include <algorithm>

namespace bolt {

static_assert(int(ActionsModel::Expired) == int(ActionStatus::Phase::Expired));

ActionsModel::ActionsModel(const Store &store, ActionGateway &gateway, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_gateway(gateway)
{
    connect(&gateway, &ActionGateway::changed, this, &ActionsModel::onChanged);
    connect(&gateway, &ActionGateway::removed, this, &ActionsModel::onRemoved);
    reload();
}

int ActionsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant ActionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ActionStatus &action = m_rows[size_t(index.row())];
    switch (role) {
    case ActionIdRole:
        return action.id.toString();
    case VerbRole:
        return wordOf(action.command.verb);
    case PhaseRole:
        return int(action.phase);
    case TargetTextRole:
        return targetText(action.command);
    case TargetCountRole:
        return action.command.submissions.empty() ? 1 : int(action.command.submissions.size());
    case AppliedRole:
        return action.applied;
    case RejectedCountRole:
        return int(action.rejected.size());
    case RejectedTextRole:
        return action.rejected.empty() ? QString() : reasonOf(action.rejected.front());
    case ErrorRole:
        return action.error ? reasonOf(*action.error) : QString();
    case TriesRole:
        return action.tries;
    case CreatedRole:
        return double(toMillis(action.createdAt));
    case NextTryRole:
        return millisOrZero(action.nextTryAt);
    case ExpiresRole:
        return isSettled(action.phase) ? 0.0 : double(toMillis(expiryOf(action)));
    case RenewableRole:
        return !action.inDoubt &&
               (action.phase == ActionStatus::Phase::Waiting || action.phase == ActionStatus::Phase::Expired);
    case HeldRole:
        return isHeld(action);
    case HeldUntilRole:
        return millisOrZero(action.heldUntil);
    default:
        return {};
    }
}

QHash<int, QByteArray> ActionsModel::roleNames() const
{
    return {{ActionIdRole, "actionId"},
            {VerbRole, "verb"},
            {PhaseRole, "phase"},
            {TargetTextRole, "targetText"},
            {TargetCountRole, "targetCount"},
            {AppliedRole, "applied"},
            {RejectedCountRole, "rejectedCount"},
            {RejectedTextRole, "rejectedText"},
            {ErrorRole, "error"},
            {TriesRole, "tries"},
            {CreatedRole, "createdMs"},
            {NextTryRole, "nextTryMs"},
            {ExpiresRole, "expiresMs"},
            {RenewableRole, "renewable"},
            {HeldRole, "held"},
            {HeldUntilRole, "heldUntilMs"}};
}

/// The customer for a job; the directory for one submission; nothing for several (the count tells).
QString ActionsModel::targetText(const Command &command) const
{
    if (command.submissions.size() == 1) {
        const Submission *submission = m_store.submissions().find(command.submissions.front());
        const Directory *directory = submission ? m_store.directories().find(submission->directory) : nullptr;
        return directory ? directory->name : command.submissions.front().toString();
    }
    if (!command.submissions.empty())
        return {};
    const Job *job = m_store.jobs().find(command.job);
    const Customer *customer = job ? m_store.customers().find(job->customer) : nullptr;
    return customer && !customer->companyName.isEmpty() ? customer->companyName : command.job.toString();
}

int ActionsModel::waiting() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const ActionStatus &a) { return !isSettled(a.phase); }));
}

int ActionsModel::refused() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const ActionStatus &a) {
        return a.phase == ActionStatus::Phase::Refused || a.phase == ActionStatus::Phase::PartlyApplied;
    }));
}

void ActionsModel::reload()
{
    beginResetModel();
    m_rows = m_gateway.actions();
    std::erase_if(m_rows, [](const ActionStatus &action) { return action.bulk.has_value(); });
    m_at.clear();
    for (size_t row = 0; row < m_rows.size(); ++row)
        m_at.insert(m_rows[row].id, int(row));
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT figuresChanged();
}

void ActionsModel::onChanged(const ActionStatus &status)
{
    if (status.bulk)
        return; // a part of a whole that has its own row: BulksModel
    const int row = m_at.value(status.id, -1);
    if (row < 0) {
        beginInsertRows({}, count(), count());
        m_at.insert(status.id, count());
        m_rows.push_back(status);
        endInsertRows();
        Q_EMIT countChanged();
    } else {
        m_rows[size_t(row)] = status;
        Q_EMIT dataChanged(index(row), index(row),
                           {PhaseRole, AppliedRole, RejectedCountRole, RejectedTextRole, ErrorRole, TriesRole,
                            NextTryRole, ExpiresRole, RenewableRole, HeldRole, HeldUntilRole});
    }
    Q_EMIT figuresChanged();
}

void ActionsModel::onRemoved(const ActionId &id)
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
