// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analytics/analytics_client.h"

#include "models/ports/when_done.h"
#include "services/connectors/connector.h"
#include "services/http/http_client.h"

#include <QPromise>

namespace bolt {

AnalyticsClient::AnalyticsClient(HttpClient &http, const Connector &connector, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_connector(connector)
{
}

QFuture<Result<AnalyticsReport>> AnalyticsClient::report(TimeRange range, QByteArray timeZoneId)
{
    auto promise = std::make_shared<QPromise<Result<AnalyticsReport>>>();
    promise->start();
    auto future = promise->future();
    whenDone(m_http.send(m_connector.analytics(range, timeZoneId)).answer, this,
             [this, promise](const Result<wire::Answer> &answer) {
                 promise->addResult(answer.ok() ? m_connector.readAnalytics(*answer)
                                                : Result<AnalyticsReport>(answer.error()));
                 promise->finish();
             });
    return future;
}

} // namespace bolt
