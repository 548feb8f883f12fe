// SPDX-License-Identifier: GPL-3.0-or-later
// Reads of the tables: PostgREST, contracts/supabase.md §3.
#include "services/connectors/directory_bolt.h"
#include "services/connectors/query.h"
#include "services/wire/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

namespace bolt {

namespace {

constexpr auto id = QLatin1StringView("id");

QStringList columnsOf(Table table)
{
    const char *own = "";
    switch (table) {
    case Table::Packages:
        own =
            "name,price_cents,currency,directory_limit,max_directory_tier,priority,sla_hours,concurrency,max_attempts";
        break;
    case Table::Customers:
        own = "company_name,email,website,package_id,directories_used,status,created_at";
        break;
    case Table::Directories:
        own = "name,website,category,da_score,priority_tier,is_active,circuit_state,circuit_open_until";
        break;
    case Table::Workers:
        own = "status,software_version,current_submission_id,heartbeat_at,processed,failed";
        break;
    case Table::Jobs:
        own =
            "customer_id,package_type,status,priority_score,priority_override,directories_total,directories_completed,"
            "directories_failed,progress,current_directory,worker_id,due_at,started_at,completed_at,"
            "metadata,created_at";
        break;
    case Table::Submissions:
        own = "submission_queue_id,customer_id,directory_id,status,attempt,max_attempts,last_error_code,next_retry_at,"
              "success_probability,processing_ms,submitted_at,approved_at,failed_at,created_at";
        break;
    case Table::Attempts:
        own = "submission_id,job_id,customer_id,directory_id,attempt,ended_at,ms,outcome,code";
        break;
    }
    return QStringLiteral("id,version,updated_at,deleted_at,").append(QLatin1StringView(own)).split(u',');
}

/// Their older name of a column that this table does not have; empty when there is none or that is missing, too.
QString olderName(const wire::TableNaming &naming, const TableShape &shape, const QString &column)
{
    for (const auto &alias : naming.columns) {
        const auto theirs = QString::fromStdString(alias.theirs);
        if (column == QString::fromStdString(alias.ours) && shape.has(theirs))
            return theirs;
    }
    return {};
}

QString selectList(const wire::TableNaming &naming, const TableShape &shape, const QStringList &columns)
{
    QStringList out;
    for (const auto &column : columns) {
        if (shape.has(column))
            out << column;
        else if (const auto theirs = olderName(naming, shape, column); !theirs.isEmpty())
            out << column + u':' + theirs;
    }
    return out.join(u',');
}

QString timeText(Instant at)
{
    QString text = formatInstant(at);
    if (text.endsWith(QLatin1StringView("+00:00"))) {
        text.chop(6);
        text += u'Z';
    }
    return text;
}

/// The column that the window of retention goes by; empty: the table is followed whole.
QString windowColumn(Table table)
{
    switch (table) {
    case Table::Jobs:
    case Table::Submissions:
        return QStringLiteral("created_at");
    case Table::Attempts:
        return QStringLiteral("ended_at");
    default:
        return {};
    }
}

/// `0-24/3573458`, `*/0`, `0-24/*`
std::optional<qint64> totalOf(const QByteArray &contentRange)
{
    const auto slash = contentRange.lastIndexOf('/');
    bool ok = false;
    const qint64 total = slash < 0 ? 0 : contentRange.sliced(slash + 1).toLongLong(&ok);
    if (!ok || total < 0)
        return {};
    return total;
}

void addPosition(const PageAsk &ask, Query &query)
{
    const QString after = ask.after ? wire::keyText(*ask.after) : QString();
    switch (ask.what) {
    case PageAsk::What::Scan:
    case PageAsk::What::Versions:
        if (ask.after)
            query.add("id", QStringLiteral("gt.") + after);
        query.add("order", u"id.asc");
        break;
    case PageAsk::What::Delta:
        if (ask.after && ask.afterAt) {
            const auto at = quoted(timeText(*ask.afterAt));
            query.add("or", QStringLiteral("(updated_at.gt.%1,and(updated_at.eq.%1,id.gt.%2))").arg(at, quoted(after)));
        } else if (ask.since) {
            query.add("updated_at", QStringLiteral("gte.") + timeText(*ask.since));
        }
        query.add("order", u"updated_at.asc,id.asc");
        break;
    case PageAsk::What::Ids:
        query.add("id", inList(ask.ids));
        query.add("order", u"id.asc");
        break;
    case PageAsk::What::Count:
    case PageAsk::What::Checksum:
        break;
    }
}

wire::Request checksumOf(const wire::TableNaming &naming, const PageAsk &ask)
{
    QJsonObject arguments{{QStringLiteral("of_table"), QString::fromStdString(naming.name)}};
    if (ask.createdSince && !windowColumn(ask.table).isEmpty())
        arguments[QStringLiteral("since")] = timeText(*ask.createdSince);
    wire::Request request;
    request.method = "POST";
    request.target = "/rest/v1/rpc/boltdesk_checksum";
    request.body = QJsonDocument(arguments).toJson(QJsonDocument::Compact);
    request.headers = {{"Accept", "application/json"}, {"Content-Type", "application/json"}};
    return request;
}

/// `[{"rows":3,"sum":9007199254740993}]`
Result<Page> readChecksum(const wire::Answer &answer, Page page)
{
    const QJsonValue row = QJsonDocument::fromJson(answer.body).array().at(0);
    const qint64 rows = row[u"rows"].toInteger(-1);
    if (rows < 0 || !row[u"sum"].isDouble())
        return Error{Error::Kind::Invalid, {}, QStringLiteral("The checksum cannot be read."), {}, 0};
    page.total = rows;
    page.sum = row[u"sum"].toInteger();
    return page;
}

} // namespace

wire::Request DirectoryBoltConnector::page(const PageAsk &ask, const TableShape &shape) const
{
    using What = PageAsk::What;
    const auto &naming = m_naming.of(ask.table);
    if (ask.what == What::Checksum)
        return checksumOf(naming, ask);
    Query query("/rest/v1/" + QByteArray::fromStdString(naming.name));
    QStringList columns;
    if (ask.what == What::Count)
        columns = {id};
    else if (ask.what == What::Versions || ask.bare)
        columns = {id, QStringLiteral("version"), QStringLiteral("deleted_at")};
    else
        columns = columnsOf(ask.table);
    if (ask.bare)
        columns << QStringLiteral("updated_at");
    query.add("select", selectList(naming, shape, columns));
    addPosition(ask, query);
    const QString window = windowColumn(ask.table);
    if (ask.createdSince && !window.isEmpty() && ask.what != What::Ids && shape.has(window))
        query.add(window.toLatin1(), QStringLiteral("gte.") + timeText(*ask.createdSince));
    if (ask.what == What::Count && shape.softDeletes())
        query.add("deleted_at", u"is.null");
    query.add("limit", QString::number(ask.what == What::Count ? 1 : ask.limit));

    wire::Request request;
    request.target = query.target();
    request.headers = {{"Accept", "application/json"}, {"Accept-Profile", QByteArray::fromStdString(m_naming.schema)}};
    if (ask.what == What::Count)
        request.headers.push_back({"Prefer", "count=exact"});
    return request;
}

Result<Page> DirectoryBoltConnector::readPage(const PageAsk &ask, const TableShape &shape,
                                              const wire::Answer &answer) const
{
    if (!answer.ok())
        return wire::errorOf(answer);
    Page page;
    page.total = totalOf(answer.header("content-range"));
    bool counted = false;
    const qint64 seq = answer.header("x-commit-seq").toLongLong(&counted);
    if (counted)
        page.commitSeq = seq;
    if (ask.what == PageAsk::What::Count)
        return page;
    if (ask.what == PageAsk::What::Checksum)
        return readChecksum(answer, std::move(page));
    const auto want = ask.what == PageAsk::What::Versions || ask.bare ? wire::RowsDecoder::Want::Versions
                                                                      : wire::RowsDecoder::Want::Records;
    wire::RowsDecoder decoder(m_naming);
    QStringList asked = columnsOf(ask.table);
    const auto &naming = m_naming.of(ask.table);
    asked.removeIf([&](const QString &c) { return !shape.has(c) && olderName(naming, shape, c).isEmpty(); });
    auto rows = decoder.decode(ask.table, want, {answer.body.constData(), static_cast<size_t>(answer.body.size())},
                               decoder.maskOf(ask.table, asked), ask.damaged >= PageAsk::damagedLimit);
    if (!rows.ok())
        return rows.error();
    page.rows = *std::move(rows);
    const bool isDelta = ask.what == PageAsk::What::Delta;
    const auto last = std::find_if(page.rows.rbegin(), page.rows.rend(),
                                   [&](const wire::Row &row) { return row.key && (row.updatedAt || !isDelta); });
    if (last != page.rows.rend()) {
        page.last = last->key;
        page.lastAt = last->updatedAt;
    }
    page.ends = page.rows.empty() || (!page.last && int(page.rows.size()) < ask.limit);
    return page;
}

std::optional<TableShape> DirectoryBoltConnector::narrowed(Table table, const TableShape &shape,
                                                           const Error &error) const
{
    if (isOptional(table) &&
        (error.code == QLatin1StringView("42P01") || error.code == QLatin1StringView("PGRST205"))) {
        TableShape next = shape;
        next.absent = true;
        return next;
    }
    if (error.code != QLatin1StringView("42703") && error.code != QLatin1StringView("PGRST204"))
        return {};
    // `column jobs.version does not exist` · `column "version" does not exist` · `Could not find the 'version' column
    // of …`
    static const QRegularExpression names(QStringLiteral(
        R"re(column "?(?:[\w$]+"?\."?)?([\w$]+)"? does not exist|Could not find the '([\w$]+)' column)re"));
    const auto match = names.match(error.message);
    const QString column = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    bool asked = columnsOf(table).contains(column);
    for (const auto &alias : m_naming.of(table).columns)
        asked = asked || column == QString::fromStdString(alias.theirs);
    if (!asked || column == id || !shape.has(column))
        return {};
    TableShape next = shape;
    next.missing << column;
    return next;
}

} // namespace bolt
