// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QFuture>
#include <QString>
#include <QUuid>
#include <optional>
#include <vector>

namespace bolt {

/// Something of the workspace that a person found by its name. What is in it is text from outside, of any length.
struct SearchHit
{
    enum class Kind : quint8 { Customer, Directory, Job, Submission };
    Kind kind = Kind::Customer;
    QUuid id;
    QString name;              ///< of the customer or directory by which it was found
    QString about;             ///< a customer's e-mail, a directory's site, a job's package, a submission's customer
    QString state;             ///< of a job or submission, as it came
    QString code;              ///< a submission's last error
    std::optional<Instant> at; ///< when a job was made, when a submission changed
    bool operator==(const SearchHit &) const = default;
};

/// Looks through what is kept on this computer; asks no server. Main thread; answers arrive there.
class Search
{
public:
    virtual ~Search() = default;
    /// Customers and directories whose name, address or category holds every word of `text`; the newest jobs of such
    /// customers; the newest submissions to such directories, or with an error code that begins so. A few of each
    /// kind, in that order. Error NotFound where there is no copy yet. A question that a newer one overtakes may be
    /// cancelled.
    virtual QFuture<Result<std::vector<SearchHit>>> find(const QString &text) = 0;
};

} // namespace bolt
