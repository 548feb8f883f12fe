// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/http_client.h"
#include "services/sync/engine/sync_engine.h"
#include "services/sync/mailbox.h"
#include "services/sync/said_row.h"
#include "services/sync/sync_worker.h"
#include "services/sync/table_reads.h"
#include "services/wire/change.h"

#include <QTimer>
#include <array>

namespace bolt {

using DeskEngine =
    sync::SyncEngine<sync::FullRules, Package, Customer, Directory, Worker, Job, Submission, EndedAttempt>;

/// The insides of SyncWorker. Wire thread only.
struct SyncWorker::Private
{
    Private(SyncWorker *owner, const Connector &c, const Clock &k, SyncMailbox &m, Settings s, Replica r);

    // sync_worker.cpp: life and stream
    void makeParts();
    void onLive(bool again);
    void onInterrupted(const LinkReason &reason);
    void takePublished();
    void onChange(const QByteArray &payload);
    void onTick(const wire::Tick &tick);
    template<class R>
    void streamed(wire::ChangeEvent &&event);
    void noteReason(const LinkReason &reason);

    // sync_reads.cpp: requests and answers
    void lookAtStream();
    void pump();
    bool mayRead(Micros now);
    void rest(Millis retryAfter, Micros now);
    void heed(const Error &error, Micros now);
    bool isForAll(const Error &error) const;
    template<class R>
    void pumpTable(Micros now);
    template<class R>
    void send(const sync::Ask<R> &ask);
    template<class R>
    void count();
    template<class R>
    void compare(quint64 ask, bool mayBeSum = true);
    template<class R>
    void counted(quint64 ask, const Result<Page> &page);
    template<class R>
    void answered(quint64 ask, sync::AskFailure onError, Result<Page> page, std::optional<Instant> at, bool isPage);
    void judge(Table table, const Page &page);
    void onShape(Table table);
    bool isGateOpen() const;
    /// The engine is asked what to do next, and what it has goes out.
    void soon()
    {
        if (!flush->isActive() || flush->remainingTime() > settings.frame.count())
            flush->start(settings.frame);
    }

    // sync_output.cpp: parcels and health
    size_t buffered() const;
    void doFlush();
    void soonPaced();
    SharedParcel makeParcel(size_t rows);
    void post(size_t rows);
    void prove();
    void vouch();
    bool isOpen() const;
    void doHealth();
    LinkHealth linkHealth() const;
    template<class R>
    TableHealth tableHealth(const sync::TableSync<R, sync::FullRules> &table, bool served) const;
    LinkHealth health() const;
    bool isWidening() const;
    void lookAtClock();
    /// What of a table is held: rows of before are not asked for and not kept.
    template<class R>
    std::optional<Instant> since() const
    {
        return std::is_same_v<R, EndedAttempt> ? attemptsSince : settings.createdSince;
    }

    SyncWorker *q;
    const Connector &connector;
    const Clock &clock;
    SyncMailbox &mailbox;
    Settings settings;
    Replica replica;
    DeskEngine engine;
    std::optional<Instant> heldSince;     ///< all that was created since then is here, once the tables are complete
    std::optional<Instant> attemptsSince; ///< moves on with each pass, so that what nobody counts any more goes
    std::optional<Instant> attemptsHeld;  ///< as of the last pass over all of them: what is held reaches so far back
    wire::ChangeDecoder decoder;
    struct Trial ///< a row of the stream that waits to be compared with the same one by REST
    {
        wire::Key key;
        wire::ColumnMask columns; ///< those in question
        Record record;
    };
    std::array<std::optional<Trial>, tableCount> trials;
    wire::AccessToken token;

    // Made in start(), in the wire thread.
    std::unique_ptr<HttpClient> http;
    std::unique_ptr<TableReads> reads;
    std::unique_ptr<ChannelClient> channel;
    std::unique_ptr<QTimer> wakeTimer, flush, healthTimer;

    struct Extra ///< of one table, what the engine does not know
    {
        qint64 expected = -1;
        std::optional<Instant> asOf, passBegan;
        std::optional<TableCursor> cursor; ///< waits for its rows to go out
        LinkReason trouble;
        bool answered = false;    ///< by the last ask, since the tables are polled
        bool noChecksum = false;  ///< as far as is known since the link is live
        bool absent = false;      ///< by the last answer, which may be another one next time
        bool unpublished = false; ///< by the last join
    };
    std::array<Extra, tableCount> extra;
    std::array<quint64, tableCount> columnsMarks{}; ///< the columns that the stream last said each table has
    LinkHealth told;
    LinkPhase phase = LinkPhase::Offline;
    std::optional<Instant> phaseSince, lastEventAt, lastTickAt;
    std::optional<Instant> vouched; ///< all tables were current then: something came, and ticks are proven
    QStringList subscriptions;
    std::vector<PastReason> recentReasons;
    LinkReason::Kind resetReason = LinkReason::SetBack; ///< why everything was forgotten, where not by the engine
    qint64 events = 0, garbled = 0, eventsAtRate = 0;
    double rate = 0;
    Micros rateAt{0};
    std::optional<Micros> flushedAt; ///< monotonic
    std::optional<Micros> drift;     ///< wall minus monotonic
    // Without a stream the server is asked one thing at a time, and not while it does not answer.
    Micros downSince{0};
    Micros restUntil{0};
    int rests = 0;
    int inFlight = 0;
    size_t askedLast = tableCount - 1; ///< a table
    bool answers = false;              ///< since the tables are polled
    bool isLive = false;
    bool stopped = false;
    bool resetDue = false;
};

} // namespace bolt
