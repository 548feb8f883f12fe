// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analytics/history_client.h"

#include "models/ports/when_done.h"
#include "services/connectors/connector.h"
#include "services/http/http_client.h"

#include <QPromise>

namespace bolt {

HistoryClient::HistoryClient(HttpClient &http, const Connector &connector, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_connector(connector)
{
}

QFuture<Result<std::vector<Attempt>>> HistoryClient::attempts(SubmissionId id)
{
    auto promise = std::make_shared<QPromise<Result<std::vector<Attempt>>>>();
    promise->start();
    auto future = promise->future();
    whenDone(m_http.send(m_connector.attempts(id)).answer, this, [this, promise](const Result<wire::Answer> &answer) {
        promise->addResult(answer.ok() ? m_connector.readAttempts(*answer)
                                       : Result<std::vector<Attempt>>(answer.error()));
        promise->finish();
    });
    return future;
}

} // namespace bolt
