// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/job_facts.h"
#include "models/tables/jobs_view.h"
#include "models/tables/pending_marks.h"
#include "tests/tables/board.h"

#include <QAbstractItemModelTester>

namespace bolt::test {

/// The table of active jobs on a board, with the model tester attached before its data.
struct JobsDesk : Board
{
    PendingMarks marks{store, gateway};
    JobFacts facts{store, clock, ticker};
    JobsView view{store, facts, marks, ticker};
    QAbstractItemModelTester tester{&view, QAbstractItemModelTester::FailureReportingMode::QtTest};

    JobsDesk() { furnish(300); }

    QStringList shown() const
    {
        QStringList ids;
        for (int row = 0; row < view.rowCount(); ++row)
            ids.append(view.idAt(row));
        return ids;
    }
    QVariant value(int row, JobRow::Field field) const { return view.data(view.index(row), JobsView::role(field)); }
    void addJobs(int count)
    {
        std::vector<Job> jobs;
        for (int n = 1; n <= count; ++n)
            jobs.push_back(makeJob(n));
        put(jobs, true);
        ticker.step();
    }
    Job stored(int n) const { return *store.jobs().find(job(n)); }
    void setState(int n, JobState state)
    {
        Job j = stored(n);
        j.state = state;
        put(j);
    }
};

inline QStringList ids(std::initializer_list<int> numbers)
{
    QStringList out;
    for (const int n : numbers)
        out.append(job(n).toString());
    return out;
}

} // namespace bolt::test
