// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/authenticator.h"
#include "backend/db/database.h"
#include "backend/http/router.h"

#include <variant>

namespace bolt::backend {

struct RestOptions
{
    qint64 maxRows = 1000;      ///< more are cut off silently, as PostgREST does
    Micros readTime{1'000'000}; ///< of one answer: all others wait for it; then 57014
    std::size_t bodyLimit = 4 * 1024 * 1024;
    qint64 answerRows = 20'000; ///< with all that is embedded; then 54000
    qint64 answerBytes = 32 * 1024 * 1024;
};

/// `/rest/v1`: PostgREST's way of reading and writing the public tables (contracts/supabase.md §3), each request one
/// transaction. Staff read by role, anybody the packages; what may be written is the schema's word. Backend thread.
class RestApi
{
public:
    /// `db` and `authenticator` outlive it.
    RestApi(Database &db, const Authenticator &authenticator, RestOptions options = {});
    RestApi(const RestApi &) = delete;
    RestApi &operator=(const RestApi &) = delete;

    void addTo(Router &router);

private:
    using Verb = Reply (RestApi::*)(const Request &, const Principal &, const TableDef &);
    ReadBounds bounds() const { return {m_options.readTime, m_options.answerRows, m_options.answerBytes}; }
    /// Who asks, or the answer to somebody who may not come in.
    std::variant<Principal, Reply> atDoor(const Request &request) const;
    Reply guarded(const Request &request, Verb verb);
    /// `rpc/…`: the functions that live.sql gives to a Supabase project.
    Reply call(const Request &request);
    Reply checksum(const Request &request, const Principal &caller);
    Reply check(const Principal &caller);
    Reply read(const Request &request, const Principal &caller, const TableDef &table);
    Reply insert(const Request &request, const Principal &caller, const TableDef &table);
    Reply update(const Request &request, const Principal &caller, const TableDef &table);
    Reply remove(const Request &request, const Principal &caller, const TableDef &table);

    Database &m_db;
    const Authenticator &m_authenticator;
    RestOptions m_options;
};

} // namespace bolt::backend
