// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/tour.h"

#include "models/screens/appearance_screen.h"
#include "models/screens/connection_screen.h"
#include "models/screens/desk.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/store/store.h"

#include <QDir>
#include <QMetaEnum>
#include <QQuickWindow>
#include <QTextStream>
#include <algorithm>
#include <cstdio>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

/// Long enough for a page to load, ask its figures and come to rest.
constexpr int settleMs = 1500;

/// So many seconds the tour waits for the embedded backend before its time counts all the same.
constexpr int patience = 60;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

} // namespace

Tour::Tour(Desk &desk, const Store &store, QQuickWindow *window, Options options, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_store(store)
    , m_window(window)
    , m_options(std::move(options))
{
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &Tour::second);
}

void Tour::start() { m_second.start(); }

void Tour::printStart(const QString &what, std::chrono::milliseconds after) const
{
    out() << u"first %1 after %2 ms\n"_s.arg(what).arg(after.count());
    out().flush();
}

void Tour::second()
{
    ++m_elapsed;
    if (m_options.summary)
        printSummary();
    // The embedded backend needs its own time to start: what was asked for is time with something to see.
    if (m_options.embedded && !m_wasLive) {
        m_wasLive = m_desk.connection()->phase() == ConnectionScreen::Live;
        m_liveSince = m_elapsed - 1;
        if (!m_wasLive && m_elapsed < patience)
            return;
    }
    if (m_options.runFor && m_elapsed - m_liveSince >= m_options.runFor->count()) {
        m_second.stop();
        beginShots();
    }
}

void Tour::printSummary() const
{
    const auto *link = m_desk.connection();
    const auto phase = QMetaEnum::fromType<ConnectionScreen::Phase>().valueToKey(link->phase());
    int failed = 0;
    for (const Job &job : m_store.jobs().rows()) {
        if (isActive(job.state))
            failed += m_store.counts(job.id)[JobCounts::Failed] + m_store.counts(job.id)[JobCounts::Manual];
    }
    out() << u"%1 s  %2%3  jobs %4 (%5 active)  submissions %6  events/s %7  open failures %8\n"_s.arg(m_elapsed, 3)
                 .arg(QString::fromLatin1(phase), link->fresh() ? u""_s : u" (not fresh)"_s)
                 .arg(m_store.jobs().size())
                 .arg(m_desk.navigation()->activeJobs())
                 .arg(m_store.submissions().size())
                 .arg(link->eventsPerSecond(), 0, 'f', 1)
                 .arg(failed);
    out().flush();
}

void Tour::beginShots()
{
    if (m_options.shots.isEmpty() || !m_window) {
        end();
        return;
    }
    if (!QDir().mkpath(m_options.shots)) {
        std::fprintf(stderr, "cannot make the folder %s\n", qPrintable(m_options.shots));
        m_failed = true;
        end();
        return;
    }
    auto *look = m_desk.appearance();
    auto *pages = m_desk.navigation();
    const auto themes = m_options.theme == u"dark"_s    ? QStringList{u"dark"_s}
                        : m_options.theme == u"light"_s ? QStringList{u"light"_s}
                                                        : QStringList{u"dark"_s, u"light"_s};
    for (const QString &theme : themes) {
        m_stops.push_back({{}, [look, theme] {
                               look->setTheme(theme == u"dark"_s ? AppearanceScreen::Dark : AppearanceScreen::Light);
                           }});
        for (const QString &page : {u"live"_s, u"analytics"_s, u"system"_s})
            m_stops.push_back({page + u'-' + theme, [pages, page] { pages->setPage(page); }});
        m_stops.push_back({u"drawer-"_s + theme, [this, pages] {
                               pages->setPage(u"live"_s);
                               openBusiestJob();
                           }});
        m_stops.push_back({{}, [this] { m_desk.job()->close(); }});
    }
    nextStop();
}

void Tour::nextStop()
{
    if (m_at == m_stops.size()) {
        end();
        return;
    }
    const Stop &stop = m_stops[m_at++];
    stop.go();
    QTimer::singleShot(stop.name.isEmpty() ? 300 : settleMs, this, [this, name = stop.name] {
        if (!name.isEmpty() && !takeShot(name))
            m_failed = true;
        nextStop();
    });
}

bool Tour::takeShot(const QString &name)
{
    const QString path = QDir(m_options.shots).filePath(name + u".png"_s);
    const QImage image = m_window->grabWindow();
    if (image.isNull() || !image.save(path)) {
        std::fprintf(stderr, "cannot write the picture %s\n", qPrintable(path));
        return false;
    }
    ++m_taken;
    return true;
}

/// The active job with the most failures a person could do something about: the one worth looking at.
void Tour::openBusiestJob()
{
    const Job *best = nullptr;
    int most = -1;
    for (const Job &job : m_store.jobs().rows()) {
        const JobCounts counts = m_store.counts(job.id);
        const int weight = counts[JobCounts::Failed] + counts[JobCounts::Manual];
        if (job.state == JobState::InProgress && weight > most) {
            most = weight;
            best = &job;
        }
    }
    if (!best)
        return;
    m_desk.job()->show(best->id.toString());
    m_desk.job()->selectNextFailed();
}

void Tour::end()
{
    if (m_options.summary || m_taken) {
        const auto *link = m_desk.connection();
        out() << u"Seen in %1 s: %2 jobs, %3 submissions, %4 changes, connection %5"_s.arg(m_elapsed)
                     .arg(m_store.jobs().size())
                     .arg(m_store.submissions().size())
                     .arg(link->events(), 0, 'f', 0)
                     .arg(link->fresh() ? u"live"_s : u"not live"_s);
        if (m_taken)
            out() << u"; %1 pictures in %2"_s.arg(m_taken).arg(QDir(m_options.shots).absolutePath());
        out() << u".\n"_s;
        out().flush();
    }
    Q_EMIT finished(m_failed ? 1 : 0);
}

} // namespace bolt
