-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is forgotten with time (backend/rules/forgetting) is found at once, and a token goes without a look at all others.
CREATE INDEX IF NOT EXISTS refresh_tokens_by_parent ON auth_refresh_tokens (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS refresh_tokens_by_use ON auth_refresh_tokens (used_at) WHERE used_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS sessions_by_use ON auth_sessions (coalesce(refreshed_at, created_at));
CREATE INDEX IF NOT EXISTS notifications_by_age ON notifications (created_at);
