-- SPDX-License-Identifier: GPL-3.0-or-later
-- Submissions are found by the beginning of their error's code without reading all of them.
CREATE INDEX submissions_by_code ON directory_submissions (last_error_code) WHERE last_error_code <> '';
