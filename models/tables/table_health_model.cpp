// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/table_health_model.h"

namespace bolt {

TableHealthModel::TableHealthModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

QString TableHealthModel::nameOf(Table table)
{
    static constexpr const char *names[tableCount]{
        "packages", "customers", "directories", "workers", "jobs", "directory_submissions", "submission_attempts"};
    return QString::fromLatin1(names[size_t(table)]);
}

/// Only ended attempts are created by a script of ours; the other tables are the business's own.
QString TableHealthModel::mendOf(Table table, const TableHealth &health)
{
    if (health.absent)
        return table == Table::Attempts ? QStringLiteral("-- resources/supabase/live.sql") : QString();
    return health.unpublished
               ? QStringLiteral("alter publication supabase_realtime add table public.%1;").arg(nameOf(table))
               : QString();
}

int TableHealthModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : tableCount; }

QVariant TableHealthModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TableHealth &table = m_tables[size_t(index.row())];
    switch (role) {
    case NameRole:
        return nameOf(Table(index.row()));
    case PhaseRole:
        return int(table.phase);
    case CompleteRole:
        return table.complete;
    case RowsHeldRole:
        return double(table.rows);
    case ExpectedRole:
        return double(table.ofAbout().value_or(-1));
    case AsOfRole:
        return millisOrZero(table.asOf);
    case UnreadableRole:
        return int(table.unreadable);
    case UnreadableFirstRole:
        return table.unreadableFirst;
    case AbsentRole:
        return table.absent;
    case TroubleRole:
        return linkWords(table.trouble);
    case MendRole:
        return mendOf(Table(index.row()), table);
    default:
        return {};
    }
}

QHash<int, QByteArray> TableHealthModel::roleNames() const
{
    return {{NameRole, "name"},
            {PhaseRole, "phase"},
            {CompleteRole, "complete"},
            {RowsHeldRole, "rowsHeld"},
            {ExpectedRole, "expected"},
            {AsOfRole, "asOfMs"},
            {UnreadableRole, "unreadable"},
            {UnreadableFirstRole, "unreadableFirst"},
            {AbsentRole, "absent"},
            {TroubleRole, "trouble"},
            {MendRole, "mend"}};
}

void TableHealthModel::setTables(const std::array<TableHealth, tableCount> &tables)
{
    for (int row = 0; row < tableCount; ++row) {
        if (m_tables[size_t(row)] == tables[size_t(row)])
            continue;
        m_tables[size_t(row)] = tables[size_t(row)];
        Q_EMIT dataChanged(index(row), index(row));
    }
}

} // namespace bolt
