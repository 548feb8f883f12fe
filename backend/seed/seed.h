// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"

#include <functional>
#include <optional>
#include <string_view>

namespace bolt::backend {

/// A believable business with a past of 90 days. The same seed at the same `now` gives the same rows to the byte.
struct SeedPlan
{
    enum class Scale : quint8 { Demo, Reference, Large };
    Scale scale = Scale::Demo;
    quint64 seed = 1;
    Instant now; ///< the end of the past

    /// `demo`, `ref`, `xl`.
    static std::optional<Scale> scaleFromWord(std::string_view word);
};

struct SeedCounts
{
    qint64 customers = 0;
    qint64 directories = 0;
    qint64 jobs = 0;
    qint64 submissions = 0;
    qint64 logs = 0;
};

/// 0 to 1, called now and then; false stops the seeding (Cancelled).
using SeedProgress = std::function<bool(double done)>;

/// Fills an empty database; Conflict `not_empty` when it has customers. Packages come with the migrations, users and
/// workers are made by others. Nothing is captured: seed before anybody listens. Backend thread.
Result<SeedCounts> seedDatabase(Database &db, const SeedPlan &plan, const SeedProgress &progress = {});

} // namespace bolt::backend
