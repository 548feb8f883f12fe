// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bolt::backend {

/// Runs on the backend thread, must not block for long and must not throw (a throw becomes a 500 of the area's form).
using Handler = std::function<Reply(const Request &)>;

using Respond = std::function<void(Reply)>;
/// For what takes long elsewhere: answers once, later or at once, on the backend thread. The request is its own to
/// copy. What it throws becomes a 500, too; what it leaves to run later guards itself (runGuarded).
using LateHandler = std::function<void(const Request &, Respond)>;

/// How an area ("/api", "/rest/v1") words the errors that the server itself finds: 400, 404, 405, 413, 500, 503.
using ErrorForm = std::function<Reply(int status, std::string_view code, std::string_view message)>;

struct Route
{
    Method method = Method::Get;
    std::vector<std::string> pattern; ///< ":name" takes one segment, "*" at the end takes the rest (also none)
    Handler handler;
    LateHandler late; ///< instead of `handler`
    std::size_t bodyLimit = 0;
};

/// Method and path pattern to handler. Filled before the server listens, read on the backend thread afterwards.
class Router
{
public:
    static constexpr std::size_t kDefaultBodyLimit = 64 * 1024;

    /// `pattern` as "/api/admin/jobs/:id/pause". GET routes answer HEAD too unless HEAD has a route of its own. Literal
    /// segments win over ":name", which wins over "*".
    void add(Method method, std::string_view pattern, Handler handler, std::size_t bodyLimit = kDefaultBodyLimit);

    void addLate(Method method, std::string_view pattern, LateHandler handler,
                 std::size_t bodyLimit = kDefaultBodyLimit);

    /// Wording of errors for paths that begin with `prefix`; the longest prefix wins.
    void setErrorForm(std::string prefix, ErrorForm form);

    /// The route of a request, or null. `otherMethods` tells whether the path exists under another method (405).
    const Route *find(Method method, const std::vector<std::string> &segments, bool *otherMethods) const;
    /// The values of the ":name" parts.
    static std::vector<Request::Item> paramsOf(const Route &route, const std::vector<std::string> &segments);

    Reply error(std::string_view path, int status, std::string_view code, std::string_view message) const;
    /// Finds, runs and guards the handler; fills `request.params`.
    void answer(Request &request, Respond respond) const;
    /// The same for handlers that answer at once, as all do without a side thread.
    Reply answer(Request &request) const;

private:
    Reply guarded(const Route &route, const Request &request) const;
    Reply failure(const Request &request) const;

    std::vector<Route> m_routes;
    std::vector<std::pair<std::string, ErrorForm>> m_forms;
};

} // namespace bolt::backend
