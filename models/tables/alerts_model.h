// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QAbstractListModel>
#include <QSet>
#include <QtQml/qqmlregistration.h>
#include <optional>
#include <vector>

namespace bolt {

/// One thing that is wrong now. The key names the condition, so that it keeps its place and its dismissal while it
/// lasts.
struct Alert
{
    QString key;
    int kind = 0;     ///< AlertsModel::Kind
    int severity = 0; ///< 0 notice, 1 warning, 2 urgent
    QString subject;  ///< directory, customer or worker
    int n = 0;
    int of = 0;
    QString code;
    double ratio = 0;
    std::optional<Instant> until;
    JobId job;
    DirectoryId directory;
    QString worker;
    bool operator==(const Alert &) const = default;
};

/// What is wrong, each with the one action that answers it (the page maps kind to action). Rows keep their place while
/// their condition lasts; a dismissed one stays away until its condition ended once.
class AlertsModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Kind {
        ErrorSpike, ///< n failed of `of` in the last 20 min, most often with `code`; ratio: times the norm
        Stalled,    ///< n minutes without progress, `of` submissions left
        SlaAtRisk,  ///< untilMs: due; n: minutes late by the high end of the ETA; ratio 0
        WorkerLost, ///< untilMs: last heartbeat
        CircuitOpen ///< untilMs: open until
    };
    Q_ENUM(Kind)
    enum Role {
        KeyRole = Qt::UserRole + 1,
        KindRole,
        SeverityRole,
        SubjectRole,
        NRole,
        OfRole,
        CodeRole,
        RatioRole,
        UntilRole,
        JobIdRole,
        DirectoryIdRole,
        WorkerIdRole
    };

    explicit AlertsModel(QObject *parent); // no default: QML must not be able to make one
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return int(m_shown.size()); }

    Q_INVOKABLE void dismiss(const QString &key);
    /// All conditions that hold now, most urgent first. Shown ones are updated in place, new ones are added below.
    void setAlerts(const std::vector<Alert> &alerts);
    void clear();

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Alert> m_shown;
    QSet<QString> m_dismissed;
};

} // namespace bolt
