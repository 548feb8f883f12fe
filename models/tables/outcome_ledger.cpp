// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/outcome_ledger.h"

#include <algorithm>
#include <utility>

namespace bolt {

namespace {

/// A server that makes up codes without end fills no memory: what comes after so many has no name.
constexpr size_t mostCodes = 4096;

int minuteOf(Instant at) { return int(std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count()); }

} // namespace

std::optional<AttemptEnd> attemptEnd(const EndedAttempt &attempt)
{
    if (!isOutcome(attempt.outcome))
        return {};
    return AttemptEnd{attempt.endedAt, attempt.outcome == AttemptOutcome::Submitted};
}

OutcomeLedger::OutcomeLedger(const Clock &clock)
    : m_clock(clock)
{
    clear();
}

int OutcomeLedger::minuteNow() const { return minuteOf(m_clock.now()); }

void OutcomeLedger::clear()
{
    m_ahead.clear();
    m_entries.clear();
    m_directories.clear();
    m_minutes.assign(size_t(windowMinutes), {});
    m_codes.assign(1, QString());
    m_codeAt.clear();
}

void OutcomeLedger::apply(const Changed &changed)
{
    if (changed.reset)
        clear();
    for (const AttemptId &id : changed.attemptsGone)
        forget(id);
    for (const EndedAttempt &attempt : changed.attempts)
        note(attempt);
}

void OutcomeLedger::note(const EndedAttempt &attempt)
{
    forget(attempt.id);
    const auto end = attemptEnd(attempt);
    if (!end)
        return;
    // A server whose clock is ahead of ours says "now" when it says later.
    const int now = minuteNow();
    if (m_standing && minuteOf(end->at) > now) {
        m_ahead.insert(attempt.id, attempt);
        return;
    }
    const Entry entry{std::min(minuteOf(end->at), now), end->good, end->good ? 0 : codeOf(attempt.code),
                      attempt.directory};
    if (entry.minute <= now - windowMinutes)
        return;
    m_entries.insert(attempt.id, entry);
    count(entry, 1);
}

void OutcomeLedger::setStanding(bool standing)
{
    m_standing = standing;
    if (standing)
        return;
    age();
    for (const EndedAttempt &attempt : std::exchange(m_ahead, {}))
        note(attempt);
}

void OutcomeLedger::forget(AttemptId id)
{
    m_ahead.remove(id);
    const auto it = m_entries.constFind(id);
    if (it == m_entries.cend())
        return;
    count(*it, -1);
    m_entries.erase(it);
}

OutcomeLedger::Code OutcomeLedger::codeOf(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const auto known = m_codeAt.constFind(text);
    if (known != m_codeAt.cend())
        return *known;
    if (m_codes.size() >= mostCodes)
        return 0;
    m_codes.push_back(text);
    return *m_codeAt.insert(text, Code(m_codes.size() - 1));
}

void OutcomeLedger::countCode(RecentMinute &cell, Code code, int by)
{
    const auto it =
        std::find_if(cell.codes.begin(), cell.codes.end(), [code](const auto &entry) { return entry.first == code; });
    if (it == cell.codes.end())
        cell.codes.emplace_back(code, by);
    else
        it->second += by;
}

void OutcomeLedger::count(const Entry &entry, int by)
{
    const auto add = [&](Share &share) { (entry.good ? share.good : share.bad) += by; };
    Minute &cell = m_minutes[size_t(entry.minute % windowMinutes)];
    if (cell.minute < entry.minute)
        cell = {entry.minute, {}};
    if (cell.minute == entry.minute)
        add(cell.share);

    OfDirectory &directory = m_directories[entry.directory];
    add(directory.window);
    if (entry.minute <= minuteNow() - recentMinutes)
        return;
    auto it = std::lower_bound(directory.recent.begin(), directory.recent.end(), entry.minute,
                               [](const Minute &m, int minute) { return m.minute < minute; });
    if (it == directory.recent.end() || it->minute != entry.minute)
        it = directory.recent.insert(it, RecentMinute{{entry.minute, {}}, {}});
    add(it->share);
    if (!entry.good)
        countCode(*it, entry.code, by);
}

void OutcomeLedger::age()
{
    const int now = minuteNow();
    if (now == m_agedAt)
        return;
    m_agedAt = now;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (it->minute > now - windowMinutes) {
            ++it;
            continue;
        }
        count(*it, -1);
        it = m_entries.erase(it);
    }
    for (OfDirectory &directory : m_directories) {
        const auto keep = std::find_if(directory.recent.begin(), directory.recent.end(),
                                       [&](const Minute &m) { return m.minute > now - recentMinutes; });
        directory.recent.erase(directory.recent.begin(), keep);
    }
}

OutcomeLedger::Share OutcomeLedger::sum(int back, int count) const
{
    Share sum;
    const int now = minuteNow();
    for (int i = back; i < back + count && i < windowMinutes; ++i) {
        const Minute &cell = m_minutes[size_t((now - i) % windowMinutes)];
        if (cell.minute != now - i)
            continue;
        sum.good += cell.share.good;
        sum.bad += cell.share.bad;
    }
    return sum;
}

OutcomeLedger::Share OutcomeLedger::directoryRecent(DirectoryId id, int minutes) const
{
    Share sum;
    const auto directory = m_directories.constFind(id);
    if (directory == m_directories.cend())
        return sum;
    const int after = minuteNow() - minutes;
    for (auto it = directory->recent.rbegin(); it != directory->recent.rend() && it->minute > after; ++it) {
        sum.good += it->share.good;
        sum.bad += it->share.bad;
    }
    return sum;
}

OutcomeLedger::Share OutcomeLedger::directoryWindow(DirectoryId id) const { return m_directories.value(id).window; }

std::vector<DirectoryId> OutcomeLedger::directories() const
{
    std::vector<DirectoryId> ids;
    for (auto it = m_directories.keyBegin(); it != m_directories.keyEnd(); ++it)
        ids.push_back(*it);
    return ids;
}

std::pair<QString, int> OutcomeLedger::worstCode(DirectoryId directory, int minutes) const
{
    std::vector<std::pair<Code, int>> counts;
    const auto of = m_directories.constFind(directory);
    if (of == m_directories.cend())
        return {};
    const int after = minuteNow() - minutes;
    for (auto cell = of->recent.rbegin(); cell != of->recent.rend() && cell->minute > after; ++cell)
        counts.insert(counts.end(), cell->codes.begin(), cell->codes.end());
    std::sort(counts.begin(), counts.end());
    std::pair<QString, int> worst;
    for (size_t i = 0; i < counts.size();) {
        const Code code = counts[i].first;
        int n = 0;
        for (; i < counts.size() && counts[i].first == code; ++i)
            n += counts[i].second;
        const QString &text = m_codes[size_t(code)];
        if (n > worst.second || (n > 0 && n == worst.second && text < worst.first))
            worst = {text, n};
    }
    return worst;
}

} // namespace bolt
