// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/session.h"

#include <QtQml/qqmlregistration.h>

namespace bolt {

class Link;
class Preferences;

/// Signing in and out, and who is signed in. Keeps no secret: the password passes through. Main thread.
class SessionScreen final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(Scene scene READ scene NOTIFY changed FINAL)
    Q_PROPERTY(Demo demo READ demo NOTIFY changed FINAL)
    Q_PROPERTY(double demoProgress READ demoProgress NOTIFY demoProgressChanged FINAL)
    Q_PROPERTY(QString workspaceName READ workspaceName NOTIFY changed FINAL)
    Q_PROPERTY(QString workspaceUrl READ workspaceUrl NOTIFY changed FINAL)
    Q_PROPERTY(bool embedded READ embedded NOTIFY changed FINAL)
    Q_PROPERTY(QString email READ email NOTIFY changed FINAL)
    Q_PROPERTY(QString initials READ initials NOTIFY changed FINAL)
    Q_PROPERTY(int role READ role NOTIFY changed FINAL)
    Q_PROPERTY(QString roleWord READ roleWord NOTIFY changed FINAL)
    Q_PROPERTY(Keychain keychain READ keychain NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    Q_PROPERTY(QString error READ error NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString errorKind READ errorKind NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString urlError READ urlError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString keyError READ keyError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString emailError READ emailError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString lastUrl READ lastUrl NOTIFY changed FINAL)
    Q_PROPERTY(QString lastAnonKey READ lastAnonKey NOTIFY changed FINAL)
    Q_PROPERTY(QString lastEmail READ lastEmail NOTIFY changed FINAL)
public:
    enum State { SignedOut, SigningIn, SignedIn, Expired };
    Q_ENUM(State)
    /// What fills the window: the form, the moments before an answer, or the desk.
    enum Scene { AtSignIn, Opening, StartingDemo, AtDesk };
    Q_ENUM(Scene)
    /// The embedded workspace: there is none here, it can be tried, it is on its way, it is there and was signed in to.
    enum Demo { NoDemo, DemoOffered, DemoStarting, DemoRunning };
    Q_ENUM(Demo)
    enum Keychain { KeychainUnknown, KeychainAvailable, KeychainUnavailable };
    Q_ENUM(Keychain)
    /// bolt::Role, for QML.
    enum Role { Viewer, Support, Manager, Admin };
    Q_ENUM(Role)

    SessionScreen(Session &session, Link &link, Preferences &preferences, QObject *parent = nullptr);

    State state() const;
    Scene scene() const;
    Demo demo() const { return m_demo; }
    /// 0 to 1 of its start; below 0: unknown.
    double demoProgress() const { return m_demoProgress; }
    QString workspaceName() const;
    QString workspaceUrl() const;
    bool embedded() const;
    QString email() const;
    /// At most two letters of the e-mail, upper case.
    QString initials() const;
    int role() const;
    QString roleWord() const;
    Keychain keychain() const;
    bool busy() const { return m_busy; }
    /// In the words of whoever said it: the server's, or the network's; never empty when something failed.
    QString error() const { return m_error; }
    /// What that means for a person: `credentials`, `key`, `unreached`, `often`, `server`, `other`, `demo` (the
    /// embedded workspace did not start or did not let in); empty: no error.
    QString errorKind() const { return m_errorKind; }
    /// Stable words, empty when the field is right: those of wrongAddress(); `empty`, `no-key`; `empty`, `no-email`.
    QString urlError() const { return m_urlError; }
    QString keyError() const { return m_keyError; }
    QString emailError() const { return m_emailError; }
    QString passwordError() const { return m_passwordError; }
    /// What to prefill the form with.
    QString lastUrl() const;
    QString lastAnonKey() const;
    QString lastEmail() const;

    Q_INVOKABLE void signIn(const QString &url, const QString &anonKey, const QString &email, const QString &password,
                            bool remember);
    /// Gives up the try that is under way; its answer is not waited for.
    Q_INVOKABLE void cancelSignIn();
    Q_INVOKABLE void signOut();
    /// Also forgets the workspace, its local copy, and the actions that were not sent.
    Q_INVOKABLE void signOutAndWipe();
    /// Asks the application for the embedded workspace: `demoWanted`, then enterDemo() or failDemo().
    Q_INVOKABLE void tryDemo();
    /// Back to the form. The embedded workspace may go on starting; it is entered at the next tryDemo().
    Q_INVOKABLE void leaveDemo();
    void offerDemo();
    void setDemoProgress(double done);
    /// Signs in to it, if it is still wanted. The password is handed on and not kept.
    void enterDemo(const Workspace &workspace, const QString &email, const QString &password);
    void failDemo(const Error &error);
    /// What the form begins with, as if it had been typed the last time; empty ones stay as they are.
    void propose(const QString &url, const QString &anonKey, const QString &email);

Q_SIGNALS:
    void changed();
    void demoWanted();
    void demoProgressChanged();
    void busyChanged();
    void errorsChanged();

private:
    bool validate(const QString &url, const QString &anonKey, const QString &email, const QString &password);
    void setBusy(bool busy);
    void setDemo(Demo demo);
    void setError(const QString &error, const QString &kind);

    Session &m_session;
    Link &m_link;
    Preferences &m_preferences;
    QString m_error, m_errorKind, m_urlError, m_keyError, m_emailError, m_passwordError;
    Demo m_demo = NoDemo;
    double m_demoProgress = -1;
    bool m_busy = false;
    quint64 m_try = 0; ///< an answer to an older try is not shown
};

} // namespace bolt
