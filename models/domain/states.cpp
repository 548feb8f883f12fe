// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/states.h"

#include <array>

namespace bolt {

namespace {

// Indexed by the enum; the last value of each enum, Unknown, has no word.
constexpr std::array jobWords{QStringView(u"pending"),   QStringView(u"in_progress"), QStringView(u"paused"),
                              QStringView(u"completed"), QStringView(u"failed"),      QStringView(u"cancelled")};
constexpr std::array submissionWords{QStringView(u"pending"),   QStringView(u"submitting"),
                                     QStringView(u"submitted"), QStringView(u"approved"),
                                     QStringView(u"rejected"),  QStringView(u"failed"),
                                     QStringView(u"skipped"),   QStringView(u"needs_verification")};
constexpr std::array workerWords{QStringView(u"online"), QStringView(u"draining"), QStringView(u"offline")};
constexpr std::array circuitWords{QStringView(u"closed"), QStringView(u"open"), QStringView(u"half_open")};

constexpr std::array outcomeWords{QStringView(u"submitted"),       QStringView(u"approved"),
                                  QStringView(u"rejected"),        QStringView(u"failed"),
                                  QStringView(u"failed_for_good"), QStringView(u"needs_verification")};

template<class State, class Words>
State find(const Words &words, QStringView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word)
            return State(i);
    }
    return State::Unknown;
}

template<class State, class Words>
QString word(const Words &words, State state)
{
    const auto i = size_t(state);
    return i < words.size() ? words[i].toString() : QString();
}

} // namespace

JobState jobState(QStringView text) { return find<JobState>(jobWords, text); }
SubmissionState submissionState(QStringView text) { return find<SubmissionState>(submissionWords, text); }
WorkerState workerState(QStringView text) { return find<WorkerState>(workerWords, text); }
CircuitState circuitState(QStringView text) { return find<CircuitState>(circuitWords, text); }
AttemptOutcome attemptOutcome(QStringView text) { return find<AttemptOutcome>(outcomeWords, text); }

QString wordOf(JobState state) { return word(jobWords, state); }
QString wordOf(SubmissionState state) { return word(submissionWords, state); }
QString wordOf(WorkerState state) { return word(workerWords, state); }
QString wordOf(CircuitState state) { return word(circuitWords, state); }
QString wordOf(AttemptOutcome outcome) { return word(outcomeWords, outcome); }

bool mayChange(JobState from, JobState to)
{
    using enum JobState;
    switch (from) {
    case Pending:
        return to == InProgress || to == Paused || to == Cancelled;
    case InProgress:
        return to == Paused || to == Completed || to == Failed || to == Cancelled;
    case Paused:
        return to == InProgress || to == Completed || to == Failed || to == Cancelled;
    case Failed:
    case Completed: // staff retried what failed
        return to == InProgress;
    case Cancelled:
    case Unknown:
        return false;
    }
    return false;
}

bool mayChange(SubmissionState from, SubmissionState to)
{
    using enum SubmissionState;
    switch (from) {
    case Pending:
        return to == Submitting || to == Skipped;
    case Submitting:
        return to == Submitted || to == Failed || to == NeedsVerification || to == Pending;
    case Submitted:
        return to == Approved || to == Rejected;
    case Failed:
        return to == Pending || to == Skipped;
    case NeedsVerification:
        return to == Pending || to == Submitted;
    case Approved:
    case Rejected:
    case Skipped:
    case Unknown:
        return false;
    }
    return false;
}

} // namespace bolt
