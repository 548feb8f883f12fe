// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <optional>
#include <vector>

namespace bolt::wire {

/// An HTTP request as a value: made by a connector, sent by services/http. Crosses threads.
struct Request
{
    struct Header
    {
        QByteArray name;
        QByteArray value;
        bool operator==(const Header &) const = default;
    };
    QByteArray method = "GET";
    /// Path and query, already percent-encoded, relative to the workspace's URL: `/rest/v1/jobs?select=id`.
    QByteArray target;
    std::vector<Header> headers;
    QByteArray body;
    /// `Authorization: Bearer` of the session, asked for when the request is sent; false, or without a session: the
    /// anon key.
    bool bearer = true;
    /// May be sent again after a failure of which nothing is known (reads; writes that carry their key).
    bool repeatable = true;
    bool operator==(const Request &) const = default;
};

/// Any complete HTTP answer, whatever its status.
struct Answer
{
    int status = 0;
    std::vector<Request::Header> headers; ///< names in lower case
    QByteArray body;
    bool sentTwice = false; ///< the request was lost once and sent again: the first one may have been carried out

    bool ok() const { return status >= 200 && status < 300; }
    /// Empty when absent.
    QByteArray header(QByteArrayView lowerCaseName) const;
    bool operator==(const Answer &) const = default;
};

/// `Fri, 21 Aug 2026 12:00:00 GMT`, the one form that servers send.
std::optional<Instant> parseHttpDate(QByteArrayView text);

/// The Error an answer with a failing status stands for. Reads all body forms a deployment sends: `/api`
/// (`{"error":{code,message}}`), PostgREST, the three of GoTrue (contracts/supabase.md §2.6), the gateway's, and HTML
/// (whose text is not shown). `Retry-After` (seconds or date) becomes retryAfterMs, ten minutes at most.
Error errorOf(const Answer &answer);

/// What the server itself said in an error: its words, or its status where it had none. Empty: it is none of errorOf(),
/// and its sentence is ours.
QString saidIn(const Error &error);

} // namespace bolt::wire
