// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/replica.h"

#include "models/domain/reason.h"
#include "services/replica/call_queue.h"
#include "services/replica/copy_words.h"
#include "services/replica/replica_file.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <span>

namespace bolt {

using namespace Qt::StringLiterals;
using Task = std::function<void(ReplicaFile &)>;

namespace {

/// In which order a copy is shown.
struct LoadStep
{
    Table table;
    ReplicaFile::Share share = ReplicaFile::Share::All;
};
constexpr std::array loadSteps{LoadStep{Table::Packages},
                               LoadStep{Table::Customers},
                               LoadStep{Table::Directories},
                               LoadStep{Table::Workers},
                               LoadStep{Table::Jobs},
                               LoadStep{Table::Submissions, ReplicaFile::Share::OfActiveJobs},
                               LoadStep{Table::Submissions, ReplicaFile::Share::Others},
                               LoadStep{Table::Attempts}};
constexpr int untakenMost = 2;

} // namespace

struct Replica::Private
{
    Private(Replica *owner, Settings s, const Clock &c)
        : q(owner)
        , settings(std::move(s))
        , clock(c)
    {
    }

    // Main
    template<class T>
    QFuture<T> ask(std::function<T(ReplicaFile &)> question);
    void add(Task task);
    void tellMain(std::function<void()> call) { toMain.post(std::move(call)); }

    // Replica thread
    void run();
    QString today() const;
    bool openFile(ReplicaFile &file);
    void beginAnew(ReplicaFile &file, const Error &why);
    bool mayLoad() const { return loading && untaken < untakenMost; }
    bool loadSome(ReplicaFile &file);
    void hand(SharedParcel parcel, bool last);
    void tellAges(ReplicaFile &file);
    void tellActivity(ReplicaFile &file);
    bool mend(ReplicaFile &file);
    void tellDamage(const ReplicaFile &file);
    void learnWindow(ReplicaFile &file);
    void watchNumber(ReplicaFile &file, const Parcel &written);
    void narrowTo(Instant since);
    bool trimSome(ReplicaFile &file);
    bool tidySome(ReplicaFile &file);
    void endLoading(SharedParcel last);
    void gather(ReplicaFile &file, SharedParcel parcel);
    bool isDue() const { return !gathered.empty() && std::chrono::steady_clock::now() >= due; }
    void writeGathered(ReplicaFile &file);
    void write(ReplicaFile &file, std::span<const SharedParcel> parcels);
    void tellSize(const ReplicaFile &file);
    void trouble(const Error &error);
    Result<std::vector<ActionStatus>> actions(ReplicaFile &file);
    Outcome putActions(ReplicaFile &file, const std::vector<ActionStatus> &all);
    Outcome removeActions(ReplicaFile &file, const std::vector<ActionId> &ids);

    Replica *q;
    const Settings settings;
    const Clock &clock;
    CallQueue toMain;
    OnLoaded onLoaded;
    std::unique_ptr<QThread> thread;

    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Task> tasks;
    bool closing = false;
    std::promise<void> ended;
    std::atomic<size_t> waiting{0}; ///< parcels
    std::atomic<int> untaken{0};    ///< loaded parcels that main has not taken

    // Replica thread only
    std::vector<SharedParcel> gathered; ///< not written yet
    size_t gatheredRows = 0;
    std::chrono::steady_clock::time_point due; ///< when they will be
    bool usable = false;
    bool loading = true;
    size_t step = 0;
    std::optional<Instant> since; ///< the later of the window of days and that by number
    bool trimming = false;        ///< something old may be in the file
    bool untidy = false;          ///< something was written or removed
    size_t uncounted = 0;         ///< submissions, since they were last counted
    bool whole = true;            ///< nothing was lost on the way to the file since it was opened
    bool resetDue = false;
    QString told;
    ReplicaFile::Damage toldDamage;
    qint64 toldBytes = -1;
    std::vector<ActionStatus> unsaved; ///< actions that the disk did not take; tried again with the next one
};

Replica::Replica(Settings settings, const Clock &clock)
    : d(std::make_unique<Private>(this, std::move(settings), clock))
{
}

Replica::~Replica() { close(); }

void Replica::open(OnLoaded onLoaded)
{
    if (d->thread)
        return;
    d->onLoaded = std::move(onLoaded);
    QDir().mkpath(QFileInfo(d->settings.file).absolutePath());
    d->thread.reset(QThread::create([this] {
        d->run();
        d->ended.set_value();
    }));
    d->ended = {};
    d->thread->setObjectName(QStringLiteral("replica"));
    d->thread->start();
}

void Replica::keep(SharedParcel parcel)
{
    ++d->waiting;
    d->add([this, parcel = std::move(parcel)](ReplicaFile &file) { d->gather(file, parcel); });
}

size_t Replica::backlog() const { return d->waiting; }

void Replica::widen(Instant createdSince)
{
    d->add([this, createdSince](ReplicaFile &) {
        if (d->since && createdSince < *d->since)
            d->since = createdSince;
    });
}

QFuture<Result<std::vector<ActionStatus>>> Replica::load()
{
    return d->ask<Result<std::vector<ActionStatus>>>([this](ReplicaFile &file) { return d->actions(file); });
}

QFuture<Outcome> Replica::put(const ActionStatus &status) { return putAll({status}); }

QFuture<Outcome> Replica::remove(const ActionId &id) { return removeAll({id}); }

QFuture<Outcome> Replica::putAll(const std::vector<ActionStatus> &all)
{
    return d->ask<Outcome>([this, all](ReplicaFile &file) { return d->putActions(file, all); });
}

QFuture<Outcome> Replica::removeAll(const std::vector<ActionId> &ids)
{
    return d->ask<Outcome>([this, ids](ReplicaFile &file) { return d->removeActions(file, ids); });
}

void Replica::close()
{
    if (!d->thread)
        return;
    {
        const std::lock_guard lock(d->mutex);
        d->closing = true;
    }
    d->wake.notify_one();
    d->ended.get_future().wait(); // all that the thread wrote is seen here; QThread::wait() may find it gone already
    d->thread->wait();
    d->thread.reset();
    d->toMain.drain(); // what its last writes came to is heard, too
}

void Replica::wipe()
{
    close();
    ReplicaFile::removeFiles(d->settings.file);
    // What was once set aside is a copy, too.
    const QFileInfo file(d->settings.file);
    QDir folder(file.absolutePath());
    for (const QString &aside : folder.entryList({file.fileName() + QStringLiteral(".aside-*")}, QDir::Files))
        folder.remove(aside);
}

template<class T>
QFuture<T> Replica::Private::ask(std::function<T(ReplicaFile &)> question)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    add([promise, question = std::move(question)](ReplicaFile &file) {
        promise->addResult(question(file));
        promise->finish();
    });
    return promise->future();
}

void Replica::Private::add(Task task)
{
    {
        const std::lock_guard lock(mutex);
        tasks.push_back(std::move(task));
    }
    wake.notify_one();
}

void Replica::Private::run()
{
    ReplicaFile file(settings.file, settings.identity);
    usable = openFile(file);
    if (!usable)
        endLoading(std::make_shared<Parcel>());
    std::unique_lock lock(mutex);
    while (true) {
        if (!tasks.empty()) {
            const Task task = std::move(tasks.front());
            tasks.pop_front();
            lock.unlock();
            task(file);
            lock.lock();
        } else if (isDue() || (closing && !gathered.empty())) {
            lock.unlock();
            writeGathered(file);
            lock.lock();
        } else if (closing) {
            return;
        } else if (mayLoad()) {
            lock.unlock();
            loading = loadSome(file);
            lock.lock();
        } else if (trimming && !loading) {
            lock.unlock();
            trimming = trimSome(file);
            lock.lock();
        } else if (untidy && !loading) {
            lock.unlock();
            untidy = tidySome(file);
            lock.lock();
        } else if (!gathered.empty()) {
            wake.wait_until(lock, due);
        } else {
            wake.wait(lock);
        }
    }
}

bool Replica::Private::openFile(ReplicaFile &file)
{
    const auto opened = file.open(today());
    if (!opened.ok()) {
        trouble(opened.error());
        return false;
    }
    if (!file.notice().isEmpty())
        tellMain([this, notice = file.notice()] { Q_EMIT q->noticed(notice); });
    tellSize(file);
    learnWindow(file);
    return true;
}

/// For names of files.
QString Replica::Private::today() const
{
    return formatInstant(std::chrono::floor<Seconds>(clock.now())).left(19).remove(u':');
}

/// The rows that were shown already are not sent again by the link, so the new file never says that it is complete: the
/// next start reads everything.
void Replica::Private::beginAnew(ReplicaFile &file, const Error &why)
{
    whole = false;
    if (const auto begun = file.beginAnew(today(), why); !begun.ok()) {
        usable = false;
        return trouble(begun.error());
    }
    tellMain([this, notice = file.notice()] { Q_EMIT q->noticed(notice); });
}

bool Replica::Private::loadSome(ReplicaFile &file)
{
    bool last = false;
    const LoadStep &now = loadSteps[step];
    auto chunk = file.load(now.table, settings.chunkRows, since, last, now.share);
    if (!chunk.ok()) {
        // What was handed out is shown; without cursors it counts as incomplete and everything is read from the server.
        if (isBrokenFile(chunk.error()))
            beginAnew(file, chunk.error());
        else
            trouble(chunk.error());
        endLoading(std::make_shared<Parcel>());
        return false;
    }
    step += last;
    if (step < loadSteps.size()) {
        hand(std::move(chunk).value(), false);
        if (last && now.table == Table::Jobs) {
            tellActivity(file);
            tellAges(file);
        }
        return true;
    }
    auto parcel = std::make_shared<Parcel>(**chunk);
    if (mend(file)) {
        if (auto cursors = file.cursors(); cursors.ok())
            parcel->cursors = std::move(cursors).value();
    }
    endLoading(parcel);
    uncounted = settings.mostSubmissions; // counted with the first batch
    trimming = true;
    return false;
}

/// False: the file does not say how far what was handed out reaches.
bool Replica::Private::mend(ReplicaFile &file)
{
    const auto mended = file.mend();
    if (mended.ok())
        tellDamage(file);
    else if (isBrokenFile(mended.error()))
        beginAnew(file, mended.error());
    else
        trouble(mended.error());
    return mended.ok();
}

void Replica::Private::tellDamage(const ReplicaFile &file)
{
    if (toldDamage == file.damage())
        return;
    toldDamage = file.damage();
    QStringList said;
    if (const int n = toldDamage.rows; n > 0)
        said << CopyWords::counted(
            n,
            QT_TRANSLATE_NOOP("CopyWords", "One row of the local copy was damaged and is read again from the server."),
            QT_TRANSLATE_NOOP("CopyWords",
                              "%1 rows of the local copy were damaged and are read again from the server."));
    if (const int n = toldDamage.actions; n > 0)
        said << CopyWords::counted(
            n, QT_TRANSLATE_NOOP("CopyWords", "One action kept on this computer was damaged and is not sent."),
            QT_TRANSLATE_NOOP("CopyWords", "%1 actions kept on this computer were damaged and are not sent."));
    tellMain([this, notice = said.join(u' ')] { Q_EMIT q->noticed(notice); });
}

void Replica::Private::learnWindow(ReplicaFile &file)
{
    since = settings.createdSince;
    if (const auto kept = file.keptSince(); kept.ok() && *kept)
        narrowTo(**kept);
}

void Replica::Private::narrowTo(Instant to)
{
    if (since && *since >= to)
        return;
    since = to;
    trimming = true;
    tellMain([this, to] { Q_EMIT q->narrowed(to); });
}

/// Counting reads the whole index, so not with every batch.
void Replica::Private::watchNumber(ReplicaFile &file, const Parcel &parcel)
{
    uncounted += parcel.state.submissions.upserts.size() + parcel.news.submissions.upserts.size();
    if (uncounted < settings.mostSubmissions / 20 + 1)
        return;
    uncounted = 0;
    if (const auto to = file.narrow(settings.mostSubmissions); to.ok() && *to)
        narrowTo(**to);
}

bool Replica::Private::trimSome(ReplicaFile &file)
{
    const auto gone = file.trim(since, settings.trimRows);
    untidy = true;
    return gone.ok() && *gone > 0; // a disk that does not take it now is trimmed after the next start
}

bool Replica::Private::tidySome(ReplicaFile &file)
{
    const auto gone = file.tidy(settings.mostActivity, settings.trimRows);
    return gone.ok() && *gone > 0; // otherwise with the next batch
}

/// Below everything that is told later, so it goes out before the link is opened.
void Replica::Private::tellActivity(ReplicaFile &file)
{
    auto latest = file.latestActivity(settings.recalled);
    if (!latest.ok() || latest->empty())
        return;
    auto parcel = std::make_shared<Parcel>();
    parcel->state.snapshot = true;
    parcel->state.activity = std::move(latest).value();
    hand(std::move(parcel), false);
}

void Replica::Private::tellAges(ReplicaFile &file)
{
    if (auto cursors = file.cursors(); cursors.ok())
        tellMain([this, ages = std::move(cursors).value()] { Q_EMIT q->aged(ages); });
}

/// The next one is asked for from a turn of main's loop of its own: in between it draws.
void Replica::Private::hand(SharedParcel parcel, bool last)
{
    ++untaken;
    tellMain([this, parcel = std::move(parcel), last] {
        QTimer::singleShot(0, q, [this] {
            {
                const std::lock_guard lock(mutex);
                --untaken;
            }
            wake.notify_one();
        });
        onLoaded(parcel, last);
    });
}

void Replica::Private::endLoading(SharedParcel last)
{
    loading = false;
    hand(std::move(last), true);
}

void Replica::Private::gather(ReplicaFile &file, SharedParcel parcel)
{
    if (gathered.empty())
        due = std::chrono::steady_clock::now() + settings.writeEvery;
    gatheredRows += parcel->size();
    gathered.push_back(std::move(parcel));
    if (gatheredRows >= settings.writeRows || isDue())
        writeGathered(file);
}

void Replica::Private::writeGathered(ReplicaFile &file)
{
    const auto parcels = std::exchange(gathered, {});
    gatheredRows = 0;
    write(file, parcels);
    waiting -= parcels.size();
}

void Replica::Private::write(ReplicaFile &file, std::span<const SharedParcel> parcels)
{
    if (!usable)
        return;
    std::vector<SharedParcel> what(parcels.begin(), parcels.end());
    if (resetDue && !what.front()->state.reset) {
        auto again = std::make_shared<Parcel>(*what.front());
        again->state.reset = true;
        what.front() = again;
    }
    const auto written = file.write(what, whole);
    if (!written.ok() && isBrokenFile(written.error()))
        return beginAnew(file, written.error());
    if (!written.ok() && what.size() > 1) {
        // One that the file refuses must not take the others with it.
        for (const SharedParcel &parcel : parcels)
            write(file, {&parcel, 1});
        return;
    }
    if (!written.ok()) {
        // What was lost here is not in later parcels. Old cursors stay true: they say how far the file reached before.
        whole = false;
        resetDue |= parcels.front()->state.reset;
        return trouble(written.error());
    }
    resetDue = false;
    untidy = true;
    for (const SharedParcel &parcel : what)
        watchNumber(file, *parcel);
    if (!std::exchange(told, {}).isEmpty())
        tellMain([this] { Q_EMIT q->noticed({}); });
    tellSize(file);
}

void Replica::Private::tellSize(const ReplicaFile &file)
{
    const qint64 bytes = file.bytes();
    if (bytes != std::exchange(toldBytes, bytes))
        tellMain([this, bytes] { Q_EMIT q->sized(bytes); });
}

Result<std::vector<ActionStatus>> Replica::Private::actions(ReplicaFile &file)
{
    if (!usable)
        return unsaved;
    auto held = file.actions();
    if (!held.ok() && isBrokenFile(held.error())) {
        beginAnew(file, held.error());
        held = file.actions();
    }
    tellDamage(file);
    return held;
}

/// A disk that does not take an action must not keep a person from working: it is done from memory, and that is said.
/// What it did not take before goes with what it is given now, in the order in which it was asked for.
Outcome Replica::Private::putActions(ReplicaFile &file, const std::vector<ActionStatus> &all)
{
    for (const ActionStatus &status : all) {
        std::erase_if(unsaved, [&](const ActionStatus &a) { return a.id == status.id; });
        unsaved.push_back(status);
    }
    if (!usable)
        return inMemoryOnly();
    if (const auto put = file.putActions(unsaved); !put.ok()) {
        trouble(put.error());
        return inMemoryOnly();
    }
    unsaved.clear();
    return Done{};
}

Outcome Replica::Private::removeActions(ReplicaFile &file, const std::vector<ActionId> &ids)
{
    std::erase_if(unsaved, [&](const ActionStatus &a) { return std::find(ids.begin(), ids.end(), a.id) != ids.end(); });
    return usable ? file.removeActions(ids) : Outcome(Done{});
}

void Replica::Private::trouble(const Error &error)
{
    const QString notice = CopyWords::tr("Not saved on this computer: %1").arg(reasonOf(error));
    if (notice == std::exchange(told, notice))
        return;
    tellMain([this, notice] { Q_EMIT q->noticed(notice); });
}

} // namespace bolt
