// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/table_reads.h"

#include "models/ports/when_done.h"

#include <QDateTime>
#include <QTimer>

namespace bolt {

namespace {

/// A server that misses one column after the other is asked again so often at most.
constexpr int maxNarrowings = 24;

std::optional<Instant> dateOf(const wire::Answer &answer)
{
    const QByteArray date = answer.header("date");
    if (date.isEmpty())
        return {};
    const QDateTime at = QDateTime::fromString(QString::fromLatin1(date), Qt::RFC2822Date);
    if (!at.isValid())
        return {};
    return fromMicros(at.toMSecsSinceEpoch() * 1000);
}

} // namespace

TableReads::TableReads(HttpClient &http, const Connector &connector, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_connector(connector)
{
}

void TableReads::read(PageAsk ask, OnPage done) { send(std::move(ask), std::move(done), 0); }

void TableReads::send(PageAsk ask, OnPage done, int narrowings)
{
    const TableShape asked = shape(ask.table);
    if (asked.absent) {
        QTimer::singleShot(0, this, [done = std::move(done)] {
            Page none;
            none.ends = true;
            done(std::move(none), {});
        });
        return;
    }
    const auto call = m_http.send(m_connector.page(ask, asked));
    whenDone(call.answer, this,
             [this, ask, asked, narrowings, done = std::move(done)](const Result<wire::Answer> &answer) mutable {
                 if (!answer.ok())
                     return done(answer.error(), {});
                 m_bytes += answer->body.size();
                 auto page = m_connector.readPage(ask, asked, *answer);
                 // On its way, most likely; what comes again and again is so at the server.
                 if (!page.ok() && page.error().code == QLatin1StringView("encoding") &&
                     ask.damaged < PageAsk::damagedLimit) {
                     ++ask.damaged;
                     return send(std::move(ask), std::move(done), narrowings);
                 }
                 if (page.ok() || narrowings == maxNarrowings)
                     return done(std::move(page), dateOf(*answer));
                 TableShape &held = m_shapes[size_t(ask.table)];
                 // Another answer may have taught the same meanwhile.
                 if (held == asked) {
                     const auto narrower = m_connector.narrowed(ask.table, asked, page.error());
                     if (!narrower)
                         return done(std::move(page), dateOf(*answer));
                     held = *narrower;
                     Q_EMIT shapeChanged(ask.table);
                 }
                 send(std::move(ask), std::move(done), narrowings + 1);
             });
}

} // namespace bolt
