// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"
#include "services/replica/activity_log.h"
#include "services/replica/last_said.h"
#include "services/replica/parcel.h"

#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <array>
#include <functional>
#include <memory>
#include <span>

namespace bolt {

/// The file's content is damaged, or is not what we wrote: no other try will read it.
bool isBrokenFile(const Error &error);

/// The SQLite file of one copy. For the one thread that made it. Every write is one transaction; what it returns as ok
/// is in the file.
class ReplicaFile
{
public:
    /// `path` may be ":memory:" in tests.
    explicit ReplicaFile(QString path, QString identity);
    ~ReplicaFile();

    /// Opens, migrates, checks whose it is. A file that is broken, from a newer program or somebody else's is set aside
    /// with the date and a new one begun; `notice` then says so, and the actions that could be read were carried over.
    ///
    /// A disk that is full, busy or gone is no reason to give a copy up: that is an error, and the file stays.
    Outcome open(const QString &date);
    /// Sets the open file aside and begins another one, with the actions that could be read: it turned out to be
    /// broken.
    Outcome beginAnew(const QString &date, const Error &why);
    const QString &notice() const { return m_notice; }

    /// What was found damaged since the file was opened. None of it is shown, none is sent.
    struct Damage
    {
        int rows = 0, actions = 0;
        bool operator==(const Damage &) const = default;
    };
    const Damage &damage() const { return m_damage; }
    /// After load(): rows that are not what was written leave the file, and how far their tables reach with them, so
    /// that these are read again. Many of them: an error, as of a broken file.
    Outcome mend();

    /// Which submissions are meant: those of jobs that are not over, or the others, which are loaded after them.
    enum class Share : quint8 { All, OfActiveJobs, Others };
    /// Rows of one table in chunks of at most `limit`, by key; `last` ends it. Submissions and jobs created before
    /// `since` are left out and removed from the file by trim().
    Result<SharedParcel> load(Table table, size_t limit, std::optional<Instant> since, bool &last,
                              Share share = Share::All);
    Result<std::vector<TableCursor>> cursors();
    /// Removes at most `limit` rows that were created before `since`, and activity as old; answers how many went, so
    /// that zero ends it. One step is one short transaction: what a person asks for does not wait for it.
    Result<int> trim(std::optional<Instant> since, int limit);
    /// As short a step, after what was written: of the activity the newest `mostActivity` stay, and pages that hold
    /// nothing any more go back to the disk, but for some that will soon be needed. Zero ends it.
    Result<int> tidy(int mostActivity, int limit);

    /// Since when submissions are kept by number, where the file says so; later than a window of days.
    Result<std::optional<Instant>> keptSince();
    /// Where the file holds clearly more than `most` submissions: says in it that only the newest `most` are kept, and
    /// since when that is. Nothing otherwise.
    Result<std::optional<Instant>> narrow(size_t most);

    /// Newest first.
    Result<std::vector<Activity>> latestActivity(int limit) { return m_activity.latest(limit); }

    /// Rows and cursors together, of all parcels or of none. `withCursors` false: something before was lost, so how far
    /// the copy reaches is not said.
    Outcome write(std::span<const SharedParcel> parcels, bool withCursors);
    Outcome write(const Parcel &parcel, bool withCursors);

    /// Oldest first. What cannot be read is not sent either: it is counted and leaves the file.
    Result<std::vector<ActionStatus>> actions();
    /// All or none. Survives a power cut.
    Outcome putActions(const std::vector<ActionStatus> &all);
    Outcome removeActions(const std::vector<ActionId> &ids);
    Outcome putAction(const ActionStatus &status) { return putActions({status}); }
    Outcome removeAction(const ActionId &id) { return removeActions({id}); }

    /// On disk, with the write-ahead log.
    qint64 bytes() const;
    void close();
    static void removeFiles(const QString &path);

private:
    template<class R>
    Outcome writeTable(const TableDelta<R> &delta, bool news);
    template<class R>
    Outcome put(QSqlQuery &query, const R &row);
    template<class R>
    QSqlQuery *updateOf();
    /// Names are found as they are now; what is removed is not found.
    Outcome index(const Customer &row);
    Outcome index(const Directory &row);
    template<class R>
    Outcome index(const R &)
    {
        return Done{};
    }
    Outcome unindex(const CustomerId &id);
    Outcome unindex(const DirectoryId &id);
    template<class Key>
    Outcome unindex(const Key &)
    {
        return Done{};
    }
    /// Without a text: it goes.
    Outcome indexName(int kind, const QVariant &ref, const QString &text);
    Outcome forgetNames();
    Outcome foldNames();
    Result<int> foldSome(qint64 &last);
    template<class R>
    Result<SharedParcel> loadTable(size_t limit, std::optional<Instant> since, bool &last, Share share = Share::All);
    Outcome writeParcel(const Parcel &parcel, bool withCursors);
    Outcome writeDelta(const Delta &delta);
    Result<int> erase(const QString &sql, const QVariantList &values);
    Outcome openOnce();
    Outcome isPlain();
    Outcome checkCounters();
    Outcome migrate();
    Outcome learnToShrink();
    /// What a statement answers.
    Result<qint64> number(const QString &sql);
    Outcome checkIdentity();
    Outcome run(const QString &sql);
    Outcome exec(QSqlQuery &query);
    Outcome transaction(const std::function<Outcome()> &body);
    QSqlQuery &prepared(const QString &sql);
    /// What people asked for, out of a file that is given up.
    struct Salvage
    {
        std::vector<ActionStatus> actions;
        QVariantList spoilt; ///< positions of those that cannot be read
        bool whole = true;   ///< there were no others
        qint64 unsent = 0;   ///< another account's, and not carried over
    };
    Salvage salvageActions();
    bool isMine();
    Outcome setAside(const QString &date, const QString &why, const Salvage &salvage);
    enum class Order : quint8 { OldestFirst, NewestFirst };
    Outcome readActions(Order order, Salvage &into);

    QString m_path, m_identity, m_name, m_notice;
    QSqlDatabase m_db;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    std::shared_ptr<QSqlQuery> m_reading;
    ActivityLog m_activity;
    LastSaid m_last;
    std::array<QString, tableCount> m_updates;
    /// What load() met.
    struct Spoilt
    {
        QVariantList keys;
        qsizetype read = 0;
    };
    std::array<Spoilt, tableCount> m_spoilt;
    QSet<SubmissionId> m_handed; ///< of active jobs
    Damage m_damage;
};

} // namespace bolt
