// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/ports/analytics.h"
#include "models/ports/history.h"
#include "models/ports/link.h"
#include "models/ports/preferences.h"
#include "models/ports/search.h"
#include "models/ports/session.h"
#include "models/screens/desk.h"
#include "models/store/store.h"
#include "tests/tables/fake_gateway.h"
#include "tests/tables/manual_ticker.h"

#include <QHash>
#include <QPromise>
#include <QRandomGenerator>

namespace bolt::test {

class FakeLink final : public Link
{
public:
    const LinkHealth &health() const override { return m_health; }
    void refresh() override { ++refreshed; }
    void loadOlder() override { ++olderAsked; }
    void wipeCopy() override { ++wipes; }
    void set(const LinkHealth &health)
    {
        m_health = health;
        Q_EMIT healthChanged();
    }
    int refreshed = 0;
    int olderAsked = 0;
    int wipes = 0;

private:
    LinkHealth m_health;
};

class FakeSession final : public Session
{
public:
    State state() const override { return m_state; }
    const Workspace &workspace() const override { return m_workspace; }
    const Account &account() const override { return m_account; }
    Keychain keychain() const override { return m_keychain; }
    QFuture<Outcome> signIn(Workspace workspace, QString email, QString password, bool remember) override;
    void signOut() override { become(State::SignedOut); }
    void become(State state);
    void setKeychain(Keychain keychain);
    void setRole(Role role) { m_account.role = role; }
    void setWorkspace(const Workspace &workspace) { m_workspace = workspace; }

    QString askedEmail;
    bool askedRemember = false;
    Outcome answer = Done{};
    bool silent = false; ///< a sign-in stays without an answer

private:
    std::vector<QPromise<Outcome>> m_unanswered;
    State m_state = State::SignedIn;
    Workspace m_workspace{QStringLiteral("DirectoryBolt"), Workspace::Kind::Embedded,
                          QUrl(QStringLiteral("http://127.0.0.1")), QStringLiteral("anon")};
    Account m_account{QStringLiteral("1"), QStringLiteral("mk@example.com"), Role::Admin};
    Keychain m_keychain = Keychain::Available;
};

class FakeHistory final : public History
{
public:
    QFuture<Result<std::vector<Attempt>>> attempts(SubmissionId id) override;
    Result<std::vector<Attempt>> answer = std::vector<Attempt>{};
};

class FakeAnalytics final : public Analytics
{
public:
    QFuture<Result<AnalyticsReport>> report(TimeRange range, QByteArray timeZoneId) override;
    std::optional<Error> error;
    bool silent = false;
    Instant asOf;
    int asked = 0;
};

class FakeSearch final : public Search
{
public:
    QFuture<Result<std::vector<SearchHit>>> find(const QString &text) override;
    Result<std::vector<SearchHit>> answer = std::vector<SearchHit>{};
    bool silent = false;
    QStringList asked;
};

class MemoryPreferences final : public Preferences
{
public:
    QVariant value(const QString &key, const QVariant &fallback) const override
    {
        return m_values.value(key, fallback);
    }
    void setValue(const QString &key, const QVariant &value) override { m_values.insert(key, value); }

private:
    QHash<QString, QVariant> m_values;
};

/// A desk on a store of invented rows, for tests and pictures of the pages only. The same at every run.
class DeskFixture
{
public:
    enum class Load { Empty, Some, Many };
    explicit DeskFixture(Load load = Load::Some);
    ~DeskFixture();

    Desk &desk() { return *m_desk; }
    void goLive(double eventsPerSecond = 212);
    void goOffline(bool retrying);
    void goPolling();
    void unpublish(Table table);
    void goLoading();
    /// A few changes as they come from a live stream, with their entries in the feed.
    void someEvents();
    /// One job with this many submissions.
    JobId addJob(const QString &customer, int submissions);
    JobId firstJob() const;
    SubmissionId firstFailed(JobId job) const;
    void step();

    FixedClock clock;
    Store store;
    ManualTicker ticker;
    FakeLink link;
    FakeSession session;
    FakeGateway gateway;
    FakeHistory history;
    FakeAnalytics analytics;
    FakeSearch search;
    MemoryPreferences preferences;

private:
    void fillBase(Delta &delta);
    void fillJobs(Delta &delta, int count);
    Submission makeSubmission(const Job &job, int number, double done);
    std::optional<EndedAttempt> attemptOf(const Submission &submission);
    void failAs(Submission &submission, const QString &code, Instant at);

    QRandomGenerator m_random;
    std::vector<Directory> m_directories;
    int m_submissions = 0;
    int m_customers = 0;
    std::unique_ptr<Desk> m_desk;
};

} // namespace bolt::test
