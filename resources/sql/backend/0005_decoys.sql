-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who registered with the address of a customer, and what he was made to believe he bought (backend/rules/onboarding).
CREATE TABLE IF NOT EXISTS decoys (
    id TEXT PRIMARY KEY NOT NULL,
    customer_id TEXT NOT NULL,
    package_id TEXT NOT NULL,
    bought TEXT NOT NULL DEFAULT '[]',
    at INTEGER NOT NULL
);
