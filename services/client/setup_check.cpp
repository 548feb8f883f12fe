// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client/setup_check.h"

#include "models/ports/when_done.h"
#include "services/connectors/connector.h"
#include "services/http/http_client.h"

#include <algorithm>
#include <utility>

namespace bolt {

namespace {

constexpr Millis longestPause{600'000};

} // namespace

SetupCheck::SetupCheck(HttpClient &http, const Connector &connector, Millis retryFirst, OnAnswer onAnswer,
                       QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_connector(connector)
    , m_onAnswer(std::move(onAnswer))
    , m_first(retryFirst)
    , m_wait(retryFirst)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SetupCheck::send);
}

void SetupCheck::ask()
{
    if (!std::exchange(m_asked, true))
        send();
}

void SetupCheck::askAnew()
{
    m_asked = true;
    send();
}

void SetupCheck::send()
{
    if (std::exchange(m_open, true))
        return;
    m_again.stop();
    const auto call = m_http.send(m_connector.setupCheck());
    whenDone(call.answer, this, [this, round = m_round](const Result<wire::Answer> &answer) {
        if (round != m_round)
            return;
        m_open = false;
        auto lacks = answer.ok() ? m_connector.readSetupCheck(*answer) : Result<std::vector<SetupLack>>(answer.error());
        if (lacks.ok()) {
            m_wait = m_first;
            return m_onAnswer(std::move(lacks).value(), false);
        }
        switch (lacks.error().kind) {
        case Error::Kind::NotFound:
        case Error::Kind::Forbidden:
        case Error::Kind::Invalid:
            m_wait = m_first;
            return m_onAnswer({}, true);
        default: // nothing was said
            pause(Millis(lacks.error().retryAfterMs));
        }
    });
}

void SetupCheck::pause(Millis asked)
{
    m_again.start(std::max(m_wait, asked));
    m_wait = std::min(longestPause, 2 * m_wait);
}

void SetupCheck::forget()
{
    ++m_round;
    m_asked = m_open = false;
    m_wait = m_first;
    m_again.stop();
    m_onAnswer({}, false);
}

} // namespace bolt
