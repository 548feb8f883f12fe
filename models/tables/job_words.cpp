// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_words.h"

#include "models/domain/error_words.h"
#include "models/domain/time_words.h"

#include <algorithm>
#include <cmath>

namespace bolt {

namespace {

constexpr int addressLimit = 80;

double seconds(Micros span) { return std::chrono::duration<double>(span).count(); }

/// Staff may: also of a completed job, which it reopens.
bool mayRetry(const WhyFacts &f) { return f.in.holds.retryable > 0 && f.in.state != JobState::Cancelled; }

QString sentences(const QStringList &parts)
{
    QStringList said;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(said), [](const QString &p) { return !p.isEmpty(); });
    return said.join(u' ');
}

} // namespace

// Numbers stand where a word does not have to agree with them ("39 left", "for a person: 1 captcha"): one sentence for
// one and for many, in every language.

QString JobWords::nameOf(const QString &email)
{
    QStringList words;
    for (const QString &part : email.left(addressLimit).section(u'@', 0, 0).split(u'.', Qt::SkipEmptyParts))
        words.append(part.size() == 1 ? part.toUpper() + u'.' : part.left(1).toUpper() + part.mid(1));
    return words.isEmpty() ? email.left(addressLimit) : words.join(u' ');
}

QString JobWords::people(int captcha, int contact, int person)
{
    QStringList parts;
    if (captcha > 0)
        parts.append(tr("%1 captcha", "a number of them").arg(numberWords(captcha)));
    if (contact > 0)
        parts.append(tr("%1 phone or mail", "a number of checks").arg(numberWords(contact)));
    if (const int others = person - captcha - contact; others > 0)
        parts.append(tr("%1 other", "a number of things only a person can do").arg(numberWords(others)));
    return parts.join(QStringLiteral(", "));
}

QString JobWords::why(const JobStanding &s, JobState state, const QString &stateWord, Instant now)
{
    const auto until = [&](const QString &with, const QString &without) {
        return s.until ? with.arg(momentWords(*s.until, now)) : without;
    };
    switch (s.kind) {
    case Standing::Over:
        return state == JobState::Completed ? tr("Done", "a job")
               : state == JobState::Failed  ? tr("Failed", "a job")
                                            : tr("Cancelled", "a job");
    case Standing::Unheard:
        return isolated(stateWord, 40);
    case Standing::Paused:
        if (!s.by.isEmpty() && s.since)
            return tr("Paused by %1, %2").arg(isolated(nameOf(s.by)), momentWords(*s.since, now));
        return s.by.isEmpty() ? tr("Paused") : tr("Paused by %1").arg(isolated(nameOf(s.by)));
    case Standing::NotHere:
        return QStringLiteral("–");
    case Standing::Finishing:
        return tr("All sent, being closed", "a job of which nothing is left");
    case Standing::NeedsPerson:
        return tr("Needs you: %1").arg(people(s.captcha, s.contact, s.person));
    case Standing::ForGood:
        return tr("Needs you: %1 failed for good").arg(numberWords(s.forGood));
    case Standing::Stuck: {
        const QString span = durationWords(s.since ? seconds(now - *s.since) : -1);
        return s.noWorker ? tr("Stuck %1: no worker", "for how long").arg(span)
                          : tr("Stuck %1", "for how long").arg(span);
    }
    case Standing::NoWorker:
        return tr("Queued: no worker online");
    case Standing::ShutOff:
        return until(tr("Directories shut off until %1"), tr("Directories shut off"));
    case Standing::RateLimited:
        return until(tr("Rate limit until %1"), tr("Rate limit"));
    case Standing::RetryWait:
        return until(tr("Retry wait until %1"), tr("Retry wait"));
    case Standing::Running:
        return s.at.isEmpty() ? tr("Running")
                              : tr("At %1", "a directory, where something is being submitted").arg(isolated(s.at, 80));
    case Standing::Queued:
        break;
    }
    return s.place > 0 ? tr("Queued: place %1 of %2").arg(numberWords(s.place), numberWords(s.places)) : tr("Queued");
}

QString JobWords::left(const JobStanding &s)
{
    switch (s.left) {
    case LeftKind::None:
        break;
    case LeftKind::Paused:
        return tr("paused", "instead of the time left");
    case LeftKind::Done:
        return tr("done", "instead of the time left");
    case LeftKind::NeedsYou:
        return tr("needs you", "instead of the time left");
    case LeftKind::Stuck:
        return tr("stuck", "instead of the time left");
    case LeftKind::NoWorker:
        return tr("no worker", "instead of the time left");
    case LeftKind::Waits:
        return tr("waits", "instead of the time left");
    case LeftKind::Queued:
        return tr("queued", "instead of the time left");
    case LeftKind::Estimating:
        return tr("estimating", "instead of the time left");
    case LeftKind::Range:
        return durationRangeWords(s.range.low, s.range.high);
    }
    return QStringLiteral("–");
}

QString JobWords::headline(const WhyFacts &f)
{
    const JobStanding &s = f.standing;
    const JobHolds &holds = f.in.holds;
    const Instant now = f.in.now;
    const QString left = numberWords(holds.left());
    const auto since = [&] { return momentWords(*s.since, now); };
    switch (s.kind) {
    case Standing::Over: {
        const QString sent = numberWords(f.done), all = numberWords(f.total);
        if (f.in.state == JobState::Failed)
            return tr("Failed: %1 of %2 sent.", "a job").arg(sent, all);
        if (f.in.state == JobState::Cancelled)
            return tr("Cancelled: %1 of %2 sent.", "a job").arg(sent, all);
        return f.completedAt
                   ? tr("Done %1: %2 of %3 sent.", "a job, and when").arg(momentWords(*f.completedAt, now), sent, all)
                   : tr("Done: %1 of %2 sent.", "a job").arg(sent, all);
    }
    case Standing::Unheard:
        return tr("The server says %1; this version does not know that state.").arg(isolated(f.stateWord, 40));
    case Standing::Paused: {
        const QString by = isolated(nameOf(s.by));
        const QString who = s.by.isEmpty() ? s.since ? tr("Paused since %1.").arg(since()) : tr("Paused.")
                            : s.since ? tr("Paused by %1 since %2.").arg(by, since())
                                           : tr("Paused by %1.").arg(by);
        return who + u' ' + tr("%1 left; none starts until it is resumed.").arg(left);
    }
    case Standing::NotHere:
        return tr("Not all of its %1 submissions are here yet.").arg(numberWords(f.total));
    case Standing::Finishing:
        return tr("Nothing is left; the server closes the job.");
    case Standing::NeedsPerson:
        return tr("Needs you: %1. Nothing else is left.").arg(people(s.captcha, s.contact, s.person));
    case Standing::ForGood:
        return tr("Needs you: %1 failed for good. Nothing else is left.").arg(numberWords(s.forGood));
    case Standing::Stuck:
        if (s.noWorker && f.in.crew.goneSince)
            return tr("Stuck since %1; no worker is online since %2.")
                .arg(since(), momentWords(*f.in.crew.goneSince, now));
        if (s.noWorker)
            return tr("Stuck since %1; no worker is online.").arg(since());
        return tr("Stuck since %1: nothing was finished for %2 though a worker was free.")
            .arg(since(), durationWords(seconds(now - *s.since)));
    case Standing::NoWorker:
        return s.since ? tr("Queued: no worker is online since %1. %2 left.").arg(since(), left)
                       : tr("Queued: no worker is online. %1 left.").arg(left);
    case Standing::ShutOff:
    case Standing::RateLimited:
    case Standing::RetryWait: {
        QStringList parts;
        if (const int n = holds.n(HoldKind::ShutOff))
            parts.append(
                tr("%1 for directories that are shut off", "a number of submissions waits").arg(numberWords(n)));
        if (const int n = holds.n(HoldKind::RateLimited))
            parts.append(tr("%1 for a rate limit", "a number of submissions waits").arg(numberWords(n)));
        if (const int n = holds.n(HoldKind::RetryWait))
            parts.append(tr("%1 for another try", "a number of submissions waits").arg(numberWords(n)));
        const QString all = parts.join(QStringLiteral(", "));
        return s.until ? tr("Waits until %1: %2.", "a job").arg(momentWords(*s.until, now), all)
                       : tr("Waits: %1.", "a job").arg(all);
    }
    case Standing::Running: {
        const QString flying = numberWords(holds.n(HoldKind::InFlight));
        return s.at.isEmpty() ? tr("Running: %1 being submitted.").arg(flying)
                              : tr("Running: %1 being submitted, at %2.").arg(flying, isolated(s.at, 80));
    }
    case Standing::Queued:
        break;
    }
    const Crew &crew = f.in.crew;
    const QString place = s.place > 0 ? tr("Queued: place %1 of %2.").arg(numberWords(s.place), numberWords(s.places))
                                      : tr("Queued: waits for a worker.");
    const QString workers =
        crew.known == 0 ? QString()
        : crew.busy == crew.online
            ? tr("Workers online: %1, all busy.").arg(numberWords(crew.online))
            : tr("Workers online: %1, busy: %2.").arg(numberWords(crew.online), numberWords(crew.busy));
    return sentences({place, tr("%1 left.", "a number of submissions").arg(left), workers});
}

QString JobWords::reopenedWords(const WhyFacts &f)
{
    const bool told = isActive(f.in.state) && !f.reopenedBy.isEmpty();
    return told ? tr("Reopened by %1.", "a job").arg(isolated(nameOf(f.reopenedBy))) : QString();
}

QString JobWords::lastWords(const WhyFacts &f)
{
    const auto &last = f.in.holds.last;
    if (!last)
        return {};
    const bool good = last->state == SubmissionState::Submitted || last->state == SubmissionState::Approved;
    const QString what = good                   ? tr("sent", "the last attempt")
                         : last->code.isEmpty() ? tr("failed", "the last attempt")
                                                : isolated(errorWords(last->code), 40);
    return tr("Last: %1 at %2, %3.", "what happened, the directory, when")
        .arg(what, isolated(f.lastDirectory, 80), momentWords(last->at, f.in.now));
}

QString JobWords::nextWords(const WhyFacts &f)
{
    const JobStanding &s = f.standing;
    const JobHolds &holds = f.in.holds;
    QString next;
    switch (s.kind) {
    case Standing::Paused:
        next = tr("Goes on when somebody resumes it.");
        break;
    case Standing::Over:
        if (f.in.state == JobState::Failed)
            return tr("Goes on when somebody resumes it.");
        return mayRetry(f) ? tr("A retry of what failed reopens it.", "a completed job") : QString();
    case Standing::NeedsPerson:
        return tr("Goes on when a person has solved it.");
    case Standing::ForGood:
        return tr("Ends when what failed is retried or skipped.");
    case Standing::Stuck:
    case Standing::NoWorker:
        next = s.noWorker ? tr("Goes on when a worker is back.") : tr("Goes on when a worker takes it.");
        break;
    case Standing::ShutOff:
    case Standing::RateLimited:
    case Standing::RetryWait:
        if (s.until && !f.nextDirectory.isEmpty())
            next = tr("Next: %1, %2.", "when, the directory")
                       .arg(momentWords(*s.until, f.in.now), isolated(f.nextDirectory, 80));
        break;
    case Standing::Queued:
        if (s.place > 0 && f.fleetPerMinute > 0 && f.in.crew.busy == f.in.crew.online)
            next = tr("A worker is free for it in about %1.")
                       .arg(durationWords(60 * std::ceil(s.place / f.fleetPerMinute)));
        else
            next = tr("Goes on when a worker takes it.");
        break;
    case Standing::Running:
        next = s.left == LeftKind::Range
                   ? tr("%1 for %2 left.", "a range of time, a number of submissions")
                         .arg(durationRangeWords(s.range.low, s.range.high), numberWords(holds.byItself()))
                   : tr("Too early to say when it is done.");
        break;
    default:
        return {};
    }
    if (holds.person() == 0)
        return next;
    const QString whom = people(holds.n(HoldKind::Captcha), holds.n(HoldKind::Contact), holds.person());
    return sentences({next, tr("For a person: %1.").arg(whom)});
}

QString JobWords::reasonWords(HoldKind kind, const WhyFacts &f)
{
    const JobHolds &holds = f.in.holds;
    switch (kind) {
    case HoldKind::InFlight:
        return tr("being submitted now");
    case HoldKind::Ready:
        if (f.in.state == JobState::Paused)
            return tr("held by the pause");
        if (f.in.crew.gone())
            return tr("waiting for a worker: none is online");
        if (holds.n(HoldKind::InFlight) >= f.concurrency)
            return tr("waiting their turn: %1 at a time", "submissions of one job").arg(numberWords(f.concurrency));
        return f.standing.place > 0 ? tr("waiting for a worker: place %1 of %2")
                                          .arg(numberWords(f.standing.place), numberWords(f.standing.places))
                                    : tr("waiting for a worker");
    case HoldKind::ShutOff:
        return tr("waiting for directories that are shut off: %1").arg(numberWords(holds.shutDirectories));
    case HoldKind::RateLimited:
        return tr("rate limited");
    case HoldKind::RetryWait:
        return tr("waiting for another try");
    case HoldKind::Captcha:
        return tr("for a person: captcha");
    case HoldKind::Contact:
        return tr("for a person: phone or mail check");
    case HoldKind::Person:
        return tr("for a person: log-in or other");
    case HoldKind::FailedForGood:
        return tr("failed for good");
    case HoldKind::Unheard:
    case HoldKind::HoldCount:
        break;
    }
    return tr("in a state that this version does not know");
}

WhyReason JobWords::reason(HoldKind kind, const WhyFacts &f)
{
    const Hold &hold = f.in.holds[kind];
    const Instant now = f.in.now;
    WhyReason reason;
    reason.kind = kind;
    reason.n = hold.n;
    reason.words = reasonWords(kind, f);
    reason.submission = hold.submission;
    const auto since = kind != HoldKind::Ready          ? hold.since
                       : f.in.state == JobState::Paused ? f.in.pausedAt
                       : f.in.crew.gone()               ? f.in.crew.goneSince
                                                        : std::nullopt;
    if (since)
        reason.since = tr("since %1").arg(briefMomentWords(*since, now));
    if (hold.until)
        reason.until = kind == HoldKind::ShutOff ? tr("first try %1").arg(briefMomentWords(*hold.until, now))
                                                 : tr("goes on %1").arg(briefMomentWords(*hold.until, now));
    if (kind == HoldKind::FailedForGood && mayRetry(f))
        reason.step = WhyStep::Retry;
    else if (kind == HoldKind::Ready && f.in.state == JobState::Paused)
        reason.step = WhyStep::Resume;
    else if (kind == HoldKind::Captcha || kind == HoldKind::Contact || kind == HoldKind::Person ||
             kind == HoldKind::ShutOff || kind == HoldKind::FailedForGood || kind == HoldKind::Unheard)
        reason.step = WhyStep::Show;
    return reason;
}

WhyStory JobWords::story(const WhyFacts &facts)
{
    WhyFacts f = facts;
    JobHolds &holds = f.in.holds;
    if (f.in.state == JobState::Paused) {
        // Whatever else they would wait for, it is the pause that keeps them.
        Hold &held = holds.by[size_t(HoldKind::Ready)];
        for (const HoldKind kind : {HoldKind::ShutOff, HoldKind::RateLimited, HoldKind::RetryWait})
            held.n += std::exchange(holds.by[size_t(kind)], {}).n;
    }
    WhyStory story;
    story.headline = headline(f);
    story.last = sentences({reopenedWords(f), lastWords(f)});
    story.next = nextWords(f);
    if (f.standing.kind != Standing::NotHere) {
        for (int kind = 0; kind < holdCount; ++kind) {
            const bool over = HoldKind(kind) == HoldKind::FailedForGood;
            if (holds.by[size_t(kind)].n > 0 && (!over || holds.left() == 0))
                story.reasons.push_back(reason(HoldKind(kind), f));
        }
    }
    const auto resume =
        f.standing.kind == Standing::Paused || (f.standing.kind == Standing::Over && f.in.state == JobState::Failed);
    if (resume) {
        story.step = WhyStep::Resume;
        return story;
    }
    // One step: the retry where only that is left, else what a person has to solve, else where to look. Of what is over
    // only the retry.
    for (const WhyStep step : {WhyStep::Retry, WhyStep::Show}) {
        for (const WhyReason &reason : story.reasons) {
            if (reason.step != step || (step == WhyStep::Show && f.standing.kind == Standing::Over))
                continue;
            story.step = step;
            story.stepCount = step == WhyStep::Retry ? holds.retryable : reason.n;
            story.submission = reason.submission;
            const bool person =
                reason.kind == HoldKind::Captcha || reason.kind == HoldKind::Contact || reason.kind == HoldKind::Person;
            if (person || step == WhyStep::Retry)
                return story;
        }
    }
    return story;
}

QString JobWords::answer(const WhyFacts &f, const QString &customer, const std::optional<Instant> &dueAt)
{
    const JobHolds &holds = f.in.holds;
    const JobStanding &s = f.standing;
    const Instant now = f.in.now;
    const QString done = numberWords(f.done), total = numberWords(f.total);
    QStringList lines{customer.isEmpty() ? tr("Listed, or sent for listing, at %1 of %2 directories.").arg(done, total)
                                         : tr("%1: listed, or sent for listing, at %2 of %3 directories.")
                                               .arg(isolated(customer, 120), done, total)};
    if (const int more = holds.byItself()) {
        const QString n = numberWords(more);
        if (s.left == LeftKind::Range)
            lines += tr("Still to come: %1, expected between %2 and %3.")
                         .arg(n, momentWords(now + Seconds(s.range.low), now),
                              momentWords(now + Seconds(s.range.high), now));
        else if (s.kind == Standing::Paused)
            lines += tr("Still to come: %1; on hold at the moment.").arg(n);
        else if (s.until)
            lines += tr("Still to come: %1, not before %2.").arg(n, momentWords(*s.until, now));
        else
            lines += tr("Still to come: %1; it is too early to say when.").arg(n);
    }
    if (const int codes = holds.n(HoldKind::Contact))
        lines += tr("Waiting for a code sent to your phone or e-mail: %1.").arg(numberWords(codes));
    if (const int hand = holds.person() - holds.n(HoldKind::Contact))
        lines += tr("Being finished by hand: %1.").arg(numberWords(hand));
    if (dueAt && isActive(f.in.state) && holds.left() > 0)
        lines += *dueAt > now ? tr("Promised by %1.").arg(momentWords(*dueAt, now))
                              : tr("It was promised by %1; we are working on it.").arg(momentWords(*dueAt, now));
    return lines.join(u' ');
}

} // namespace bolt
