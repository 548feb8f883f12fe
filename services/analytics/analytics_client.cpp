// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analytics/analytics_client.h"

#include "services/analytics/asked.h"
#include "services/connectors/connector.h"
#include "services/session/session_http.h"

namespace bolt {

AnalyticsClient::AnalyticsClient(SessionClient &session, const Connector &connector, QObject *parent)
    : QObject(parent)
    , m_http(*new SessionHttp(session, this))
    , m_connector(connector)
{
}

AnalyticsClient::AnalyticsClient(HttpClient &http, const Connector &connector, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_connector(connector)
{
}

QFuture<Result<AnalyticsReport>> AnalyticsClient::report(TimeRange range, QByteArray timeZoneId)
{
    return asked<AnalyticsReport>(m_http, m_connector.analytics(range, timeZoneId), this,
                                  [this](const wire::Answer &answer) { return m_connector.readAnalytics(answer); });
}

} // namespace bolt
