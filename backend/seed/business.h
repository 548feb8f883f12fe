// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/seed only.

#include "backend/db/database.h"
#include "backend/seed/seed.h"
#include "backend/seed/site_profile.h"

#include <string>
#include <vector>

namespace bolt::backend {

/// How far back jobs were bought.
inline constexpr Micros seededPast = std::chrono::hours(24 * 90);

struct SeedSite
{
    std::string id;
    std::string name;
    std::string website;
    int daScore = 0;
    int tier = 1;
    bool active = true;
    SiteProfile profile;
    // What the circuit breaker is to remember.
    quint32 recent = 0;
    int samples = 0;
    int failuresInRow = 0;

    /// An outcome for the breaker. One that opened the circuit is forgotten: a probe has closed it since.
    void remember(bool failed);
};

struct SeedTerms
{
    std::string packageId;
    std::optional<int> directoryLimit;
    int maxTier = 0;
    int priority = 0;
    int slaHours = 0;
    int maxAttempts = 0;
};

struct SeedJob
{
    std::string id;
    size_t customer = 0; ///< index
    int submissions = 0;
};

struct SeedCustomer
{
    std::string id;
    std::string name;
    const SeedTerms *terms = nullptr;
    Instant since;
    int directories = 0; ///< used over all of its jobs
    int given = 0;       ///< while jobs are being made: how many of its directories are taken
};

/// Who there is and what they bought; nothing of what became of it yet.
struct SeedBusiness
{
    std::vector<SeedTerms> terms; ///< of the packages, the smallest first
    std::vector<SeedSite> sites;
    std::vector<size_t> byAuthority; ///< active sites, highest da_score first: the order of selection
    std::vector<SeedCustomer> customers;
    std::vector<SeedJob> jobs;
};

struct SeedSize
{
    int customers;
    int directories;
    int jobs;
    int submissions;
    int activeJobs;
    size_t logs; ///< at most
};

SeedSize sizeOf(SeedPlan::Scale scale);
/// Draws everything and writes directories and customers. Within the running write transaction.
SeedBusiness makeBusiness(Database &db, Picks &picks, const SeedSize &size, Instant now);

} // namespace bolt::backend
