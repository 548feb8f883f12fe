// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/forgetting.h"

namespace bolt::backend {
namespace {

constexpr Micros days(int n) { return std::chrono::hours(24 * n); }

// Errors and warnings stay; what went well, and what was told to staff, is shown for 90 days.
constexpr Micros newsKept = days(90);

constexpr Forgetting everyKind[] = {
    // contracts/domain.md: "at least 24 h".
    {"DELETE FROM idempotency WHERE key IN (SELECT key FROM idempotency WHERE at < ? LIMIT ?)", days(2)},
    {"DELETE FROM processing_logs WHERE id IN (SELECT id FROM processing_logs INDEXED BY logs_by_age"
     " WHERE level IN ('INFO', 'SUCCESS') AND created_at < ? ORDER BY created_at LIMIT ?)",
     newsKept, true},
    // Each step of each form is logged; nobody asks for those of yesterday.
    {"DELETE FROM processing_logs WHERE id IN (SELECT id FROM processing_logs INDEXED BY logs_to_forget"
     " WHERE level = 'DEBUG' AND created_at < ? ORDER BY created_at LIMIT ?)",
     days(1), true},
    // A stolen token that is used later finds nothing, which is as good as an end of its session. The parent of the
    // active token of a session stays: it may be sent again, and the active one is derived from it.
    {"DELETE FROM auth_refresh_tokens WHERE id IN (SELECT t.id FROM auth_refresh_tokens t WHERE t.used_at < ?"
     " AND NOT EXISTS (SELECT 1 FROM auth_refresh_tokens c WHERE c.parent_id = t.id AND c.used_at IS NULL) LIMIT ?)",
     days(7)},
    // Nobody has used the session since: its owner signs in again.
    {"DELETE FROM auth_sessions WHERE id IN (SELECT id FROM auth_sessions"
     " WHERE coalesce(refreshed_at, created_at) < ? LIMIT ?)",
     days(60)},
    {"DELETE FROM notifications WHERE id IN (SELECT id FROM notifications WHERE created_at < ? LIMIT ?)", newsKept,
     true}};

} // namespace

std::span<const Forgetting> forgettings() { return everyKind; }

} // namespace bolt::backend
