// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/analytics_screen.h"

#include "models/domain/reason.h"
#include "models/ports/when_done.h"
#include "models/tables/ticker.h"

#include <QDateTime>
#include <algorithm>
#include <limits>

namespace bolt {

AnalyticsScreen::AnalyticsScreen(Analytics &analytics, const Clock &clock, Ticker &ticker, QTimeZone zone,
                                 QObject *parent)
    : QObject(parent)
    , m_analytics(analytics)
    , m_clock(clock)
    , m_zone(std::move(zone))
{
    connect(&ticker, &Ticker::second, this, &AnalyticsScreen::onSecond);
}

void AnalyticsScreen::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    onSecond();
}

void AnalyticsScreen::setRangeDays(int days)
{
    if (days == m_rangeDays || (days != 7 && days != 30 && days != 90))
        return;
    m_rangeDays = days;
    Q_EMIT rangeDaysChanged();
    m_askedAt.reset();
    ++m_question; // the answer for the old range is not wanted any more
    m_asking = false;
    onSecond();
}

double AnalyticsScreen::asOfMs() const { return m_report.days.empty() ? 0 : double(toMillis(m_report.asOf)); }

QString AnalyticsScreen::timeZone() const { return QString::fromUtf8(m_zone.id()); }

int AnalyticsScreen::completedTotal() const
{
    int sum = 0;
    for (const auto &day : m_report.days)
        sum += day.jobsCompleted;
    return sum;
}

int AnalyticsScreen::attemptedTotal() const
{
    int sum = 0;
    for (const auto &day : m_report.days)
        sum += day.attempted;
    return sum;
}

TimeRange AnalyticsScreen::range() const
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMillis(m_clock.now()), m_zone).date();
    const auto startOf = [this](QDate date) { return Instant(Millis(date.startOfDay(m_zone).toMSecsSinceEpoch())); };
    return {startOf(today.addDays(1 - m_rangeDays)), startOf(today.addDays(1))};
}

void AnalyticsScreen::onSecond()
{
    const bool due = !m_askedAt || m_clock.monotonic() - *m_askedAt >= refreshEvery;
    if (m_active && !m_asking && due)
        ask();
}

void AnalyticsScreen::refresh()
{
    if (!m_asking)
        ask();
}

void AnalyticsScreen::ask()
{
    m_asking = true;
    m_askedAt = m_clock.monotonic();
    const quint64 question = ++m_question;
    setState(m_report.days.empty() ? Loading : Ready);
    whenDone(m_analytics.report(range(), m_zone.id()), this, [this, question](const Result<AnalyticsReport> &answer) {
        if (question != m_question)
            return;
        m_asking = false;
        if (answer) {
            take(*answer);
            setState(Ready);
        } else {
            // What is shown stays, with its age; the error stands beside it.
            setState(Error, reasonOf(answer.error()));
        }
    });
}

void AnalyticsScreen::take(const AnalyticsReport &report)
{
    if (report == m_report)
        return;
    m_report = report;
    m_dayStarts.clear();
    m_completed.clear();
    m_successRate.clear();
    m_successN.clear();
    for (const auto &day : report.days) {
        m_dayStarts.append(double(toMillis(day.start)));
        m_completed.append(day.jobsCompleted);
        m_successRate.append(day.attempted > 0 ? double(day.succeeded) / day.attempted
                                               : std::numeric_limits<double>::quiet_NaN());
        m_successN.append(day.attempted);
    }
    m_errorNames.clear();
    m_errorRates.clear();
    m_errorN.clear();
    for (const auto &directory : report.directories) {
        if (m_errorNames.size() == maxDirectories)
            break;
        m_errorNames.append(directory.name);
        m_errorRates.append(directory.attempted > 0 ? double(directory.failed) / directory.attempted : 0);
        m_errorN.append(directory.attempted);
    }
    Q_EMIT reportChanged();
}

void AnalyticsScreen::setState(State state, const QString &error)
{
    m_state = state;
    m_error = error;
    Q_EMIT stateChanged();
}

void AnalyticsScreen::clear()
{
    ++m_question;
    m_asking = false;
    m_askedAt.reset();
    take({});
    setState(Idle);
}

} // namespace bolt
