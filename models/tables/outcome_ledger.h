// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/store/store.h"

#include <utility>
#include <vector>

namespace bolt {

/// The outcome that a row of `submission_attempts` is: `submitted`, against `rejected` and failed for good
/// (contracts/domain.md, Metrics). Nothing for rows that are none: approved later, tried again by itself, waits for a
/// person. The one definition of what the desk counts.
struct AttemptEnd
{
    Instant at;
    bool good = false;
};
std::optional<AttemptEnd> attemptEnd(const EndedAttempt &attempt);

/// Outcomes by minute over the last 7 days, in whole and by directory, kept up to date change by change: what a scan
/// over all ended attempts would find, without the scan. An outcome is written once, so nothing that happens to a
/// submission later moves a figure of the past. Main thread.
class OutcomeLedger
{
public:
    static constexpr int windowMinutes = int(std::chrono::minutes(attemptsWindow).count());
    static constexpr int recentMinutes = 60; ///< kept by directory minute by minute
    struct Share
    {
        int good = 0;
        int bad = 0;
        int n() const { return good + bad; }
        bool operator==(const Share &) const = default;
    };

    explicit OutcomeLedger(const Clock &clock);

    /// The same attempt may come again and again: it counts once.
    void apply(const Changed &changed);
    void clear();
    /// Forgets what left the window; call once a minute or more often.
    void age();
    /// The clock stands: what ended later than it waits until it goes on, or all of it would seem to end at once.
    void setStanding(bool standing);

    /// The minute now is minute 0; answers the outcomes of minutes [back … back + count).
    Share sum(int back, int count) const;
    Share directoryRecent(DirectoryId directory, int minutes) const;
    Share directoryWindow(DirectoryId directory) const;
    std::vector<DirectoryId> directories() const;
    /// The most frequent error code of the directory's bad outcomes of the last `minutes` (at most 60), and how often;
    /// of equally frequent ones the first by name.
    std::pair<QString, int> worstCode(DirectoryId directory, int minutes) const;

private:
    using Code = int; ///< its place in m_codes
    struct Entry
    {
        int minute = 0;
        bool good = false;
        Code code = 0; ///< of bad ones
        DirectoryId directory;
    };
    struct Minute
    {
        int minute = -1;
        Share share;
    };
    struct RecentMinute : Minute
    {
        std::vector<std::pair<Code, int>> codes; ///< few: those that came in this minute
    };
    struct OfDirectory
    {
        Share window;
        std::vector<RecentMinute> recent; ///< oldest first
    };
    void note(const EndedAttempt &attempt);
    void forget(AttemptId id);
    void count(const Entry &entry, int by);
    static void countCode(RecentMinute &cell, Code code, int by);
    Code codeOf(const QString &text);
    int minuteNow() const;

    const Clock &m_clock;
    QHash<AttemptId, Entry> m_entries;
    std::vector<Minute> m_minutes; ///< a ring by minute % windowMinutes
    QHash<DirectoryId, OfDirectory> m_directories;
    QHash<QString, Code> m_codeAt;
    std::vector<QString> m_codes;
    QHash<AttemptId, EndedAttempt> m_ahead; ///< ended later than a clock that stands
    bool m_standing = false;
    int m_agedAt = 0;
};

} // namespace bolt
