// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/states.h"

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <optional>
#include <vector>

namespace bolt {

/// What can be wrong, worst first: the order of the groups on screen. For QML: AlertsModel::Kind.
enum class AlertKind : quint8 {
    NoWorkers,  ///< at: since, and minutes; n: submissions wait; of: workers left within `extra` seconds
    SlaMissed,  ///< at: due; minutes late; n of `of` done
    Stalled,    ///< at: since; minutes without progress; n of `of` done
    ErrorSpike, ///< n of `of` attempts failed in the last 20 min, most often with `code`; extra: times the norm
    SlaAtRisk,  ///< at: due; minutes left; n of `of` done; extra: minutes late by the high end of the ETA, 0: unknown
    WorkerLost, ///< at: last heartbeat; minutes since
    CircuitOpen ///< at: open until; code: what failed there most
};
inline constexpr int alertKinds = 7;

/// One thing that is wrong now. The key names the condition, so that it keeps its place and its dismissal while it
/// lasts.
struct Alert
{
    QString key;
    AlertKind kind = AlertKind::NoWorkers;
    int severity = 0; ///< 0 notice, 1 warning, 2 urgent
    QString subject;  ///< directory, customer or worker
    int n = 0;
    int of = 0;
    int minutes = 0;
    int jobs = 0; ///< with something left to do at the directory
    double extra = 0;
    QString code;
    std::optional<Instant> at;
    qint64 rank = 0; ///< within the kind, lowest first
    int weight = 0;  ///< how bad it is, in the kind's own measure; 0: only its severity tells
    JobState state = JobState::Unknown;
    JobId job;
    DirectoryId directory;
    bool operator==(const Alert &) const = default;
};

/// Kind, rank, name.
bool comesBefore(const Alert &a, const Alert &b);

/// An alert as QML reads it. State: AlertsModel::State.
class AlertItem
{
    Q_GADGET
    QML_VALUE_TYPE(alertItem)
    Q_PROPERTY(QString key READ key CONSTANT FINAL)
    Q_PROPERTY(int kind READ kind CONSTANT FINAL)
    Q_PROPERTY(int severity READ severity CONSTANT FINAL)
    Q_PROPERTY(int state READ state CONSTANT FINAL)
    Q_PROPERTY(QString subject READ subject CONSTANT FINAL)
    Q_PROPERTY(int n READ n CONSTANT FINAL)
    Q_PROPERTY(int of READ of CONSTANT FINAL)
    Q_PROPERTY(int minutes READ minutes CONSTANT FINAL)
    Q_PROPERTY(int jobs READ jobs CONSTANT FINAL)
    Q_PROPERTY(double extra READ extra CONSTANT FINAL)
    Q_PROPERTY(QString code READ code CONSTANT FINAL)
    Q_PROPERTY(double atMs READ atMs CONSTANT FINAL)
    Q_PROPERTY(int jobState READ jobState CONSTANT FINAL)
    Q_PROPERTY(QString jobId READ jobId CONSTANT FINAL)
    Q_PROPERTY(QString directoryId READ directoryId CONSTANT FINAL)
public:
    AlertItem() = default;
    explicit AlertItem(Alert alert, int state = 0)
        : m_alert(std::move(alert))
        , m_state(state)
    {
    }
    QString key() const { return m_alert.key; }
    int kind() const { return int(m_alert.kind); }
    int severity() const { return m_alert.severity; }
    int state() const { return m_state; }
    QString subject() const { return m_alert.subject; }
    int n() const { return m_alert.n; }
    int of() const { return m_alert.of; }
    int minutes() const { return m_alert.minutes; }
    int jobs() const { return m_alert.jobs; }
    double extra() const { return m_alert.extra; }
    QString code() const { return m_alert.code; }
    double atMs() const { return millisOrZero(m_alert.at); }
    int jobState() const { return int(m_alert.state); }
    QString jobId() const { return m_alert.job.isNull() ? QString() : m_alert.job.toString(); }
    QString directoryId() const { return m_alert.directory.isNull() ? QString() : m_alert.directory.toString(); }
    bool operator==(const AlertItem &) const = default;

private:
    Alert m_alert;
    int m_state = 0;
};

/// What is wrong of one kind, for its one line.
class AlertGroup
{
    Q_GADGET
    QML_VALUE_TYPE(alertGroup)
    Q_PROPERTY(int kind READ kind CONSTANT FINAL)
    Q_PROPERTY(int severity MEMBER severity CONSTANT FINAL)
    Q_PROPERTY(int state MEMBER state CONSTANT FINAL)
    Q_PROPERTY(int size MEMBER size CONSTANT FINAL)
    Q_PROPERTY(QVariantList top READ top CONSTANT FINAL)
    Q_PROPERTY(bolt::AlertItem first READ first CONSTANT FINAL)
    Q_PROPERTY(bolt::AlertItem last MEMBER last CONSTANT FINAL)
    Q_PROPERTY(int longest MEMBER longest CONSTANT FINAL)
    Q_PROPERTY(QList<int> causes MEMBER causes CONSTANT FINAL)
public:
    /// What shut directories off: captcha, no answer, a form that changed, anything else.
    enum Cause { Captcha, NoAnswer, FormChanged, OtherCause, CauseCount };
    static constexpr int topSize = 3;

    AlertGroup() = default;
    /// In their order; at least one.
    AlertGroup(const std::vector<const Alert *> &alerts, int state);

    int kind() const { return int(of); }
    /// The first three.
    QVariantList top() const;
    AlertItem first() const { return items.isEmpty() ? AlertItem() : items.constFirst(); }
    bool operator==(const AlertGroup &) const = default;

    AlertKind of = AlertKind::NoWorkers;
    int severity = 0;
    int state = 0;
    int size = 0;
    QList<AlertItem> items;
    AlertItem last;
    int longest = 0; ///< most minutes among them
    QList<int> causes;
};

} // namespace bolt
