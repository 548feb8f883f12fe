// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/session_screen.h"

#include "models/domain/reason.h"
#include "models/ports/link.h"
#include "models/ports/preferences.h"
#include "models/ports/when_done.h"
#include "models/ports/workspace_address.h"
#include "models/ports/workspace_book.h"

#include <QRegularExpression>
#include <algorithm>

namespace bolt {

namespace {

const QString urlKey = QStringLiteral("session/url");
const QString anonKeyKey = QStringLiteral("session/anonKey");
const QString emailKey = QStringLiteral("session/email");

QString wrongKey(const QString &key)
{
    if (key.isEmpty())
        return QStringLiteral("empty");
    const bool blank = std::any_of(key.begin(), key.end(), [](QChar c) { return c.isSpace() || c.unicode() > 126; });
    return blank ? QStringLiteral("no-key") : QString();
}

QString wrongEmail(const QString &email)
{
    if (email.isEmpty())
        return QStringLiteral("empty");
    const auto at = email.indexOf(u'@');
    const bool right = at > 0 && at < email.size() - 1 && !email.contains(u' ');
    return right ? QString() : QStringLiteral("no-email");
}

QString kindOf(const Error &error)
{
    if (error.code == u"invalid_credentials" || error.code == u"invalid_grant")
        return QStringLiteral("credentials");
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        return QStringLiteral("key"); // a wrong password is 400: GoTrue
    case Error::Kind::Network:
        return QStringLiteral("unreached");
    case Error::Kind::RateLimit:
        return QStringLiteral("often");
    case Error::Kind::Server:
        return QStringLiteral("server");
    default:
        return QStringLiteral("other");
    }
}

} // namespace

SessionScreen::SessionScreen(Session &session, Link &link, Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_link(link)
    , m_preferences(preferences)
{
    connect(&session, &Session::stateChanged, this, &SessionScreen::changed);
    connect(&session, &Session::keychainChanged, this, &SessionScreen::changed);
}

SessionScreen::State SessionScreen::state() const { return State(m_session.state()); }

SessionScreen::Scene SessionScreen::scene() const
{
    if (state() == SignedIn)
        return AtDesk;
    if (m_demo == DemoStarting)
        return StartingDemo;
    // A session that is being taken up again shows no form; one that a person begins stays there until the answer.
    return state() == SigningIn && !m_busy ? Opening : AtSignIn;
}

QString SessionScreen::workspaceName() const { return m_session.workspace().name; }

QString SessionScreen::workspaceUrl() const { return m_session.workspace().url.toString(QUrl::RemoveUserInfo); }

bool SessionScreen::embedded() const { return m_session.workspace().kind == Workspace::Kind::Embedded; }

QString SessionScreen::email() const { return m_session.account().email; }

QString SessionScreen::initials() const
{
    const QString name = email().section(u'@', 0, 0);
    QString letters;
    for (const QString &part : name.split(QRegularExpression(QStringLiteral("[^\\p{L}\\p{N}]+")), Qt::SkipEmptyParts)) {
        if (letters.size() < 2)
            letters += part.front().toUpper();
    }
    return letters;
}

int SessionScreen::role() const { return int(m_session.account().role); }

QString SessionScreen::roleWord() const { return wordOf(m_session.account().role); }

SessionScreen::Keychain SessionScreen::keychain() const { return Keychain(m_session.keychain()); }

void SessionScreen::propose(const QString &url, const QString &anonKey, const QString &email)
{
    for (const auto &[key, value] :
         {std::pair(urlKey, url), std::pair(anonKeyKey, anonKey), std::pair(emailKey, email)}) {
        if (!value.isEmpty())
            m_preferences.setValue(key, value);
    }
    Q_EMIT changed();
}

QString SessionScreen::lastUrl() const { return m_preferences.value(urlKey).toString(); }

QString SessionScreen::lastAnonKey() const { return m_preferences.value(anonKeyKey).toString(); }

QString SessionScreen::lastEmail() const { return m_preferences.value(emailKey).toString(); }

bool SessionScreen::validate(const QString &url, const QString &anonKey, const QString &email, const QString &password)
{
    m_error.clear(); // told below, with the fields
    m_errorKind.clear();
    m_urlError = wrongAddress(url);
    m_keyError = wrongKey(anonKey);
    m_emailError = wrongEmail(email);
    m_passwordError = password.isEmpty() ? QStringLiteral("empty") : QString();
    Q_EMIT errorsChanged();
    return m_urlError.isEmpty() && m_keyError.isEmpty() && m_emailError.isEmpty() && m_passwordError.isEmpty();
}

void SessionScreen::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
    Q_EMIT changed(); // the scene follows from it
}

void SessionScreen::setDemo(Demo demo)
{
    if (demo == m_demo)
        return;
    m_demo = demo;
    Q_EMIT changed();
}

void SessionScreen::setError(const QString &error, const QString &kind)
{
    m_error = error;
    m_errorKind = kind;
    Q_EMIT errorsChanged();
}

void SessionScreen::signIn(const QString &urlText, const QString &anonKeyText, const QString &emailText,
                           const QString &password, bool remember)
{
    const QString url = urlText.trimmed(), key = anonKeyText.trimmed(), mail = emailText.trimmed();
    if (m_busy || !validate(url, key, mail, password))
        return;
    m_preferences.setValue(urlKey, url);
    m_preferences.setValue(anonKeyKey, key);
    m_preferences.setValue(emailKey, mail);
    setBusy(true);
    Workspace workspace;
    workspace.kind = Workspace::Kind::Remote;
    workspace.url = QUrl(url);
    workspace.name = WorkspaceBook::nameFor(workspace.url);
    workspace.anonKey = key;
    const quint64 thisTry = ++m_try;
    whenDone(m_session.signIn(workspace, mail, password, remember), this, [=, this](const Outcome &outcome) {
        if (thisTry != m_try)
            return;
        if (outcome && remember)
            WorkspaceBook(m_preferences).remember(workspace);
        // First what is said, then the end of the waiting: who looks then finds the words.
        setError(outcome ? QString() : reasonOf(outcome.error()), outcome ? QString() : kindOf(outcome.error()));
        setBusy(false);
    });
}

void SessionScreen::cancelSignIn()
{
    if (m_busy)
        signOut();
}

void SessionScreen::offerDemo()
{
    if (m_demo == NoDemo)
        setDemo(DemoOffered);
}

void SessionScreen::tryDemo()
{
    if (m_busy || m_demo == NoDemo || m_demo == DemoStarting || state() == SignedIn)
        return;
    m_urlError.clear();
    m_keyError.clear();
    m_emailError.clear();
    m_passwordError.clear();
    setError({}, {});
    setDemoProgress(-1);
    setDemo(DemoStarting);
    Q_EMIT demoWanted();
}

void SessionScreen::leaveDemo()
{
    if (m_demo != DemoStarting)
        return;
    signOut();
}

void SessionScreen::setDemoProgress(double done)
{
    if (done == m_demoProgress)
        return;
    m_demoProgress = done;
    Q_EMIT demoProgressChanged();
}

void SessionScreen::enterDemo(const Workspace &workspace, const QString &email, const QString &password)
{
    if (m_demo != DemoStarting)
        return;
    const quint64 thisTry = ++m_try;
    whenDone(m_session.signIn(workspace, email, password, false), this, [this, thisTry](const Outcome &outcome) {
        if (thisTry != m_try)
            return;
        if (outcome)
            setDemo(DemoRunning);
        else
            failDemo(outcome.error());
    });
}

void SessionScreen::failDemo(const Error &error)
{
    if (m_demo != DemoStarting)
        return;
    setError(reasonOf(error), QStringLiteral("demo"));
    setDemo(DemoOffered);
}

void SessionScreen::signOut()
{
    ++m_try;
    // Whoever listens to the session finds where it leads, and no scene in between.
    const bool left = m_demo == DemoStarting;
    if (left) // its answer is not waited for any more
        m_demo = state() == SignedIn ? DemoRunning : DemoOffered;
    m_session.signOut(); // before busy ends: a form that waits is no session being taken up again
    if (left)
        Q_EMIT changed();
    setBusy(false);
}

void SessionScreen::signOutAndWipe()
{
    WorkspaceBook(m_preferences).forget(m_session.workspace());
    m_link.wipeCopy();
    signOut();
}

} // namespace bolt
