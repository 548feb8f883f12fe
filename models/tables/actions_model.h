// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/action_gateway.h"

#include <QAbstractListModel>
#include <QHash>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class Store;

/// The outbox as rows, oldest first: what waits, what was sent, what was refused and why. Main thread; data() is O(1).
class ActionsModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    /// ActionStatus::Phase, for QML.
    enum Phase { Waiting, Sending, UnknownOutcome, Applied, PartlyApplied, Refused, Cancelled, Expired };
    Q_ENUM(Phase)
    enum Role {
        ActionIdRole = Qt::UserRole + 1,
        VerbRole,
        PhaseRole,
        TargetTextRole,
        TargetCountRole, ///< submissions named by the action, 1 for a job
        AppliedRole,
        RejectedCountRole,
        RejectedTextRole,
        ErrorRole,
        TriesRole,
        CreatedRole,
        NextTryRole,
        ExpiresRole,
        RenewableRole,
        HeldRole,
        HeldUntilRole ///< 0 while the link is away
    };

    ActionsModel(const Store &store, ActionGateway &gateway, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return int(m_rows.size()); }
    /// Not settled yet / refused in part or in whole.
    int waiting() const;
    int refused() const;

    /// Reads the outbox again (another account).
    void reload();

Q_SIGNALS:
    void countChanged();
    void figuresChanged();

private:
    void onChanged(const ActionStatus &status);
    void onRemoved(const ActionId &id);
    QString targetText(const Command &command) const;

    const Store &m_store;
    ActionGateway &m_gateway;
    std::vector<ActionStatus> m_rows;
    QHash<ActionId, int> m_at;
};

} // namespace bolt
