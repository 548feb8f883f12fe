// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client/setup_check.h"

#include "models/ports/when_done.h"
#include "services/connectors/connector.h"
#include "services/http/http_client.h"

#include <utility>

namespace bolt {

SetupCheck::SetupCheck(HttpClient &http, const Connector &connector, Millis retryEvery, OnAnswer onAnswer,
                       QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_connector(connector)
    , m_onAnswer(std::move(onAnswer))
{
    m_again.setSingleShot(true);
    m_again.setInterval(retryEvery);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_asked = false;
        ask();
    });
}

void SetupCheck::ask()
{
    if (std::exchange(m_asked, true))
        return;
    const auto call = m_http.send(m_connector.setupCheck());
    whenDone(call.answer, this, [this, round = m_round](const Result<wire::Answer> &answer) {
        if (round != m_round)
            return;
        auto lacks = answer.ok() ? m_connector.readSetupCheck(*answer) : Result<std::vector<SetupLack>>(answer.error());
        if (lacks.ok())
            return m_onAnswer(std::move(lacks).value(), false);
        switch (lacks.error().kind) {
        case Error::Kind::NotFound:
        case Error::Kind::Forbidden:
        case Error::Kind::Invalid:
            return m_onAnswer({}, true);
        default: // nothing was said
            m_again.start();
        }
    });
}

void SetupCheck::forget()
{
    ++m_round;
    m_asked = false;
    m_again.stop();
    m_onAnswer({}, false);
}

} // namespace bolt
