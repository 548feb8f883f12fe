// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/states.h"

#include <QString>
#include <limits>
#include <optional>

namespace bolt {

enum class EtaKind : quint8 { Range, Stalled, Paused, Waiting, Done, TooEarly };
/// RateLimited and RetryWait: everything left waits for its next try, after a RATE_LIMITED answer or after another
/// error.
enum class NowKind : quint8 { Directory, RateLimited, WaitingForWorker, Paused, Stalled, CircuitOpen, RetryWait };

/// What is worked out about a job beside its record: how fast, how long still, and what it is doing now.
struct JobEstimate
{
    double ratePerMin = std::numeric_limits<double>::quiet_NaN(); ///< NaN: not enough seen
    int etaLow = -1;                                              ///< seconds, -1: none
    int etaHigh = -1;
    EtaKind etaKind = EtaKind::TooEarly;
    QString nowAt; ///< name of the directory, as the server wrote it
    NowKind nowKind = NowKind::WaitingForWorker;
    std::optional<Instant> nowUntil;
};

/// What the ETA is made of. Source: contracts/domain.md "ETA", product.md A4.
struct EtaInput
{
    JobState state = JobState::Unknown;
    int total = 0;
    int remaining = 0;       ///< waiting, in flight, or failed and tried again by itself
    bool allBlocked = false; ///< nothing can start: everything left waits for a retry time or a closed circuit
    int inFlight = 0;
    double ratePerSecond = 0; ///< exponentially weighted
    double samples = 0;       ///< effective number of settled submissions behind the rate
    Micros observed{0};       ///< since work began, or began again after a pause
    Micros quiet{0};          ///< since the last one settled, or since work began
    int concurrency = 1;      ///< of the package
    double pressure = 0;      ///< 0 … 1: how much of the fleet the jobs ahead in the queue can take
};

struct Eta
{
    EtaKind kind = EtaKind::TooEarly;
    int low = -1; ///< seconds
    int high = -1;
    bool operator==(const Eta &) const = default;
};

/// Pure. remaining / rate, with a band that widens with few samples, with the last round of the lanes, and with the
/// queue ahead.
Eta estimateEta(const EtaInput &input);

inline constexpr Seconds stallAfter{300};
inline constexpr Seconds etaSilence{15};
inline constexpr int etaSilentItems = 10;
inline constexpr double etaSilentShare = 0.05;

} // namespace bolt
