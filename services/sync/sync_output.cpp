// SPDX-License-Identifier: GPL-3.0-or-later
// The giving half of the worker: parcels for the store and the disk, and what is known of the link.
#include "services/sync/sync_core.h"

#include <algorithm>

namespace bolt {

size_t SyncWorker::Private::buffered() const
{
    size_t rows = 0;
    const_cast<DeskEngine &>(engine).each([&rows](auto &table) { rows += table.merge().out().size(); });
    return rows;
}

void SyncWorker::Private::doFlush()
{
    if (stopped)
        return;
    if (buffered() > settings.highWater) {
        resetReason = LinkReason::TooSlow;
        engine.forget();
        engine.trigger(sync::Trigger::Overflow);
    }
    pump();
    if (mailbox.isTaken())
        post(settings.parcelRows);
    flushedAt = clock.monotonic();
    if (buffered() != 0)
        soonPaced();
}

/// A screen that changes ten times a second is read as well as one that changes sixty times, at a fifth of the cost.
void SyncWorker::Private::soonPaced()
{
    if (flush->isActive())
        return;
    const auto since = std::chrono::duration_cast<Millis>(clock.monotonic() - flushedAt.value_or(Micros::min() / 2));
    const bool crowded = buffered() >= settings.crowd;
    flush->start(crowded ? settings.frame : std::max(settings.frame, settings.steady - since));
}

/// Parents first: a batch may hold a job and its submissions.
SharedParcel SyncWorker::Private::makeParcel(size_t rows)
{
    auto parcel = std::make_shared<Parcel>();
    parcel->state.snapshot = true;
    parcel->state.reset = std::exchange(resetDue, false);
    engine.each([&]<class R>(sync::TableSync<R, sync::FullRules> &table) {
        auto &out = table.merge().out();
        rows -= out.take(rows, parcel->news.of<R>(), parcel->state.of<R>());
        Extra &more = extra[size_t(tableFor<R>)];
        if (more.cursor && out.size() == 0)
            parcel->cursors.push_back(*std::exchange(more.cursor, std::nullopt));
    });
    return parcel;
}

void SyncWorker::Private::post(size_t rows)
{
    const SharedParcel parcel = makeParcel(rows);
    if (parcel->empty())
        return;
    if (replica.keep)
        replica.keep(parcel);
    mailbox.post(parcel);
}

/// Something came through the stream: all that is current was still so when it was sent.
void SyncWorker::Private::prove()
{
    const Instant now = clock.now();
    engine.each([&]<class R>(const sync::TableSync<R, sync::FullRules> &table) {
        if (table.isCurrent())
            extra[size_t(tableFor<R>)].asOf = now;
    });
}

bool SyncWorker::Private::isOpen() const { return channel->status().phase == LinkPhase::Live && isLive; }

/// Events come in order: what comes now shows that all that was sent before has come, too. As long as ticks prove that
/// the server sends what happens.
void SyncWorker::Private::vouch()
{
    if (!isOpen())
        return;
    if (!engine.isProven(clock.monotonic()))
        vouched.reset();
    else if (engine.allCurrent())
        vouched = channel->status().heardAt;
}

void SyncWorker::Private::doHealth()
{
    if (stopped)
        return;
    lookAtClock();
    lookAtStream();
    vouch();
    const Micros now = clock.monotonic();
    if (now - rateAt >= Millis(900)) { // timers are not exact
        const double seconds = std::chrono::duration<double>(now - rateAt).count();
        rate = double(events - eventsAtRate) / seconds;
        eventsAtRate = events;
        rateAt = now;
    }
    if (!isWidening())
        heldSince = settings.createdSince;
    else if (settings.createdSince)
        heldSince = std::max(heldSince, settings.createdSince);
    LinkHealth h = health();
    // What changes it is told at once or ends that phase; counts and ages are read at a glance.
    const bool calm = h.phase == LinkPhase::Live && h.older == LinkHealth::Older::Idle;
    const Millis every = calm ? 4 * settings.healthEvery : settings.healthEvery;
    if (healthTimer->intervalAsDuration() != every)
        healthTimer->setInterval(every);
    if (h.phase != phase || !phaseSince) {
        phase = h.phase;
        phaseSince = clock.now();
    }
    h.since = phaseSince;
    if (h == told)
        return;
    // Who reads "live" or "every 20 s" finds the rows that make it so in the store.
    if (h.phase != told.phase && isAnswering(h) && buffered() != 0) {
        if (mailbox.isTaken())
            post(settings.parcelRows);
        if (buffered() != 0)
            return;
    }
    told = h;
    mailbox.tell(std::move(h));
}

/// Also while the last of the older rows wait to go out.
bool SyncWorker::Private::isWidening() const
{
    const auto open = [this]<class R>(const sync::TableSync<R, sync::FullRules> &table) {
        return table.isWidening() || (heldSince != settings.createdSince && extra[size_t(tableFor<R>)].cursor);
    };
    return open(engine.of<Job>()) || open(engine.of<Submission>());
}

/// What the channel says of itself, and what was counted.
LinkHealth SyncWorker::Private::linkHealth() const
{
    const ChannelStatus &status = channel->status();
    LinkHealth h;
    h.reason = isOpen() ? LinkReason() : status.reason;
    h.nextTry = status.nextTry;
    h.lastEventAt = lastEventAt;
    h.lastTickAt = lastTickAt;
    h.latencyMs = status.latencyMs;
    h.latencyAt = status.latencyAt;
    h.silentSince = status.silentSince;
    h.eventsPerSecond = rate;
    h.events = events;
    h.reconnects = std::max<qint64>(0, status.connects - 1);
    h.catchUps = engine.triggers();
    h.garbage = status.garbage + garbled;
    h.bytesIn = status.bytesIn + reads->bytesIn();
    h.recentReasons = recentReasons;
    h.subscriptions = subscriptions;
    h.keptSince = heldSince;
    if (isWidening()) {
        const LinkReason &ofJobs = extra[size_t(Table::Jobs)].trouble;
        h.olderTrouble = ofJobs.empty() ? extra[size_t(Table::Submissions)].trouble : ofJobs;
        h.older = h.olderTrouble.empty() ? LinkHealth::Older::Loading : LinkHealth::Older::Troubled;
    }
    return h;
}

template<class R>
TableHealth SyncWorker::Private::tableHealth(const sync::TableSync<R, sync::FullRules> &table, bool served) const
{
    const Extra &more = extra[size_t(tableFor<R>)];
    TableHealth t;
    t.trouble = more.trouble;
    t.unreadable = table.unreadable().rows + qint64(table.tooLarge().size());
    t.unreadableFirst = table.unreadable().first;
    if (t.unreadableFirst.isEmpty() && t.unreadable > 0)
        t.unreadableFirst = SyncWorker::tr("%1: the row is too large for one answer", "a key")
                                .arg(table.tooLarge().begin()->first.toString());
    // What is missing may be in none of the rows that are here.
    const bool lacks = !table.isSettled() || !t.trouble.empty() || t.unreadable > 0;
    t.phase = !served            ? channel->status().phase
              : table.isDenied() ? LinkPhase::Denied
              : lacks            ? LinkPhase::CatchUp
              : table.isPolled() ? LinkPhase::Polling
                                 : LinkPhase::Live;
    t.unpublished = more.unpublished;
    t.complete = table.isComplete();
    t.absent = more.absent || reads->shape(tableFor<R>).absent;
    t.rows = qint64(table.merge().rows());
    t.expected = more.expected;
    t.asOf = more.asOf;
    if (t.asOf && vouched && !table.isPolled())
        t.asOf = std::max(*t.asOf, *vouched);
    return t;
}

LinkHealth SyncWorker::Private::health() const
{
    const bool open = isOpen();
    const bool served = open || (engine.isPolled() && answers);
    const bool proven = !open || engine.isProven(clock.monotonic());
    LinkHealth h = linkHealth();
    bool allAged = true, troubled = false, streamed = false, allDenied = true;
    engine.each([&]<class R>(const sync::TableSync<R, sync::FullRules> &table) {
        const TableHealth &t = h.tables[size_t(tableFor<R>)] = tableHealth(table, served);
        if (table.isPolled())
            h.pollEvery = std::max(h.pollEvery.value_or(Seconds(0)), std::chrono::ceil<Seconds>(table.pollRest()));
        streamed |= open && !table.isPolled();
        allDenied &= table.isDenied();
        // A table that the role may not read is said where the tables are; the others go on.
        if (served && !table.isDenied() && !t.trouble.empty() && !std::exchange(troubled, true))
            h.reason = t.trouble;
        allAged &= t.asOf || t.absent || table.isDenied();
        if (t.asOf)
            h.asOf = h.asOf ? std::min(*h.asOf, *t.asOf) : *t.asOf;
        h.dirtyFetches += table.dirtyFetches();
        h.degraded += table.merge().counts().doubtful + t.unreadable;
        h.dropped += table.merge().counts().dropped;
    });
    const bool current = engine.allCurrent();
    if (!proven && h.reason.empty() && current)
        h.reason = {LinkReason::Unproven};
    h.unproven = served && !proven && current && !troubled;
    if (served && allDenied)
        h.reason = extra[0].trouble;
    // Whatever is wrong is never under the word live.
    h.phase = !served                           ? channel->status().phase
              : allDenied                       ? LinkPhase::Denied
              : !proven || !current || troubled ? LinkPhase::CatchUp
              : streamed                        ? LinkPhase::Live
                                                : LinkPhase::Polling;
    if (!allAged)
        h.asOf.reset();
    return h;
}

/// The monotonic clock stands still while a machine sleeps; the other one does not (T10).
void SyncWorker::Private::lookAtClock()
{
    const Micros apart = clock.now().time_since_epoch() - clock.monotonic();
    const auto before = std::exchange(drift, apart);
    if (!before || std::chrono::abs(apart - *before) < Seconds(5))
        return;
    Q_EMIT q->slept();
    q->wake({LinkReason::ClockJumped});
}

} // namespace bolt
