-- SPDX-License-Identifier: GPL-3.0-or-later
-- What went well is forgotten after a while, in small steps: each must find the oldest at once.
CREATE INDEX IF NOT EXISTS logs_by_age ON processing_logs (created_at) WHERE level IN ('INFO', 'SUCCESS');
