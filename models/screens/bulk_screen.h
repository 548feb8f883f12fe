// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bulk.h"
#include "models/screens/preview_screen.h"

#include <QObject>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// What a button may promise about a selection.
class BulkOffer final
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int count MEMBER count CONSTANT FINAL)
    Q_PROPERTY(bool asks MEMBER asks CONSTANT FINAL)
    Q_PROPERTY(bolt::PreviewLines left MEMBER left CONSTANT FINAL)
public:
    int count = 0;
    bool asks = false; ///< there would be a preview
    PreviewLines left; ///< what would not be acted on, by reason
};

class ActionGateway;
class ActionsScreen;
class BulksModel;
class RefusalsModel;
class Store;

/// One wish for many rows: what of a selection can be asked for, what is under way, what was refused. Main thread.
class BulkScreen final : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("models/tables/bulks_model.h")
    Q_MOC_INCLUDE("models/tables/refusals_model.h")
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(bolt::BulksModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(bolt::RefusalsModel *refusals READ refusals CONSTANT FINAL)
    Q_PROPERTY(bolt::PreviewScreen *preview READ preview CONSTANT FINAL)
    Q_PROPERTY(QString refusalsOf READ refusalsOf WRITE setRefusalsOf NOTIFY refusalsOfChanged FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY figuresChanged FINAL)
    Q_PROPERTY(int currentRow READ currentRow NOTIFY figuresChanged FINAL)
    Q_PROPERTY(int refused READ refused NOTIFY figuresChanged FINAL)
public:
    /// All outlive it.
    BulkScreen(const Store &store, ActionGateway &gateway, const ActionsScreen &actions, QObject *parent = nullptr);

    BulksModel *model() const { return m_model; }
    RefusalsModel *refusals() const { return m_refusals; }
    /// The action, bulk or single, whose refused things `refusals` lists; empty: none.
    QString refusalsOf() const { return m_refusalsOf; }
    void setRefusalsOf(const QString &id);
    int waiting() const;
    int refused() const;
    /// The row of `model` that is under way or next; -1: none.
    int currentRow() const;

    PreviewScreen *preview() const { return m_preview; }

    /// How many things of these rows may be asked this now: the role, the state as it is known here, nothing like it
    /// pending. `jobs.retry-failed` counts submissions.
    Q_INVOKABLE bolt::BulkOffer offer(const QString &verb, const QStringList &ids) const;
    /// Asks for those that offer() counts; the set is frozen now. One thing is asked for at once, more wait in
    /// `preview` for confirm() (confirmationFor). With nothing to ask for denied() says why, and it answers false.
    /// `priority` is for `jobs.priority` only; below 0 gives the jobs back to their packages' priority.
    Q_INVOKABLE bool ask(const QString &verb, const QStringList &ids, int priority = -1);
    /// Asks for what the preview shows, if `typed` is what must be typed.
    Q_INVOKABLE bool confirm(const QString &typed);
    Q_INVOKABLE void refuse();
    /// Says why a key did nothing.
    Q_INVOKABLE void deny(const QString &verb, const QString &why) { Q_EMIT denied(verb, why); }

    Q_INVOKABLE void pause(const QString &id);
    Q_INVOKABLE void resume(const QString &id);
    Q_INVOKABLE void abort(const QString &id);
    Q_INVOKABLE void retryNow(const QString &id);
    Q_INVOKABLE bool renew(const QString &id);
    Q_INVOKABLE void dismiss(const QString &id);
    /// The listed refusals as lines of text.
    Q_INVOKABLE QString refusalsText() const;

    /// Another account's outbox.
    void reload();

Q_SIGNALS:
    /// Nothing was asked of the server; `why` is a reason of Preview::left, or `nothing-failed`.
    void denied(const QString &verb, const QString &why);
    void figuresChanged();
    void refusalsOfChanged();
    /// When it has come to its end, once. kind: `finished`, `aborted`, `expired`.
    void announced(const QString &kind, const QString &verb, int applied, int refused, int untouched);
    void settled(const bolt::BulkStatus &status);
    /// It had come to its end before this desk saw it.
    void recalled(const bolt::BulkStatus &status);

private:
    void send(const BulkCommand &command);
    void onChanged(const BulkStatus &status);
    void list();

    const Store &m_store;
    ActionGateway &m_gateway;
    const ActionsScreen &m_actions;
    BulksModel *m_model;
    RefusalsModel *m_refusals;
    PreviewScreen *m_preview;
    QString m_refusalsOf;
    QSet<BulkId> m_open;  ///< seen on their way: their end is news
    QSet<BulkId> m_known; ///< settled
};

} // namespace bolt
