// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/store/store.h"
#include "services/client/desk_client.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "services/secrets/memory_store.h"
#include "services/session/session_client.h"

#include <functional>

namespace bolt::bench {

/// The desk's own client half, as the desk builds it but for the keychain and the disk: socket, decoding, merging,
/// mailbox, store. Main thread.
class ClientRun final
{
public:
    ClientRun();

    /// Signs in at the feeder and waits until every table is live. In words why not.
    Outcome connectTo(quint16 port);
    /// Lets the loop run until the store holds `version` of `row`; false after a minute without it.
    bool waitForVersion(SubmissionId row, qint64 version);
    /// Changes the link has counted so far.
    qint64 eventsSeen() { return m_client.link().health().events; }

private:
    bool waitUntil(const std::function<bool()> &done);

    SystemClock m_clock;
    Store m_store;
    DirectoryBoltConnector m_connector;
    MemoryStore m_secrets;
    HttpClient m_http;
    SessionClient m_session;
    DeskClient m_client;
};

} // namespace bolt::bench
