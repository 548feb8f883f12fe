// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bulk.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <vector>

namespace bolt {

class ActionGateway;

/// What was asked for and is not sent yet, so that it can be undone; the newest is what undo() takes back. Main thread.
class HeldScreen final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(QString verb READ verb NOTIFY changed FINAL)
    Q_PROPERTY(int things READ things NOTIFY changed FINAL)
    Q_PROPERTY(double untilMs READ untilMs NOTIFY changed FINAL)
public:
    /// It outlives this.
    explicit HeldScreen(ActionGateway &gateway, QObject *parent = nullptr);

    int count() const { return int(m_held.size()); }
    /// Of the newest: its verb, how many things it names, when it is sent (0: 8 s after the connection is back).
    QString verb() const;
    int things() const { return m_held.empty() ? 0 : m_held.back().things; }
    double untilMs() const { return m_held.empty() ? 0.0 : millisOrZero(m_held.back().until); }

    /// The newest was never asked for. False when nothing is held.
    Q_INVOKABLE bool undo();
    Q_INVOKABLE void sendNow();

    /// Another account's outbox.
    void reload();

Q_SIGNALS:
    void changed();
    void undone(const QString &verb, int things);

private:
    struct Held
    {
        ActionId action; ///< one of the two
        BulkId bulk;
        Command::Verb verb = Command::Verb::RetrySubmissions;
        int things = 0;
        std::optional<Instant> until;
        bool operator==(const Held &) const = default;
    };
    void take(Held held, bool isHeld);
    void onChanged(const ActionStatus &status);
    void onBulkChanged(const BulkStatus &status);

    ActionGateway &m_gateway;
    std::vector<Held> m_held; ///< newest last
};

} // namespace bolt
