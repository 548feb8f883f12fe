// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace bolt {

/// States of contracts/domain.md. `Unknown` keeps a newer server's word readable: the record carries it verbatim.
enum class JobState : quint8 { Pending, InProgress, Paused, Completed, Failed, Cancelled, Unknown };
enum class SubmissionState : quint8 {
    Pending,
    Submitting,
    Submitted,
    Approved,
    Rejected,
    Failed,
    Skipped,
    NeedsVerification,
    Unknown
};
enum class WorkerState : quint8 { Online, Draining, Offline, Unknown };
enum class CircuitState : quint8 { Closed, Open, HalfOpen, Unknown };
/// How an attempt ended, or what was said of it later.
enum class AttemptOutcome : quint8 { Submitted, Approved, Rejected, Failed, FailedForGood, NeedsVerification, Unknown };

JobState jobState(QStringView word);
SubmissionState submissionState(QStringView word);
WorkerState workerState(QStringView word);
CircuitState circuitState(QStringView word);
AttemptOutcome attemptOutcome(QStringView word);

/// The wire's word; empty for Unknown.
QString wordOf(JobState state);
QString wordOf(SubmissionState state);
QString wordOf(WorkerState state);
QString wordOf(CircuitState state);
QString wordOf(AttemptOutcome outcome);
/// Also for Unknown: `verbatim`, which the record carries then.
template<class State>
QString saidWord(State state, const QString &verbatim)
{
    return state == State::Unknown ? verbatim : wordOf(state);
}

/// May the backend be asked for this change? The backend decides; this is for enabling buttons and for its own rules.
/// Source: contracts/domain.md, States.
bool mayChange(JobState from, JobState to);
bool mayChange(SubmissionState from, SubmissionState to);

/// What is counted (contracts/domain.md, Metrics): an approval of what was submitted is no second outcome, and what is
/// tried again by itself, or waits for a person, is none yet.
inline bool isOutcome(AttemptOutcome o)
{
    return o == AttemptOutcome::Submitted || o == AttemptOutcome::Rejected || o == AttemptOutcome::FailedForGood;
}

inline bool isFinal(JobState state) { return state == JobState::Completed || state == JobState::Cancelled; }
/// Jobs that are watched: pending, in progress, paused.
inline bool isActive(JobState state)
{
    return state == JobState::Pending || state == JobState::InProgress || state == JobState::Paused;
}

} // namespace bolt
