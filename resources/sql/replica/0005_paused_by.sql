-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who paused a job, and when. A copy from before does not know it, so that the jobs are read again.
ALTER TABLE jobs ADD COLUMN paused_by TEXT;
ALTER TABLE jobs ADD COLUMN paused_at INTEGER;
DELETE FROM jobs;
DELETE FROM cursors WHERE name = 'jobs';
