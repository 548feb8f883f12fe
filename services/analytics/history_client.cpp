// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analytics/history_client.h"

#include "services/analytics/asked.h"
#include "services/connectors/connector.h"

namespace bolt {

HistoryClient::HistoryClient(HttpClient &http, const Connector &connector, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_connector(connector)
{
}

QFuture<Result<std::vector<Attempt>>> HistoryClient::attempts(SubmissionId id)
{
    return asked<std::vector<Attempt>>(m_http, m_connector.attempts(id), this,
                                       [this](const wire::Answer &answer) { return m_connector.readAttempts(answer); });
}

} // namespace bolt
