-- SPDX-License-Identifier: GPL-3.0-or-later
-- How each attempt ended, and what was said of it later: contracts/domain.md, Metrics. Nothing that happens to a submission
-- afterwards changes a row here, so no figure of a closed hour can move. No foreign keys: what happened outlives what it
-- happened to.

CREATE TABLE submission_attempts (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (new_uuid()),
    submission_id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    directory_id TEXT NOT NULL,
    package_type TEXT NOT NULL,
    directory_tier INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    worker_id TEXT,
    started_at INTEGER,
    ended_at INTEGER NOT NULL,
    ms INTEGER,
    outcome TEXT NOT NULL
        CHECK (outcome IN ('submitted', 'approved', 'rejected', 'failed', 'failed_for_good', 'needs_verification')),
    code TEXT,
    step TEXT,
    predicted REAL CHECK (predicted BETWEEN 0 AND 1),
    version INTEGER NOT NULL DEFAULT (next_version()),
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us()),
    deleted_at INTEGER
);
CREATE TRIGGER submission_attempts_append_only_update BEFORE UPDATE ON submission_attempts
BEGIN SELECT RAISE(ABORT, 'submission_attempts is append-only'); END;
CREATE TRIGGER submission_attempts_append_only_delete BEFORE DELETE ON submission_attempts
BEGIN SELECT RAISE(ABORT, 'submission_attempts is append-only'); END;
-- INSERT OR REPLACE deletes without a word.
CREATE TRIGGER submission_attempts_append_only_replace BEFORE INSERT ON submission_attempts
WHEN EXISTS (SELECT 1 FROM submission_attempts WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'submission_attempts is append-only'); END;

-- When the attempt under way began.
ALTER TABLE submission_claims ADD COLUMN started_at INTEGER;

-- What a file from before this table still knows: each entry of error_log, and the stamps of the last success. The job's
-- package says how many attempts it had by itself; staff may have granted more since.
INSERT INTO submission_attempts (submission_id, job_id, customer_id, directory_id, package_type, directory_tier, attempt,
                                 ended_at, outcome, code, ms, predicted, created_at, updated_at)
WITH known AS (
    SELECT s.*, j.package_type AS package, d.priority_tier AS tier, p.max_attempts AS granted
    FROM directory_submissions s JOIN jobs j ON j.id = s.submission_queue_id JOIN directories d ON d.id = s.directory_id
         JOIN packages p ON p.id = j.package_type
), entries AS (
    SELECT k.*, instant_us(e.value ->> '$.at') AS ended, coalesce(e.value ->> '$.attempt', k.attempt) AS nth,
           e.value ->> '$.code' AS error, e.key = json_array_length(k.error_log) - 1 AS is_last
    FROM known k, json_each(CASE WHEN json_valid(k.error_log) THEN k.error_log ELSE '[]' END) e
    WHERE e.type = 'object'
), ends AS (
    SELECT id, submission_queue_id, customer_id, directory_id, package, tier, nth, ended,
           CASE WHEN error = 'REJECTED' AND submitted_at <= ended THEN 'rejected'
                WHEN error IN ('CAPTCHA', 'LOGIN_REQUIRED', 'EMAIL_VERIFICATION', 'PHONE_VERIFICATION')
                THEN 'needs_verification'
                WHEN error NOT IN ('TIMEOUT', 'NAVIGATION', 'SITE_DOWN', 'RATE_LIMITED') OR nth >= granted
                     OR (is_last AND status = 'failed' AND next_retry_at IS NULL) THEN 'failed_for_good'
                ELSE 'failed' END AS outcome,
           error, CASE WHEN is_last AND submitted_at IS NULL THEN processing_ms END AS ms, success_probability
    FROM entries WHERE ended IS NOT NULL
    UNION ALL
    SELECT id, submission_queue_id, customer_id, directory_id, package, tier, attempt, submitted_at, 'submitted', NULL,
           processing_ms, success_probability FROM known WHERE submitted_at IS NOT NULL
    UNION ALL
    SELECT id, submission_queue_id, customer_id, directory_id, package, tier, attempt, approved_at, 'approved', NULL,
           NULL, success_probability FROM known WHERE approved_at IS NOT NULL
)
SELECT id, submission_queue_id, customer_id, directory_id, package, tier, CAST(nth AS INTEGER), ended, outcome,
       CAST(error AS TEXT), ms, success_probability, ended, ended
FROM ends ORDER BY ended;

CREATE INDEX attempts_by_submission ON submission_attempts (submission_id);
-- A window of them in the order of their keys, without a look at each row.
CREATE INDEX attempts_by_key ON submission_attempts (id, ended_at);
CREATE INDEX attempts_by_end ON submission_attempts (ended_at, id);
CREATE INDEX attempts_by_creation ON submission_attempts (created_at, id);
CREATE INDEX attempts_by_update ON submission_attempts (updated_at, id);
-- The figures read this alone.
CREATE INDEX outcomes_by_end ON submission_attempts (ended_at, outcome, directory_id)
    WHERE outcome IN ('submitted', 'rejected', 'failed_for_good');

-- What counted by the present state of a submission counts by its outcomes now.
DROP INDEX submissions_by_submitted;
DROP INDEX submissions_by_failed;

-- The order of each list that a client may page through: without an index one such list is sorted in whole, for every page,
-- while everybody waits.
CREATE INDEX customers_by_creation ON customers (created_at, id);
CREATE INDEX customers_by_update ON customers (updated_at, id);
CREATE INDEX directories_by_creation ON directories (created_at, id);
CREATE INDEX directories_by_update ON directories (updated_at, id);
CREATE INDEX jobs_by_creation ON jobs (created_at, id);
CREATE INDEX jobs_by_update ON jobs (updated_at, id);
CREATE INDEX submissions_by_creation ON directory_submissions (created_at, id);
CREATE INDEX logs_by_creation ON processing_logs (created_at, id);
CREATE INDEX logs_by_update ON processing_logs (updated_at, id);
DROP INDEX actions_by_time; -- its halves ran in opposite directions
CREATE INDEX actions_by_creation ON admin_actions (created_at, id);
CREATE INDEX actions_by_update ON admin_actions (updated_at, id);
