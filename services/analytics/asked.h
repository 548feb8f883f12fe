// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/when_done.h"
#include "services/http/http_client.h"

#include <QPromise>
#include <memory>

namespace bolt {

/// Sends a request and settles with what `read` makes of a good answer; a failing status becomes its Error. The future
/// is settled exactly once unless `owner` dies before.
template<class T, class Read>
QFuture<Result<T>> asked(HttpClient &http, const wire::Request &request, QObject *owner, Read read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    whenDone(http.send(request).answer, owner, [promise, read = std::move(read)](const Result<wire::Answer> &answer) {
        if (!answer)
            promise->addResult(Result<T>(answer.error()));
        else if (!answer->ok())
            promise->addResult(Result<T>(wire::errorOf(*answer)));
        else
            promise->addResult(read(*answer));
        promise->finish();
    });
    return future;
}

} // namespace bolt
