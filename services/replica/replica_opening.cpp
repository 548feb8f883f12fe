// SPDX-License-Identifier: GPL-3.0-or-later
// How a file is opened, and what becomes of one that is no good.
#include "services/replica/copy_words.h"
#include "services/replica/migrations.h"
#include "services/replica/replica_file.h"
#include "services/replica/storage_error.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

/// Primary result codes of SQLite.
int sqliteCode(const Error &error) { return error.code.toInt() & 0xFF; }

template<size_t N>
bool isOneOf(const std::array<int, N> &codes, const Error &error)
{
    return std::find(codes.begin(), codes.end(), sqliteCode(error)) != codes.end();
}

constexpr int readOnly = 8;

/// What is counted up by one for each row never comes near the end.
constexpr qint64 mostCounted = qint64(1) << 62;

/// Busy, locked, read-only, input/output, full, cannot open: nothing is wrong with what is in the file. But a file that
/// may be written and calls itself read-only is damaged.
bool isOfTheDisk(const Error &error, const QString &path)
{
    if (sqliteCode(error) == readOnly && QFileInfo(path).isWritable())
        return false;
    return isOneOf(std::array{5, 6, readOnly, 10, 13, 14}, error);
}

} // namespace

/// Malformed, no database; and what else only a file gives rise to whose tables are not as we made them: no such column
/// (the unspecific error), schema changed, too big, of another type, of another format, out of range.
bool isBrokenFile(const Error &error)
{
    return error.kind == Error::Kind::Storage && isOneOf(std::array{1, 11, 17, 18, 20, 24, 25, 26}, error);
}

Outcome ReplicaFile::open(const QString &date)
{
    if (QFileInfo(m_path).isDir())
        return beginAnew(date, {Error::Kind::Storage, u"folder"_s, CopyWords::tr("it is a folder"), {}, 0});
    const auto first = openOnce();
    if (first.ok())
        return first;
    if (isOfTheDisk(first.error(), m_path)) {
        close(); // the file is good, and another start may have it
        return first;
    }
    return beginAnew(date, first.error());
}

Outcome ReplicaFile::beginAnew(const QString &date, const Error &why)
{
    // What a person asked for outlives a broken copy of what the server knows anyway.
    m_reading.reset();
    Salvage salvage;
    const bool readable = m_db.isOpen() && isPlain().ok();
    if (readable && isMine()) {
        salvage = salvageActions();
    } else {
        const Salvage left = readable ? salvageActions() : Salvage{{}, {}, false};
        salvage.whole = left.whole;
        salvage.unsent = std::count_if(left.actions.begin(), left.actions.end(),
                                       [](const ActionStatus &a) { return !isSettled(a.phase); });
    }
    if (const auto gone = setAside(date, why.message, salvage); !gone.ok())
        return gone;
    const auto second = openOnce();
    if (!second.ok())
        return second;
    return putActions(salvage.actions);
}

/// From both ends, since it is the middle that cannot be read.
ReplicaFile::Salvage ReplicaFile::salvageActions()
{
    Salvage s, fromEnd;
    const auto first = readActions(Order::OldestFirst, s);
    if (first.ok())
        return s;
    s.whole = false;
    readActions(Order::NewestFirst, fromEnd).ok(); // as far as it goes
    for (auto it = fromEnd.actions.rbegin(); it != fromEnd.actions.rend(); ++it) {
        const auto same = [&it](const ActionStatus &a) { return a.id == it->id; };
        if (std::none_of(s.actions.begin(), s.actions.end(), same))
            s.actions.push_back(std::move(*it));
    }
    return s;
}

/// Ours has no view and no trigger. One under a name of ours could run for ever: it is known before anything is read.
Outcome ReplicaFile::isPlain()
{
    const auto strange = number(u"SELECT count(*) FROM sqlite_master WHERE type IN ('view', 'trigger')"_s);
    if (!strange.ok())
        return strange.error();
    return *strange == 0 ? Outcome(Done{})
                         : Error{Error::Kind::Storage, u"damaged"_s, CopyWords::tr("it is damaged"), {}, 0};
}

/// At its end a counter says that the disk is full. One that cannot be read is met when its table is.
Outcome ReplicaFile::checkCounters()
{
    for (const QString &most : {u"SELECT max(seq) FROM sqlite_sequence"_s, u"SELECT max(position) FROM outbox"_s,
                                u"SELECT max(n) FROM activity"_s}) {
        const auto counted = number(most);
        if (counted.ok() && *counted > mostCounted)
            return Error{Error::Kind::Storage, u"damaged"_s, CopyWords::tr("it is damaged"), {}, 0};
    }
    return Done{};
}

/// Says the file; what cannot be told is nobody's, and nobody's actions are sent.
bool ReplicaFile::isMine()
{
    QSqlQuery query(m_db);
    return query.exec(u"SELECT value FROM about WHERE name='identity'"_s) && query.next() &&
           query.value(0).toString() == m_identity;
}

Outcome ReplicaFile::openOnce()
{
    m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_db.setDatabaseName(m_path);
    m_db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!m_db.open())
        return storageError(m_db.lastError());
    if (m_path != u":memory:"_s)
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    for (const QString &pragma :
         {u"PRAGMA auto_vacuum=INCREMENTAL"_s, u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s,
          u"PRAGMA cache_size=-16000"_s, u"PRAGMA temp_store=MEMORY"_s}) {
        if (const auto done = run(pragma); !done.ok())
            return done;
    }
    if (const auto migrated = migrate(); !migrated.ok())
        return migrated;
    if (const auto counted = checkCounters(); !counted.ok())
        return counted;
    if (const auto learned = learnToShrink(); !learned.ok())
        return learned;
    if (const auto known = checkIdentity(); !known.ok())
        return known;
    if (const auto taken = run(u"DELETE FROM about WHERE name=''"_s); !taken.ok()) // no row, but it must be writable
        return taken;
    return foldNames();
}

Outcome ReplicaFile::migrate()
{
    QSqlQuery query(m_db);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return storageError(query.lastError());
    const int held = query.value(0).toInt();
    query.finish();
    if (held < 0)
        return Error{Error::Kind::Storage, u"damaged"_s, CopyWords::tr("it is damaged"), {}, 0};
    if (held == 0) {
        if (!query.exec(u"SELECT 1 FROM sqlite_master"_s))
            return storageError(query.lastError());
        if (query.next())
            return Error{Error::Kind::Storage, u"stranger"_s, CopyWords::tr("it is not a BoltDesk copy"), {}, 0};
        query.finish();
    }
    if (const auto plain = isPlain(); !plain.ok())
        return plain;
    const auto texts = replicaMigrations();
    if (!texts.ok())
        return texts.error();
    if (held > int(texts->size()))
        return Error{Error::Kind::Storage, u"newer"_s, CopyWords::tr("it was written by a newer BoltDesk"), {}, 0};
    for (int next = held; next < int(texts->size()); ++next) {
        const auto done = transaction([&]() -> Outcome {
            for (const QString &statement : statementsOf((*texts)[size_t(next)])) {
                if (const auto ran = run(statement); !ran.ok())
                    return ran;
            }
            return run(u"PRAGMA user_version=%1"_s.arg(next + 1));
        });
        if (!done.ok())
            return done;
    }
    return Done{};
}

/// A file that was begun without the setting takes it over by being written anew, once.
Outcome ReplicaFile::learnToShrink()
{
    constexpr int incremental = 2;
    const auto how = number(u"PRAGMA auto_vacuum"_s);
    if (!how.ok() || *how == incremental)
        return how.ok() ? Outcome(Done{}) : Outcome(how.error());
    const auto anew = run(u"VACUUM"_s);
    // Without the room for it the file is as good as it was.
    return anew.ok() || !isBrokenFile(anew.error()) ? Outcome(Done{}) : anew;
}

Outcome ReplicaFile::checkIdentity()
{
    QSqlQuery &read = prepared(u"SELECT value FROM about WHERE name='identity'"_s);
    if (const auto done = exec(read); !done.ok())
        return done;
    const bool known = read.next();
    const QString whose = known ? read.value(0).toString() : QString();
    read.finish();
    if (known && whose != m_identity)
        return Error{Error::Kind::Storage, u"identity"_s, CopyWords::tr("it belongs to another account"), {}, 0};
    if (known)
        return Done{};
    QSqlQuery &write = prepared(u"INSERT INTO about (name, value) VALUES ('identity', ?)"_s);
    write.bindValue(0, m_identity);
    return exec(write);
}

/// The file itself first: while it stays, its log must.
Outcome ReplicaFile::setAside(const QString &date, const QString &why, const Salvage &salvage)
{
    close();
    m_damage = {};
    m_spoilt = {};
    const QString aside = m_path + u".aside-"_s + date;
    removeFiles(aside);
    if (QFileInfo::exists(m_path) && !QFile::rename(m_path, aside))
        return Error{Error::Kind::Storage, u"aside"_s,
                     CopyWords::tr("The local copy (%1) can neither be used nor set aside.").arg(why), m_path, 0};
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
        QFile::rename(m_path + suffix, aside + suffix);
    m_notice = CopyWords::tr("The local copy was set aside as %1 (%2). It is read again from the server.")
                   .arg(QFileInfo(aside).fileName(), why);
    const auto add = [this](int n, const char *one, const char *many) {
        if (n > 0)
            m_notice += u' ' + CopyWords::counted(n, one, many);
    };
    add(int(salvage.actions.size()), QT_TRANSLATE_NOOP("CopyWords", "1 action was carried over."),
        QT_TRANSLATE_NOOP("CopyWords", "%1 actions were carried over."));
    add(int(salvage.unsent), QT_TRANSLATE_NOOP("CopyWords", "1 action that had not been sent is lost."),
        QT_TRANSLATE_NOOP("CopyWords", "%1 actions that had not been sent are lost."));
    add(int(salvage.spoilt.size()), QT_TRANSLATE_NOOP("CopyWords", "1 action could not be read and is lost."),
        QT_TRANSLATE_NOOP("CopyWords", "%1 actions could not be read and are lost."));
    if (!salvage.whole)
        m_notice += u' ' + CopyWords::tr("Actions that had not been sent may be lost.");
    return Done{};
}

} // namespace bolt
