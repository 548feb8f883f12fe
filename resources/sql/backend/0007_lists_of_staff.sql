-- SPDX-License-Identifier: GPL-3.0-or-later
-- What staff look for in the log and in the audit is found along an index: a few rows among millions took longer than a
-- read may take.
CREATE INDEX IF NOT EXISTS logs_by_level ON processing_logs (level, id);
CREATE INDEX IF NOT EXISTS actions_by_actor ON admin_actions (actor_email, created_at, id);
CREATE INDEX IF NOT EXISTS actions_by_action ON admin_actions (action, created_at, id);
