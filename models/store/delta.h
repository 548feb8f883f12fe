// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"

#include <tuple>
#include <vector>

namespace bolt {

template<class R>
struct TableDelta
{
    using Key = decltype(R::id);
    std::vector<R> upserts; ///< already merged: last wins, one entry an id
    std::vector<Key> removals;

    bool empty() const { return upserts.empty() && removals.empty(); }
    size_t size() const { return upserts.size() + removals.size(); }
    bool operator==(const TableDelta &) const = default;
};

/// A batch of accepted changes on its way into the store and the replica. A value; crosses threads.
struct Delta
{
    TableDelta<Package> packages;
    TableDelta<Customer> customers;
    TableDelta<Directory> directories;
    TableDelta<Worker> workers;
    TableDelta<Job> jobs;
    TableDelta<Submission> submissions;
    TableDelta<EndedAttempt> attempts;
    /// What the desk saw before it was closed, newest first: told on, not kept.
    std::vector<Activity> activity;
    /// Rows from a snapshot or from disk are state, not news: they make no entry in the feed.
    bool snapshot = false;
    /// Forget everything first (another account, a new copy).
    bool reset = false;

    template<class R>
    TableDelta<R> &of()
    {
        return std::get<TableDelta<R> &>(
            std::tie(packages, customers, directories, workers, jobs, submissions, attempts));
    }
    bool empty() const { return !reset && size() == 0 && activity.empty(); }
    /// Rows.
    size_t size() const
    {
        return packages.size() + customers.size() + directories.size() + workers.size() + jobs.size() +
               submissions.size() + attempts.size();
    }
    bool operator==(const Delta &) const = default;
};

} // namespace bolt
