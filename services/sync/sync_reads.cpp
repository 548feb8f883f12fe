// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of the worker: what the engine asks for becomes requests, answers go back to it.
#include "services/sync/link_error.h"
#include "services/sync/sync_core.h"

#include <QLoggingCategory>
#include <QRegularExpression>

namespace bolt {

Q_LOGGING_CATEGORY(lcReads, "bolt.reads", QtWarningMsg)

namespace {

/// For now: a server that was migrated a moment ago may say so for seconds.
bool isMissing(const Error &error)
{
    return error.code == QLatin1StringView("42P01") || error.code == QLatin1StringView("PGRST205");
}

/// What the database or PostgREST itself says of the table, by a code of theirs. Whatever else is no answer, a plain
/// 403 too, may come from anything on the way, and passes.
bool isDenied(const Error &error)
{
    static const QRegularExpression theirs(QStringLiteral("^(PGRST\\w+|[0-9A-Z]{5})$"));
    const bool forbidden = error.kind == Error::Kind::Forbidden && theirs.match(error.code).hasMatch();
    return forbidden || isMissing(error) || error.code == QLatin1StringView("42501");
}

sync::AskFailure failureOf(const Error &error)
{
    if (error.code == QLatin1StringView("57014"))
        return sync::AskFailure::TooSlow;
    if (error.kind == Error::Kind::TooLarge)
        return sync::AskFailure::TooLarge;
    return isDenied(error) ? sync::AskFailure::Denied : sync::AskFailure::Again;
}

/// Not there, not allowed, of another shape, or more than the server does in its time.
bool lacksChecksum(const Error &error)
{
    return failureOf(error) != sync::AskFailure::Again || error.kind == Error::Kind::NotFound ||
           error.kind == Error::Kind::Invalid;
}

} // namespace

/// Scans wait while main or the disk is behind: pages are the only thing that fills the buffers at will.
bool SyncWorker::Private::isGateOpen() const
{
    return buffered() < 4 * settings.parcelRows && (!replica.backlog || replica.backlog() < 64);
}

/// A desk without a stream is not one without a server: what is to be seen is read, one thing after the other.
void SyncWorker::Private::lookAtStream()
{
    const Micros now = clock.monotonic();
    const bool mayAsk = !token.isNull() && token.expiresAt > clock.now();
    const bool polls = !isLive && mayAsk && now - downSince >= settings.timing.pollAfter;
    if (polls == engine.isPolled())
        return;
    for (Extra &more : extra)
        more.answered = false;
    answers = false;
    rests = 0;
    restUntil = {};
    engine.setPolled(polls, now);
    soon();
}

bool SyncWorker::Private::mayRead(Micros now)
{
    if (!engine.isPolled())
        return true;
    if (inFlight > 0)
        return false; // its answer pumps again
    if (now < restUntil)
        wakeTimer->start(std::chrono::ceil<Millis>(restUntil - now));
    return now >= restUntil;
}

/// Nobody answers, or wants to be left alone: no table asks meanwhile.
void SyncWorker::Private::rest(Millis retryAfter, Micros now)
{
    const auto &timing = settings.timing;
    const Micros wait = std::min<Micros>(2 * timing.retryMax, timing.retryFirst * (qint64(1) << std::min(rests++, 16)));
    restUntil = now + std::max<Micros>(wait, retryAfter);
    answers = false;
}

/// Whoever asks too often asks for all tables.
void SyncWorker::Private::heed(const Error &error, Micros now)
{
    if (error.kind == Error::Kind::RateLimit && error.retryAfterMs > 0)
        engine.each([&](auto &table) { table.rest(now + Millis(error.retryAfterMs)); });
}

/// What failed is no matter of one table.
bool SyncWorker::Private::isForAll(const Error &error) const
{
    const bool ofServer = error.kind == Error::Kind::Network || error.kind == Error::Kind::RateLimit ||
                          error.kind == Error::Kind::Unauthorized || error.retryAfterMs > 0 ||
                          error.detail.startsWith(QLatin1StringView("HTTP 503"));
    return ofServer || std::none_of(extra.begin(), extra.end(), [](const Extra &more) { return more.answered; });
}

void SyncWorker::Private::pump()
{
    if (stopped)
        return;
    const Micros now = clock.monotonic();
    engine.look(now);
    if (engine.takeReset()) {
        resetDue = true;
        for (Extra &e : extra) {
            Extra anew; // what is known of the server stays
            anew.unpublished = e.unpublished;
            anew.noChecksum = e.noChecksum;
            e = anew;
        }
        noteReason({std::exchange(resetReason, LinkReason::SetBack)});
        soon();
    }
    if (engine.watch().takeUnticked())
        noteReason({LinkReason::Unticked});
    if (const auto why = engine.takeRejoin(); why != LinkReason::None && isLive)
        channel->rejoin({why});
    if (!isGateOpen()) {
        wakeTimer->start(Millis(50));
        return;
    }
    // Where one thing is asked at a time, the table that was asked last comes last: one that fails starves no other.
    for (const bool before : {false, true}) {
        engine.each(
            [&, last = engine.isPolled() ? askedLast : tableCount - 1]<class R>(sync::TableSync<R, sync::FullRules> &) {
                if ((size_t(tableFor<R>) <= last) == before && mayRead(now))
                    pumpTable<R>(now);
            });
    }
    if (!mayRead(now))
        return;
    if (const auto next = engine.nextWake())
        wakeTimer->start(std::chrono::ceil<Millis>(std::clamp(*next - now, Micros(1000), Micros(Seconds(3600)))));
}

template<class R>
void SyncWorker::Private::pumpTable(Micros now)
{
    for (const sync::Ask<R> &ask : engine.of<R>().pump(now, engine.mayPass<R>())) {
        if constexpr (std::is_same_v<R, EndedAttempt>) {
            if (ask.first || !attemptsSince) // one window for the whole of a pass
                attemptsSince = std::chrono::floor<std::chrono::hours>(clock.now() - settings.attemptsWindow);
            if (ask.first && ask.what != sync::Ask<R>::What::Delta)
                attemptsHeld = attemptsSince;
        }
        if (ask.what == sync::Ask<R>::What::Count) {
            compare<R>(ask.id);
            continue;
        }
        if (ask.first)
            extra[size_t(tableFor<R>)].passBegan = clock.now();
        if (ask.first && ask.what == sync::Ask<R>::What::Scan)
            count<R>();
        send(ask);
    }
}

template<class R>
void SyncWorker::Private::send(const sync::Ask<R> &ask)
{
    const bool isPage = ask.what != sync::Ask<R>::What::Ids;
    const auto &trial = trials[size_t(tableFor<R>)];
    const bool tries =
        trial && std::find(ask.ids.begin(), ask.ids.end(), std::get<decltype(R::id)>(trial->key)) != ask.ids.end();
    ++inFlight;
    askedLast = size_t(tableFor<R>);
    reads->read(pageAsk(ask, since<R>()),
                [this, id = ask.id, isPage, tries](Result<Page> page, std::optional<Instant> at) {
                    --inFlight;
                    const auto failure = page.ok() ? sync::AskFailure::Again : failureOf(page.error());
                    if (page.ok() && tries)
                        judge(tableFor<R>, *page);
                    answered<R>(id, failure, std::move(page), at, isPage);
                });
}

/// S1: a frame with columns of types that nobody here knows, held against the row as REST tells it. Of another version
/// it tells nothing, and the next frame is tried.
void SyncWorker::Private::judge(Table table, const Page &page)
{
    const auto trial = std::exchange(trials[size_t(table)], {});
    for (const wire::Row &row : page.rows) {
        if (!trial || row.key != trial->key || !row.record)
            continue;
        if (*row.record == trial->record)
            decoder.settle(table, trial->columns, true);
        else if (row.version && *row.version == wire::versionOf(trial->record))
            decoder.settle(table, trial->columns, false);
    }
}

template<class R>
void SyncWorker::Private::answered(quint64 ask, sync::AskFailure onError, Result<Page> page, std::optional<Instant> at,
                                   bool isPage)
{
    auto &table = engine.of<R>();
    Extra &more = extra[size_t(tableFor<R>)];
    const Micros now = clock.monotonic();
    if (!page.ok()) {
        if (page.error().kind == Error::Kind::Cancelled && stopped)
            return;
        if (wire::saidIn(page.error()).isEmpty() &&
            page.error().kind != Error::Kind::Network) // no words of the server's
            qCWarning(lcReads) << "an answer could not be used:" << page.error().code << page.error().detail;
        if (onError != sync::AskFailure::TooLarge || table.isStuck()) // the same is asked for in parts
            more.trouble = reasonFor(LinkReason::Unreadable, page.error());
        more.absent = isMissing(page.error());
        const Millis wait(page.error().retryAfterMs);
        more.answered = false;
        if (engine.isPolled() && onError == sync::AskFailure::Again && isForAll(page.error()))
            rest(wait, now);
        table.failed(ask, onError, wait, now);
        heed(page.error(), now);
        return pump();
    }
    auto answer = askAnswer<R>(std::move(page).value(), since<R>(), isPage);
    answer.at = at;
    if (isPage && !answer.atEnd && !answer.last) {
        more.trouble = {LinkReason::PageWithoutEnd};
        table.failed(ask, sync::AskFailure::NoWayOn, {}, now);
        return pump();
    }
    more.trouble = {};
    more.absent = false;
    answers = more.answered = true;
    rests = 0;
    const bool wasCurrent = table.isCurrent();
    table.answered(ask, std::move(answer), now);
    if (table.isCurrent() && !wasCurrent)
        more.asOf = clock.now();
    const bool ended = table.takePassDone();
    if (ended && (table.isPolled() ? table.isSettled() : table.isCurrent()))
        more.asOf = std::max(more.asOf, more.passBegan);
    if (ended)
        more.cursor = TableCursor{tableFor<R>, table.watermark(), table.isComplete(), more.asOf};
    soon();
    pump();
}

template<class R>
void SyncWorker::Private::count()
{
    PageAsk ask;
    ask.table = tableFor<R>;
    ask.what = PageAsk::What::Count;
    ask.createdSince = since<R>();
    reads->read(ask, [this](Result<Page> page, std::optional<Instant>) {
        if (page.ok() && page->total)
            extra[size_t(tableFor<R>)].expected = *page->total;
    });
}

/// How many rows the server has of what is held here, and their checksum where it computes one.
template<class R>
void SyncWorker::Private::compare(quint64 id, bool mayBeSum)
{
    PageAsk ask;
    ask.table = tableFor<R>;
    const bool summed = mayBeSum && reads->shape(ask.table).hasVersion() && !extra[size_t(ask.table)].noChecksum;
    ask.what = summed ? PageAsk::What::Checksum : PageAsk::What::Count;
    ask.createdSince = std::is_same_v<R, EndedAttempt> && attemptsHeld ? attemptsHeld : since<R>();
    ++inFlight;
    reads->read(ask, [this, id, summed](const Result<Page> &page, std::optional<Instant>) {
        --inFlight;
        const bool forbidden = !page.ok() && page.error().kind == Error::Kind::Forbidden; // by anything on the way
        if (summed && !page.ok() && (forbidden || lacksChecksum(page.error()))) {
            extra[size_t(tableFor<R>)].noChecksum = lacksChecksum(page.error());
            return compare<R>(id, false);
        }
        counted<R>(id, page);
    });
}

template<class R>
void SyncWorker::Private::counted(quint64 ask, const Result<Page> &page)
{
    auto &table = engine.of<R>();
    const Micros now = clock.monotonic();
    if (page.ok()) {
        sync::AskAnswer<R> answer;
        answer.total = page->total;
        answer.sum = page->sum;
        answer.seq = page->commitSeq;
        table.answered(ask, std::move(answer), now);
    } else if (page.error().kind != Error::Kind::Cancelled || !stopped) {
        table.failed(ask, failureOf(page.error()), Millis(page.error().retryAfterMs), now);
        heed(page.error(), now);
    }
    pump();
}

void SyncWorker::Private::onShape(Table which)
{
    const TableShape &shape = reads->shape(which);
    engine.each([&]<class R>(sync::TableSync<R, sync::FullRules> &table) {
        if (tableFor<R> == which)
            table.setLevel({shape.hasVersion(), shape.softDeletes() && shape.hasVersion(), shape.has(u"updated_at")});
    });
}

} // namespace bolt
