// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/history.h"

#include <QObject>

namespace bolt {

class Connector;
class HttpClient;

/// Attempts of a submission, read from the server when a person looks. Main thread.
class HistoryClient final : public QObject, public History
{
    Q_OBJECT
public:
    /// Both outlive this object; `http` points at the workspace that is signed in to.
    HistoryClient(HttpClient &http, const Connector &connector, QObject *parent = nullptr);
    QFuture<Result<std::vector<Attempt>>> attempts(SubmissionId id) override;

private:
    HttpClient &m_http;
    const Connector &m_connector;
};

} // namespace bolt
