-- SPDX-License-Identifier: GPL-3.0-or-later
-- What changed while somebody watched, what a copy can be searched by, and how far back it reaches.

-- Changes of state in the order in which they came; written in one transaction with the batch that brought them.
CREATE TABLE activity (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL, of INTEGER NOT NULL, submission BLOB, job BLOB, customer BLOB, directory BLOB, worker TEXT,
  was TEXT, became TEXT, code TEXT, attempt INTEGER, max_attempts INTEGER, until INTEGER, done INTEGER, total INTEGER
);

-- The window is kept by the day of creation.
CREATE INDEX submissions_by_age ON directory_submissions (created_at);

-- The names by which a person looks for jobs and submissions. kind: 1 customer, 2 directory. Jobs and submissions are
-- found through them; every part of a word of three letters or more is found.
CREATE TABLE names (
  n INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  ref BLOB NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (kind, ref)
);
CREATE VIRTUAL TABLE names_index USING fts5 (text, content='names', content_rowid='n', tokenize='trigram');
INSERT INTO names (kind, ref, text) SELECT 1, id, coalesce(company_name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(website, '') FROM customers;
INSERT INTO names (kind, ref, text) SELECT 2, id, coalesce(name, '') || ' ' || coalesce(website, '') || ' ' || coalesce(category, '') FROM directories;
INSERT INTO names_index (names_index) VALUES ('rebuild');
CREATE INDEX submissions_by_directory ON directory_submissions (directory_id);
CREATE INDEX jobs_by_customer ON jobs (customer_id);
