// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bulk.h"

#include <QStringList>
#include <utility>
#include <vector>

namespace bolt {

class ActionsScreen;
class Store;

/// What a wish would act on, counted in the store when it is asked; the ids are frozen then. Each list has the most
/// first.
struct Preview
{
    using Lines = std::vector<std::pair<QString, int>>;
    /// `Counts` is for what is asked again and again: no names, no lists, only `command` and `left`.
    enum class Depth : quint8 { Counts, All };

    Command::Verb asked = Command::Verb::RetrySubmissions;
    BulkCommand command; ///< a retry of jobs is one of their submissions: what fails later is not in it
    int jobs = 0;        ///< acted on, or whose submissions are
    int submissions = 0; ///< acted on; for the job verbs those that still wait in the jobs
    Lines ofJobs;        ///< customers, with their submissions as in `submissions`
    Lines codes;         ///< error codes of submissions
    Lines states;        ///< wire words of what is acted on
    Lines directories;   ///< of `submissions`
    Lines left;          ///< named, but not acted on: reason and how many

    int count() const { return int(command.size()); }
    bool ofSubmissions() const { return command.jobs.empty(); }
};

/// Reasons in `left`: `person` (somebody must act at the directory), `rejected`, `state:<wire word>`, or an answer of
/// ActionsScreen::whyNotFor().
Preview previewOf(const Store &store, const ActionsScreen &actions, Command::Verb verb, const QStringList &ids,
                  Preview::Depth depth);

} // namespace bolt
