// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/analytics.h"
#include "models/ports/history.h"
#include "models/ports/link.h"
#include "models/ports/preferences.h"
#include "models/ports/search.h"
#include "models/ports/session.h"
#include "models/screens/bulk_screen.h"
#include "models/screens/desk.h"
#include "tests/tables/board.h"

#include <QCoreApplication>
#include <QHash>
#include <QPromise>
#include <deque>

namespace bolt::test {

/// A question that waits for the test's answer.
template<class T>
class Questions
{
public:
    QFuture<T> ask()
    {
        m_open.emplace_back();
        m_open.back().start();
        return m_open.back().future();
    }
    size_t open() const { return m_open.size(); }
    /// Answers the oldest.
    void answer(const T &value)
    {
        QPromise<T> promise = std::move(m_open.front());
        m_open.pop_front();
        promise.addResult(value);
        promise.finish();
        QCoreApplication::processEvents();
    }

private:
    std::deque<QPromise<T>> m_open;
};

class FakeSession final : public Session
{
public:
    State state() const override { return m_state; }
    const Workspace &workspace() const override { return m_workspace; }
    const Account &account() const override { return m_account; }
    Keychain keychain() const override { return Keychain::Available; }
    QFuture<Outcome> signIn(Workspace workspace, QString email, QString password, bool remember) override
    {
        asked = {std::move(workspace), std::move(email), std::move(password), remember};
        return questions.ask();
    }
    void signOut() override { become(State::SignedOut, {}); }

    void become(State state, const QString &email, Role role = Role::Admin)
    {
        m_state = state;
        m_account.id = email;
        m_account.email = email;
        m_account.role = role;
        m_workspace.url = QUrl(QStringLiteral("https://desk.example"));
        m_workspace.name = QStringLiteral("DirectoryBolt");
        Q_EMIT stateChanged();
    }

    void setKind(Workspace::Kind kind) { m_workspace.kind = kind; }

    struct
    {
        Workspace workspace;
        QString email;
        QString password;
        bool remember = false;
    } asked;
    Questions<Outcome> questions;

private:
    State m_state = State::SignedOut;
    Workspace m_workspace;
    Account m_account;
};

class FakeLink final : public Link
{
public:
    const LinkHealth &health() const override { return m_health; }
    void refresh() override { ++refreshes; }
    void loadOlder() override { ++olderAsked; }
    void wipeCopy() override { ++wipes; }
    void become(const LinkHealth &health)
    {
        m_health = health;
        Q_EMIT healthChanged();
    }
    static LinkHealth live()
    {
        LinkHealth health;
        health.phase = LinkPhase::Live;
        health.asOf = noon;
        for (TableHealth &table : health.tables) {
            table.phase = LinkPhase::Live;
            table.complete = true;
            table.asOf = noon;
        }
        return health;
    }
    int refreshes = 0;
    int olderAsked = 0;
    int wipes = 0;

private:
    LinkHealth m_health;
};

class FakeHistory final : public History
{
public:
    QFuture<Result<std::vector<Attempt>>> attempts(SubmissionId id) override
    {
        asked.push_back(id);
        return questions.ask();
    }
    std::vector<SubmissionId> asked;
    Questions<Result<std::vector<Attempt>>> questions;
};

class FakeAnalytics final : public Analytics
{
public:
    QFuture<Result<AnalyticsReport>> report(TimeRange range, QByteArray timeZoneId) override
    {
        asked.emplace_back(range, timeZoneId);
        return questions.ask();
    }
    std::vector<std::pair<TimeRange, QByteArray>> asked;
    Questions<Result<AnalyticsReport>> questions;
};

class FakeSearch final : public Search
{
public:
    QFuture<Result<std::vector<SearchHit>>> find(const QString &text) override
    {
        asked.push_back(text);
        return questions.ask();
    }
    std::vector<QString> asked;
    Questions<Result<std::vector<SearchHit>>> questions;
};

class FakePreferences final : public Preferences
{
public:
    QVariant value(const QString &key, const QVariant &fallback = {}) const override
    {
        return kept.value(key, fallback);
    }
    void setValue(const QString &key, const QVariant &value) override { kept.insert(key, value); }
    QHash<QString, QVariant> kept;
};

/// The whole desk on doors whose other side is the test.
struct Office : Board
{
    FakeSession session;
    FakeLink link;
    FakeHistory history;
    FakeAnalytics analytics;
    FakeSearch search;
    FakePreferences preferences;
    Desk desk{DeskDoors{store, link, session, gateway, history, analytics, search, preferences, clock, ticker,
                        QTimeZone("Europe/Berlin")}};

    /// Asks as a button does, and confirms where there is a preview.
    bool ask(const char *verb, const QStringList &ids, int priority = -1)
    {
        BulkScreen *bulk = desk.bulk();
        if (!bulk->ask(QString::fromLatin1(verb), ids, priority))
            return false;
        return !bulk->preview()->isOpen() || bulk->confirm(bulk->preview()->mustType());
    }
    bool ask(const char *verb, const JobId &job, int priority = -1) { return ask(verb, {job.toString()}, priority); }
    bool ask(const char *verb, const SubmissionId &submission) { return ask(verb, {submission.toString()}); }
    void signIn(Role role = Role::Admin, const QString &email = QStringLiteral("mk@example.com"))
    {
        session.become(Session::State::SignedIn, email, role);
    }
};

} // namespace bolt::test
