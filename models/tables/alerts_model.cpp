// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/alerts_model.h"

#include "models/tables/alert_list_model.h"

#include <algorithm>
#include <tuple>

namespace bolt {

static_assert(int(AlertsModel::CircuitOpen) == int(AlertKind::CircuitOpen) &&
              int(AlertsModel::OtherCause) == int(AlertGroup::OtherCause));

AlertsModel::AlertsModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_list(new AlertListModel(m_book, this))
{
}

int AlertsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_groups.size()); }

QVariant AlertsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || role != GroupRole)
        return {};
    return QVariant::fromValue(m_groups[size_t(index.row())]);
}

QHash<int, QByteArray> AlertsModel::roleNames() const { return {{GroupRole, "group"}}; }

void AlertsModel::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    Q_EMIT heldChanged();
    refresh();
}

void AlertsModel::dismiss(const QStringList &keys)
{
    m_book.dismiss(keys);
    refresh();
}

void AlertsModel::restore(const QStringList &keys)
{
    m_book.restore(keys);
    refresh();
}

void AlertsModel::dismissGroup(int kind)
{
    QStringList keys;
    for (const Alert *alert : m_book.ofKind(AlertKind(kind), false))
        keys.append(alert->key);
    m_undo.insert(kind, keys);
    dismiss(keys);
}

void AlertsModel::restoreGroup(int kind) { restore(m_undo.take(kind)); }

QStringList AlertsModel::jobsOf(int kind) const
{
    QStringList ids;
    for (const Alert *alert : m_book.ofKind(AlertKind(kind), false)) {
        if (!alert->job.isNull())
            ids.append(alert->job.toString());
    }
    return ids;
}

void AlertsModel::setAlerts(std::vector<Alert> alerts, bool workersKnown, Instant now)
{
    m_known = true;
    if (!m_book.alerts().empty() || !alerts.empty())
        m_lastWrongMs = double(toMillis(now));
    m_book.update(std::move(alerts), workersKnown);
    refresh();
}

void AlertsModel::clear()
{
    m_list->setOpen(false);
    beginResetModel();
    m_book.clear();
    m_groups.clear();
    m_undo.clear();
    m_known = false;
    m_lastWrongMs = 0;
    endResetModel();
    refresh();
}

void AlertsModel::refresh()
{
    std::vector<AlertGroup> groups;
    Counts counts;
    for (int kind = 0; kind < alertKinds; ++kind) {
        const auto open = m_book.ofKind(AlertKind(kind), false);
        if (open.empty())
            continue;
        groups.emplace_back(open, Open);
        counts.open += int(open.size());
        ++counts.groups;
    }
    counts.dismissed = m_book.dismissedCount();
    counts.known = m_known;
    // Said only while nothing is wrong: it would be news every five seconds otherwise.
    counts.lastWrongMs = m_book.alerts().empty() ? m_lastWrongMs : 0;
    showGroups(std::move(groups));
    m_list->refresh();
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT countsChanged();
}

void AlertsModel::showGroups(std::vector<AlertGroup> groups)
{
    const auto kindOf = [](const AlertGroup &group) { return group.of; };
    if (!m_held && !std::ranges::equal(groups, m_groups, {}, kindOf, kindOf)) {
        beginResetModel();
        m_groups = std::move(groups);
        endResetModel();
        return;
    }
    const size_t before = m_groups.size();
    for (size_t row = 0; row < before; ++row) {
        const auto next = std::ranges::find(groups, m_groups[row].of, kindOf);
        AlertGroup group = m_groups[row];
        if (next != groups.end()) {
            group = *next;
            groups.erase(next);
        } else {
            group.state = m_book.ofKind(group.of, true).empty() ? Over : Dismissed;
        }
        if (group == m_groups[row])
            continue;
        m_groups[row] = std::move(group);
        Q_EMIT dataChanged(index(int(row)), index(int(row)), {GroupRole});
    }
    if (groups.empty())
        return;
    beginInsertRows({}, int(before), int(before + groups.size()) - 1);
    m_groups.insert(m_groups.end(), groups.begin(), groups.end());
    endInsertRows();
}

} // namespace bolt
