// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/alerts_model.h"

#include <QHash>
#include <algorithm>

namespace bolt {

AlertsModel::AlertsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int AlertsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant AlertsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Alert &alert = m_shown[size_t(index.row())];
    const auto idText = [](const auto &id) { return id.isNull() ? QString() : id.toString(); };
    switch (role) {
    case KeyRole:
        return alert.key;
    case KindRole:
        return alert.kind;
    case SeverityRole:
        return alert.severity;
    case SubjectRole:
        return alert.subject;
    case NRole:
        return alert.n;
    case OfRole:
        return alert.of;
    case CodeRole:
        return alert.code;
    case RatioRole:
        return alert.ratio;
    case UntilRole:
        return millisOrZero(alert.until);
    case JobIdRole:
        return idText(alert.job);
    case DirectoryIdRole:
        return idText(alert.directory);
    case WorkerIdRole:
        return alert.worker;
    default:
        return {};
    }
}

QHash<int, QByteArray> AlertsModel::roleNames() const
{
    return {{KeyRole, "key"},
            {KindRole, "kind"},
            {SeverityRole, "severity"},
            {SubjectRole, "subject"},
            {NRole, "n"},
            {OfRole, "of"},
            {CodeRole, "code"},
            {RatioRole, "ratio"},
            {UntilRole, "untilMs"},
            {JobIdRole, "jobId"},
            {DirectoryIdRole, "directoryId"},
            {WorkerIdRole, "workerId"}};
}

void AlertsModel::dismiss(const QString &key)
{
    const auto it = std::find_if(m_shown.begin(), m_shown.end(), [&](const Alert &a) { return a.key == key; });
    if (it == m_shown.end())
        return;
    const int row = int(it - m_shown.begin());
    beginRemoveRows({}, row, row);
    m_dismissed.insert(key);
    m_shown.erase(it);
    endRemoveRows();
    Q_EMIT countChanged();
}

void AlertsModel::setAlerts(const std::vector<Alert> &alerts)
{
    const int before = count();
    QHash<QString, const Alert *> now;
    for (const Alert &alert : alerts)
        now.insert(alert.key, &alert);
    m_dismissed.removeIf([&](const QString &key) { return !now.contains(key); });

    for (int row = count() - 1; row >= 0; --row) {
        if (now.contains(m_shown[size_t(row)].key))
            continue;
        beginRemoveRows({}, row, row);
        m_shown.erase(m_shown.begin() + row);
        endRemoveRows();
    }
    for (size_t row = 0; row < m_shown.size(); ++row) {
        const Alert &next = *now.take(m_shown[row].key);
        if (m_shown[row] == next)
            continue;
        m_shown[row] = next;
        Q_EMIT dataChanged(index(int(row)), index(int(row)));
    }
    std::vector<Alert> added;
    for (const Alert &alert : alerts) {
        if (now.contains(alert.key) && !m_dismissed.contains(alert.key))
            added.push_back(alert);
    }
    if (!added.empty()) {
        beginInsertRows({}, count(), count() + int(added.size()) - 1);
        m_shown.insert(m_shown.end(), added.begin(), added.end());
        endInsertRows();
    }
    if (count() != before)
        Q_EMIT countChanged();
}

void AlertsModel::clear()
{
    beginResetModel();
    m_shown.clear();
    m_dismissed.clear();
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace bolt
