// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/watch.h"

#include "app/process/private_file.h"
#include "app/watch/link_line.h"
#include "app/watch/record_json.h"
#include "models/ports/when_done.h"
#include "models/ports/workspace_book.h"
#include "services/client/client_timing.h"
#include "services/replica/row_sum.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <utility>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array actionWords{"waiting",        "sending", "unknown",   "applied",
                                 "partly applied", "refused", "cancelled", "expired"};

/// After a sign-in to which there was no answer.
constexpr Millis signInAgain(1000);

/// How long the program stays to end its session at the server.
constexpr Seconds signOutWithin(3);

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

WatchEnd endUnreached(const QString &what, const QString &why)
{
    say(why.isEmpty() ? what : what + u": "_s + why);
    return WatchEnd::Unreachable;
}

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
    connect(&m_session, &Session::stateChanged, this, &Watch::onSession);
    connect(&m_session, &SessionClient::tokenChanged, this, [this](const wire::AccessToken &token) {
        m_sinceRefused.invalidate();
        if (m_restored && !token.isNull())
            act(); // also when the server came back after restore() had given up
    });
    connect(&m_session, &SessionClient::refreshTrouble, this, &Watch::onRefreshTrouble);
    connect(&m_client, &DeskClient::applying, this, &Watch::onApplying);
    connect(&m_client.link(), &Link::healthChanged, this, &Watch::onHealth);
    connect(&m_client.actions(), &ActionGateway::changed, this, &Watch::onAction);
    connect(&m_client.actions(), &ActionGateway::kept, this, &Watch::onActionKept);
    connect(&m_client.actions(), &ActionGateway::notOnDisk, this, &Watch::onActionNotOnDisk);
    connect(&m_look, &QTimer::timeout, this, &Watch::look);
}

void Watch::start(bool restored)
{
    m_restored = restored;
    m_sinceStart.start();
    m_sinceChange.start();
    m_client.start();
    m_look.start(50);
    if (m_restored)
        whenDone(m_session.restore(workspace()), this, [this](const Outcome &outcome) { signedIn(outcome); });
    else
        signIn();
}

Workspace Watch::workspace() const
{
    Workspace workspace;
    workspace.name = WorkspaceBook::nameFor(m_options.url);
    workspace.url = m_options.url;
    workspace.anonKey = m_options.anonKey;
    return workspace;
}

void Watch::signIn()
{
    if (!m_done)
        whenDone(m_session.signIn(workspace(), m_options.email, m_password, m_options.remember), this,
                 [this](const Outcome &outcome) { signedIn(outcome); });
}

void Watch::signedIn(const Outcome &outcome)
{
    if (m_done)
        return;
    if (!outcome.ok()) {
        const Error &error = outcome.error();
        if (error.message != std::exchange(m_awayWords, error.message))
            say(error.message);
        const bool away = error.kind == Error::Kind::Network || error.kind == Error::Kind::Server ||
                          error.kind == Error::Kind::RateLimit;
        if (!away)
            return finish(WatchEnd::SignIn);
        // Asked again until look() loses patience; what is restored is asked again by the session itself.
        if (!m_restored)
            QTimer::singleShot(std::max(signInAgain / m_options.haste, Millis(error.retryAfterMs)), this,
                               &Watch::signIn);
        return;
    }
    m_password.clear();
    if (m_options.remember) {
        if (m_session.keychain() == Session::Keychain::Unavailable)
            say(u"no keychain answered: this sign-in is not remembered"_s);
        else
            Q_EMIT remembered(m_session.workspace());
    }
    act();
}

void Watch::act()
{
    if (std::exchange(m_signedIn, true))
        return;
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

/// Nobody is there to sign in again.
void Watch::onSession()
{
    // A first refusal comes with the server's words: signedIn().
    const bool begun = m_signedIn || (m_restored && !m_awayWords.isEmpty());
    const auto state = m_session.state();
    if (m_done || !begun || state == Session::State::SignedIn || state == Session::State::SigningIn)
        return;
    say(u"the session has ended: sign in again"_s);
    finish(WatchEnd::SignIn);
}

/// A refusal in words that the session does not know as its end: a proxy may say 401 once, and a public key that is no
/// longer good is refused for ever.
void Watch::onRefreshTrouble(const Error &error)
{
    using Kind = Error::Kind;
    m_refusal = error.message;
    if (error.kind != Kind::Unauthorized && error.kind != Kind::Forbidden && error.kind != Kind::Invalid)
        m_sinceRefused.invalidate();
    else if (!m_sinceRefused.isValid())
        m_sinceRefused.start();
}

void Watch::onHealth()
{
    const LinkHealth &h = m_client.link().health();
    if (m_copyNotice != h.replicaNotice && !h.replicaNotice.isEmpty()) {
        say(h.replicaNotice);
        note(WatchEnd::Copy);
    }
    m_copyNotice = h.replicaNotice;
    if (m_done)
        return;
    if (!m_sinceReached.isValid() && h.phase > LinkPhase::Connecting && h.phase != LinkPhase::SignedOut)
        m_sinceReached.start();
    const bool live = isLive(h);
    if (live && !m_wasLive)
        m_sinceChange.restart();
    const QString pill = linkLine(h);
    if (pill != std::exchange(m_pill, pill))
        say(pill);
    m_wasLive |= live;
    look();
}

void Watch::onApplying(const Delta &delta)
{
    m_sinceChange.restart();
    tell(delta);
    if (delta.reset)
        m_attempts.clear();
    for (const AttemptId &id : delta.attempts.removals)
        m_attempts.erase(id);
    for (const EndedAttempt &attempt : delta.attempts.upserts)
        m_attempts.insert_or_assign(attempt.id, attempt);
}

void Watch::onAction(const ActionStatus &status)
{
    const auto known = m_actions.constFind(status.id);
    const bool first = known == m_actions.cend();
    const bool news = first || known->phase != status.phase;
    // What an earlier run came to is no failure of this one.
    const bool settled = !first && !isSettled(known->phase) && isSettled(status.phase);
    m_actions.insert(status.id, status);
    m_acted = m_acted || (settled && status.phase <= ActionStatus::Phase::Refused && status.tries > 0);
    if (settled && status.phase != ActionStatus::Phase::Applied)
        note(status.error && status.error->kind == Error::Kind::Forbidden ? WatchEnd::NotPermitted : WatchEnd::Action);
    const bool unwritten = status.phase == ActionStatus::Phase::Waiting && !m_kept.contains(status.id);
    if (news && !unwritten)
        sayAction(status);
}

/// A word that is said of an action is a promise: it does not go out before the intent would outlive a crash.
void Watch::onActionKept(const ActionId &id)
{
    if (m_kept.contains(id))
        return;
    m_kept.insert(id);
    m_notOnDisk.remove(id);
    const auto known = m_actions.constFind(id);
    if (known != m_actions.cend() && known->phase == ActionStatus::Phase::Waiting)
        sayAction(*known);
}

void Watch::onActionNotOnDisk(const ActionId &id)
{
    m_notOnDisk.insert(id);
    if (const auto known = m_actions.constFind(id); known != m_actions.cend())
        say(lineOf(*known, u"not on disk"_s));
}

QString Watch::lineOf(const ActionStatus &status, const QString &word)
{
    return u"%1 %2: %3"_s.arg(wordOf(status.command.verb), status.id.toString(), word);
}

void Watch::sayAction(const ActionStatus &status) const
{
    QString line = lineOf(status, QLatin1StringView(actionWords[size_t(status.phase)]));
    if (status.error)
        line += u" (%1)"_s.arg(status.error->message);
    say(line);
}

void Watch::look()
{
    if (m_done)
        return;
    if (const auto end = hopeless())
        finish(*end);
    else if (isConditionMet() && areActionsSettled()) {
        finish(wasReached() ? WatchEnd::Done : unreached());
    }
}

/// A server that lets somebody in and then tells nothing is none.
bool Watch::wasReached() const { return m_signedIn && (m_sinceReached.isValid() || m_acted); }

WatchEnd Watch::unreached()
{
    const QString away = m_signedIn ? QString() : m_awayWords;
    const QString why = away.isEmpty() ? plainWords(m_client.link().health().reason) : away;
    return endUnreached(m_signedIn ? u"the server's data was not reached"_s : u"the server was not reached"_s, why);
}

/// How it ends when it was waited for in vain for as long as somebody has patience; said.
std::optional<WatchEnd> Watch::hopeless()
{
    const LinkHealth &h = m_client.link().health();
    const auto impatient = [this](const QElapsedTimer &since) {
        return since.elapsed() > std::chrono::ceil<Millis>(m_options.patience).count();
    };
    if (!m_sinceReached.isValid() && !m_acted)
        return impatient(m_sinceStart) ? std::optional(unreached()) : std::nullopt;
    // A proxy may say 403 once; a server that means it says so again.
    if (h.phase != LinkPhase::Denied)
        m_sinceDenied.invalidate();
    else if (!m_sinceDenied.isValid())
        m_sinceDenied.start();
    else if (impatient(m_sinceDenied)) {
        say(plainWords(h.reason));
        return WatchEnd::NotPermitted;
    }
    const bool ended = m_session.token().expiresAt <= m_clock.now();
    if (m_sinceRefused.isValid() && impatient(m_sinceRefused) && (ended || !isAnswering(h))) {
        say(u"the session cannot be renewed: "_s + m_refusal);
        return WatchEnd::SignIn;
    }
    // Tables that are polled, or not all of which are read, go on as they are; "live" never comes. A load that has no
    // trouble takes its time.
    const bool wantsLive = m_options.until == WatchOptions::Until::Live || m_options.until == WatchOptions::Until::Idle;
    const bool reads = h.phase == LinkPhase::CatchUp && !h.silentSince;
    const bool troubled = std::any_of(h.tables.begin(), h.tables.end(), [](const TableHealth &t) {
        return t.phase != LinkPhase::Denied && !t.trouble.empty();
    });
    if (!wantsLive || m_wasLive || (reads && !troubled && !h.unproven))
        m_sinceStuck.invalidate();
    else if (!m_sinceStuck.isValid())
        m_sinceStuck.start();
    else if (impatient(m_sinceStuck))
        return endUnreached(reads ? u"not all could be read"_s : u"the server's stream was not reached"_s,
                            plainWords(h.reason));
    return std::nullopt;
}

bool Watch::isConditionMet()
{
    const bool live = isLive(m_client.link().health());
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
    if (!m_signedIn)
        return m_options.acts.empty();
    const auto actions = m_client.actions().actions();
    return std::all_of(actions.begin(), actions.end(), [](const ActionStatus &a) { return isSettled(a.phase); });
}

void Watch::finish(WatchEnd end)
{
    if (std::exchange(m_done, true))
        return;
    note(end);
    m_look.stop();
    const bool dumps = !m_options.dump.isEmpty() && isAnythingHeld();
    if (dumps)
        noteUnread();
    if (m_options.stats)
        writeStats();
    m_client.stop(); // what it still sends, and what the copy then has to say, is heard
    noteActions();
    if (dumps) {
        writeDump();
    } else if (!m_options.dump.isEmpty()) {
        say(u"nothing was read, so there is no dump"_s);
        note(WatchEnd::Output);
    }
    noteOutput();
    signOut();
}

void Watch::note(WatchEnd end)
{
    if (m_end == WatchEnd::Done || (end != WatchEnd::Done && end < m_end))
        m_end = end;
}

/// What was asked for and has no end yet, when everything else has.
void Watch::noteActions()
{
    if (!m_signedIn && !m_options.acts.empty() && m_end == WatchEnd::Done) {
        say(u"it ended before anything was asked for"_s);
        note(WatchEnd::Action);
    }
    int goOn = 0, lost = 0;
    for (const ActionStatus &action : std::as_const(m_actions)) {
        if (!isSettled(action.phase))
            ++(m_options.replica.isEmpty() || m_notOnDisk.contains(action.id) ? lost : goOn);
    }
    if (goOn > 0)
        say(u"actions that are not finished, and go on at the next start with %2: %1"_s.arg(goOn).arg(
            m_options.replica));
    if (lost > 0)
        say(u"actions that are not finished, and of which nothing more will be known: %1"_s.arg(lost));
    if (goOn + lost > 0)
        note(WatchEnd::Action);
}

/// An empty table in a dump says that the server has no rows.
void Watch::noteUnread()
{
    for (const Table table : m_options.tables) {
        if (!isUnread(m_client.link().health(), table))
            continue;
        say(u"not read to its end, though it is in the dump: %1"_s.arg(tableName(table)));
        note(WatchEnd::NotPermitted);
    }
}

/// From the server or from the copy on disk; a server may hold no rows.
bool Watch::isAnythingHeld()
{
    const auto &tables = m_client.link().health().tables;
    return std::any_of(tables.begin(), tables.end(), [](const TableHealth &t) { return t.complete || t.rows > 0; }) ||
           holdsRows();
}

bool Watch::holdsRows() const
{
    return m_store.packages().size() + m_store.customers().size() + m_store.directories().size() +
               m_store.workers().size() + m_store.jobs().size() + m_store.submissions().size() + m_attempts.size() >
           0;
}

/// A reader that went away, a disk that is full: whatever was printed did not arrive whole.
void Watch::noteOutput()
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return;
    if (!std::exchange(m_outputLost, true))
        say(u"cannot write to standard output: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
    note(WatchEnd::Output);
}

/// Of a snapshot only what it no longer has: that was removed at the server, unseen. What it has is state, no event.
/// Nor is a row as it was told last: where rows have no version, a stream that is behind the answers sets a row back,
/// and forth again before anybody looks.
/// After a reset what is there is read anew, and told by nobody.
void Watch::tell(const Delta &delta)
{
    if (m_options.events && delta.reset && holdsRows()) {
        m_told = {};
        print({{u"op"_s, u"reset"_s}});
    }
    const auto tellTable = [this, &delta]<class R>(Table table, const TableDelta<R> &of, const auto &held) {
        const auto &shown = m_options.tables;
        const bool wanted = m_options.events && std::find(shown.begin(), shown.end(), table) != shown.end();
        auto &told = m_told[size_t(table)];
        for (const auto &id : of.removals) {
            if (delta.snapshot && !held(id))
                continue;
            ++m_applied;
            if (wanted) {
                told.remove(id.toString());
                print({{u"table"_s, tableName(table)}, {u"op"_s, u"remove"_s}, {u"id"_s, id.toString()}});
            }
        }
        if (delta.snapshot)
            return;
        m_applied += qint64(of.upserts.size());
        for (const R &row : of.upserts) {
            const qint64 sum = wanted ? sumOf(row) : 0;
            if (wanted && std::exchange(told[row.id.toString()], sum) != sum)
                print({{u"table"_s, tableName(table)}, {u"op"_s, u"upsert"_s}, {u"record"_s, toJson(row)}});
        }
    };
    const auto in = [](const auto &table) { return [&table](const auto &id) { return table.find(id) != nullptr; }; };
    tellTable(Table::Packages, delta.packages, in(m_store.packages()));
    tellTable(Table::Customers, delta.customers, in(m_store.customers()));
    tellTable(Table::Directories, delta.directories, in(m_store.directories()));
    tellTable(Table::Workers, delta.workers, in(m_store.workers()));
    tellTable(Table::Jobs, delta.jobs, in(m_store.jobs()));
    tellTable(Table::Submissions, delta.submissions, in(m_store.submissions()));
    tellTable(Table::Attempts, delta.attempts, [this](const AttemptId &id) { return m_attempts.contains(id); });
    if (!m_options.events)
        return;
    noteOutput();
    if (m_outputLost && !m_done) // not from within: the store is about to take the batch
        QTimer::singleShot(0, this, [this] { finish(WatchEnd::Output); });
}

void Watch::writeDump()
{
    const QByteArray text = dumpOf(m_store, m_attempts, m_options.tables);
    if (m_options.dump == u"-") {
        std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
        return;
    }
    if (const Outcome written = writePrivately(m_options.dump, text); !written) {
        say(written.error().message);
        note(WatchEnd::Output);
    }
}

/// A session that nobody keeps would be good for whoever finds its token, for as long as the server lets it live.
void Watch::signOut()
{
    const auto ended = [this](const auto &) { Q_EMIT finished(m_end); };
    const bool stays = m_restored || (m_options.remember && m_session.keychain() == Session::Keychain::Available);
    if (stays || m_session.token().isNull())
        return ended(0);
    whenDone(m_http.send(m_connector.signOut(m_session.token().jwt), signOutWithin).answer, this, ended);
}

void Watch::writeStats()
{
    const LinkHealth &h = m_client.link().health();
    const double cpu = double(std::clock()) * 1e6 / CLOCKS_PER_SEC;
    QJsonObject o{{u"phase"_s, phaseWord(h.phase)},
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
