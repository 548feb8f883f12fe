// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// How each followed table stands, in the order of `Table`.
class TableHealthModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
public:
    /// `expected`: TableHealth::ofAbout(), -1 for nothing.
    /// `rows` of the table is named `rowsHeld`: QML views keep `rows` for themselves.
    /// `mend`: the SQL, or the name of our script, that lets the server tell of the table; empty when it does, and when
    /// neither would.
    enum Role {
        NameRole = Qt::UserRole + 1,
        PhaseRole,
        CompleteRole,
        RowsHeldRole,
        ExpectedRole,
        AsOfRole,
        UnreadableRole,
        UnreadableFirstRole,
        AbsentRole,
        TroubleRole,
        MendRole
    };

    explicit TableHealthModel(QObject *parent); // no default: QML must not be able to make one
    /// The wire's: contracts/domain.md, "Tables".
    static QString nameOf(Table table);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setTables(const std::array<TableHealth, tableCount> &tables);

private:
    static QString mendOf(Table table, const TableHealth &health);

    std::array<TableHealth, tableCount> m_tables;
};

} // namespace bolt
