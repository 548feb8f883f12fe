// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <variant>

namespace bolt {

/// What went wrong, in a form that may be shown. `code` is a stable word (a server's or ours), `message` is for people,
/// `detail` is for logs only and never holds a secret.
struct Error
{
    enum class Kind {
        Invalid,      ///< the input is wrong; sending it again cannot help
        Unauthorized, ///< no or bad credentials
        Forbidden,    ///< the role may not
        NotFound,
        Conflict,  ///< the state does not allow it
        TooLarge,  ///< over a bound
        RateLimit, ///< come back later, see `retryAfterMs`
        Network,   ///< nothing is known about whether the other side acted
        Server,    ///< the other side failed (5xx)
        Storage,   ///< disk or database
        Cancelled,
        Internal
    };
    Kind kind = Kind::Internal;
    QString code;
    QString message;
    QString detail;
    qint64 retryAfterMs = 0;

    bool operator==(const Error &) const = default;
};

/// Success without a value.
struct Done
{
    bool operator==(const Done &) const = default;
};

/// A value or an Error. No exceptions of our own cross a room's door.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

using Outcome = Result<Done>;

} // namespace bolt
