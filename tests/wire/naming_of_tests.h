// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/wire/naming.h"

/// The names of contracts/domain.md, with one renamed column and one renamed word.
inline bolt::wire::Naming namingOfTests()
{
    bolt::wire::Naming naming;
    const char *names[] = {"packages",           "customers", "directories", "workers", "jobs", "directory_submissions",
                           "submission_attempts"};
    for (size_t i = 0; i < naming.tables.size(); ++i)
        naming.tables[i].name = names[i];
    auto &jobs = naming.tables[static_cast<size_t>(bolt::Table::Jobs)];
    jobs.columns = {{"dirs_total", "directories_total"}};
    jobs.words = {{"running", "in_progress"}};
    return naming;
}
