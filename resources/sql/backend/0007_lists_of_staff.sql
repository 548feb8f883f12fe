-- SPDX-License-Identifier: GPL-3.0-or-later
-- What staff look for in the log and in the audit is found along an index: a few rows among millions took longer than a
-- read may take. The condition holds for every row, and is there to be said by the lists that mean the index: without
-- statistics SQLite takes any index for an equality, and sorts by time all that it finds there.
CREATE INDEX IF NOT EXISTS logs_by_level ON processing_logs (level, id) WHERE level <> '';
CREATE INDEX IF NOT EXISTS actions_by_actor ON admin_actions (actor_email, created_at, id) WHERE actor_email <> '';
CREATE INDEX IF NOT EXISTS actions_by_action ON admin_actions (action, created_at, id) WHERE action <> '';
