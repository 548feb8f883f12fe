-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a desk shows first are the submissions of the jobs that are not over: found without reading all of them.
CREATE INDEX submissions_by_job ON directory_submissions (submission_queue_id);
