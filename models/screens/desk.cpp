// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/desk.h"

#include "models/ports/action_gateway.h"
#include "models/screens/actions_screen.h"
#include "models/screens/analytics_screen.h"
#include "models/screens/appearance_screen.h"
#include "models/screens/bulk_screen.h"
#include "models/screens/connection_screen.h"
#include "models/screens/held_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/screens/palette_screen.h"
#include "models/screens/session_screen.h"
#include "models/tables/data_clock.h"
#include "models/tables/job_facts.h"
#include "models/tables/jobs_view.h"
#include "models/tables/pending_marks.h"
#include "models/tables/ticker.h"

namespace bolt {

// Order matters where they listen to the same signal: the facts are worked out before the tables read them.
Desk::Desk(const DeskDoors &doors, QObject *parent)
    : QObject(parent)
    , m_doors(doors)
    , m_dataClock(std::make_unique<DataClock>(doors.clock, doors.link))
    , m_marks(new PendingMarks(doors.store, doors.actions, this))
    , m_facts(new JobFacts(doors.store, *m_dataClock, doors.ticker, this))
    , m_sessionScreen(new SessionScreen(doors.session, doors.link, doors.preferences, this))
    , m_connection(new ConnectionScreen(doors.link, doors.actions, doors.clock, this))
    , m_live(new LiveScreen(doors.store, doors.link, *m_marks, *m_facts, doors.clock, *m_dataClock, doors.ticker, this))
    , m_job(new JobScreen(doors.store, doors.history, *m_marks, *m_facts, doors.ticker, this))
    , m_analytics(new AnalyticsScreen(doors.analytics, doors.clock, doors.ticker, doors.zone, this))
    , m_actions(new ActionsScreen(doors.store, doors.actions, doors.session, *m_marks, this))
    , m_bulk(new BulkScreen(doors.store, doors.actions, *m_actions, this))
    , m_held(new HeldScreen(doors.actions, this))
    , m_appearance(new AppearanceScreen(doors.preferences, this))
    , m_navigation(new NavigationScreen(doors.preferences, this))
    , m_palette(new PaletteScreen(doors.search, this))
{
    connect(m_live, &LiveScreen::jobWanted, this, &Desk::openJob);
    connect(m_live, &LiveScreen::frozenChanged, m_job, [this] { m_job->setFrozen(m_live->frozen()); });
    connect(m_live, &LiveScreen::figuresChanged, this, &Desk::countForNavigation);
    connect(m_job, &JobScreen::jobChanged, m_actions, &ActionsScreen::reconsider);
    connect(m_job, &JobScreen::submissionChanged, m_actions, &ActionsScreen::reconsider);
    connect(m_palette, &PaletteScreen::jobWanted, this, &Desk::openJob);
    connect(m_palette, &PaletteScreen::submissionWanted, this, &Desk::openSubmission);
    connect(m_live->jobs(), &JobsView::dataChanged, this, &Desk::onRows);
    connect(&doors.session, &Session::stateChanged, this, &Desk::onSession);
    const auto told = [this](const auto &status) { m_live->tell(status); };
    const auto recalled = [this](const auto &status) { m_live->recall(status); };
    connect(m_actions, &ActionsScreen::settled, m_live, told);
    connect(m_actions, &ActionsScreen::recalled, m_live, recalled);
    connect(m_bulk, &BulkScreen::settled, m_live, told);
    connect(m_bulk, &BulkScreen::recalled, m_live, recalled);
    onSession();
    countForNavigation();
}

Desk::~Desk() = default;

QString Desk::demoFleet() const { return m_sessionScreen->embedded() ? m_demoFleet : QString(); }

void Desk::setDemoFleet(const QString &words)
{
    if (words == m_demoFleet)
        return;
    m_demoFleet = words;
    Q_EMIT demoFleetChanged();
}

void Desk::openJob(const QString &id)
{
    m_live->jobs()->reveal(id);
    m_job->show(id);
}

void Desk::openSubmission(const QString &id)
{
    if (!m_job->showSubmission(id))
        return Q_EMIT submissionMissed();
    m_live->jobs()->reveal(m_job->jobId());
}

void Desk::countForNavigation()
{
    m_navigation->setCounts(m_live->activeJobs(), m_live->needPerson(), m_live->openCircuits());
}

/// What may be done to a row follows from its state and from whether anything in it failed.
void Desk::onRows(const QModelIndex &, const QModelIndex &, const QList<int> &roles)
{
    using F = JobRow;
    for (const auto field : {F::StateField, F::FailedField, F::RetryingField, F::ManualField}) {
        if (roles.contains(JobsView::role(field))) {
            m_actions->reconsider();
            return;
        }
    }
}

void Desk::onSession()
{
    const Session &session = m_doors.session;
    Q_EMIT demoFleetChanged();
    // An expired token is the same person; what they saw stays, marked with its age.
    if (session.state() == Session::State::SigningIn || session.state() == Session::State::Expired)
        return;
    QString account;
    if (session.state() == Session::State::SignedIn)
        account = session.workspace().url.toString() + u'\n' + session.account().id;
    if (account == m_account)
        return;
    if (!m_account.isEmpty())
        forget();
    m_account = account;
}

void Desk::forget()
{
    m_facts->clear();
    m_marks->reload();
    m_live->clear();
    m_job->close();
    m_analytics->clear();
    m_actions->reload();
    m_bulk->reload();
    m_held->reload();
    m_palette->close();
    countForNavigation();
}

} // namespace bolt
