// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/records.h"
#include "models/ports/analytics.h"
#include "models/ports/link.h"
#include "models/ports/session.h"
#include "services/wire/exchange.h"
#include "services/wire/naming.h"
#include "services/wire/row.h"

#include <QStringList>
#include <span>

namespace bolt {

/// What is known of a table's columns at this deployment. Starts as "everything is there"; see Connector::narrowed.
struct TableShape
{
    QStringList missing; ///< our column names that the server does not have
    bool absent = false; ///< there is no such table, and the desk does without it
    bool has(QStringView column) const { return !missing.contains(column); }
    /// L1 of contracts/supabase.md §4.2; otherwise L0.
    bool hasVersion() const { return has(u"version"); }
    bool softDeletes() const { return has(u"deleted_at"); }
    bool operator==(const TableShape &) const = default;
};

/// One answered page of rows.
struct Page
{
    std::vector<wire::Row> rows;     ///< as received, in order; soft-deleted rows have `removed`
    std::optional<wire::Key> last;   ///< key of the last row that tells where the next page begins
    std::optional<Instant> lastAt;   ///< its updated_at (delta pages)
    std::optional<qint64> commitSeq; ///< `X-Commit-Seq`, L2 servers only
    std::optional<qint64> total;     ///< when it was counted
    std::optional<qint64> sum;       ///< over the versions: sync::weightOf
    /// Only an empty page ends a scan (contracts/supabase.md §3.6). Or a short one none of whose rows tells where the
    /// next page would begin, since the same would come again.
    bool ends = false;
};

/// How a page of a table is asked for. All pages are keyset pages; soft-deleted rows are included.
struct PageAsk
{
    enum class What : quint8 {
        Scan,     ///< whole rows by primary key, after `after`
        Versions, ///< (id, version) by primary key, after `after`
        Delta,    ///< whole rows with updated_at ≥ `since`, after (`afterAt`, `after`); not where the shape lacks
                  ///< updated_at
        Ids,      ///< whole rows of `ids`, at most 70 of them
        Count,    ///< no rows, only `total`
        Checksum  ///< no rows, `total` and `sum`, of a deployment that has `boltdesk_checksum`
    };
    Table table = Table::Packages;
    What what = What::Scan;
    std::optional<wire::Key> after;
    std::optional<Instant> since;
    std::optional<Instant> afterAt;
    std::vector<wire::Key> ids;
    int limit = 1000;
    bool bare = false; ///< of Scan and Delta: only (id, version, updated_at) of the rows
    /// So often the same answer came with bytes that no JSON text may hold.
    int damaged = 0;
    static constexpr int damagedLimit = 3; ///< it is the server's own by then, and mended
    /// Window of retention for submissions and jobs by creation, for attempts by their end: older rows are not asked
    /// for. By an immutable column.
    std::optional<Instant> createdSince;
};

/// What the backend made of an action.
struct Receipt
{
    int applied = 0;
    std::vector<Rejection> rejected;
    std::vector<wire::Row>
        rows; ///< records the answer carried, to be merged like any change (wire::Row::key tells the table)
};

/// A GoTrue session as it was answered.
struct Grant
{
    QByteArray accessToken;
    QByteArray refreshToken;
    Seconds expiresIn{0};
    std::optional<Instant> issuedAt;  ///< `iat`, server's clock
    std::optional<Instant> expiresAt; ///< `exp`, server's clock
    Account account;
};

/// The one place that knows a deployment's URLs, tables, columns, status words, and how an action becomes a request.
/// Pure: values in, values out; stateless and safe from any thread. Requests are sent by services/http.
class Connector
{
public:
    virtual ~Connector() = default;

    virtual QString name() const = 0;

    // The stream
    struct Stream
    {
        QUrl url;
        QByteArray topic;
        struct Binding
        {
            QByteArray schema, table, event;
            bool optional = false; ///< the channel does without it where the server refuses it
        };
        std::vector<Binding> bindings;
    };
    virtual Stream stream(const Workspace &workspace) const = 0;
    virtual const wire::Naming &naming() const = 0;
    /// How often `sync_tick` moves; zero: the deployment has none.
    virtual Seconds tickPeriod() const = 0;

    // Reading
    virtual wire::Request page(const PageAsk &ask, const TableShape &shape) const = 0;
    /// `shape`: as it was asked with.
    virtual Result<Page> readPage(const PageAsk &ask, const TableShape &shape, const wire::Answer &answer) const = 0;
    /// May a deployment lack the table? What rests on it is then unknown, and everything else goes on.
    static bool isOptional(Table table) { return table == Table::Attempts; }
    /// After an answer that complains of an unknown column (42703, PGRST204), or, where that is allowed, of an unknown
    /// table (42P01, PGRST205): the shape to ask again with; nothing when the error is another or narrowing cannot
    /// help.
    virtual std::optional<TableShape> narrowed(Table table, const TableShape &shape, const Error &error) const = 0;

    /// What the deployment lacks for the desk to follow it well. NotFound: it cannot say.
    virtual wire::Request setupCheck() const = 0;
    virtual Result<std::vector<SetupLack>> readSetupCheck(const wire::Answer &answer) const = 0;

    // Acting
    virtual Result<wire::Request> action(const ActionId &id, const Command &command) const = 0;
    virtual Result<Receipt> readReceipt(const Command &command, const wire::Answer &answer) const = 0;

    // Session
    virtual wire::Request signIn(const QString &email, const QString &password) const = 0;
    virtual wire::Request refresh(const QByteArray &refreshToken) const = 0;
    /// Local scope. Carries its own bearer, since the session forgets it first.
    virtual wire::Request signOut(const QByteArray &accessToken) const = 0;
    virtual Result<Grant> readGrant(const wire::Answer &answer) const = 0;

    // Looking
    virtual wire::Request attempts(const SubmissionId &id) const = 0;
    virtual Result<std::vector<Attempt>> readAttempts(const wire::Answer &answer) const = 0;
    virtual wire::Request analytics(const TimeRange &range, const QByteArray &timeZoneId) const = 0;
    virtual Result<AnalyticsReport> readAnalytics(const wire::Answer &answer) const = 0;
};

} // namespace bolt
