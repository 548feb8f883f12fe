-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who reopened a job. A copy from before does not know it, so that the jobs are read again. Table 4 are the jobs.
ALTER TABLE jobs ADD COLUMN reopened_by TEXT;
DELETE FROM jobs;
DELETE FROM cursors WHERE name = '4';
