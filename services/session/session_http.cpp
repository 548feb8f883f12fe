// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/session_http.h"

namespace bolt {

SessionHttp::SessionHttp(SessionClient &session, QObject *parent)
    : HttpClient(
          Settings{}, [&session] { return session.token().jwt; }, parent)
    , m_session(session)
{
    connect(&session, &Session::stateChanged, this, &SessionHttp::follow);
    connect(this, &HttpClient::unauthorized, &session, &SessionClient::tokenRefused);
    follow();
}

void SessionHttp::follow()
{
    auto next = settings();
    next.base = m_session.workspace().url;
    next.apiKey = m_session.workspace().anonKey.toUtf8();
    if (next.base != settings().base || next.apiKey != settings().apiKey)
        setSettings(next);
}

} // namespace bolt
