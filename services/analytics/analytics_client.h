// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/analytics.h"

#include <QObject>

namespace bolt {

class Connector;
class HttpClient;
class SessionClient;

/// Figures computed by the backend, asked for over HTTP. Main thread.
class AnalyticsClient final : public QObject, public Analytics
{
    Q_OBJECT
public:
    /// Over an HttpClient of its own that follows the session.
    AnalyticsClient(SessionClient &session, const Connector &connector, QObject *parent = nullptr);
    /// Both outlive this object; `http` points at the workspace that is signed in to.
    AnalyticsClient(HttpClient &http, const Connector &connector, QObject *parent = nullptr);
    QFuture<Result<AnalyticsReport>> report(TimeRange range, QByteArray timeZoneId) override;

private:
    HttpClient &m_http;
    const Connector &m_connector;
};

} // namespace bolt
