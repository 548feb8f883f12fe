// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ports/workspace_book.h"
#include "models/screens/actions_screen.h"
#include "models/screens/appearance_screen.h"
#include "models/screens/connection_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/session_screen.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;

/// Signing in, the connection, the looks.
class SessionScreenTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signInChecksItsFields_data();
    void signInChecksItsFields();
    void signInAsksAndTellsTheAnswer();
    void passwordIsNotKept();
    void aTryCanBeGivenUp();
    void demoComesAndGoes();
    void demoThatFails();
    void errorsAlwaysHaveWords();
    void signOutAndWipeForgetsAll();
    void initials_data();
    void initials();
    void connectionTellsTheTruth();
    void diagnosticsHaveNoSecret();
    void appearanceIsKept();
};

void SessionScreenTest::signInChecksItsFields_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("urlError");
    const auto row = [](const char *url, const char *error) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(error);
    };
    row("https://x.supabase.co", "");
    row("https://x.supabase.co:8443/", "");
    row("http://127.0.0.1/", "");
    row("http://localhost", "");
    row("", "empty");
    row("x.supabase.co", "no-url");
    row("http://x.supabase.co", "insecure");
    row("http://localhost.evil.example", "insecure");
    row("ftp://x.supabase.co", "scheme");
    row("file:///etc/passwd", "scheme");
    row("https://", "no-host");
    row("https://me:secret@x.supabase.co", "credentials");
    row("https://a b", "no-url");
}

void SessionScreenTest::signInChecksItsFields()
{
    QFETCH(QString, url);
    QFETCH(QString, urlError);
    Office office;
    SessionScreen *screen = office.desk.session();
    screen->signIn(url, QStringLiteral("key"), QStringLiteral("mk@example.com"), QStringLiteral("pw"), false);
    QCOMPARE(screen->urlError(), urlError);
    QCOMPARE(office.session.questions.open(), urlError.isEmpty() ? size_t(1) : size_t(0));
    if (urlError.isEmpty())
        return;
    screen->signIn(url, QStringLiteral(" "), QStringLiteral("mk"), {}, false);
    QCOMPARE(screen->keyError(), QStringLiteral("empty"));
    QCOMPARE(screen->emailError(), QStringLiteral("no-email"));
    QCOMPARE(screen->passwordError(), QStringLiteral("empty"));
    screen->signIn(url, QStringLiteral("a b"), {}, {}, false);
    QCOMPARE(screen->keyError(), QStringLiteral("no-key"));
    QCOMPARE(screen->emailError(), QStringLiteral("empty"));
    QCOMPARE(office.session.questions.open(), size_t(0));
}

void SessionScreenTest::signInAsksAndTellsTheAnswer()
{
    Office office;
    SessionScreen *screen = office.desk.session();
    const auto press = [&] {
        screen->signIn(QStringLiteral(" https://x.supabase.co "), QStringLiteral("key\n"),
                       QStringLiteral("mk@example.com"), QStringLiteral(" pw "), true);
    };
    press();
    press(); // while busy: not asked twice
    QCOMPARE(office.session.questions.open(), size_t(1));
    QVERIFY(screen->busy());
    QCOMPARE(office.session.asked.workspace.url, QUrl(QStringLiteral("https://x.supabase.co")));
    QCOMPARE(office.session.asked.workspace.anonKey, QStringLiteral("key"));
    QCOMPARE(office.session.asked.password, QStringLiteral(" pw ")); // blanks may be part of it
    QVERIFY(office.session.asked.remember);
    Error error;
    error.kind = Error::Kind::Invalid;
    error.code = QStringLiteral("invalid_credentials");
    error.message = QStringLiteral("Invalid login credentials");
    office.session.questions.answer(error);
    QVERIFY(!screen->busy());
    QCOMPARE(screen->error(), error.message);
    QCOMPARE(screen->errorKind(), QStringLiteral("credentials"));
    press();
    QCOMPARE(screen->error(), QString());
    QCOMPARE(screen->errorKind(), QString());
    error.code.clear();
    error.kind = Error::Kind::Network;
    office.session.questions.answer(error);
    QCOMPARE(screen->errorKind(), QStringLiteral("unreached"));
    press();
    screen->signOut(); // given up: the late answer is not shown
    office.session.questions.answer(error);
    QCOMPARE(screen->error(), QString());
    press();
    QVERIFY(WorkspaceBook(office.preferences).all().empty());
    office.session.questions.answer(Done());
    QCOMPARE(WorkspaceBook(office.preferences).all().at(0).url, QUrl(QStringLiteral("https://x.supabase.co")));
    office.signIn(Role::Manager);
    QCOMPARE(screen->state(), SessionScreen::SignedIn);
    QCOMPARE(screen->roleWord(), QStringLiteral("manager"));
    QCOMPARE(screen->workspaceName(), QStringLiteral("DirectoryBolt"));
}

void SessionScreenTest::aTryCanBeGivenUp()
{
    Office office;
    SessionScreen *screen = office.desk.session();
    QList<int> scenes;
    connect(screen, &SessionScreen::changed, this, [&] { scenes << screen->scene(); });
    screen->cancelSignIn(); // nothing to give up
    QVERIFY(scenes.isEmpty());
    screen->signIn(QStringLiteral("https://x.example"), QStringLiteral("k"), QStringLiteral("a@b"), QStringLiteral("p"),
                   false);
    office.session.become(Session::State::SigningIn, {});
    QCOMPARE(screen->scene(), SessionScreen::AtSignIn);
    screen->cancelSignIn();
    QVERIFY(!screen->busy());
    QCOMPARE(screen->state(), SessionScreen::SignedOut);
    QVERIFY(!scenes.contains(SessionScreen::Opening)); // the form, and what is typed in it, stayed
    office.session.questions.answer(Error{Error::Kind::Network, {}, {}, {}, 0});
    QCOMPARE(screen->errorKind(), QString());
    office.session.become(Session::State::SigningIn, {}); // by the keychain
    QCOMPARE(screen->scene(), SessionScreen::Opening);
}

void SessionScreenTest::demoComesAndGoes()
{
    Office office;
    SessionScreen *screen = office.desk.session();
    QSignalSpy wanted(screen, &SessionScreen::demoWanted);
    const Workspace demo{QStringLiteral("Demo"), Workspace::Kind::Embedded, QUrl(QStringLiteral("http://127.0.0.1:9")),
                         QStringLiteral("anon")};
    const auto enter = [&] { screen->enterDemo(demo, QStringLiteral("admin@x"), QStringLiteral("pw")); };
    screen->tryDemo();
    QCOMPARE(wanted.size(), 0); // there is none
    enter();
    QCOMPARE(office.session.questions.open(), size_t(0));
    screen->offerDemo();
    QCOMPARE(screen->scene(), SessionScreen::AtSignIn);
    for (int round = 1; round <= 3; ++round) {
        screen->tryDemo();
        screen->tryDemo();
        QCOMPARE(wanted.size(), round);
        QCOMPARE(screen->scene(), SessionScreen::StartingDemo);
        enter();
        QCOMPARE(screen->scene(), SessionScreen::StartingDemo);
        QVERIFY(!office.session.asked.remember);
        office.session.become(Session::State::SignedIn, QStringLiteral("admin@x"));
        QCOMPARE(screen->scene(), SessionScreen::AtDesk);
        office.session.questions.answer(Done{});
        QCOMPARE(screen->demo(), SessionScreen::DemoRunning);
        screen->signOut();
        QCOMPARE(screen->scene(), SessionScreen::AtSignIn);
    }
    screen->tryDemo();
    enter();
    office.session.become(Session::State::SignedIn, QStringLiteral("admin@x"));
    screen->signOut(); // faster than the answer
    office.session.questions.answer(Done{});
    QCOMPARE(screen->scene(), SessionScreen::AtSignIn);
    QCOMPARE(screen->demo(), SessionScreen::DemoRunning);
    screen->tryDemo();
    screen->leaveDemo();
    QCOMPARE(screen->scene(), SessionScreen::AtSignIn);
    enter(); // it was still starting: nobody waits for it any more
    QCOMPARE(office.session.questions.open(), size_t(0));
    QVERIFY(office.preferences.kept.isEmpty()); // the demo is not what the form begins with
}

void SessionScreenTest::demoThatFails()
{
    Office office;
    SessionScreen *screen = office.desk.session();
    screen->offerDemo();
    screen->tryDemo();
    screen->failDemo({Error::Kind::Storage, {}, {}, {}, 0});
    QCOMPARE(screen->scene(), SessionScreen::AtSignIn);
    QCOMPARE(screen->errorKind(), QStringLiteral("demo"));
    QVERIFY(!screen->error().isEmpty());
    screen->tryDemo();
    QCOMPARE(screen->errorKind(), QString());
    screen->enterDemo({}, QStringLiteral("admin@x"), QStringLiteral("pw"));
    office.session.questions.answer(Error{Error::Kind::Invalid, QStringLiteral("invalid_grant"), {}, {}, 0});
    QCOMPARE(screen->scene(), SessionScreen::AtSignIn);
    QCOMPARE(screen->errorKind(), QStringLiteral("demo")); // nobody typed a wrong password
    QVERIFY(!screen->error().isEmpty());
}

void SessionScreenTest::errorsAlwaysHaveWords()
{
    for (int kind = 0; kind <= int(Error::Kind::Internal); ++kind) {
        Office office;
        SessionScreen *screen = office.desk.session();
        screen->signIn(QStringLiteral("https://x.example"), QStringLiteral("k"), QStringLiteral("a@b"),
                       QStringLiteral("p"), false);
        office.session.questions.answer(Error{Error::Kind(kind), {}, {}, {}, 0});
        QVERIFY(!screen->errorKind().isEmpty());
        QVERIFY2(!screen->error().isEmpty(), QByteArray::number(kind));
    }
}

void SessionScreenTest::signOutAndWipeForgetsAll()
{
    Office office;
    office.signIn();
    WorkspaceBook book(office.preferences);
    Workspace workspace = office.session.workspace();
    workspace.anonKey = QStringLiteral("key");
    book.remember(workspace);
    office.desk.session()->signOut();
    QCOMPARE(office.link.wipes, 0);
    QCOMPARE(book.all().size(), size_t(1)); // a plain sign-out keeps the copy and the address
    office.signIn();
    office.desk.session()->signOutAndWipe();
    QCOMPARE(office.link.wipes, 1);
    QVERIFY(book.all().empty());
    QCOMPARE(office.session.state(), Session::State::SignedOut);
}

void SessionScreenTest::passwordIsNotKept()
{
    Office office;
    office.desk.session()->signIn(QStringLiteral("https://x.supabase.co"), QStringLiteral("key"),
                                  QStringLiteral("mk@example.com"), QStringLiteral("s3cret"), true);
    for (const QVariant &value : office.preferences.kept)
        QVERIFY(!value.toString().contains(u"s3cret"));
    QCOMPARE(office.desk.session()->lastEmail(), QStringLiteral("mk@example.com"));
}

void SessionScreenTest::initials_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("letters");
    QTest::newRow("two") << QStringLiteral("maria.keller@example.com") << QStringLiteral("MK");
    QTest::newRow("one") << QStringLiteral("ops@example.com") << QStringLiteral("O");
    QTest::newRow("three") << QStringLiteral("a_b-c@example.com") << QStringLiteral("AB");
    QTest::newRow("none") << QString() << QString();
}

void SessionScreenTest::initials()
{
    QFETCH(QString, email);
    QFETCH(QString, letters);
    Office office;
    office.signIn(Role::Admin, email);
    QCOMPARE(office.desk.session()->initials(), letters);
}

void SessionScreenTest::connectionTellsTheTruth()
{
    Office office;
    ConnectionScreen *screen = office.desk.connection();
    QSignalSpy spy(screen, &ConnectionScreen::changed);
    QCOMPARE(screen->phase(), ConnectionScreen::Offline);
    QVERIFY(!screen->fresh());
    QCOMPARE(screen->latencyMs(), -1);
    QCOMPARE(screen->asOfMs(), 0.0);

    LinkHealth health = FakeLink::live();
    health.latencyMs = 38;
    health.tables[5].rows = 10412;
    office.link.become(health);
    QVERIFY(screen->fresh());
    QCOMPARE(screen->latencyMs(), 38);
    QCOMPARE(screen->submissionsHeld(), 10412.0);
    QCOMPARE(screen->asOfMs(), double(toMillis(noon)));
    office.link.become(health);
    QCOMPARE(spy.size(), 1); // the same again is no change

    health.tables[3].phase = LinkPhase::CatchUp; // one table behind: not fresh, whatever the link says
    office.link.become(health);
    QVERIFY(!screen->fresh());
    screen->refresh();
    QCOMPARE(office.link.refreshes, 1);
}

void SessionScreenTest::diagnosticsHaveNoSecret()
{
    Office office;
    LinkHealth health = FakeLink::live();
    health.reason.kind = LinkReason::NotConnected;
    health.reason.said =
        QStringLiteral("401 for wss://mk:pw123@x.supabase.co/realtime/v1/websocket?apikey=eyJhbGciOi.J9.sig-_x&vsn=2");
    for (const QString &said :
         {QStringLiteral("Authorization: Bearer eyJ0.abc.def refused"), QStringLiteral("refresh_token=v1.Mr5xxx"),
          QStringLiteral("key sb_secret_AbC123 is wrong"), QStringLiteral("password=hunter2"),
          QStringLiteral("{\"password\":\"hunter3\"}"), QStringLiteral("anon_key: 'k4y' and jwt t0k")})
        health.recentReasons.push_back({office.clock.now(), {LinkReason::Closed, said}});
    health.replicaNotice = QStringLiteral("Not saved: token 5ecr3t");
    office.put(office.makeJob(1));
    office.signIn(Role::Admin, QStringLiteral("somebody@example.com"));
    office.ask("jobs.pause", job(1));
    health.events = 4242;
    office.link.become(health);
    health.tables[3].rows = 24;
    health.tables[3].expected = 0;
    health.tables[5] = {LinkPhase::CatchUp, false, 100, 10412, {}};
    office.link.become(health);
    const QString text = office.desk.connection()->diagnosticsText();
    QVERIFY2(text.contains(QStringLiteral("24 rows")) && !text.contains(QStringLiteral("24 of")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("100 of about 10412 rows")));
    for (const char *secret :
         {"pw123", "eyJ", "abc.def", "Mr5", "AbC123", "hunter2", "hunter3", "k4y", "t0k", "5ecr3t", "somebody"})
        QVERIFY2(!text.contains(QString::fromLatin1(secret)), qPrintable(text));
    for (const char *fact :
         {"x.supabase.co", "4242", "directories", "2026-08-21T12:00:00+00:00", "live", "outbox", "waiting           1"})
        QVERIFY2(text.contains(QString::fromLatin1(fact)), qPrintable(text));
}

void SessionScreenTest::appearanceIsKept()
{
    Office office;
    AppearanceScreen *screen = office.desk.appearance();
    QVERIFY(!screen->dark());
    screen->setSystemDark(true);
    QVERIFY(screen->dark());
    screen->setTheme(AppearanceScreen::Light);
    QVERIFY(!screen->dark());
    screen->setDensity(AppearanceScreen::Dense);
    screen->setReducedMotion(true);
    screen->setLanguage(QStringLiteral("de"));
    screen->setTextScale(500);
    const AppearanceScreen again(office.preferences);
    QCOMPARE(again.theme(), AppearanceScreen::Light);
    QCOMPARE(again.density(), AppearanceScreen::Dense);
    QVERIFY(again.reducedMotion());
    QCOMPARE(again.language(), QStringLiteral("de"));
    QCOMPARE(again.textScale(), 200);
    office.preferences.kept[QStringLiteral("appearance/theme")] = 17; // from another version
    QCOMPARE(AppearanceScreen(office.preferences).theme(), AppearanceScreen::System);
}

QTEST_GUILESS_MAIN(SessionScreenTest)
#include "session_screen_test.moc"
