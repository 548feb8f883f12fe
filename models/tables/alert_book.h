// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/alert.h"

#include <QHash>

namespace bolt {

/// What is wrong now, and what of it a person has put aside.
///
/// A dismissal answers for one condition, as bad as it was: it ends with the condition, and when it gets worse, which
/// means that its severity rises or that its weight (minutes late or without progress, failures, submissions that wait)
/// has doubled. Small numbers double soon, so that each kind has a floor from which doubling counts.
class AlertBook
{
public:
    /// In the order of comesBefore(). While nothing can be said of the workers, what was dismissed of them stays so.
    void update(std::vector<Alert> alerts, bool workersKnown);
    void dismiss(const QStringList &keys);
    void restore(const QStringList &keys);
    void clear();

    const std::vector<Alert> &alerts() const { return m_alerts; }
    bool isDismissed(const QString &key) const { return m_dismissed.contains(key); }
    int dismissedCount() const;
    std::vector<const Alert *> ofKind(AlertKind kind, bool dismissed) const;

private:
    struct Mark
    {
        AlertKind kind = AlertKind::NoWorkers;
        int severity = 0;
        int weight = 0;
    };
    static bool isWorse(const Alert &alert, const Mark &mark);

    std::vector<Alert> m_alerts;
    QHash<QString, Mark> m_dismissed;
};

} // namespace bolt
