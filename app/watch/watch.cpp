// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/watch.h"

#include "app/watch/record_json.h"
#include "models/ports/when_done.h"
#include "models/ports/workspace_book.h"
#include "services/client/client_timing.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStandardPaths>
#include <cstdio>
#include <ctime>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array phaseWords{"offline",     "connecting", "joining",    "waiting for live",
                                "catching up", "live",       "signed out", "denied"};
constexpr std::array actionWords{"waiting",        "sending", "unknown",   "applied",
                                 "partly applied", "refused", "cancelled", "expired"};

double random() { return QRandomGenerator::global()->generateDouble(); }

HttpClient::Settings webSettings(const WatchOptions &options)
{
    HttpClient::Settings s;
    s.timeout = hastenedAnswer(options.haste);
    return s;
}

SessionClient::Settings sessionSettings(const WatchOptions &options)
{
    SessionClient::Settings s;
    // The desk's own: both refresh one and the same session, never at once.
    s.lockFolder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/BoltDesk/BoltDesk"_s;
    s.restFirst = std::max(Millis(500), s.restFirst / options.haste);
    s.restMax = std::max(Millis(500), s.restMax / options.haste);
    s.signInWithin = std::chrono::ceil<Millis>(options.patience);
    s.random = random;
    return s;
}

DeskClient::Settings clientSettings(const WatchOptions &options)
{
    DeskClient::Settings s;
    s.replicaFile = options.replica;
    s.window = std::chrono::hours(0); // a dump is of everything
    s.random = random;
    s.haste = options.haste;
    return s;
}

void say(const QString &line) { std::fprintf(stderr, "boltdesk-watch: %s\n", qUtf8Printable(line)); }

void print(const QJsonObject &object)
{
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
}

} // namespace

Watch::Watch(WatchOptions options, QString password, SecretStore &secrets)
    : m_options(std::move(options))
    , m_password(std::move(password))
    , m_clock(m_options.clockSteps)
    , m_http(webSettings(m_options), {})
    , m_session(m_http, m_connector, secrets, m_clock, sessionSettings(m_options))
    , m_client(m_session, m_connector, m_clock, m_store, clientSettings(m_options))
{
    connect(&m_client, &DeskClient::applying, this, &Watch::onApplying);
    connect(&m_client.link(), &Link::healthChanged, this, &Watch::onHealth);
    connect(&m_client.actions(), &ActionGateway::changed, this, &Watch::onAction);
    connect(&m_look, &QTimer::timeout, this, &Watch::look);
}

void Watch::start(bool restored)
{
    m_sinceStart.start();
    m_sinceChange.start();
    m_client.start();
    m_look.start(50);
    Workspace workspace;
    workspace.name = WorkspaceBook::nameFor(m_options.url);
    workspace.url = m_options.url;
    workspace.anonKey = m_options.anonKey;
    const auto asked =
        restored ? m_session.restore(workspace)
                 : m_session.signIn(workspace, m_options.email, std::exchange(m_password, {}), m_options.remember);
    whenDone(asked, this, [this](const Outcome &outcome) { signedIn(outcome); });
}

void Watch::signedIn(const Outcome &outcome)
{
    if (m_done)
        return;
    if (!outcome.ok()) {
        say(outcome.error().message);
        const auto kind = outcome.error().kind;
        const bool away = kind == Error::Kind::Network || kind == Error::Kind::Server || kind == Error::Kind::RateLimit;
        return finish(away ? Unreachable : SignInRefused);
    }
    if (m_options.remember) {
        if (m_session.keychain() == Session::Keychain::Unavailable)
            say(u"no keychain answered: this sign-in is not remembered"_s);
        else
            Q_EMIT remembered(m_session.workspace());
    }
    m_actsGiven = true;
    for (const BulkCommand &act : m_options.acts) {
        if (act.size() > 1) {
            m_client.actions().submitBulk(act);
            continue;
        }
        Command one;
        one.verb = act.verb;
        one.submissions = act.submissions;
        one.job = act.jobs.empty() ? JobId() : act.jobs.front();
        one.priorityOverride = act.priorityOverride;
        m_client.actions().submit(std::move(one));
    }
}

void Watch::onHealth()
{
    const LinkHealth &h = m_client.link().health();
    m_wasReached |= h.phase > LinkPhase::Connecting && h.phase != LinkPhase::SignedOut;
    const bool live = isAnswering(h);
    if (live && !m_wasLive)
        m_sinceChange.restart();
    QString pill = QLatin1StringView(phaseWords[size_t(h.phase)]);
    if (h.silentSince)
        pill = u"no answer since %1"_s.arg(formatInstant(std::chrono::floor<Millis>(*h.silentSince)));
    if (!h.reason.isEmpty())
        pill += u": "_s + h.reason;
    for (int i = 0; i < tableCount; ++i) {
        const TableHealth &table = h.tables[size_t(i)];
        if (table.unreadable > 0)
            pill += u"; %1 rows of %2 cannot be read (%3)"_s.arg(table.unreadable)
                        .arg(tableName(Table(i)), table.unreadableFirst);
    }
    if (pill != std::exchange(m_pill, pill))
        say(pill);
    m_wasLive |= live;
    look();
}

void Watch::onApplying(const Delta &delta)
{
    m_sinceChange.restart();
    if (delta.reset)
        m_attempts.clear();
    for (const AttemptId &id : delta.attempts.removals)
        m_attempts.erase(id);
    for (const EndedAttempt &attempt : delta.attempts.upserts)
        m_attempts.insert_or_assign(attempt.id, attempt);
    if (delta.snapshot)
        return;
    m_applied += qint64(delta.size());
    if (m_options.events)
        writeEvents(delta);
}

void Watch::onAction(const ActionStatus &status)
{
    if (m_phases.value(status.id) == status.phase && m_phases.contains(status.id))
        return;
    m_phases.insert(status.id, status.phase);
    QString line = u"%1 %2: %3"_s.arg(wordOf(status.command.verb), status.id.toString(),
                                      QLatin1StringView(actionWords[size_t(status.phase)]));
    if (status.error)
        line += u" (%1)"_s.arg(status.error->message);
    say(line);
}

void Watch::look()
{
    if (m_done)
        return;
    if (!m_wasReached && m_session.state() == Session::State::SignedIn &&
        m_sinceStart.elapsed() > std::chrono::ceil<Millis>(m_options.patience).count()) {
        say(u"the server was not reached: %1"_s.arg(m_client.link().health().reason));
        return finish(Unreachable);
    }
    // A proxy may say 403 once; a server that means it says so again.
    if (m_client.link().health().phase != LinkPhase::Denied)
        m_sinceDenied.invalidate();
    else if (!m_sinceDenied.isValid())
        m_sinceDenied.start();
    else if (m_sinceDenied.elapsed() > std::chrono::ceil<Millis>(m_options.patience).count()) {
        say(m_client.link().health().reason);
        return finish(NotPermitted);
    }
    if (isConditionMet() && areActionsSettled()) {
        const auto actions = m_client.actions().actions();
        const bool forbidden = std::any_of(actions.begin(), actions.end(), [](const ActionStatus &a) {
            return a.phase == ActionStatus::Phase::Refused && a.error && a.error->kind == Error::Kind::Forbidden;
        });
        finish(forbidden ? NotPermitted : Ok);
    }
}

bool Watch::isConditionMet()
{
    const bool live = isAnswering(m_client.link().health());
    const auto passed = [](const QElapsedTimer &timer, Micros time) {
        return timer.nsecsElapsed() / 1000 >= time.count();
    };
    switch (m_options.until) {
    case WatchOptions::Until::Forever:
        return false;
    case WatchOptions::Until::Live:
        return live;
    case WatchOptions::Until::Idle:
        return live && passed(m_sinceChange, m_options.untilTime);
    case WatchOptions::Until::For:
        return passed(m_sinceStart, m_options.untilTime);
    case WatchOptions::Until::Count:
        return m_applied >= m_options.untilCount;
    }
    return false;
}

bool Watch::areActionsSettled()
{
    if (!m_actsGiven)
        return m_options.acts.empty();
    const auto actions = m_client.actions().actions();
    return std::all_of(actions.begin(), actions.end(), [](const ActionStatus &a) { return isSettled(a.phase); });
}

void Watch::finish(int code)
{
    if (std::exchange(m_done, true))
        return;
    m_look.stop();
    if (m_options.stats)
        writeStats();
    m_client.stop();
    if (!m_options.dump.isEmpty())
        writeDump();
    std::fflush(stdout);
    Q_EMIT finished(code);
}

void Watch::writeEvents(const Delta &delta)
{
    const auto write = [this]<class R>(Table table, const TableDelta<R> &of) {
        if (std::find(m_options.tables.begin(), m_options.tables.end(), table) == m_options.tables.end())
            return;
        for (const auto &id : of.removals)
            print({{u"table"_s, tableName(table)}, {u"op"_s, u"remove"_s}, {u"id"_s, id.toString()}});
        for (const R &row : of.upserts)
            print({{u"table"_s, tableName(table)}, {u"op"_s, u"upsert"_s}, {u"record"_s, toJson(row)}});
    };
    write(Table::Packages, delta.packages);
    write(Table::Customers, delta.customers);
    write(Table::Directories, delta.directories);
    write(Table::Workers, delta.workers);
    write(Table::Jobs, delta.jobs);
    write(Table::Submissions, delta.submissions);
    write(Table::Attempts, delta.attempts);
    std::fflush(stdout);
}

void Watch::writeDump() const
{
    const QByteArray text = dumpOf(m_store, m_attempts, m_options.tables);
    if (m_options.dump == u"-") {
        std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
        return;
    }
    QSaveFile file(m_options.dump);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        say(u"cannot write %1: %2"_s.arg(m_options.dump, file.errorString()));
}

void Watch::writeStats()
{
    const LinkHealth &h = m_client.link().health();
    const double cpu = double(std::clock()) * 1e6 / CLOCKS_PER_SEC;
    QJsonObject o{{u"phase"_s, QLatin1StringView(phaseWords[size_t(h.phase)])},
                  {u"events"_s, h.events},
                  {u"applied"_s, m_applied},
                  {u"cpu_us"_s, cpu},
                  {u"cpu_us_per_event"_s, h.events ? QJsonValue(cpu / double(h.events)) : QJsonValue()},
                  {u"catch_ups"_s, h.catchUps},
                  {u"dirty_fetches"_s, h.dirtyFetches},
                  {u"reconnects"_s, h.reconnects},
                  {u"degraded"_s, h.degraded},
                  {u"garbage"_s, h.garbage},
                  {u"dropped"_s, h.dropped},
                  {u"bytes_in"_s, h.bytesIn},
                  {u"latency_ms"_s, h.latencyMs ? QJsonValue(*h.latencyMs) : QJsonValue()},
                  {u"lag_ms"_s, h.asOf ? QJsonValue(toMillis(m_clock.now()) - toMillis(*h.asOf)) : QJsonValue()}};
    QJsonObject rows;
    for (int i = 0; i < tableCount; ++i)
        rows.insert(tableName(Table(i)), h.tables[size_t(i)].rows);
    o.insert(u"rows"_s, rows);
    QJsonObject unreadable;
    for (int i = 0; i < tableCount; ++i) {
        const TableHealth &table = h.tables[size_t(i)];
        if (table.unreadable > 0)
            unreadable.insert(tableName(Table(i)),
                              QJsonObject{{u"rows"_s, table.unreadable}, {u"first"_s, table.unreadableFirst}});
    }
    o.insert(u"unreadable"_s, unreadable);
    print(o);
}

} // namespace bolt
