// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "services/wire/exchange.h"

#include <QFuture>
#include <QObject>
#include <QUrl>
#include <functional>
#include <memory>
#include <optional>

namespace bolt {

/// Sends wire::Request values to one workspace and settles each exactly once. Lives in the thread it was made in, as
/// does everything it hands out; make one per thread.
///
/// A complete HTTP answer of any status is an Answer (see wire::errorOf). An Error means that there is none:
/// Network (`timeout`; `unreached`: the address was not found or refused the connection before a byte was sent, so the
/// server surely did nothing; `connection`: cut before or during the answer, the server may have acted; `tls`),
/// TooLarge (`answer_size`), Forbidden (`redirect`: none is followed, the bearer goes to the workspace only), Invalid
/// (`address`), Cancelled. TLS faults are never asked about and never ignored. No cookies, no cache, no retries of its
/// own; Qt's may send once more what a reused connection lost: actions carry a key, and the Answer says so.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    struct Settings
    {
        QUrl base;              ///< the workspace's URL
        QByteArray apiKey;      ///< sent as `apikey`; also the Bearer while nobody is signed in
        Millis timeout{30'000}; ///< from send to the last byte
        qint64 maxAnswerBytes = 32 << 20;
    };
    /// Asked at send time; an empty answer means signed out.
    using BearerSource = std::function<QByteArray()>;

    struct Call
    {
        quint64 id = 0;
        QFuture<Result<wire::Answer>> answer;
    };

    HttpClient(Settings settings, BearerSource bearer, QObject *parent = nullptr);
    ~HttpClient() override; ///< every open call settles as Cancelled

    const Settings &settings() const;
    /// Another workspace: cancels what is open.
    void setSettings(Settings settings);

    Call send(const wire::Request &request, std::optional<Millis> timeout = {});
    /// Settles that call as Cancelled at once. Unknown ids are ignored.
    void cancel(quint64 id);
    void cancelAll();
    int open() const;

Q_SIGNALS:
    /// The session's token `jwt` was refused with a 401: it should be refreshed.
    void unauthorized(const QByteArray &jwt);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt
