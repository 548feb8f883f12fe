// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/outcome_ledger.h"

#include <algorithm>
#include <utility>

namespace bolt {

namespace {

int minuteOf(Instant at) { return int(std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count()); }

} // namespace

std::optional<AttemptEnd> attemptEnd(const Submission &s)
{
    switch (s.state) {
    case SubmissionState::Submitted:
    case SubmissionState::Approved:
        return AttemptEnd{s.submittedAt ? *s.submittedAt : s.approvedAt ? *s.approvedAt : s.updatedAt, true};
    case SubmissionState::Failed:
    case SubmissionState::Rejected:
        return AttemptEnd{s.failedAt.value_or(s.updatedAt), false};
    default:
        return {};
    }
}

OutcomeLedger::OutcomeLedger(const Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
    , m_minutes(size_t(windowMinutes))
{
    rebuild();
}

int OutcomeLedger::minuteNow() const { return minuteOf(m_clock.now()); }

void OutcomeLedger::clear()
{
    m_ahead.clear();
    m_entries.clear();
    m_directories.clear();
    m_minutes.assign(size_t(windowMinutes), {});
}

void OutcomeLedger::rebuild()
{
    clear();
    for (const Submission &submission : m_store.submissions().rows())
        note(submission);
}

void OutcomeLedger::apply(const Changed &changed)
{
    if (changed.reset) {
        rebuild();
        return;
    }
    for (const auto *ids : {&changed.submissions.inserted, &changed.submissions.updated}) {
        for (const SubmissionId &id : *ids) {
            if (const Submission *submission = m_store.submissions().find(id))
                note(*submission);
        }
    }
    for (const SubmissionId &id : changed.submissions.removed)
        forget(id);
}

void OutcomeLedger::note(const Submission &submission)
{
    forget(submission.id);
    const auto end = attemptEnd(submission);
    if (!end)
        return;
    // A server whose clock is ahead of ours says "now" when it says later.
    const int now = minuteNow();
    if (m_standing && minuteOf(end->at) > now) {
        m_ahead.insert(submission.id);
        return;
    }
    const Entry entry{std::min(minuteOf(end->at), now), end->good, submission.directory};
    if (entry.minute <= now - windowMinutes)
        return;
    m_entries.insert(submission.id, entry);
    count(entry, 1);
}

void OutcomeLedger::setStanding(bool standing)
{
    m_standing = standing;
    if (standing)
        return;
    age();
    for (const SubmissionId &id : std::exchange(m_ahead, {})) {
        if (const Submission *submission = m_store.submissions().find(id))
            note(*submission);
    }
}

void OutcomeLedger::forget(SubmissionId id)
{
    m_ahead.remove(id);
    const auto it = m_entries.constFind(id);
    if (it == m_entries.cend())
        return;
    count(*it, -1);
    m_entries.erase(it);
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
        it = directory.recent.insert(it, {entry.minute, {}});
    add(it->share);
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
    QHash<QString, int> counts;
    const int after = minuteNow() - minutes;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (it->good || it->minute <= after || it->directory != directory)
            continue;
        if (const Submission *submission = m_store.submissions().find(it.key()))
            ++counts[submission->lastErrorCode];
    }
    std::pair<QString, int> worst;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > worst.second || (it.value() == worst.second && it.key() < worst.first))
            worst = {it.key(), it.value()};
    }
    return worst;
}

} // namespace bolt
