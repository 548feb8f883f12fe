// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/sync_worker.h"

#include "services/sync/sync_core.h"

namespace bolt {

SyncWorker::Private::Private(SyncWorker *owner, const Connector &c, const Clock &k, SyncMailbox &m, Settings s,
                             Replica r)
    : q(owner)
    , connector(c)
    , clock(k)
    , mailbox(m)
    , settings(std::move(s))
    , replica(std::move(r))
    , engine(settings.timing)
    , heldSince(settings.createdSince)
    , decoder(connector.naming())
{
    engine.watch().setTickPeriod(connector.tickPeriod());
}

SyncWorker::SyncWorker(const Connector &connector, const Clock &clock, SyncMailbox &mailbox, Settings settings,
                       Replica replica)
    : d(std::make_unique<Private>(this, connector, clock, mailbox, std::move(settings), std::move(replica)))
{
}

SyncWorker::~SyncWorker() = default;

void SyncWorker::seed(const SharedParcel &parcel)
{
    d->engine.each([&]<class R>(sync::TableSync<R, sync::FullRules> &table) {
        // A const Delta has no `of`; the copy of seven empty vectors would not be worth it.
        for (const R &row : const_cast<Delta &>(parcel->state).of<R>().upserts)
            table.merge().seed(row.id, row.version, row.version == 0 ? sumOf(row) : 0, row.odd.anyWrong());
        for (const TableCursor &cursor : parcel->cursors) {
            if (cursor.table != tableFor<R>)
                continue;
            table.restore(cursor.watermark, cursor.complete);
            d->extra[size_t(cursor.table)].asOf = cursor.asOf;
        }
    });
}

void SyncWorker::start()
{
    d->makeParts();
    d->downSince = d->clock.monotonic();
    d->channel->setToken(d->token);
    d->channel->start();
    d->healthTimer->start();
    d->doHealth();
}

void SyncWorker::Private::makeParts()
{
    HttpClient::Settings web;
    web.base = settings.workspace.url;
    web.apiKey = settings.workspace.anonKey.toUtf8();
    web.timeout = settings.answerWithin;
    web.maxAnswerBytes = settings.largestAnswer.value_or(web.maxAnswerBytes);
    http = std::make_unique<HttpClient>(web, [this] { return token.jwt; });
    QObject::connect(http.get(), &HttpClient::unauthorized, q,
                     [this](const QByteArray &jwt) { Q_EMIT q->unauthorized(jwt); });
    reads = std::make_unique<TableReads>(*http, connector);
    QObject::connect(reads.get(), &TableReads::shapeChanged, q, [this](Table table) { onShape(table); });

    const Connector::Stream stream = connector.stream(settings.workspace);
    ChannelSettings to;
    to.url = stream.url;
    to.apiKey = web.apiKey;
    to.topic = stream.topic;
    to.timing = settings.channel;
    for (const auto &binding : stream.bindings) {
        to.bindings.push_back({binding.schema, binding.table, binding.event, binding.optional});
        subscriptions << QString::fromUtf8(binding.schema + '.' + binding.table);
    }
    channel = std::make_unique<ChannelClient>(to, clock, settings.random);
    QObject::connect(channel.get(), &ChannelClient::statusChanged, q, [this](const ChannelStatus &status) {
        if (status.silentSince != told.silentSince)
            doHealth(); // said at once, and taken back at once
    });
    QObject::connect(channel.get(), &ChannelClient::live, q, [this](bool again) { onLive(again); });
    QObject::connect(channel.get(), &ChannelClient::interrupted, q,
                     [this](const LinkReason &why) { onInterrupted(why); });
    QObject::connect(channel.get(), &ChannelClient::change, q,
                     [this](const QByteArray &payload) { onChange(payload); });
    QObject::connect(channel.get(), &ChannelClient::garbled, q, [this] {
        engine.trigger(sync::Trigger::Overflow);
        soon();
    });
    QObject::connect(channel.get(), &ChannelClient::tokenWanted, q, &SyncWorker::tokenWanted);

    const auto timer = [this](std::unique_ptr<QTimer> &t, Millis every, bool single, auto fn) {
        t = std::make_unique<QTimer>();
        t->setTimerType(Qt::PreciseTimer);
        t->setSingleShot(single);
        t->setInterval(every);
        QObject::connect(t.get(), &QTimer::timeout, q, fn);
    };
    timer(wakeTimer, Millis(0), true, [this] { pump(); });
    timer(flush, settings.frame, true, [this] { doFlush(); });
    timer(healthTimer, settings.healthEvery, false, [this] { doHealth(); });
}

void SyncWorker::stop()
{
    if (std::exchange(d->stopped, true) || !d->channel)
        return;
    d->wakeTimer->stop();
    d->flush->stop();
    d->healthTimer->stop();
    d->http->cancelAll();
    d->channel->stop();
    d->post(size_t(-1));
    d->reads.reset();
    d->http.reset();
    d->channel.reset();
    d->wakeTimer.reset();
    d->flush.reset();
    d->healthTimer.reset();
}

void SyncWorker::setToken(const wire::AccessToken &token)
{
    d->token = token;
    if (!d->channel)
        return;
    d->channel->setToken(token);
    d->lookAtStream();
}

void SyncWorker::tokenFailed(const LinkReason &reason)
{
    if (d->channel)
        d->channel->tokenFailed(reason);
}

void SyncWorker::wake(const LinkReason &reason)
{
    if (!d->channel)
        return;
    d->noteReason(reason);
    d->channel->wake(reason);
    d->engine.trigger(sync::Trigger::Wake);
    d->soon();
}

void SyncWorker::refresh()
{
    if (!d->channel)
        return;
    d->channel->retryNow();
    d->restUntil = {};
    d->engine.tryNow();
    d->soon();
}

void SyncWorker::startOver()
{
    if (!d->channel)
        return;
    d->engine.forget();
    d->engine.trigger(sync::Trigger::Switch);
    d->resetReason = LinkReason::OtherRole;
    d->soon();
}

void SyncWorker::narrow(Instant createdSince)
{
    if (d->settings.createdSince && *d->settings.createdSince >= createdSince)
        return;
    d->settings.createdSince = createdSince;
    if (!d->channel)
        return;
    d->engine.trigger(sync::Trigger::Refresh);
    d->soon();
}

void SyncWorker::widen(Instant createdSince)
{
    if (!d->settings.createdSince || *d->settings.createdSince <= createdSince)
        return;
    d->settings.createdSince = createdSince;
    d->engine.of<Job>().widen();
    d->engine.of<Submission>().widen();
    if (d->channel)
        d->soon();
}

void SyncWorker::doubt(const std::vector<wire::Key> &keys)
{
    if (!d->channel)
        return;
    d->engine.each([&keys]<class R>(sync::TableSync<R, sync::FullRules> &table) {
        for (const wire::Key &key : keys) {
            if (const auto *id = std::get_if<decltype(R::id)>(&key))
                table.merge().doubt(*id);
        }
    });
    d->soon();
}

void SyncWorker::Private::onLive(bool again)
{
    isLive = true;
    for (Extra &more : extra)
        more.noChecksum = false; // it may have been installed
    takePublished();
    engine.live(again, clock.monotonic());
    pump();
    doHealth();
}

void SyncWorker::Private::onInterrupted(const LinkReason &reason)
{
    trials = {};
    vouch();
    const auto until = engine.isProven(clock.monotonic()) ? vouched : std::nullopt;
    vouched.reset();
    engine.each([&]<class R>(const sync::TableSync<R, sync::FullRules> &table) {
        auto &asOf = extra[size_t(tableFor<R>)].asOf;
        if (until && table.isCurrent())
            asOf = std::max(asOf, until);
    });
    isLive = false;
    downSince = clock.monotonic();
    noteReason(reason);
    engine.interrupted(downSince);
    doHealth();
}

/// Of what the server does not publish nothing is waited for: no ticks, and no changes of a table.
void SyncWorker::Private::takePublished()
{
    engine.watch().setTickPeriod(connector.tickPeriod());
    for (Extra &more : extra)
        more.unpublished = false;
    for (const DroppedBinding &one : channel->status().dropped) {
        const QByteArray &name = one.binding.table;
        if (const auto table = connector.naming().find({name.constData(), size_t(name.size())}))
            extra[size_t(*table)].unpublished = true;
        else
            engine.watch().setTickPeriod(Micros(0));
    }
    for (size_t i = 0; i < extra.size(); ++i)
        engine.setStreamed(i, !extra[i].unpublished);
}

void SyncWorker::Private::noteReason(const LinkReason &reason)
{
    recentReasons.insert(recentReasons.begin(), {clock.now(), reason});
    if (recentReasons.size() > 10)
        recentReasons.pop_back();
}

void SyncWorker::Private::onChange(const QByteArray &payload)
{
    auto decoded = decoder.decode({payload.constData(), size_t(payload.size())});
    if (!decoded.ok()) {
        ++garbled;
        engine.trigger(sync::Trigger::Overflow);
        return soon();
    }
    wire::ChangeEvent event = std::move(decoded).value();
    if (event.tick)
        return onTick(*event.tick);
    if (event.isTick) {
        engine.watch().unreadableTick();
        return soon();
    }
    ++events; // ticks are none: where nothing happens there is no event a second
    lastEventAt = clock.now();
    if (!event.table)
        return;
    switch (*event.table) {
    case Table::Packages:
        return streamed<Package>(std::move(event));
    case Table::Customers:
        return streamed<Customer>(std::move(event));
    case Table::Directories:
        return streamed<Directory>(std::move(event));
    case Table::Workers:
        return streamed<Worker>(std::move(event));
    case Table::Jobs:
        return streamed<Job>(std::move(event));
    case Table::Submissions:
        return streamed<Submission>(std::move(event));
    case Table::Attempts:
        return streamed<EndedAttempt>(std::move(event));
    }
}

void SyncWorker::Private::onTick(const wire::Tick &tick)
{
    lastTickAt = clock.now();
    engine.tick(tick.n, clock.monotonic());
    prove();
    soon();
}

template<class R>
void SyncWorker::Private::streamed(wire::ChangeEvent &&event)
{
    auto &table = engine.of<R>();
    const Micros now = clock.monotonic();
    if (event.columnsMark) {
        auto &mark = columnsMarks[size_t(tableFor<R>)];
        const bool changed = mark && mark != event.columnsMark;
        mark = event.columnsMark;
        if (changed) // T13: what a column means to the rows already here, nobody can say
            engine.trigger(sync::Trigger::SchemaChanged);
    }
    if (event.oldKey) {
        if (const auto *old = std::get_if<decltype(R::id)>(&*event.oldKey)) {
            sync::Said<R> gone;
            gone.key = *old;
            gone.removed = true;
            gone.seq = event.commitSeq;
            table.streamed(std::move(gone), now);
        }
    }
    auto &trial = trials[size_t(tableFor<R>)];
    const bool tries = event.unproven != 0 && event.row.key && event.row.record;
    // One whose row came by a page was never fetched, and tells nothing any more.
    if (tries &&
        (!trial || trial->key == *event.row.key || !table.merge().isDirty(std::get<decltype(R::id)>(trial->key))))
        trial = Trial{*event.row.key, event.unproven, *event.row.record};
    auto s = said<R>(std::move(event.row), since<R>());
    if (s && tries) {
        s->doubtful = true;
        s->record.reset();
    }
    if (s) {
        s->seq = event.commitSeq;
        table.streamed(std::move(*s), now);
    } else {
        table.streamedUnreadable(now);
    }
    soonPaced();
}

} // namespace bolt
