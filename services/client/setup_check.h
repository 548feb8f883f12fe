// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link.h"

#include <QTimer>
#include <functional>

namespace bolt {

class Connector;
class HttpClient;

/// Asks the server once a sign-in what it lacks for the desk to follow it well (`boltdesk_check`), and again until it
/// answers. Main thread.
class SetupCheck final : public QObject
{
    Q_OBJECT
public:
    /// `uncheckable`: the server has no such function.
    using OnAnswer = std::function<void(std::vector<SetupLack> lacks, bool uncheckable)>;

    /// `http` and `connector` outlive this object; `retryFirst`: after a server that could not be asked;
    /// doubled each time up to ten minutes.
    SetupCheck(HttpClient &http, const Connector &connector, Millis retryFirst, OnAnswer onAnswer,
               QObject *parent = nullptr);
    /// With a token in hand. Nothing once it was answered, or while it is being asked.
    void ask();
    /// A person wants to know: what was lacking may have been mended.
    void askAnew();
    /// Signed out: the next workspace is another one.
    void forget();

private:
    void send();
    void pause(Millis asked);

    HttpClient &m_http;
    const Connector &m_connector;
    OnAnswer m_onAnswer;
    Millis m_first, m_wait;
    QTimer m_again{this};
    quint64 m_round = 0; ///< an answer to an earlier sign-in changes nothing
    bool m_asked = false;
    bool m_open = false; ///< the answer is waited for
};

} // namespace bolt
