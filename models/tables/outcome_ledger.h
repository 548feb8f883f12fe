// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/store/store.h"

#include <QSet>
#include <vector>

namespace bolt {

/// How an attempt ended, by the record: contracts/domain.md "success rate" counts submitted and approved against
/// rejected and failed. Nothing for what has not ended, was skipped, or waits for a person.
struct AttemptEnd
{
    Instant at;
    bool good = false;
};
std::optional<AttemptEnd> attemptEnd(const Submission &submission);

/// Good and bad ends by minute over the last 7 days, in whole and by directory, kept up to date change by change: what
/// a scan over all submissions would find, without the scan. Each submission counts once, by its latest end. Main
/// thread.
class OutcomeLedger
{
public:
    static constexpr int windowMinutes = 7 * 24 * 60;
    static constexpr int recentMinutes = 60; ///< kept by directory minute by minute
    struct Share
    {
        int good = 0;
        int bad = 0;
        int n() const { return good + bad; }
        bool operator==(const Share &) const = default;
    };

    OutcomeLedger(const Store &store, const Clock &clock);

    void apply(const Changed &changed);
    void clear();
    /// Forgets what left the window; call once a minute or more often.
    void age();
    /// The clock stands: what ended later than it waits until it goes on, or all of it would seem to end at once.
    void setStanding(bool standing);

    /// The minute now is minute 0; answers the ends of minutes [back … back + count).
    Share sum(int back, int count) const;
    Share directoryRecent(DirectoryId directory, int minutes) const;
    Share directoryWindow(DirectoryId directory) const;
    std::vector<DirectoryId> directories() const;
    /// The most frequent error code of the directory's bad ends of the last `minutes`, and how often. A scan.
    std::pair<QString, int> worstCode(DirectoryId directory, int minutes) const;

private:
    struct Entry
    {
        int minute = 0;
        bool good = false;
        DirectoryId directory;
    };
    struct Minute
    {
        int minute = -1;
        Share share;
    };
    struct OfDirectory
    {
        Share window;
        std::vector<Minute> recent; ///< oldest first
    };
    void rebuild();
    void note(const Submission &submission);
    void forget(SubmissionId id);
    void count(const Entry &entry, int by);
    int minuteNow() const;

    const Store &m_store;
    const Clock &m_clock;
    QHash<SubmissionId, Entry> m_entries;
    std::vector<Minute> m_minutes; ///< a ring by minute % windowMinutes
    QHash<DirectoryId, OfDirectory> m_directories;
    QSet<SubmissionId> m_ahead; ///< ended later than a clock that stands
    bool m_standing = false;
    int m_agedAt = 0;
};

} // namespace bolt
