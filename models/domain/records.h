// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/odd_cells.h"
#include "models/domain/states.h"

#include <QString>
#include <optional>
#include <variant>
#include <vector>

namespace bolt {

/// The records the desk follows, as plain values. Columns and their meaning: contracts/domain.md, Tables. Numbers that
/// the business never computes with stay text. `version` is 0 where the deployment has no such column (level L0). A
/// cell that could not be read is in `odd`, and its member says nothing: zero, empty, Instant().

struct Package
{
    PackageId id;
    QString name;
    int priceCents = 0;
    QString currency;
    std::optional<int> directoryLimit; ///< nothing: unlimited
    int maxDirectoryTier = 0;
    int priority = 0; ///< 1 first
    int slaHours = 0;
    int concurrency = 0;
    int maxAttempts = 0;
    Instant updatedAt;
    qint64 version = 0;
    OddCells odd;
    bool operator==(const Package &) const = default;
};

struct Customer
{
    CustomerId id;
    QString companyName;
    QString email;
    QString website;
    PackageId package;
    int directoriesUsed = 0;
    QString status;
    Instant createdAt;
    Instant updatedAt;
    qint64 version = 0;
    OddCells odd;
    bool operator==(const Customer &) const = default;
};

struct Directory
{
    DirectoryId id;
    QString name;
    QString website;
    QString category;
    int daScore = 0;
    int priorityTier = 0;
    bool active = true;
    CircuitState circuit = CircuitState::Closed;
    QString circuitWord; ///< set only when circuit is Unknown: the server's word
    std::optional<Instant> circuitOpenUntil;
    Instant updatedAt;
    qint64 version = 0;
    OddCells odd;
    bool operator==(const Directory &) const = default;
};

struct Job
{
    JobId id;
    CustomerId customer;
    PackageId package;
    JobState state = JobState::Unknown;
    QString stateWord; ///< set only when state is Unknown: the server's word
    double priorityScore = 0;
    std::optional<int> priorityOverride;
    int directoriesTotal = 0;
    int directoriesCompleted = 0;
    int directoriesFailed = 0;
    int progress = 0; ///< 0 to 100
    QString currentDirectory;
    WorkerId worker;
    std::optional<Instant> dueAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> completedAt;
    QString pausedBy; ///< `metadata.pause.by`, at most pausedByLimit characters; empty: nobody said so
    std::optional<Instant> pausedAt;
    /// `metadata.reopened.by`: who had work of an ended job retried last, until it ends again. At most as long.
    QString reopenedBy;
    Instant createdAt;
    Instant updatedAt;
    qint64 version = 0;
    OddCells odd;
    static constexpr int pausedByLimit = 254;
    bool operator==(const Job &) const = default;
};

struct Submission
{
    SubmissionId id;
    JobId job;
    CustomerId customer;
    DirectoryId directory;
    SubmissionState state = SubmissionState::Unknown;
    QString stateWord; ///< set only when state is Unknown: the server's word
    int attempt = 0;
    int maxAttempts = 0;
    QString lastErrorCode;
    std::optional<Instant> nextRetryAt;
    std::optional<float> successProbability; ///< 0 to 1, predicted before the attempt
    std::optional<int> processingMs;
    std::optional<Instant> submittedAt;
    std::optional<Instant> approvedAt;
    std::optional<Instant> failedAt;
    Instant createdAt;
    Instant updatedAt;
    qint64 version = 0;
    OddCells odd;
    bool operator==(const Submission &) const = default;
};

struct Worker
{
    WorkerId id;
    WorkerState state = WorkerState::Unknown;
    QString stateWord;       ///< set only when state is Unknown: the server's word
    QString softwareVersion; ///< the worker's own software version
    SubmissionId currentSubmission;
    std::optional<Instant> heartbeatAt;
    int processed = 0;
    int failed = 0;
    Instant updatedAt;
    qint64 version = 0;
    OddCells odd;
    bool operator==(const Worker &) const = default;
};

/// How far back figures of the past reach, and so how long the desk holds ended attempts.
inline constexpr std::chrono::hours attemptsWindow{7 * 24};

/// A row of `submission_attempts`: written once and never changed. Followed for the window of the figures only, and not
/// kept in memory as it is.
struct EndedAttempt
{
    AttemptId id;
    SubmissionId submission;
    JobId job;
    CustomerId customer;
    DirectoryId directory;
    int attempt = 0;
    Instant endedAt;
    std::optional<int> ms;
    AttemptOutcome outcome = AttemptOutcome::Unknown;
    QString outcomeWord; ///< set only when outcome is Unknown: the server's word
    QString code;
    Instant updatedAt;
    qint64 version = 0;
    OddCells odd;
    bool operator==(const EndedAttempt &) const = default;
};

/// The server set a time for another try, and which one could not be read.
inline bool retryIsUnread(const Submission &r)
{
    const OddCell *cell = r.nextRetryAt ? nullptr : r.odd.find(QLatin1StringView("next_retry_at"));
    return cell && cell->why != OddCell::Why::Missing;
}

/// The predicate Q of the copy: rows that were made before the window are treated as removed. By an immutable column;
/// where that could not be read, nobody knows, and the row stays.
inline bool isMadeBefore(const Job &r, Instant since) { return r.createdAt < since && r.createdAt != Instant(); }
inline bool isMadeBefore(const Submission &r, Instant since) { return r.createdAt < since && r.createdAt != Instant(); }
inline bool isMadeBefore(const EndedAttempt &r, Instant since) { return r.endedAt < since && r.endedAt != Instant(); }
template<class R>
bool isMadeBefore(const R &, Instant)
{
    return false;
}

/// One entry of a submission's error_log; fetched when a person looks, not kept for every row.
struct Attempt
{
    Instant at;
    int attempt = 0;
    QString code;
    QString message;
    QString details; ///< compact JSON, shown as text
    bool operator==(const Attempt &) const = default;
};

/// The tables the desk subscribes to, in the order in which they are loaded: parents first.
enum class Table : quint8 { Packages, Customers, Directories, Workers, Jobs, Submissions, Attempts };
inline constexpr int tableCount = 7;

using Record = std::variant<Package, Customer, Directory, Worker, Job, Submission, EndedAttempt>;

inline Table tableOf(const Record &record) { return static_cast<Table>(record.index()); }

} // namespace bolt
