// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/actions/freeze.h"

#include <QSet>

namespace bolt {

namespace {

template<class I>
std::vector<I> distinct(const std::vector<I> &ids)
{
    std::vector<I> kept;
    QSet<I> seen;
    for (const I &id : ids) {
        if (id.isNull() || seen.contains(id))
            continue;
        seen.insert(id);
        kept.push_back(id);
    }
    return kept;
}

} // namespace

std::vector<ActionStatus> freeze(const BulkCommand &command, const BulkId &id, Instant now, size_t atOnce,
                                 const std::function<ActionId()> &newKey)
{
    ActionStatus blank;
    blank.createdAt = now;
    blank.bulk = BulkPart{id, BulkPart::Wish::Go};
    blank.command.verb = command.verb;
    blank.command.priorityOverride = command.priorityOverride;
    std::vector<ActionStatus> parts;
    for (const JobId &job : distinct(command.jobs)) {
        parts.push_back(blank);
        parts.back().id = newKey();
        parts.back().command.job = job;
    }
    const auto submissions = distinct(command.submissions);
    for (size_t at = 0; at < submissions.size(); at += atOnce) {
        const auto end = std::min(submissions.size(), at + atOnce);
        parts.push_back(blank);
        parts.back().id = newKey();
        parts.back().command.submissions.assign(submissions.begin() + std::ptrdiff_t(at),
                                                submissions.begin() + std::ptrdiff_t(end));
    }
    return parts;
}

} // namespace bolt
