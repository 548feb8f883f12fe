// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/history.h"

#include <QObject>

namespace bolt {

class Connector;
class HttpClient;

/// The attempts of a submission. Main thread; `http` is one that carries the session's bearer and lives there, too.
class HistoryClient final : public QObject, public History
{
    Q_OBJECT
public:
    HistoryClient(HttpClient &http, const Connector &connector, QObject *parent = nullptr);
    QFuture<Result<std::vector<Attempt>>> attempts(SubmissionId id) override;

private:
    HttpClient &m_http;
    const Connector &m_connector;
};

} // namespace bolt
