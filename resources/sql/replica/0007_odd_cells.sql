-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cells of a row that could not be read as what they should be, with what came instead: JSON, nearly always nothing.
ALTER TABLE packages ADD COLUMN odd TEXT;
ALTER TABLE customers ADD COLUMN odd TEXT;
ALTER TABLE directories ADD COLUMN odd TEXT;
ALTER TABLE workers ADD COLUMN odd TEXT;
ALTER TABLE jobs ADD COLUMN odd TEXT;
ALTER TABLE directory_submissions ADD COLUMN odd TEXT;
ALTER TABLE submission_attempts ADD COLUMN odd TEXT;
