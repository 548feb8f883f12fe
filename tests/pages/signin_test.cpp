// SPDX-License-Identifier: GPL-3.0-or-later
// The way in and the way out: Quit works whatever is shown, the demo is left and tried again, and the form stays where
// it is whatever it has to say.

#include "models/screens/appearance_screen.h"
#include "models/screens/session_screen.h"
#include "tests/pages/window.h"

#include <QApplication>
#include <QTranslator>

using namespace bolt;
using namespace bolt::test;

namespace {

const Workspace demoWorkspace{QStringLiteral("Embedded demo"), Workspace::Kind::Embedded,
                              QUrl(QStringLiteral("http://127.0.0.1:9")), QStringLiteral("anon")};

QByteArray className(const QQuickItem *item) { return item->metaObject()->className(); }

} // namespace

class SignInTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { open(1440, 900); }
    void cleanup();
    void quitWorksInEveryState_data();
    void quitWorksInEveryState();
    void theTitleSaysWhatHappens();
    void signingOutOfTheDemoOffersItAgain();
    void aDemoThatFailsSaysSo();
    void escapeGivesUp();
    void whatWasTypedStays();
    void theKeyboardGoesToWhatIsWrong();
    void nothingMovesWhenItFails_data();
    void nothingMovesWhenItFails();
    void allCanBeReached_data();
    void allCanBeReached();

private:
    void open(int width, int height);
    void signOut();
    void speak(const QString &language);
    void type(const QString &text);
    SessionScreen *screen() const { return m_fixture->desk().session(); }
    QQuickItem *find(const char *type) const;
    QQuickItem *button(const QString &text) const;
    QHash<QString, QRectF> places() const;

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<DeskWindow> m_window;
    QTranslator m_translator;
};

void SignInTest::initTestCase()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    speak(QStringLiteral("en"));
}

void SignInTest::speak(const QString &language)
{
    QLocale::setDefault(QLocale(language));
    QCoreApplication::removeTranslator(&m_translator);
    QVERIFY(m_translator.load(QStringLiteral(":/i18n/boltdesk_%1.qm").arg(language)));
    QCoreApplication::installTranslator(&m_translator);
}

void SignInTest::open(int width, int height)
{
    m_window.reset();
    m_fixture = std::make_unique<DeskFixture>();
    screen()->offerDemo();
    m_window = std::make_unique<DeskWindow>(*m_fixture, width, height);
    QVERIFY(m_window->window());
    m_window->window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
}

void SignInTest::cleanup()
{
    QCOMPARE(DeskWindow::complaints(), QStringList());
    m_window.reset();
    m_fixture.reset();
    speak(QStringLiteral("en"));
}

void SignInTest::signOut()
{
    m_fixture->session.become(Session::State::SignedOut);
    QTRY_VERIFY(find("SignInPage"));
    m_window->settle();
}

void SignInTest::type(const QString &text)
{
    for (const QChar letter : text)
        m_window->type(letter.toLatin1());
}

QQuickItem *SignInTest::find(const char *type) const
{
    const auto found = m_window->items([type](QQuickItem *item) { return className(item).startsWith(type); });
    return found.isEmpty() ? nullptr : found.constFirst();
}

QQuickItem *SignInTest::button(const QString &text) const
{
    const auto found = m_window->items([&text](QQuickItem *item) {
        return className(item).startsWith("Button") && item->property("text").toString() == text;
    });
    return found.isEmpty() ? nullptr : found.constFirst();
}

void SignInTest::quitWorksInEveryState_data()
{
    QTest::addColumn<QString>("state");
    for (const char *state : {"desk", "dialog", "menu", "palette", "form", "waiting", "opening", "starting"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void SignInTest::quitWorksInEveryState()
{
    QFETCH(QString, state);
    auto &session = m_fixture->session;
    if (state == u"palette") {
        m_window->key(Qt::Key_K, Qt::ControlModifier);
    } else if (state == u"menu" || state == u"dialog") {
        LinkHealth health = m_fixture->link.health();
        health.replicaBytes = 7 << 20;
        m_fixture->link.set(health);
        QTRY_VERIFY(find("AccountButton"));
        find("AccountButton")->forceActiveFocus(Qt::TabFocusReason);
        m_window->key(Qt::Key_Return);
        m_window->settle();
        if (state == u"dialog") {
            for (int i = 0; i < 6; ++i) // to the last entry, which asks
                m_window->key(Qt::Key_Down);
            m_window->key(Qt::Key_Return);
        }
    } else if (state == u"form") {
        signOut();
        type(QStringLiteral("https://")); // in a field, too
    } else if (state == u"waiting") {
        signOut();
        session.silent = true;
        screen()->signIn(QStringLiteral("https://x.example"), QStringLiteral("k"), QStringLiteral("a@b"),
                         QStringLiteral("p"), false);
        QVERIFY(screen()->busy());
    } else if (state == u"opening") {
        session.become(Session::State::SigningIn);
        QCOMPARE(screen()->scene(), SessionScreen::Opening);
    } else if (state == u"starting") {
        signOut();
        screen()->tryDemo();
        QCOMPARE(screen()->scene(), SessionScreen::StartingDemo);
        QTRY_VERIFY(find("Starting"));
    }
    m_window->settle();
    QVERIFY(m_window->window()->isVisible());
    m_window->key(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->window()->isVisible());
}

void SignInTest::theTitleSaysWhatHappens()
{
    const auto title = [this] { return m_window->window()->title(); };
    QVERIFY(title().startsWith(QStringLiteral("DirectoryBolt")));
    signOut();
    QVERIFY2(title().startsWith(QStringLiteral("Sign in")), qPrintable(title()));
    screen()->tryDemo();
    QVERIFY2(title().startsWith(QStringLiteral("Starting the demo")), qPrintable(title()));
    QVERIFY(title().endsWith(QStringLiteral("BoltDesk")));
}

void SignInTest::signingOutOfTheDemoOffersItAgain()
{
    int wanted = 0;
    connect(screen(), &SessionScreen::demoWanted, this, [&wanted] { ++wanted; });
    signOut();
    QVERIFY(button(QStringLiteral("Try the demo")));
    screen()->tryDemo();
    for (int round = 1; round <= 3; ++round) {
        QCOMPARE(wanted, round);
        QTRY_VERIFY(find("Starting"));
        QVERIFY(!find("SignInPage"));
        screen()->enterDemo(demoWorkspace, QStringLiteral("admin@boltdesk.test"), QStringLiteral("pw"));
        QTRY_VERIFY(find("DeskFrame"));
        QTRY_COMPARE(screen()->demo(), SessionScreen::DemoRunning);

        screen()->signOut();
        QTRY_VERIFY(find("SignInPage"));
        QVERIFY(!find("Starting"));
        m_window->settle();
        auto *again = button(QStringLiteral("Try the demo again"));
        QVERIFY(again);
        again->forceActiveFocus(Qt::TabFocusReason);
        m_window->key(Qt::Key_Return);
    }
}

void SignInTest::aDemoThatFailsSaysSo()
{
    signOut();
    screen()->tryDemo();
    QTRY_VERIFY(find("Starting"));
    screen()->failDemo({Error::Kind::Storage, {}, {}, {}, 0}); // and it does not say why
    QTRY_VERIFY(find("SignInPage"));
    m_window->settle();
    QVERIFY(!screen()->error().isEmpty());
    auto *notice = find("Notice");
    QVERIFY(notice);
    QVERIFY(notice->property("text").toString().contains(QStringLiteral("demo")));
    QVERIFY(!notice->property("detail").toString().isEmpty());
    QVERIFY(button(QStringLiteral("Try the demo")));
}

void SignInTest::escapeGivesUp()
{
    signOut();
    screen()->tryDemo();
    QTRY_VERIFY(find("Starting"));
    m_window->settle();
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(find("SignInPage"));
    screen()->enterDemo(demoWorkspace, QStringLiteral("a@b"), QStringLiteral("pw")); // too late: not wanted any more
    QCOMPARE(screen()->scene(), SessionScreen::AtSignIn);
    m_window->settle();

    m_fixture->session.silent = true;
    type(QStringLiteral("https://x.example"));
    m_window->key(Qt::Key_Tab);
    type(QStringLiteral("k"));
    m_window->key(Qt::Key_Tab);
    type(QStringLiteral("a@b"));
    m_window->key(Qt::Key_Tab);
    type(QStringLiteral("p"));
    m_window->key(Qt::Key_Return);
    QVERIFY(screen()->busy());
    QVERIFY(find("SignInPage"));
    m_window->settle();
    QVERIFY(button(QStringLiteral("Cancel")));
    m_window->key(Qt::Key_Escape);
    QVERIFY(!screen()->busy());
    QCOMPARE(screen()->state(), SessionScreen::SignedOut);
    m_window->settle();
    QCOMPARE(find("TextField")->property("text").toString(), QStringLiteral("https://x.example"));
}

void SignInTest::whatWasTypedStays()
{
    signOut();
    type(QStringLiteral("https://half"));
    m_fixture->session.setKeychain(Session::Keychain::Unavailable); // three seconds after the start
    m_window->settle();
    QCOMPARE(find("TextField")->property("text").toString(), QStringLiteral("https://half"));
}

void SignInTest::theKeyboardGoesToWhatIsWrong()
{
    signOut();
    const auto at = [this] {
        auto *item = m_window->window()->activeFocusItem();
        while (item && !className(item).startsWith("TextField_QMLTYPE"))
            item = item->parentItem();
        return item ? item->property("label").toString() : QString();
    };
    screen()->signIn(QStringLiteral("https://x.example"), QStringLiteral("k"), {}, {}, false);
    QCOMPARE(at(), QStringLiteral("E-mail"));
    m_fixture->session.answer = Error{Error::Kind::Invalid, QStringLiteral("invalid_credentials"), {}, {}, 0};
    screen()->signIn(QStringLiteral("https://x.example"), QStringLiteral("k"), QStringLiteral("a@b"),
                     QStringLiteral("p"), false);
    QTRY_COMPARE(screen()->errorKind(), QStringLiteral("credentials"));
    QTRY_COMPARE(at(), QStringLiteral("Password"));
}

/// Where each control stands in the page, by its name, whatever is scrolled.
QHash<QString, QRectF> SignInTest::places() const
{
    QHash<QString, QRectF> found;
    auto *flick = find("QQuickFlickable");
    if (!flick)
        return found;
    auto *content = flick->property("contentItem").value<QQuickItem *>();
    const auto all = m_window->items([](QQuickItem *item) {
        return className(item).startsWith("TextField_QMLTYPE") || className(item).startsWith("CheckBox") ||
               className(item).startsWith("Card") || className(item).startsWith("SignInResult") ||
               (className(item).startsWith("Button") && item->property("kind").toInt() < 2);
    });
    for (auto *item : all) {
        // The button says what it does meanwhile; its kind is its name.
        const QString name = QString::fromLatin1(className(item).split('_').constFirst()) +
                             item->property("label").toString() + item->property("kind").toString();
        found.insert(name, item->mapRectToItem(content, QRectF(0, 0, item->width(), item->height())));
    }
    return found;
}

void SignInTest::nothingMovesWhenItFails_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("scale");
    for (const char *language : {"en", "de"}) {
        for (const int scale : {100, 200})
            QTest::addRow("%s %d", language, scale) << QString::fromLatin1(language) << scale;
    }
}

void SignInTest::nothingMovesWhenItFails()
{
    QFETCH(QString, language);
    QFETCH(int, scale);
    speak(language);
    for (const QSize size : {QSize(1440, 900), QSize(1024, 640)}) {
        open(size.width(), size.height());
        m_fixture->desk().appearance()->setTextScale(scale);
        signOut();
        const auto before = places();
        QVERIFY2(before.size() >= 8, qPrintable(before.keys().join(u' ')));
        const QString url = QStringLiteral("https://x.example"), key = QStringLiteral("k"),
                      email = QStringLiteral("a@b.example"), password = QStringLiteral("p");
        const auto unmoved = [&](const QString &what) {
            m_window->settle();
            const auto now = places();
            QCOMPARE(now.size(), before.size());
            for (auto it = before.cbegin(); it != before.cend(); ++it)
                QVERIFY2(now.value(it.key()) == it.value(), qPrintable(it.key() + QStringLiteral(" moved by ") + what));
        };
        for (const char *wrong : {"", "x", "ftp://x", "https://", "http://x.example", "https://a:b@x.example"}) {
            screen()->signIn(QString::fromLatin1(wrong), key, email, password, false);
            QVERIFY(!screen()->urlError().isEmpty());
            unmoved(QStringLiteral("address '%1'").arg(QString::fromLatin1(wrong)));
        }
        screen()->signIn(url, {}, email, password, false);
        unmoved(QStringLiteral("key"));
        screen()->signIn(url, key, {}, password, false);
        unmoved(QStringLiteral("e-mail"));
        screen()->signIn(url, key, email, {}, false);
        unmoved(QStringLiteral("password"));
        screen()->signIn({}, {}, {}, {}, false);
        unmoved(QStringLiteral("all fields"));
        for (const auto kind : {Error::Kind::Unauthorized, Error::Kind::Network, Error::Kind::RateLimit,
                                Error::Kind::Server, Error::Kind::Internal}) {
            m_fixture->session.answer = Error{kind, {}, QStringLiteral("long words of a server ").repeated(20), {}, 0};
            screen()->signIn(url, key, email, password, false);
            QTRY_VERIFY(!screen()->errorKind().isEmpty());
            unmoved(screen()->errorKind());
        }
        m_fixture->session.answer = Error{Error::Kind::Invalid, QStringLiteral("invalid_grant"), {}, {}, 0};
        screen()->signIn(url, key, email, password, false);
        QTRY_COMPARE(screen()->errorKind(), QStringLiteral("credentials"));
        unmoved(QStringLiteral("credentials"));
        m_fixture->session.setKeychain(Session::Keychain::Unavailable);
        unmoved(QStringLiteral("no keychain"));
        m_fixture->session.silent = true;
        screen()->signIn(url, key, email, password, false);
        QVERIFY(screen()->busy());
        unmoved(QStringLiteral("waiting"));
        QCOMPARE(DeskWindow::complaints(), QStringList());
    }
}

void SignInTest::allCanBeReached_data() { nothingMovesWhenItFails_data(); }

void SignInTest::allCanBeReached()
{
    QFETCH(QString, language);
    QFETCH(int, scale);
    speak(language);
    open(1024, 640);
    m_fixture->desk().appearance()->setTextScale(scale);
    signOut();
    m_fixture->session.answer = Error{Error::Kind::Network, {}, {}, {}, 0};
    screen()->signIn(QStringLiteral("https://x.example"), QStringLiteral("k"), QStringLiteral("a@b"),
                     QStringLiteral("p"), false);
    QTRY_VERIFY(find("Notice"));
    m_window->settle();
    const QRectF whole(0, 0, 1024, 640);
    const auto box = [](QQuickItem *item) { return item->mapRectToScene(QRectF(0, 0, item->width(), item->height())); };
    QVERIFY(whole.contains(box(find("Notice")))); // it answers what was pressed: it is seen
    QSet<QQuickItem *> met;
    QStringList order;
    for (int i = 0; i < 20; ++i) {
        m_window->key(Qt::Key_Tab);
        auto *at = m_window->window()->activeFocusItem();
        QVERIFY(at);
        if (met.contains(at))
            break;
        met.insert(at);
        m_window->settle(10);
        QVERIFY2(whole.contains(box(at)), className(at));
        order << QString::number(at->mapToItem(find("Card"), QPointF()).y());
    }
    QVERIFY2(met.size() >= 8, qPrintable(order.join(u' '))); // four fields, the eye, the box, the button, the demo
    auto *flick = find("QQuickFlickable");
    QVERIFY(flick->property("contentHeight").toReal() >= find("Card")->height());
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    SignInTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "signin_test.moc"
