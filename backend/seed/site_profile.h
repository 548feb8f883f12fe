// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/seed only.

#include "backend/seed/picks.h"

#include <string>

namespace bolt::backend {

/// How a directory treats those who submit to it. Each fails in its own way, so that causes can be found in the
/// figures.
class SiteProfile
{
public:
    enum class Kind : quint8 { Healthy, Slow, Guarded, Limited, Redesigned, Strict, Paid };

    /// One of them, in believable proportions. `tier` 1 to 5: the better ones are harder.
    static SiteProfile pick(Picks &picks, int tier);

    Kind kind() const { return m_kind; }
    /// Of one attempt.
    double failureRate() const { return m_failureRate; }
    /// What the predictor says of an attempt: right for most directories, far too sure or too shy for some.
    double predicted(Picks &picks) const;
    std::string errorCode(Picks &picks) const;
    int processingMs(Picks &picks) const;
    /// none, email, phone or manual.
    std::string verification(Picks &picks) const;

private:
    Kind m_kind = Kind::Healthy;
    double m_failureRate = 0;
    double m_medianMs = 20000;
    double m_bias = 1; ///< exponent on the odds of success; 1: calibrated
};

/// What the worker read when it met that code, as people would read it in an error log.
std::string errorMessage(Picks &picks, const std::string &code, const std::string &siteName);

} // namespace bolt::backend
