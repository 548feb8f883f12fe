// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/analytics.h"

#include <QObject>

namespace bolt {

class Connector;
class HttpClient;

/// Figures from the backend. Main thread; `http` is one that carries the session's bearer and lives there, too.
class AnalyticsClient final : public QObject, public Analytics
{
    Q_OBJECT
public:
    AnalyticsClient(HttpClient &http, const Connector &connector, QObject *parent = nullptr);
    QFuture<Result<AnalyticsReport>> report(TimeRange range, QByteArray timeZoneId) override;

private:
    HttpClient &m_http;
    const Connector &m_connector;
};

} // namespace bolt
