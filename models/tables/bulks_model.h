// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/action_gateway.h"

#include <QAbstractListModel>
#include <QHash>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// Bulk actions in the outbox, oldest first. Main thread; data() is O(1).
class BulksModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    /// BulkStatus::Phase, for QML.
    enum Phase { Waiting, Running, Paused, Aborted, Expired, Finished };
    Q_ENUM(Phase)
    enum Role {
        BulkIdRole = Qt::UserRole + 1,
        VerbRole,
        PhaseRole,
        SettledRole,
        TotalRole,
        AppliedRole,
        RefusedRole,
        InFlightRole,
        UnsentRole,
        UntouchedRole,
        ExpiredRole,
        RenewableRole,
        ErrorRole,
        CreatedRole,
        NextTryRole,
        ExpiresRole,
        HeldRole,     ///< things that may still be undone
        HeldUntilRole ///< 0 while the link is away
    };

    explicit BulksModel(ActionGateway &gateway, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return int(m_rows.size()); }
    /// Null when there is none.
    const BulkStatus *find(const BulkId &id) const;
    /// -1: none.
    int firstUnsettled() const;
    /// Not settled.
    int waiting() const;
    /// Settled, with something that was refused or given up by itself.
    int refused() const;
    /// Another account's outbox.
    void reload();

Q_SIGNALS:
    void countChanged();
    /// waiting() or refused() may be another.
    void figuresChanged();

private:
    void onChanged(const BulkStatus &status);
    void onRemoved(const BulkId &id);

    ActionGateway &m_gateway;
    std::vector<BulkStatus> m_rows;
    QHash<BulkId, int> m_at;
};

} // namespace bolt
