// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/alert_book.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class AlertListModel;

/// What is wrong, a row for each kind of it, worst first.
///
/// While a person is at the rows (`held`) none of them moves or goes: what is over or was dismissed is marked so, and
/// kinds that are new come below. Let go, the order is made anew. `list` is all of it, one by one. Main thread.
class AlertsModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_MOC_INCLUDE("models/tables/alert_list_model.h")
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countsChanged FINAL)
    Q_PROPERTY(int groupCount READ groupCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int dismissedCount READ dismissedCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(bool known READ known NOTIFY countsChanged FINAL)
    Q_PROPERTY(double lastWrongMs READ lastWrongMs NOTIFY countsChanged FINAL)
    Q_PROPERTY(bool held READ held WRITE setHeld NOTIFY heldChanged FINAL)
    Q_PROPERTY(bolt::AlertListModel *list READ list CONSTANT FINAL)
public:
    /// AlertKind, for QML.
    enum Kind { NoWorkers, SlaMissed, Stalled, ErrorSpike, SlaAtRisk, WorkerLost, CircuitOpen };
    Q_ENUM(Kind)
    /// Of what is shown while it is held.
    enum State { Open, Over, Dismissed };
    Q_ENUM(State)
    enum Cause { Captcha, NoAnswer, FormChanged, OtherCause };
    Q_ENUM(Cause)
    enum Role { GroupRole = Qt::UserRole + 1 };

    explicit AlertsModel(QObject *parent); // no default: QML must not be able to make one
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Open alerts, and the kinds they are of; what was dismissed is not among them.
    int count() const { return m_counts.open; }
    int groupCount() const { return m_counts.groups; }
    int dismissedCount() const { return m_counts.dismissed; }
    /// It was looked at least once.
    bool known() const { return m_counts.known; }
    /// When something was wrong last, while nothing is; 0: not since the desk started.
    double lastWrongMs() const { return m_counts.lastWrongMs; }
    bool held() const { return m_held; }
    void setHeld(bool held);
    AlertListModel *list() const { return m_list; }

    Q_INVOKABLE void dismiss(const QStringList &keys);
    Q_INVOKABLE void restore(const QStringList &keys);
    /// What is open of the kind now; what comes later was not dismissed. Undone as a whole.
    Q_INVOKABLE void dismissGroup(int kind);
    Q_INVOKABLE void restoreGroup(int kind);
    /// The jobs of the open alerts of the kind.
    Q_INVOKABLE QStringList jobsOf(int kind) const;

    /// All conditions that hold at `now`, in the order of comesBefore().
    void setAlerts(std::vector<Alert> alerts, bool workersKnown, Instant now);
    void clear();

Q_SIGNALS:
    void countsChanged();
    void heldChanged();

private:
    struct Counts
    {
        int open = 0;
        int groups = 0;
        int dismissed = 0;
        bool known = false;
        double lastWrongMs = 0;
        bool operator==(const Counts &) const = default;
    };
    void refresh();
    void showGroups(std::vector<AlertGroup> groups);

    AlertBook m_book;
    AlertListModel *m_list;
    std::vector<AlertGroup> m_groups;
    QHash<int, QStringList> m_undo; ///< what the last dismissal of a group took
    Counts m_counts;
    double m_lastWrongMs = 0;
    bool m_known = false, m_held = false;
};

} // namespace bolt
