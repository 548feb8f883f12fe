// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "services/replica/outbox_store.h"
#include "services/replica/parcel.h"

#include <QObject>
#include <functional>
#include <memory>

namespace bolt {

/// The copy on disk of one workspace and account, in a thread of its own. Main thread but for keep() and backlog().
///
/// It never blocks the desk: a disk that is full or gone is noticed, the desk goes on in memory, and how far the copy
/// reaches is then no longer said in the file, so that the next start reads what is missing from the server.
class Replica final : public QObject, public OutboxStore
{
    Q_OBJECT
public:
    struct Settings
    {
        QString file;
        QString identity; ///< workspace and account; a file of another one is set aside, never shown
        std::optional<Instant> createdSince;
        /// Of submissions, the newest so many are kept.
        size_t mostSubmissions = 1'000'000;
        /// Rows that one step of trimming removes.
        int trimRows = 1'000;
        /// Of the activity, the newest so many entries are kept.
        int mostActivity = 100'000;
        /// Of the activity, so many entries are told at the start.
        int recalled = 500;
        size_t chunkRows = 5'000;
        /// Parcels are written together once the first has waited so long or so many rows wait. A crash loses what
        /// waits, rows and cursors alike, and the next catch-up reads it again; actions never wait.
        std::chrono::milliseconds writeEvery{1'000};
        size_t writeRows = 2'000;
    };
    /// Rows as they were left, parents first; of the submissions those of unfinished jobs come first, since they are
    /// what a desk shows at first. The last parcel carries the cursors.
    using OnLoaded = std::function<void(const SharedParcel &parcel, bool last)>;

    Replica(Settings settings, const Clock &clock);
    ~Replica() override; ///< close()

    /// Starts the thread and the loading. `onLoaded` is called on main, its last call has `last` set, also when nothing
    /// could be read. At most two parcels are on their way: main stays free between them.
    void open(OnLoaded onLoaded);
    /// Any thread.
    void keep(SharedParcel parcel);
    size_t backlog() const;

    QFuture<Result<std::vector<ActionStatus>>> load() override;
    QFuture<Outcome> put(const ActionStatus &status) override;
    QFuture<Outcome> remove(const ActionId &id) override;
    QFuture<Outcome> putAll(const std::vector<ActionStatus> &all) override;
    QFuture<Outcome> removeAll(const std::vector<ActionId> &ids) override;

    /// What was created since then is kept, too, until the file is closed. The number stays a bound.
    void widen(Instant createdSince);
    /// Writes what is waiting, ends the thread. Blocks; idempotent.
    void close();
    /// close(), and the files are gone.
    void wipe();

Q_SIGNALS:
    /// How old the rows are that are being loaded; once, when the jobs are there and before the first submissions.
    void aged(const std::vector<bolt::TableCursor> &cursors);
    /// Only what was created since then is kept, by number: nothing older should be read from the server either. Also
    /// once at the start, where the file says so, before the first rows.
    void narrowed(bolt::Instant since);
    /// In words for people; empty: the trouble is over.
    void noticed(const QString &notice);
    void sized(qint64 bytes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt
