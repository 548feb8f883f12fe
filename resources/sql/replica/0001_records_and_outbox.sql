-- SPDX-License-Identifier: GPL-3.0-or-later
-- The local copy of one workspace for one account. Times are microseconds since 1970 (UTC), uuids 16 bytes, states the
-- words of contracts/domain.md as they came. What each table means: docs/sync.md.

-- identity: whose copy this is. Nobody else ever sees it.
CREATE TABLE about (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- How far the copy of each table reaches; written in one transaction with the rows it speaks about.
CREATE TABLE cursors (
  name TEXT PRIMARY KEY,
  watermark INTEGER,
  complete INTEGER NOT NULL,
  as_of INTEGER
) WITHOUT ROWID;

-- What a person asked for, in the order in which it was asked. Written before anything is sent.
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  body TEXT NOT NULL
);

CREATE TABLE packages (
  id TEXT PRIMARY KEY, name TEXT, price_cents INTEGER, currency TEXT, directory_limit INTEGER, max_directory_tier INTEGER,
  priority INTEGER, sla_hours INTEGER, concurrency INTEGER, max_attempts INTEGER, updated_at INTEGER, version INTEGER
) WITHOUT ROWID;

CREATE TABLE customers (
  id BLOB PRIMARY KEY, company_name TEXT, email TEXT, website TEXT, package_id TEXT, directories_used INTEGER, status TEXT,
  created_at INTEGER, updated_at INTEGER, version INTEGER
) WITHOUT ROWID;

CREATE TABLE directories (
  id BLOB PRIMARY KEY, name TEXT, website TEXT, category TEXT, da_score INTEGER, priority_tier INTEGER, is_active INTEGER,
  circuit_state TEXT, circuit_open_until INTEGER, updated_at INTEGER, version INTEGER
) WITHOUT ROWID;

CREATE TABLE workers (
  id TEXT PRIMARY KEY, status TEXT, software_version TEXT, current_submission_id BLOB, heartbeat_at INTEGER,
  processed INTEGER, failed INTEGER, updated_at INTEGER, version INTEGER
) WITHOUT ROWID;

CREATE TABLE jobs (
  id BLOB PRIMARY KEY, customer_id BLOB, package_type TEXT, status TEXT, priority_score REAL, priority_override INTEGER,
  directories_total INTEGER, directories_completed INTEGER, directories_failed INTEGER, progress INTEGER,
  current_directory TEXT, worker_id TEXT, due_at INTEGER, started_at INTEGER, completed_at INTEGER, created_at INTEGER,
  updated_at INTEGER, version INTEGER
) WITHOUT ROWID;

CREATE TABLE directory_submissions (
  id BLOB PRIMARY KEY, submission_queue_id BLOB, customer_id BLOB, directory_id BLOB, status TEXT, attempt INTEGER,
  max_attempts INTEGER, last_error_code TEXT, next_retry_at INTEGER, success_probability REAL, processing_ms INTEGER,
  submitted_at INTEGER, approved_at INTEGER, failed_at INTEGER, created_at INTEGER, updated_at INTEGER, version INTEGER
) WITHOUT ROWID;
