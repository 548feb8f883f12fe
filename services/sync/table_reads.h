// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/connectors/connector.h"
#include "services/http/http_client.h"

#include <QObject>
#include <array>
#include <functional>

namespace bolt {

/// Asks for pages of tables and learns on the way which columns the deployment does not have (levels L0 and L1). Lives
/// in the thread of its HttpClient.
class TableReads final : public QObject
{
    Q_OBJECT
public:
    /// `at`: the server's clock, from the answer's Date.
    using OnPage = std::function<void(Result<Page> page, std::optional<Instant> at)>;

    TableReads(HttpClient &http, const Connector &connector, QObject *parent = nullptr);

    /// `done` is called exactly once, from the event loop, unless this object dies before.
    void read(PageAsk ask, OnPage done);
    const TableShape &shape(Table table) const { return m_shapes[size_t(table)]; }
    qint64 bytesIn() const { return m_bytes; }

Q_SIGNALS:
    void shapeChanged(bolt::Table table);

private:
    void send(PageAsk ask, OnPage done, int narrowings);

    HttpClient &m_http;
    const Connector &m_connector;
    std::array<TableShape, tableCount> m_shapes;
    qint64 m_bytes = 0;
};

} // namespace bolt
