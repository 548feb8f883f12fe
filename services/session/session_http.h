// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/http_client.h"
#include "services/session/session_client.h"

namespace bolt {

/// HTTP to the workspace that is signed in to, with the session's bearer: follows both, and tells the session when its
/// token was refused. Main thread; not for the session's own requests. `session` outlives it.
class SessionHttp final : public HttpClient
{
    Q_OBJECT
public:
    explicit SessionHttp(SessionClient &session, QObject *parent = nullptr);

private:
    void follow();

    SessionClient &m_session;
};

} // namespace bolt
