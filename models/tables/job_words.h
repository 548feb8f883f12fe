// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/job_standing.h"

#include <QCoreApplication>

namespace bolt {

/// Where a job's story can be gone on with, here and now.
enum class WhyStep : quint8 { None, Resume, Retry, Show };

/// One thing that what is left of a job waits for.
struct WhyReason
{
    HoldKind kind = HoldKind::Unheard;
    int n = 0;
    QString words; ///< without the number
    QString since, until;
    WhyStep step = WhyStep::None;
    SubmissionId submission; ///< where Show leads
    bool operator==(const WhyReason &) const = default;
};

/// Why a job stands as it does, as a person would say it.
struct WhyStory
{
    QString headline;               ///< one sentence
    QString last;                   ///< who reopened it, and the last event
    QString next;                   ///< what happens next, and when
    std::vector<WhyReason> reasons; ///< their numbers add up to what is left of the job
    WhyStep step = WhyStep::None;
    int stepCount = 0;
    SubmissionId submission;
    bool operator==(const WhyStory &) const = default;
};

/// What is known of a job beside its standing; names as the server wrote them.
struct WhyFacts
{
    StandingInput in;
    JobStanding standing;
    int done = 0;
    int total = 0;
    QString stateWord;
    QString lastDirectory; ///< of holds.last
    QString nextDirectory; ///< of what is free first
    int concurrency = 1;
    QString packageName;
    double fleetPerMinute = 0;
    std::optional<Instant> completedAt;
    QString reopenedBy; ///< as the server wrote it
};

/// The words of standings. Pure but for locale, time zone and language; main thread.
class JobWords
{
    Q_DECLARE_TR_FUNCTIONS(bolt::JobWords)
public:
    /// The cell "Why".
    static QString why(const JobStanding &standing, JobState state, const QString &stateWord, Instant now);
    /// The cell "Left".
    static QString left(const JobStanding &standing);
    /// "4 captcha, 2 phone or mail, 1 log-in"
    static QString people(int captcha, int contact, int person);
    /// "a.brandt@example.com" as a name; it is shown as a person is called in a room.
    static QString nameOf(const QString &email);

    static WhyStory story(const WhyFacts &facts);
    /// For an answer to the customer: no code, no worker, no id, no name of ours.
    static QString answer(const WhyFacts &facts, const QString &customer, const std::optional<Instant> &dueAt);

private:
    static QString headline(const WhyFacts &facts);
    static QString reopenedWords(const WhyFacts &facts);
    static QString lastWords(const WhyFacts &facts);
    static QString nextWords(const WhyFacts &facts);
    static WhyReason reason(HoldKind kind, const WhyFacts &facts);
    static QString reasonWords(HoldKind kind, const WhyFacts &facts);
};

} // namespace bolt
