-- SPDX-License-Identifier: GPL-3.0-or-later
-- How attempts ended, for the window of the figures: an offline start shows what the last one showed.
CREATE TABLE submission_attempts (
  id BLOB PRIMARY KEY, submission_id BLOB, job_id BLOB, customer_id BLOB, directory_id BLOB, attempt INTEGER,
  ended_at INTEGER, ms INTEGER, outcome TEXT, code TEXT, updated_at INTEGER, version INTEGER
) WITHOUT ROWID;
