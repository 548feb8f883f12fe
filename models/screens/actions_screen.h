// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/action_gateway.h"
#include "models/ports/session.h"

#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class ActionsModel;
class PendingMarks;
class Store;

/// What a person may ask the backend for (BulkScreen asks), and what became of it. The role and the states decide what
/// is enabled, the server decides what happens. Main thread.
class ActionsScreen final : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("models/tables/actions_model.h")
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(bolt::ActionsModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY figuresChanged FINAL)
    Q_PROPERTY(int refused READ refused NOTIFY figuresChanged FINAL)
    Q_PROPERTY(int revision READ revision NOTIFY revisionChanged FINAL)
public:
    ActionsScreen(const Store &store, ActionGateway &gateway, Session &session, const PendingMarks &marks,
                  QObject *parent = nullptr);

    ActionsModel *model() const { return m_model; }
    int waiting() const;
    int refused() const;
    /// Rises when an answer of can() or whyNot() may have changed.
    int revision() const { return m_revision; }

    /// By the verb's word (`submissions.retry`, `jobs.pause`, …).
    Q_INVOKABLE bool can(const QString &verb) const;
    /// `` (allowed), `role:<least role>`, `signed-out`, `unknown-verb`.
    Q_INVOKABLE QString whyNot(const QString &verb) const;
    /// As whyNot, and also for this target now: `pending` (asked for already), `state` (the state does not allow it),
    /// `gone` (no such row here); for a retry of a job also `nothing-failed`, `person` (what failed waits for somebody)
    /// and `not-here` (its submissions are not). The server may still refuse.
    Q_INVOKABLE QString whyNotFor(const QString &verb, const QString &targetId) const;
    /// Whether whyNotFor() has something against it; then denied() tells. For keys, which have no tooltip.
    Q_INVOKABLE bool denies(const QString &verb, const QString &targetId);

    Q_INVOKABLE bool cancelAction(const QString &id);
    Q_INVOKABLE void retryAction(const QString &id);
    /// Another day for what was never sent; false when that cannot be known.
    Q_INVOKABLE bool renewAction(const QString &id);
    Q_INVOKABLE void dismissAction(const QString &id);

    /// The workspace's name, as it must be typed before something very large.
    QString place() const;

    void reload();
    /// Something that whyNotFor() looks at changed.
    void reconsider();

Q_SIGNALS:
    void figuresChanged();
    void revisionChanged();
    /// After the server's answer, never before. kind: `applied`, `partly`, `refused`, `cancelled`, `expired`.
    void announced(const QString &kind, const QString &verb, int applied, int rejected, const QString &message);
    /// As `announced`, for the feed.
    void settled(const bolt::ActionStatus &status);
    /// Settled before this desk saw it: told once already, or never to be news.
    void recalled(const bolt::ActionStatus &status);
    /// Nothing was asked of the server; `why` is an answer of whyNotFor().
    void denied(const QString &verb, const QString &why);

private:
    void onChanged(const ActionStatus &status);

    const Store &m_store;
    ActionGateway &m_gateway;
    Session &m_session;
    const PendingMarks &m_marks;
    ActionsModel *m_model;
    QSet<ActionId> m_open;  ///< seen on their way: what becomes of them is news
    QSet<ActionId> m_known; ///< settled
    int m_revision = 0;
};

} // namespace bolt
