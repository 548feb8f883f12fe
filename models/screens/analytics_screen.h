// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/ports/analytics.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class Ticker;

/// Figures over days, in the viewer's time zone. Asks only while the page is visible, at most once in 60 s. Main
/// thread.
class AnalyticsScreen final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(int rangeDays READ rangeDays WRITE setRangeDays NOTIFY rangeDaysChanged FINAL)
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString error READ error NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool refreshing READ refreshing NOTIFY stateChanged FINAL)
    Q_PROPERTY(double asOfMs READ asOfMs NOTIFY reportChanged FINAL)
    Q_PROPERTY(QString timeZone READ timeZone CONSTANT FINAL)
    Q_PROPERTY(QList<double> dayStarts READ dayStarts NOTIFY reportChanged FINAL)
    Q_PROPERTY(QList<double> completed READ completed NOTIFY reportChanged FINAL)
    Q_PROPERTY(QList<double> successRate READ successRate NOTIFY reportChanged FINAL)
    Q_PROPERTY(QList<int> successN READ successN NOTIFY reportChanged FINAL)
    Q_PROPERTY(QStringList errorNames READ errorNames NOTIFY reportChanged FINAL)
    Q_PROPERTY(QList<double> errorRates READ errorRates NOTIFY reportChanged FINAL)
    Q_PROPERTY(QList<int> errorN READ errorN NOTIFY reportChanged FINAL)
    Q_PROPERTY(int minAttempts READ minAttempts NOTIFY reportChanged FINAL)
    Q_PROPERTY(int completedTotal READ completedTotal NOTIFY reportChanged FINAL)
    Q_PROPERTY(int attemptedTotal READ attemptedTotal NOTIFY reportChanged FINAL)
public:
    enum State { Idle, Loading, Ready, Error };
    Q_ENUM(State)
    static constexpr Seconds refreshEvery{60};
    static constexpr int maxDirectories = 10;

    AnalyticsScreen(Analytics &analytics, const Clock &clock, Ticker &ticker, QTimeZone zone,
                    QObject *parent = nullptr);

    bool active() const { return m_active; }
    void setActive(bool active);
    int rangeDays() const { return m_rangeDays; }
    /// 7, 30 or 90; anything else is ignored.
    void setRangeDays(int days);
    /// Loading only while nothing can be shown; a refresh over a shown report is `refreshing`.
    State state() const { return m_state; }
    QString error() const { return m_error; }
    bool refreshing() const { return m_asking; }
    double asOfMs() const;
    QString timeZone() const;
    /// The first instant of each day in the viewer's zone, oldest first.
    QList<double> dayStarts() const { return m_dayStarts; }
    QList<double> completed() const { return m_completed; }
    /// 0 … 1; NaN on a day without attempts.
    QList<double> successRate() const { return m_successRate; }
    QList<int> successN() const { return m_successN; }
    /// At most 10, worst first.
    QStringList errorNames() const { return m_errorNames; }
    QList<double> errorRates() const { return m_errorRates; }
    QList<int> errorN() const { return m_errorN; }
    int minAttempts() const { return m_report.minAttempts; }
    int completedTotal() const;
    int attemptedTotal() const;

    Q_INVOKABLE void refresh();
    /// Whole days ending with today, in the viewer's zone.
    TimeRange range() const;
    void clear();

Q_SIGNALS:
    void activeChanged();
    void rangeDaysChanged();
    void stateChanged();
    void reportChanged();

private:
    void ask();
    void onSecond();
    void take(const AnalyticsReport &report);
    void setState(State state, const QString &error = {});

    Analytics &m_analytics;
    const Clock &m_clock;
    QTimeZone m_zone;
    AnalyticsReport m_report;
    QList<double> m_dayStarts, m_completed, m_successRate, m_errorRates;
    QList<int> m_successN, m_errorN;
    QStringList m_errorNames;
    QString m_error;
    std::optional<Micros> m_askedAt;
    quint64 m_question = 0;
    int m_rangeDays = 30;
    State m_state = Idle;
    bool m_active = false;
    bool m_asking = false;
};

} // namespace bolt
