// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/feed_batches.h"

#include "models/tables/feed_model.h"

#include <algorithm>

namespace bolt {

/// A job ends once, and each action of a person is told by itself.
bool FeedBatches::isTold(int kind) { return kind != FeedModel::JobDone && kind != FeedModel::You; }

FeedBatches::Key FeedBatches::keyOf(const FeedEntry &thing, bool wide)
{
    switch (thing.kind) {
    case FeedModel::Approved:
    case FeedModel::Submitted:
    case FeedModel::Rejected:
    case FeedModel::Skipped:
        return {thing.kind, {}, wide ? QUuid() : thing.job.uuid()};
    case FeedModel::Retry:
        if (!thing.until) // back in the queue
            return {thing.kind, {}, wide ? QUuid() : thing.job.uuid()};
        [[fallthrough]];
    case FeedModel::Failed:
    case FeedModel::Manual:
        // A word that cannot be a code keeps "to be tried again" apart from "back in the queue", whose word is empty.
        return {thing.kind, u' ' + thing.code, wide ? QUuid() : thing.directory.uuid()};
    case FeedModel::JobState:
    case FeedModel::Circuit:
        return {thing.kind, thing.text, {}};
    default:
        return {thing.kind, {}, {}};
    }
}

/// Of what comes and goes (a worker, a circuit, a job's state) a line tells each thing once: what is so again stands on
/// top again.
bool FeedBatches::hasTold(const Batch &batch, const FeedEntry &thing)
{
    switch (thing.kind) {
    case FeedModel::WorkerLost:
    case FeedModel::WorkerBack:
        return batch.workers.contains(thing.actor);
    case FeedModel::Circuit:
        return batch.directories.contains(thing.directory.uuid());
    case FeedModel::JobState:
        return batch.jobs.contains(thing.job.uuid());
    default:
        return false;
    }
}

bool FeedBatches::fits(const Batch &batch, const FeedEntry &thing)
{
    const auto full = [](const auto &set) { return set.size() >= mostSubjects; };
    return thing.at < batch.line->at + span && thing.at > batch.line->at - span && !full(batch.jobs) &&
           !full(batch.directories) && !full(batch.workers) && !hasTold(batch, thing);
}

void FeedBatches::note(Batch &batch, const FeedEntry &thing)
{
    FeedEntry &line = *batch.line;
    if (!thing.job.isNull()) {
        batch.jobs.insert(thing.job.uuid());
        line.jobs = int(batch.jobs.size());
    }
    switch (thing.kind) {
    case FeedModel::Failed:
    case FeedModel::Manual:
    case FeedModel::Retry:
    case FeedModel::Circuit:
        batch.directories.insert(thing.directory.uuid());
        line.directories = int(batch.directories.size());
        break;
    case FeedModel::WorkerLost:
    case FeedModel::WorkerBack:
        batch.workers.insert(thing.actor);
        break;
    default:
        break;
    }
}

FeedBatches::Batch *FeedBatches::find(const Key &key, const FeedEntry &thing)
{
    const auto batch = m_open.find(key);
    return batch != m_open.end() && fits(*batch, thing) ? &*batch : nullptr;
}

bool FeedBatches::isCrowded(const FeedEntry &thing) const
{
    const Key key = keyOf(thing, true);
    const auto window = m_windows.constFind(key);
    const int most = key.word.isEmpty() ? linesPerKind : linesPerCode;
    return window != m_windows.cend() && window->begun >= most && thing.at < window->from + span;
}

FeedEntry *FeedBatches::grow(const FeedEntry &thing)
{
    if (!isTold(thing.kind))
        return nullptr;
    Batch *batch = find(keyOf(thing, false), thing);
    if (!batch && isCrowded(thing))
        batch = find(keyOf(thing, true), thing);
    if (!batch)
        return nullptr;
    FeedEntry &line = *batch->line;
    ++line.count;
    note(*batch, thing);
    if (thing.at < line.last)
        return &line;
    line.last = thing.at;
    line.submission = thing.submission;
    line.job = thing.job;
    line.customer = thing.customer;
    line.directory = thing.directory;
    line.actor = thing.actor;
    line.attempt = thing.attempt;
    line.maxAttempts = thing.maxAttempts;
    line.until = thing.until;
    return &line;
}

void FeedBatches::begin(FeedEntry &line)
{
    line.last = line.at;
    if (!isTold(line.kind))
        return;
    prune(line.at);
    const Key wide = keyOf(line, true);
    line.wide = isCrowded(line);
    if (!line.wide) {
        Window &window = m_windows[wide];
        if (window.begun == 0 || line.at >= window.from + span)
            window = {line.at, 0};
        ++window.begun;
    }
    Batch batch{&line, {}, {}, {}};
    note(batch, line);
    m_open.insert(keyOf(line, line.wide), std::move(batch));
}

void FeedBatches::close(const FeedEntry &line)
{
    const auto batch = m_open.constFind(keyOf(line, line.wide));
    if (batch != m_open.cend() && batch->line == &line)
        m_open.erase(batch);
}

void FeedBatches::closeAll()
{
    m_open.clear();
    m_windows.clear();
}

void FeedBatches::adopt(FeedBatches &older)
{
    for (auto batch = older.m_open.begin(); batch != older.m_open.end(); ++batch) {
        if (!m_open.contains(batch.key()))
            m_open.insert(batch.key(), std::move(*batch));
    }
    for (auto window = older.m_windows.cbegin(); window != older.m_windows.cend(); ++window) {
        if (!m_windows.contains(window.key()))
            m_windows.insert(window.key(), *window);
    }
    older.closeAll();
}

/// What is past growing leaves when the table has doubled since the last time: a constant cost a line.
void FeedBatches::prune(Instant now)
{
    if (m_open.size() + m_windows.size() < m_pruneAt)
        return;
    m_open.removeIf([now](const auto &batch) { return batch.value().line->at + span <= now; });
    m_windows.removeIf([now](const auto &window) { return window.value().from + span <= now; });
    m_pruneAt = std::max<qsizetype>(256, 2 * (m_open.size() + m_windows.size()));
}

} // namespace bolt
