-- SPDX-License-Identifier: GPL-3.0-or-later
-- Packages and workers are few, but whoever pages through them has the same order as everywhere.
CREATE INDEX packages_by_creation ON packages (created_at, id);
CREATE INDEX packages_by_update ON packages (updated_at, id);
CREATE INDEX workers_by_creation ON workers (created_at, id);
CREATE INDEX workers_by_update ON workers (updated_at, id);
