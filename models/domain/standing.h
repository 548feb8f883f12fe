// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace bolt {

/// How a job stands. One value from which state, why, rate and time left are told, so that no two of them can disagree.
/// The first line that holds is the one:
///
/// | standing    | when                                                     | why, in its row             | / min |
/// left        | | ----------- | -------------------------------------------------------- | ---------------------------
/// | ----- | ----------- | | Over        | completed, failed, cancelled                             | Done, Failed,
/// Cancelled     | –     | –           | | Unheard     | a state that this version does not know                  | the
/// server's word           | –     | –           | | Paused      | paused | Paused by A. Brandt, 14:02  | –     |
/// paused      | | NotHere     | its submissions are not all here                         | – | –     | –           |
/// | Finishing   | nothing is left                                          | All sent, being closed      | –     |
/// done        | | NeedsPerson | nothing that is left goes on without a person            | Needs you: 1 captcha | – |
/// needs you   | | ForGood     | nothing is left but failures without another try         | Needs you: 2 failed for
/// good| –     | needs you   | | Stuck       | nothing ended for 5 min though it and a worker could (a  | Stuck 26 min
/// | shown | stuck       | |             | fleet that left since takes nothing back)                | |       | | |
/// NoWorker    | no worker is online                                      | Queued: no worker online    | shown | no
/// worker   | | ShutOff     | all waits for a time, first for a directory shut off     | 3 directories shut to 14:20 |
/// shown | waits       | | RateLimited | all waits for a time, first one that was told to come    | Rate limit until
/// 14:20      | shown | waits       | |             | later                                                    | | | |
/// | RetryWait   | all waits for a time, first for another try              | Retry wait until 14:20      | shown |
/// waits       | | Running     | something is being submitted                             | At Global Guide | shown |
/// 40–55 min   | | Queued      | all else: it waits for a worker                          | Queued: place 7 of 12 |
/// shown | 40–55 min   |
///
/// "40–55 min" is "queued" where the job has not begun or those ahead take the whole fleet, "estimating" while it is
/// too early to say. Source: contracts/domain.md, ETA.
enum class Standing : quint8 {
    Over,
    Unheard,
    Paused,
    NotHere,
    Finishing,
    NeedsPerson,
    ForGood,
    Stuck,
    NoWorker,
    ShutOff,
    RateLimited,
    RetryWait,
    Running,
    Queued
};
inline constexpr int standingCount = int(Standing::Queued) + 1;

} // namespace bolt
