// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <optional>
#include <vector>

namespace bolt {

/// How fast one job settles its submissions: an exponentially weighted rate over the last settlements, one entry a
/// submission, so that it depends on the records alone and a fetched gap counts like the events that were missed.
class JobPace
{
public:
    /// Weight falls to 1/e in this time.
    static constexpr Seconds memory{600};
    static constexpr size_t capacity = 128;

    /// The submission settled at `at`; a later settlement of the same one replaces the earlier.
    void settled(SubmissionId id, Instant at);
    /// The submission went back to work.
    void unsettled(SubmissionId id);
    bool empty() const { return m_events.empty(); }
    std::optional<Instant> last() const;

    struct Rate
    {
        double perSecond = 0;
        double samples = 0; ///< effective number of settlements behind it
    };
    /// Of the time since `began`; settlements before it do not count.
    Rate rate(Instant now, Instant began) const;

private:
    struct Event
    {
        Instant at;
        SubmissionId id;
    };
    std::vector<Event> m_events; ///< oldest first
};

} // namespace bolt
