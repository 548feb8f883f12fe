// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pages/desk_fixture.h"

#include <QTimeZone>
#include <cmath>

namespace bolt::test {
namespace {

template<class T>
QFuture<T> settled(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

template<class IdType>
IdType numbered(quint32 kind, int n)
{
    return IdType(QUuid(kind, 0, 0, 0, 0, 0, 0, quint8(n >> 24), quint8(n >> 16), quint8(n >> 8), quint8(n)));
}

const QStringList names{QStringLiteral("Smith Plumbing Services"),
                        QStringLiteral("Harbor Dental Group"),
                        QStringLiteral("Nordlicht Elektrotechnik"),
                        QStringLiteral("Café Aurora"),
                        QStringLiteral("Blue Ridge Roofing"),
                        QStringLiteral("Kowalski & Sons Moving"),
                        QStringLiteral("Green Leaf Landscaping"),
                        QStringLiteral("Pacific Auto Glass"),
                        QStringLiteral("Studio Vermeer"),
                        QStringLiteral("Lakeside Veterinary"),
                        QStringLiteral("Atlas Storage"),
                        QStringLiteral("Brightside Solar"),
                        QStringLiteral("Oakwood Physio"),
                        QStringLiteral("Metro Locksmiths"),
                        QStringLiteral("Sunrise Bakery"),
                        QStringLiteral("Delta HVAC"),
                        QStringLiteral("Rosewood Events"),
                        QStringLiteral("Quarry Stone & Tile"),
                        QStringLiteral("Fjord Kayaks"),
                        QStringLiteral("Ember Pottery"),
                        QStringLiteral("Hillside Orthopaedics"),
                        QStringLiteral("Copper Kettle Catering"),
                        QStringLiteral("Vista Window Cleaning"),
                        QStringLiteral("Pine Street Books")};
const QStringList places{
    QStringLiteral("hotfrog.com"),   QStringLiteral("yellowpages.com"), QStringLiteral("cylex.net"),
    QStringLiteral("brownbook.net"), QStringLiteral("manta.com"),       QStringLiteral("foursquare.com"),
    QStringLiteral("tupalo.co"),     QStringLiteral("showmelocal.com"), QStringLiteral("n49.com"),
    QStringLiteral("ezlocal.com"),   QStringLiteral("bizvotes.com"),    QStringLiteral("citysquares.com")};

struct PackageShape
{
    const char16_t *id;
    const char16_t *name;
    int size, priority, sla, concurrency, attempts;
};
constexpr PackageShape packages[]{{u"enterprise", u"Enterprise", 500, 1, 24, 10, 6},
                                  {u"professional", u"Professional", 300, 2, 48, 5, 5},
                                  {u"growth", u"Growth", 100, 3, 120, 2, 4},
                                  {u"starter", u"Starter", 50, 4, 168, 1, 3}};

} // namespace

QFuture<Outcome> FakeSession::signIn(Workspace workspace, QString email, QString, bool remember)
{
    askedEmail = email;
    askedRemember = remember;
    if (silent) {
        become(State::SigningIn);
        m_unanswered.emplace_back().start();
        return m_unanswered.back().future();
    }
    if (answer.ok()) {
        m_workspace = std::move(workspace);
        m_account.email = email;
        become(State::SignedIn);
    }
    return settled(answer);
}

void FakeSession::become(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void FakeSession::setKeychain(Keychain keychain)
{
    m_keychain = keychain;
    Q_EMIT keychainChanged();
}

QFuture<Result<std::vector<Attempt>>> FakeHistory::attempts(SubmissionId) { return settled(answer); }

QFuture<Result<std::vector<SearchHit>>> FakeSearch::find(const QString &text)
{
    asked << text;
    if (!silent)
        return settled(answer);
    QPromise<Result<std::vector<SearchHit>>> never;
    never.start();
    return never.future();
}

QFuture<Result<AnalyticsReport>> FakeAnalytics::report(TimeRange range, QByteArray)
{
    ++asked;
    if (silent) {
        QPromise<Result<AnalyticsReport>> never;
        never.start();
        return never.future();
    }
    if (error)
        return settled(Result<AnalyticsReport>(*error));
    AnalyticsReport report;
    report.range = range;
    report.asOf = asOf;
    report.minAttempts = 20;
    int number = 0;
    for (Instant day = range.from; day < range.to; day += std::chrono::hours(24), ++number) {
        const bool weekend = number % 7 > 4;
        const int attempted = number == 9 ? 0 : weekend ? 90 + number * 3 : 310 + (number * 37) % 120;
        const double rate = 0.9 + 0.05 * std::sin(number / 3.0) - (number % 11 == 0 ? 0.08 : 0);
        report.days.push_back({day, weekend ? 1 + number % 3 : 4 + (number * 5) % 7, int(attempted * rate), attempted});
    }
    for (int i = 0; i < 10; ++i)
        report.directories.push_back({numbered<DirectoryId>(4, i), places.at(i), 34 - 3 * i, 52 + 11 * i});
    return settled(Result<AnalyticsReport>(report));
}

DeskFixture::DeskFixture(Load load)
    : clock(*parseInstant(u"2026-08-21T14:03:22+00:00"))
    , m_random(7)
{
    analytics.asOf = clock.now() - Seconds(9);
    gateway.now = clock.now() - Seconds(14);
    Delta delta;
    delta.snapshot = true;
    fillBase(delta);
    if (load != Load::Empty)
        fillJobs(delta, load == Load::Many ? 400 : int(names.size()));
    Delta ended; // these pass through the store: the desk has to be there
    ended.snapshot = true;
    std::swap(ended.attempts, delta.attempts);
    store.apply(delta);
    m_desk = std::make_unique<Desk>(DeskDoors{store, link, session, gateway, history, analytics, search, preferences,
                                              clock, ticker, QTimeZone::utc()});
    store.apply(ended);
    goLive();
    step();
}

DeskFixture::~DeskFixture() = default;

void DeskFixture::step()
{
    ticker.tick();
    ticker.tick();
}

void DeskFixture::fillBase(Delta &delta)
{
    for (const PackageShape &shape : packages) {
        Package package;
        package.id = PackageId(QStringView(shape.id).toString());
        package.name = QStringView(shape.name).toString();
        package.priority = shape.priority;
        package.slaHours = shape.sla;
        package.concurrency = shape.concurrency;
        package.maxAttempts = shape.attempts;
        delta.packages.upserts.push_back(package);
    }
    for (int i = 0; i < 60; ++i) {
        Directory directory;
        directory.id = numbered<DirectoryId>(4, i);
        directory.name = i < places.size() ? places.at(i) : QStringLiteral("directory-%1.example").arg(i);
        directory.website = QStringLiteral("https://") + directory.name;
        if (i == 8) {
            directory.circuit = CircuitState::Open;
            directory.circuitOpenUntil = clock.now() + std::chrono::minutes(17);
        }
        m_directories.push_back(directory);
    }
    delta.directories.upserts = m_directories;
    for (int i = 1; i <= 12; ++i) {
        Worker worker;
        worker.id = WorkerId(QStringLiteral("worker-%1").arg(i));
        worker.state = WorkerState::Online;
        worker.heartbeatAt = clock.now() - Seconds(i == 7 ? 64 : 4 + i);
        delta.workers.upserts.push_back(worker);
    }
}

void DeskFixture::failAs(Submission &submission, const QString &code, Instant at)
{
    submission.state = SubmissionState::Failed;
    submission.lastErrorCode = code;
    submission.failedAt = at;
}

Submission DeskFixture::makeSubmission(const Job &job, int number, double done)
{
    Submission s;
    s.id = numbered<SubmissionId>(5, m_submissions++);
    s.job = job.id;
    s.customer = job.customer;
    s.directory = m_directories[size_t(number) % m_directories.size()].id;
    s.attempt = 1;
    s.maxAttempts = 5;
    s.createdAt = job.createdAt;
    s.successProbability = 0.62f;
    s.processingMs = 21000 + int(m_random.bounded(30000));
    const double draw = m_random.generateDouble();
    const double ago = 14000 * m_random.generateDouble();
    const Instant at = clock.now() - Seconds(qint64(ago * ago / 14000) + 3);
    s.updatedAt = at;
    if (draw < done * 0.66) {
        s.state = SubmissionState::Approved;
        s.submittedAt = s.approvedAt = at;
    } else if (draw < done * 0.9) {
        s.state = SubmissionState::Submitted;
        s.submittedAt = at;
    } else if (draw < done * 0.935) {
        failAs(s, QStringLiteral("VALIDATION"), at);
    } else if (draw < done * 0.965) {
        failAs(s, number % 3 ? QStringLiteral("CAPTCHA") : QStringLiteral("PHONE_VERIFICATION"), at);
        s.attempt = 2;
    } else if (draw < done) {
        failAs(s, QStringLiteral("TIMEOUT"), at);
        s.nextRetryAt = clock.now() + Seconds(260);
    } else if (draw < done + 0.015) {
        s.state = SubmissionState::Submitting;
    } else {
        s.state = SubmissionState::Pending;
        s.attempt = 0;
    }
    return s;
}

/// The outcome that the server keeps of it; nothing where it did not end.
std::optional<EndedAttempt> DeskFixture::attemptOf(const Submission &s)
{
    const bool failed = s.state == SubmissionState::Failed && !s.nextRetryAt;
    if (!failed && s.state != SubmissionState::Approved && s.state != SubmissionState::Submitted)
        return {};
    EndedAttempt a;
    a.id = numbered<AttemptId>(6, m_submissions);
    a.submission = s.id;
    a.job = s.job;
    a.customer = s.customer;
    a.directory = s.directory;
    a.attempt = s.attempt;
    a.endedAt = a.updatedAt = s.updatedAt;
    a.outcome = failed ? AttemptOutcome::FailedForGood : AttemptOutcome::Submitted;
    a.code = s.lastErrorCode;
    return a;
}

void DeskFixture::fillJobs(Delta &delta, int count)
{
    for (int i = 0; i < count; ++i) {
        const PackageShape &shape = packages[i % 4];
        Customer customer;
        customer.id = numbered<CustomerId>(2, m_customers);
        customer.companyName =
            i < names.size() ? names.at(i) : QStringLiteral("%1 %2").arg(names.at(i % names.size())).arg(i);
        customer.email = QStringLiteral("office@customer%1.example").arg(i);
        customer.website = QStringLiteral("https://customer%1.example").arg(i);
        delta.customers.upserts.push_back(customer);
        Job job;
        job.id = numbered<JobId>(3, m_customers++);
        job.customer = customer.id;
        job.package = PackageId(QStringView(shape.id).toString());
        job.state = i % 9 == 6 ? JobState::Paused : i % 11 == 10 ? JobState::Pending : JobState::InProgress;
        job.createdAt = clock.now() - std::chrono::minutes(200 + 53 * i);
        if (job.state != JobState::Pending)
            job.startedAt = clock.now() - std::chrono::minutes(190);
        if (job.state == JobState::Paused) {
            job.pausedBy = QStringLiteral("a.brandt@boltdesk.test");
            job.pausedAt = clock.now() - std::chrono::minutes(131);
        }
        job.dueAt = i == 2 ? clock.now() + std::chrono::minutes(100) : clock.now() + std::chrono::hours(5 + 7 * i);
        job.worker = WorkerId(QStringLiteral("worker-%1").arg(1 + i % 12));
        job.currentDirectory = places.at(i % places.size());
        job.directoriesTotal = shape.size;
        const double done = job.state == JobState::Pending ? 0 : 0.2 + 0.6 * m_random.generateDouble();
        for (int n = 0; n < shape.size; ++n) {
            const Submission s = makeSubmission(job, n, done);
            job.directoriesCompleted += s.state == SubmissionState::Approved || s.state == SubmissionState::Submitted;
            delta.submissions.upserts.push_back(s);
            if (const auto attempt = attemptOf(s))
                delta.attempts.upserts.push_back(*attempt);
        }
        job.updatedAt = clock.now();
        delta.jobs.upserts.push_back(job);
    }
}

void DeskFixture::goLive(double eventsPerSecond)
{
    LinkHealth health;
    health.phase = LinkPhase::Live;
    health.since = clock.now() - std::chrono::minutes(42);
    health.asOf = health.lastEventAt = clock.now();
    health.lastTickAt = clock.now() - Seconds(6);
    health.latencyMs = 38;
    health.keptSince = clock.now() - std::chrono::hours(90 * 24);
    health.eventsPerSecond = eventsPerSecond;
    health.events = 512904;
    health.bytesIn = 348226110;
    health.reconnects = 1;
    health.catchUps = 2;
    health.dirtyFetches = 3;
    health.subscriptions = {QStringLiteral("jobs"), QStringLiteral("directory_submissions"), QStringLiteral("workers")};
    health.recentReasons = {
        {clock.now() - Seconds(900), {LinkReason::Closed, QStringLiteral("1006 connection reset by peer")}}};
    for (TableHealth &table : health.tables)
        table = {LinkPhase::Live, true, 10412, 10412, clock.now()};
    link.set(health);
}

void DeskFixture::goOffline(bool retrying)
{
    LinkHealth health = link.health();
    health.phase = LinkPhase::Offline;
    health.reason = {LinkReason::Closed, QStringLiteral("1012 restart")};
    health.since = clock.now();
    health.latencyMs.reset();
    health.eventsPerSecond = 0;
    if (retrying)
        health.nextTry = clock.now() + Seconds(4);
    for (TableHealth &table : health.tables)
        table.phase = LinkPhase::Offline;
    link.set(health);
}

void DeskFixture::goPolling()
{
    goLive(0);
    LinkHealth health = link.health();
    health.phase = LinkPhase::Polling;
    health.reason = {LinkReason::JoinRefused, QStringLiteral("HTTP 503")};
    health.nextTry = clock.now() + Seconds(12);
    health.pollEvery = Seconds(20);
    health.latencyMs.reset();
    for (TableHealth &table : health.tables)
        table.phase = LinkPhase::Polling;
    link.set(health);
}

void DeskFixture::unpublish(Table which)
{
    LinkHealth health = link.health();
    health.pollEvery = Seconds(20);
    TableHealth &table = health.tables[size_t(which)];
    table.phase = LinkPhase::Polling;
    table.unpublished = true;
    link.set(health);
}

void DeskFixture::goLoading()
{
    LinkHealth health;
    health.phase = LinkPhase::CatchUp;
    health.since = clock.now();
    link.set(health);
}

void DeskFixture::someEvents()
{
    const auto rows = store.submissions().rows();
    std::vector<Submission> changed;
    int n = 0;
    for (size_t i = 11; i < rows.size() && n < 40; i += 97) {
        Submission s = rows[i];
        s.updatedAt = clock.now();
        switch (n++ % 8) {
        case 0:
        case 3:
            s.state = SubmissionState::Approved;
            s.approvedAt = clock.now();
            break;
        case 1:
            failAs(s, QStringLiteral("VALIDATION"), clock.now());
            break;
        case 2:
            failAs(s, QStringLiteral("TIMEOUT"), clock.now());
            s.nextRetryAt = clock.now() + Seconds(240);
            break;
        case 4:
        case 6:
            s.state = SubmissionState::Submitting;
            break;
        case 5:
            failAs(s, QStringLiteral("CAPTCHA"), clock.now());
            break;
        default:
            s.state = SubmissionState::Submitted;
            s.submittedAt = clock.now();
        }
        changed.push_back(s);
    }
    const Instant now = clock.now();
    for (size_t i = 0; i < changed.size(); ++i) {
        clock.jump(-Seconds(qint64(4 * (changed.size() - i))));
        Delta delta;
        delta.submissions.upserts.push_back(changed[i]);
        store.apply(delta);
        clock.jump(now - clock.now());
    }
    step();
}

JobId DeskFixture::addJob(const QString &name, int submissions)
{
    Delta delta;
    Customer customer;
    customer.id = numbered<CustomerId>(2, m_customers);
    customer.companyName = name;
    delta.customers.upserts.push_back(customer);
    Job job;
    job.id = numbered<JobId>(3, m_customers++);
    job.customer = customer.id;
    job.package = PackageId(QStringLiteral("enterprise"));
    job.state = JobState::InProgress;
    job.createdAt = job.startedAt.emplace(clock.now() - std::chrono::minutes(100));
    job.dueAt = clock.now() + std::chrono::minutes(30);
    job.directoriesTotal = submissions;
    job.updatedAt = clock.now();
    for (int n = 0; n < submissions; ++n)
        delta.submissions.upserts.push_back(makeSubmission(job, n, 0.7));
    delta.jobs.upserts.push_back(job);
    store.apply(delta);
    step();
    return job.id;
}

JobId DeskFixture::firstJob() const { return store.jobs().rows().empty() ? JobId() : store.jobs().rows()[1].id; }

SubmissionId DeskFixture::firstFailed(JobId job) const
{
    for (const SubmissionId &id : store.submissionsOf(job)) {
        const Submission *submission = store.submissions().find(id);
        if (submission && bucketOf(*submission) == JobCounts::Manual)
            return id;
    }
    return {};
}

} // namespace bolt::test
