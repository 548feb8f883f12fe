// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/sql_error.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace bolt::backend {

namespace {

Error constraintError(int extended, const QString &words)
{
    const auto conflict = [&](const QString &code, const QString &message) {
        return Error{Error::Kind::Conflict, code, message, words};
    };
    const auto invalid = [&](const QString &code, const QString &message) {
        return Error{Error::Kind::Invalid, code, message, words};
    };
    switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return conflict(u"23505"_s, u"This already exists."_s);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return conflict(u"23503"_s, u"It refers to something that does not exist, or is referred to."_s);
    case SQLITE_CONSTRAINT_NOTNULL:
        return invalid(u"23502"_s, u"A value is missing."_s);
    case SQLITE_CONSTRAINT_CHECK:
        return invalid(u"23514"_s, u"A value is outside its bounds."_s);
    default:
        return {Error::Kind::Internal, u"XX000"_s, u"The database refused the change."_s, words};
    }
}

/// SQLite has bounds of its own for the shape of a statement, but no code for them.
bool isTooComplex(const QString &words)
{
    return words.startsWith("Expression tree is too large"_L1) || words == "parser stack overflow"_L1 ||
           words.startsWith("too many arguments on function"_L1) || words.startsWith("too many SQL variables"_L1);
}

} // namespace

Error sqlError(sqlite3 *handle)
{
    const int extended = sqlite3_extended_errcode(handle);
    const QString words = QString::fromUtf8(sqlite3_errmsg(handle));
    switch (extended & 0xff) {
    case SQLITE_CONSTRAINT:
        return constraintError(extended, words);
    case SQLITE_INTERRUPT:
        return {Error::Kind::Server, u"57014"_s, u"The query took too long."_s, words};
    case SQLITE_TOOBIG:
        return {Error::Kind::TooLarge, u"54000"_s, u"The answer is too large; ask for less at a time."_s, words};
    case SQLITE_FULL:
        return {Error::Kind::Storage, u"53100"_s, u"The disk is full."_s, words};
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Error::Kind::Storage, u"58030"_s, u"The database file cannot be used."_s, words};
    case SQLITE_NOMEM:
        return {Error::Kind::Storage, u"53200"_s, u"Out of memory."_s, words};
    default:
        if (isTooComplex(words))
            return {Error::Kind::TooLarge, u"54001"_s, u"The question is too complex; ask for less at a time."_s,
                    words};
        return {Error::Kind::Internal, u"XX000"_s, u"The database could not do this."_s, words};
    }
}

Error damagedError(const QString &path, const QString &how)
{
    return {Error::Kind::Storage, u"damaged_database"_s,
            u"The database %1 is damaged (%2). It was left as it is: put a backup in its place, or name another file."_s
                .arg(path, how),
            how};
}

Error viewInTheWay(const QString &path, const QString &view)
{
    Error error = damagedError(path, u"it has a view \"%1\" under a name that this program needs itself"_s.arg(view));
    error.message += u" A view that somebody made for himself goes by: DROP VIEW \"%1\""_s.arg(view);
    return error;
}

Error openError(sqlite3 *handle, int code, const QString &path)
{
    const QString words = QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
    const auto storage = [&](const QString &word, const QString &message) {
        return Error{Error::Kind::Storage, word, message.arg(path), words};
    };
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return storage(u"in_use"_s, u"The database %1 is in use by another server."_s);
    case SQLITE_NOTADB:
        return storage(u"not_a_database"_s, u"The file %1 is not a database."_s);
    case SQLITE_CORRUPT:
        return damagedError(path, words);
    default:
        return storage(u"cannot_open"_s, u"The database %1 cannot be opened."_s);
    }
}

} // namespace bolt::backend
