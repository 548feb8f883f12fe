-- SPDX-License-Identifier: GPL-3.0-or-later
-- The tables of contracts/domain.md on SQLite. timestamptz: µs UTC as INTEGER; numeric: exact digits as TEXT; jsonb: compact
-- JSON as TEXT; bool: 0 or 1; uuid: lower case TEXT. backend/db/schema.cpp says the PostgreSQL types; a test compares.
-- `version`, `created_at` and `updated_at` have defaults that only the backend's own connection can evaluate: each write
-- is stamped there or fails.

CREATE TABLE packages (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
    annual_price_cents INTEGER NOT NULL CHECK (annual_price_cents >= 0),
    currency TEXT NOT NULL DEFAULT 'USD' CHECK (length(currency) = 3),
    directory_limit INTEGER CHECK (directory_limit > 0),
    max_directory_tier INTEGER NOT NULL CHECK (max_directory_tier BETWEEN 1 AND 5),
    priority INTEGER NOT NULL CHECK (priority > 0),
    sla_hours INTEGER NOT NULL CHECK (sla_hours > 0),
    concurrency INTEGER NOT NULL CHECK (concurrency > 0),
    max_attempts INTEGER NOT NULL CHECK (max_attempts > 0),
    features TEXT NOT NULL DEFAULT '{}',
    version INTEGER NOT NULL DEFAULT (next_version()),
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us()),
    deleted_at INTEGER
);

CREATE TABLE customers (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (new_uuid()),
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    company_name TEXT NOT NULL,
    website TEXT NOT NULL DEFAULT '',
    business_data TEXT NOT NULL DEFAULT '{}',
    package_id TEXT NOT NULL REFERENCES packages (id),
    directories_used INTEGER NOT NULL DEFAULT 0 CHECK (directories_used >= 0),
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'closed')),
    version INTEGER NOT NULL DEFAULT (next_version()),
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us()),
    deleted_at INTEGER
);

CREATE TABLE directories (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (new_uuid()),
    name TEXT NOT NULL,
    website TEXT NOT NULL DEFAULT '',
    submission_url TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT 'general',
    da_score INTEGER NOT NULL CHECK (da_score BETWEEN 0 AND 100),
    priority_tier INTEGER NOT NULL CHECK (priority_tier BETWEEN 1 AND 5),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    circuit_state TEXT NOT NULL DEFAULT 'closed' CHECK (circuit_state IN ('closed', 'open', 'half_open')),
    circuit_open_until INTEGER,
    verification TEXT NOT NULL DEFAULT 'none' CHECK (verification IN ('none', 'email', 'phone', 'manual')),
    version INTEGER NOT NULL DEFAULT (next_version()),
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us()),
    deleted_at INTEGER
);
CREATE INDEX directories_by_selection ON directories (da_score DESC, id) WHERE is_active = 1 AND deleted_at IS NULL;
CREATE INDEX directories_by_circuit ON directories (circuit_state, circuit_open_until) WHERE circuit_state <> 'closed';

CREATE TABLE jobs (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (new_uuid()),
    customer_id TEXT NOT NULL REFERENCES customers (id),
    package_type TEXT NOT NULL REFERENCES packages (id),
    status TEXT NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'in_progress', 'paused', 'completed', 'failed', 'cancelled')),
    priority_score TEXT NOT NULL DEFAULT '0',
    priority_override INTEGER,
    directories_total INTEGER NOT NULL DEFAULT 0,
    directories_completed INTEGER NOT NULL DEFAULT 0,
    directories_failed INTEGER NOT NULL DEFAULT 0,
    progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    current_directory TEXT,
    worker_id TEXT,
    due_at INTEGER NOT NULL,
    started_at INTEGER,
    completed_at INTEGER,
    metadata TEXT NOT NULL DEFAULT '{}',
    version INTEGER NOT NULL DEFAULT (next_version()),
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us()),
    deleted_at INTEGER,
    CHECK (directories_completed + directories_failed <= directories_total)
);
CREATE INDEX jobs_by_customer ON jobs (customer_id);
CREATE INDEX jobs_by_status ON jobs (status, created_at);
CREATE INDEX jobs_by_completion ON jobs (completed_at, status) WHERE completed_at IS NOT NULL;

CREATE TABLE directory_submissions (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (new_uuid()),
    submission_queue_id TEXT NOT NULL REFERENCES jobs (id),
    customer_id TEXT NOT NULL REFERENCES customers (id),
    directory_id TEXT NOT NULL REFERENCES directories (id),
    status TEXT NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'submitting', 'submitted', 'approved', 'rejected', 'failed', 'skipped',
                          'needs_verification')),
    attempt INTEGER NOT NULL DEFAULT 0,
    max_attempts INTEGER NOT NULL,
    next_retry_at INTEGER,
    success_probability REAL CHECK (success_probability BETWEEN 0 AND 1),
    processing_ms INTEGER,
    last_error_code TEXT,
    error_log TEXT NOT NULL DEFAULT '[]',
    listing_data TEXT NOT NULL DEFAULT '{}',
    submitted_at INTEGER,
    approved_at INTEGER,
    failed_at INTEGER,
    version INTEGER NOT NULL DEFAULT (next_version()),
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us()),
    deleted_at INTEGER
);
-- The rowid behind each index entry keeps a job's submissions in the order of their selection; counting a job's states and
-- finding its next work read the index alone.
CREATE INDEX submissions_by_job ON directory_submissions (submission_queue_id, status, next_retry_at);
CREATE UNIQUE INDEX submissions_by_customer ON directory_submissions (customer_id, directory_id);
CREATE INDEX submissions_by_retry ON directory_submissions (next_retry_at) WHERE status = 'failed' AND next_retry_at IS NOT NULL;
CREATE INDEX submissions_by_submitted ON directory_submissions (submitted_at, status, directory_id)
    WHERE submitted_at IS NOT NULL;
CREATE INDEX submissions_by_failed ON directory_submissions (failed_at, status, directory_id) WHERE failed_at IS NOT NULL;
CREATE INDEX submissions_by_update ON directory_submissions (updated_at, id);

CREATE TABLE processing_logs (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    job_id TEXT REFERENCES jobs (id),
    submission_id TEXT REFERENCES directory_submissions (id),
    customer_id TEXT REFERENCES customers (id),
    level TEXT NOT NULL DEFAULT 'INFO' CHECK (level IN ('DEBUG', 'INFO', 'SUCCESS', 'WARNING', 'ERROR')),
    source TEXT NOT NULL,
    message TEXT NOT NULL,
    details TEXT NOT NULL DEFAULT '{}',
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us())
);
CREATE INDEX logs_by_job ON processing_logs (job_id, id) WHERE job_id IS NOT NULL;
CREATE INDEX logs_by_submission ON processing_logs (submission_id, id) WHERE submission_id IS NOT NULL;
CREATE INDEX logs_to_forget ON processing_logs (created_at) WHERE level = 'DEBUG';

CREATE TABLE workers (
    id TEXT PRIMARY KEY NOT NULL,
    status TEXT NOT NULL DEFAULT 'online' CHECK (status IN ('online', 'draining', 'offline')),
    software_version TEXT NOT NULL DEFAULT '', -- the contract's `version` of a worker; here `version` is the row's, as everywhere
    current_submission_id TEXT REFERENCES directory_submissions (id),
    heartbeat_at INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    processed INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT (next_version()),
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us()),
    deleted_at INTEGER
);

CREATE TABLE admin_actions (
    id TEXT PRIMARY KEY NOT NULL,
    actor_id TEXT NOT NULL,
    actor_email TEXT NOT NULL,
    action TEXT NOT NULL,
    target_type TEXT NOT NULL,
    target_ids TEXT NOT NULL DEFAULT '[]',
    params TEXT NOT NULL DEFAULT '{}',
    status TEXT NOT NULL CHECK (status IN ('applied', 'partly_applied', 'rejected')),
    result TEXT NOT NULL DEFAULT '{}',
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us())
);
CREATE INDEX actions_by_time ON admin_actions (created_at DESC, id);
CREATE TRIGGER admin_actions_append_only_update BEFORE UPDATE ON admin_actions
BEGIN SELECT RAISE(ABORT, 'admin_actions is append-only'); END;
CREATE TRIGGER admin_actions_append_only_delete BEFORE DELETE ON admin_actions
BEGIN SELECT RAISE(ABORT, 'admin_actions is append-only'); END;

CREATE TABLE notifications (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (new_uuid()),
    severity TEXT NOT NULL CHECK (severity IN ('info', 'success', 'warning', 'error')),
    title TEXT NOT NULL,
    message TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    read_at INTEGER,
    version INTEGER NOT NULL DEFAULT (next_version()),
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us()),
    deleted_at INTEGER
);

CREATE TABLE notes (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (new_uuid()),
    entity_type TEXT NOT NULL CHECK (entity_type IN ('customer', 'job', 'submission', 'directory')),
    entity_id TEXT NOT NULL,
    author_email TEXT NOT NULL,
    body TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT (next_version()),
    created_at INTEGER NOT NULL DEFAULT (now_us()),
    updated_at INTEGER NOT NULL DEFAULT (now_us()),
    deleted_at INTEGER
);
CREATE INDEX notes_by_entity ON notes (entity_type, entity_id);

CREATE TABLE sync_tick (
    name TEXT PRIMARY KEY NOT NULL,
    n INTEGER NOT NULL,
    at INTEGER NOT NULL
);
INSERT INTO sync_tick (name, n, at) VALUES ('backend', 0, now_us());

-- From here on the backend's own: neither read over REST nor published.

-- One row: the counters behind `version` and the commit order, moved in the same transaction as what they number.
CREATE TABLE backend_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version_seq INTEGER NOT NULL,
    commit_seq INTEGER NOT NULL
);
INSERT INTO backend_state (one, version_seq, commit_seq) VALUES (1, 0, 0);

-- Which worker holds which submission: exactly the submissions in `submitting`.
CREATE TABLE submission_claims (
    submission_id TEXT PRIMARY KEY NOT NULL REFERENCES directory_submissions (id),
    job_id TEXT NOT NULL,
    directory_id TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    last_event_at INTEGER NOT NULL,
    probe INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX claims_by_job ON submission_claims (job_id);
CREATE INDEX claims_by_worker ON submission_claims (worker_id);
CREATE INDEX claims_by_directory ON submission_claims (directory_id);

-- What the circuit breaker remembers. `recent`: one bit an outcome, the newest lowest, 1 = failed.
CREATE TABLE directory_health (
    directory_id TEXT PRIMARY KEY NOT NULL REFERENCES directories (id),
    recent INTEGER NOT NULL DEFAULT 0,
    samples INTEGER NOT NULL DEFAULT 0,
    failures_in_row INTEGER NOT NULL DEFAULT 0,
    times_opened INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE idempotency (
    key TEXT PRIMARY KEY NOT NULL,
    actor_id TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    answer TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX idempotency_by_time ON idempotency (at);

-- Sign-in: backend/auth.
CREATE TABLE auth_users (
    id TEXT PRIMARY KEY NOT NULL,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    password_hash TEXT NOT NULL,
    app_metadata TEXT NOT NULL DEFAULT '{}',
    user_metadata TEXT NOT NULL DEFAULT '{}',
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    last_sign_in_at INTEGER,
    email_confirmed_at INTEGER
);
CREATE TABLE auth_sessions (
    id TEXT PRIMARY KEY NOT NULL,
    user_id TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER,
    user_agent TEXT NOT NULL DEFAULT ''
);
CREATE INDEX sessions_by_user ON auth_sessions (user_id);
-- `token_hash`: the token itself is never stored. A used token keeps the moment of its use for the reuse interval.
CREATE TABLE auth_refresh_tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES auth_sessions (id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES auth_refresh_tokens (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
);
CREATE INDEX refresh_tokens_by_session ON auth_refresh_tokens (session_id);

-- Shipped packages: data, not code; staff edit them (contracts/domain.md, Rules, Packages). A year costs ten months.
INSERT INTO packages (id, name, price_cents, annual_price_cents, currency, directory_limit, max_directory_tier, priority,
                      sla_hours, concurrency, max_attempts, features)
VALUES
    ('starter', 'Starter', 2999, 29990, 'USD', 50, 1, 4, 168, 1, 3,
     '{"support":"email","reporting":"basic","api_access":false,"account_manager":false,"sla_guarantee":false}'),
    ('growth', 'Growth', 7999, 79990, 'USD', 100, 2, 3, 120, 2, 4,
     '{"support":"priority","reporting":"standard","api_access":false,"account_manager":false,"sla_guarantee":false}'),
    ('professional', 'Professional', 14999, 149990, 'USD', 300, 3, 2, 48, 5, 5,
     '{"support":"phone","reporting":"advanced","api_access":true,"account_manager":false,"sla_guarantee":true}'),
    ('enterprise', 'Enterprise', 29999, 299990, 'USD', NULL, 5, 1, 24, 10, 6,
     '{"support":"dedicated","reporting":"custom","api_access":true,"account_manager":true,"sla_guarantee":true}');
