// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/words.h"

#include "models/domain/error_code.h"
#include "models/domain/error_words.h"
#include "models/domain/pending_words.h"
#include "models/domain/role.h"
#include "models/domain/standing.h"
#include "models/domain/states.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bolt {

QString Words::jobState(int state, const QString &word) const
{
    switch (static_cast<JobState>(state)) {
    case JobState::Pending:
        return tr("queued", "state of a job");
    case JobState::InProgress:
        return tr("in progress", "state of a job");
    case JobState::Paused:
        return tr("paused", "state of a job");
    case JobState::Completed:
        return tr("completed", "state of a job");
    case JobState::Failed:
        return tr("failed", "state of a job");
    case JobState::Cancelled:
        return tr("cancelled", "state of a job");
    case JobState::Unknown:
        break;
    }
    return word.left(40);
}

QString Words::jobStateOf(const QString &word) const { return jobState(static_cast<int>(bolt::jobState(word)), word); }

QString Words::jobStateIcon(int state) const
{
    switch (static_cast<JobState>(state)) {
    case JobState::Pending:
        return u"clock"_s;
    case JobState::InProgress:
        return u"play"_s;
    case JobState::Paused:
        return u"pause"_s;
    case JobState::Completed:
        return u"verify"_s;
    case JobState::Failed:
        return u"alert"_s;
    case JobState::Cancelled:
        return u"cancel"_s;
    case JobState::Unknown:
        break;
    }
    return u"info"_s;
}

int Words::jobStateTone(int state) const
{
    switch (static_cast<JobState>(state)) {
    case JobState::Completed:
        return Good;
    case JobState::Failed:
        return Bad;
    case JobState::Paused:
        return Warn;
    default:
        return Neutral;
    }
}

QString Words::standingIcon(int standing) const
{
    switch (static_cast<Standing>(standing)) {
    case Standing::Over:
        return u"check"_s;
    case Standing::Paused:
        return u"pause"_s;
    case Standing::NeedsPerson:
    case Standing::ForGood:
        return u"person"_s;
    case Standing::Stuck:
    case Standing::Unheard:
        return u"alert"_s;
    case Standing::ShutOff:
        return u"circuit"_s;
    case Standing::Running:
    case Standing::Finishing:
        return u"play"_s;
    case Standing::NotHere:
        return {};
    case Standing::NoWorker:
    case Standing::RateLimited:
    case Standing::RetryWait:
    case Standing::Queued:
        break;
    }
    return u"clock"_s;
}

int Words::standingTone(int standing) const
{
    switch (static_cast<Standing>(standing)) {
    case Standing::NeedsPerson:
    case Standing::ForGood:
        return Manual;
    case Standing::Paused:
    case Standing::Stuck:
    case Standing::ShutOff:
    case Standing::RateLimited:
        return Warn;
    default:
        return Neutral;
    }
}

QString Words::submissionState(int state, const QString &word) const
{
    switch (static_cast<SubmissionState>(state)) {
    case SubmissionState::Pending:
        return tr("waiting", "state of a submission");
    case SubmissionState::Submitting:
        return tr("being submitted", "state of a submission");
    case SubmissionState::Submitted:
        return tr("submitted", "state of a submission");
    case SubmissionState::Approved:
        return tr("approved", "state of a submission");
    case SubmissionState::Rejected:
        return tr("rejected", "state of a submission");
    case SubmissionState::Failed:
        return tr("failed", "state of a submission");
    case SubmissionState::Skipped:
        return tr("skipped", "state of a submission");
    case SubmissionState::NeedsVerification:
        return tr("needs a person", "state of a submission");
    case SubmissionState::Unknown:
        break;
    }
    return word.isEmpty() ? tr("unknown state") : word.left(40);
}

QString Words::submissionStateOf(const QString &word) const
{
    return submissionState(static_cast<int>(bolt::submissionState(word)), word);
}

int Words::submissionTone(int state) const
{
    switch (static_cast<SubmissionState>(state)) {
    case SubmissionState::Approved:
        return Good;
    case SubmissionState::Submitted:
        return Submitted;
    case SubmissionState::Failed:
    case SubmissionState::Rejected:
        return Bad;
    case SubmissionState::NeedsVerification:
        return Manual;
    case SubmissionState::Pending:
    case SubmissionState::Skipped:
        return Idle;
    default:
        return Neutral;
    }
}

QString Words::bucket(int bucket) const
{
    switch (bucket) {
    case 0:
        return tr("approved", "legend");
    case 1:
        return tr("submitted", "legend");
    case 2:
        return tr("failed", "legend");
    case 3:
        return tr("retry", "legend: will be tried again by itself");
    case 4:
        return tr("person", "legend: needs a person");
    case 5:
        return tr("now", "legend: being submitted now");
    case 6:
        return tr("waiting", "legend");
    case 7:
        return tr("skipped", "legend");
    default:
        return tr("other", "legend: a state this version does not know");
    }
}

int Words::bucketTone(int bucket) const
{
    constexpr Tone tones[] = {Good, Submitted, Bad, Warn, Manual, Neutral, Idle, Idle, Neutral};
    return bucket >= 0 && bucket < 9 ? tones[bucket] : Neutral;
}

QString Words::errorClass(int errorClass) const
{
    switch (static_cast<ErrorClass>(errorClass)) {
    case ErrorClass::Transient:
        return tr("temporary problem");
    case ErrorClass::SiteChanged:
        return tr("form changed");
    case ErrorClass::Manual:
        return tr("needs a person");
    case ErrorClass::Data:
        return tr("business data");
    case ErrorClass::Permanent:
        return tr("final");
    case ErrorClass::Unknown:
        break;
    }
    return tr("unknown cause");
}

QString Words::advice(int errorClass, bool triesAgain, const QStringList &verbs) const
{
    struct Lines
    {
        QString cause, retry, skip, verify;
    };
    const auto lines = [errorClass]() -> Lines {
        switch (static_cast<ErrorClass>(errorClass)) {
        case ErrorClass::Transient:
            return {tr("The site was slow, busy or down."),
                    tr("Retry once the site is back."),
                    tr("Skip it if the site stays away."),
                    {}};
        case ErrorClass::SiteChanged:
            return {tr("The directory has changed its form."),
                    tr("Retry once the workers know the new form; before that it fails again."),
                    tr("Skip it if it cannot wait."),
                    {}};
        case ErrorClass::Manual:
            return {tr("The directory asks for a person: captcha, log-in or a check by phone or mail."),
                    tr("Retry to send it again; the directory may ask again."), tr("Skip it if nobody can solve it."),
                    tr("Solve it at the directory, then mark it verified.")};
        case ErrorClass::Data:
            return {tr("The directory did not accept the business data."),
                    tr("Retry once the customer's data is right; before that it fails again."),
                    tr("Skip it if the data stays as it is."),
                    {}};
        case ErrorClass::Permanent:
            return {tr("The directory does not accept this listing; another try would end the same way."),
                    {},
                    tr("Skip it, so that the job can end."),
                    {}};
        case ErrorClass::Unknown:
            break;
        }
        return {tr("The cause is not known; the attempts below say what happened."),
                tr("Retry if it happened only once."), tr("Skip it if it happens each time."),
                tr("If it is done at the directory, mark it verified.")};
    }();
    QStringList said{lines.cause};
    if (triesAgain)
        said += tr("It is tried again by itself.");
    const std::pair<QString, QString> steps[] = {{u"submissions.verify"_s, lines.verify},
                                                 {u"submissions.retry"_s, lines.retry},
                                                 {u"submissions.skip"_s, lines.skip}};
    for (const auto &[verb, line] : steps) {
        if (verbs.contains(verb) && !line.isEmpty())
            said += line;
    }
    return said.join(u' ');
}

QString Words::error(const QString &code) const { return errorWords(code); }

QString Words::errorAndCode(const QString &code) const { return errorWordsAndCode(code); }

QString Words::linkPhase(int phase) const
{
    static const char *const words[] = {QT_TR_NOOP("Offline"),
                                        QT_TR_NOOP("Connecting"),
                                        QT_TR_NOOP("Subscribing"),
                                        QT_TR_NOOP("Waiting for live data"),
                                        QT_TR_NOOP("Catching up"),
                                        QT_TR_NOOP("Live"),
                                        QT_TR_NOOP("Signed out"),
                                        QT_TR_NOOP("No access"),
                                        QT_TR_NOOP("Without live updates")};
    return phase >= 0 && phase < int(std::size(words)) ? tr(words[phase]) : QString();
}

QString Words::actionPhase(int phase) const
{
    static const char *const words[] = {QT_TR_NOOP("waiting to be sent"),
                                        QT_TR_NOOP("being sent"),
                                        QT_TR_NOOP("answer lost, checking again"),
                                        QT_TR_NOOP("done"),
                                        QT_TR_NOOP("partly done"),
                                        QT_TR_NOOP("refused"),
                                        QT_TR_NOOP("undone"),
                                        QT_TR_NOOP("expired")};
    return phase >= 0 && phase < int(std::size(words)) ? tr(words[phase]) : QString();
}

QString Words::verb(const QString &word) const
{
    if (word == u"submissions.retry"_s)
        return tr("Retry");
    if (word == u"submissions.skip"_s)
        return tr("Skip");
    if (word == u"submissions.verify"_s)
        return tr("Mark verified");
    if (word == u"jobs.retry-failed"_s)
        return tr("Retry failed");
    if (word == u"jobs.pause"_s)
        return tr("Pause");
    if (word == u"jobs.resume"_s)
        return tr("Resume");
    if (word == u"jobs.cancel"_s)
        return tr("Cancel job");
    if (word == u"jobs.priority"_s)
        return tr("Change priority");
    return word;
}

QString Words::done(const QString &verb, int n) const
{
    if (verb == u"submissions.retry"_s || verb == u"jobs.retry-failed"_s)
        return tr("%Ln submission(s) queued for retry", nullptr, n);
    if (verb == u"submissions.skip"_s)
        return tr("%Ln submission(s) skipped", nullptr, n);
    if (verb == u"submissions.verify"_s)
        return tr("%Ln submission(s) marked verified", nullptr, n);
    if (verb == u"jobs.pause"_s)
        return tr("%Ln job(s) paused", nullptr, n);
    if (verb == u"jobs.resume"_s)
        return tr("%Ln job(s) resumed", nullptr, n);
    if (verb == u"jobs.cancel"_s)
        return tr("%Ln job(s) cancelled", nullptr, n);
    if (verb == u"jobs.priority"_s)
        return tr("Priority of %Ln job(s) changed", nullptr, n);
    return tr("%1: %Ln done", "an action this version does not know", n).arg(verb);
}

QString Words::verbPending(const QString &word) const { return pendingWords(word); }

QString Words::asked(const QString &verb, int n) const
{
    if (verb == u"submissions.retry"_s)
        return tr("Retry %Ln submission(s)", nullptr, n);
    if (verb == u"submissions.skip"_s)
        return tr("Skip %Ln submission(s)", nullptr, n);
    if (verb == u"submissions.verify"_s)
        return tr("Mark %Ln submission(s) verified", nullptr, n);
    if (verb == u"jobs.retry-failed"_s)
        return tr("Retry what failed in %Ln job(s)", nullptr, n);
    if (verb == u"jobs.pause"_s)
        return tr("Pause %Ln job(s)", nullptr, n);
    if (verb == u"jobs.resume"_s)
        return tr("Resume %Ln job(s)", nullptr, n);
    if (verb == u"jobs.cancel"_s)
        return tr("Cancel %Ln job(s)", nullptr, n);
    if (verb == u"jobs.priority"_s)
        return tr("Change the priority of %Ln job(s)", nullptr, n);
    return verb;
}

QString Words::held(const QString &verb, int n) const
{
    if (verb == u"submissions.retry"_s)
        return tr("Retrying %Ln submission(s)", nullptr, n);
    if (verb == u"submissions.skip"_s)
        return tr("Skipping %Ln submission(s)", nullptr, n);
    if (verb == u"submissions.verify"_s)
        return tr("Marking %Ln submission(s) verified", nullptr, n);
    if (verb == u"jobs.retry-failed"_s)
        return tr("Retrying what failed in %Ln job(s)", nullptr, n);
    if (verb == u"jobs.pause"_s)
        return tr("Pausing %Ln job(s)", nullptr, n);
    if (verb == u"jobs.resume"_s)
        return tr("Resuming %Ln job(s)", nullptr, n);
    if (verb == u"jobs.cancel"_s)
        return tr("Cancelling %Ln job(s)", nullptr, n);
    if (verb == u"jobs.priority"_s)
        return tr("Changing the priority of %Ln job(s)", nullptr, n);
    return verb;
}

QString Words::heldUntil(double untilMs, double now) const
{
    if (untilMs <= 0)
        return tr("held until the connection is back");
    return tr("held, sent in %1 s").arg(std::max(1, int(std::ceil((untilMs - now) / 1000))));
}

QString Words::typeCount(const QString &verb, const QString &count, int n) const
{
    if (verb == u"jobs.cancel"_s)
        return tr("Type %1 to cancel %Ln job(s)", nullptr, n).arg(count);
    if (verb.startsWith(u"jobs."_s))
        return tr("Type %1 to continue with %Ln job(s)", nullptr, n).arg(count);
    return tr("Type %1 to continue with %Ln submission(s)", nullptr, n).arg(count);
}

QString Words::leftOut(const QStringList &reasons, const QList<int> &counts, int others) const
{
    const auto words = [this](const QString &reason) {
        if (reason == u"person"_s)
            return tr("a person must act", "why something is left out");
        if (reason == u"rejected"_s)
            return tr("rejected by the directory", "why something is left out");
        if (reason == u"pending"_s)
            return tr("already requested", "why something is left out");
        if (reason == u"gone"_s)
            return tr("no longer here", "why something is left out");
        if (reason.startsWith(u"job:"_s))
            return jobStateOf(reason.mid(4));
        if (reason.startsWith(u"submission:"_s))
            return submissionStateOf(reason.mid(11));
        return whyNot(reason).chopped(1);
    };
    int all = others;
    QStringList each;
    for (qsizetype i = 0; i < std::min(reasons.size(), counts.size()); ++i) {
        all += counts[i];
        each.append(reasons.size() == 1 ? words(reasons[i])
                                        : tr("%1 %2", "how many, why").arg(counts[i]).arg(words(reasons[i])));
    }
    return all == 0 ? QString() : tr("%Ln left out: %1", nullptr, all).arg(each.join(u", "_s));
}

QString Words::role(int role) const
{
    switch (static_cast<Role>(role)) {
    case Role::Viewer:
        return tr("Viewer");
    case Role::Support:
        return tr("Support");
    case Role::Manager:
        return tr("Manager");
    case Role::Admin:
        return tr("Admin");
    }
    return {};
}

QString Words::whyNot(const QString &key) const
{
    constexpr QStringView prefix = u"role:";
    if (key.startsWith(prefix))
        return tr("Needs the role %1.")
            .arg(role(static_cast<int>(roleFromWord(QStringView(key).sliced(prefix.size())))));
    if (key == u"pending"_s)
        return tr("Already requested; waiting for the answer.");
    if (key == u"state"_s)
        return tr("Not possible as it stands now.");
    if (key == u"gone"_s)
        return tr("It is no longer here.");
    if (key == u"person"_s)
        return tr("What failed needs a person; another try will not help.");
    if (key == u"rejected"_s)
        return tr("The directory rejected it.");
    if (key == u"nothing-failed"_s)
        return tr("Nothing failed here.");
    if (key == u"not-here"_s)
        return tr("Its submissions are not here yet.");
    if (key == u"squares"_s)
        return tr("Squares are selected: R, S and V act on them. Esc clears the selection.");
    if (key.startsWith(u"job:"_s))
        return tr("This job is %1.", "state of a job").arg(jobStateOf(key.mid(4)));
    if (key == u"submission:needs_verification"_s)
        return tr("Needs manual verification.");
    if (key.startsWith(u"submission:"_s))
        return tr("This submission is %1.", "state of a submission").arg(submissionStateOf(key.mid(11)));
    if (key == u"signed-out"_s)
        return tr("You are signed out.");
    return key;
}

QString Words::keys(const QString &keys) const
{
    // Only for the catalogues; whatever is not in one stays as it is.
    [[maybe_unused]] static const char *const names[] = {QT_TR_NOOP("Ctrl"), QT_TR_NOOP("Shift"), QT_TR_NOOP("Alt"),
                                                         QT_TR_NOOP("Esc"),  QT_TR_NOOP("Tab"),   QT_TR_NOOP("Home"),
                                                         QT_TR_NOOP("End"),  QT_TR_NOOP("PgUp"),  QT_TR_NOOP("PgDn"),
                                                         QT_TR_NOOP("Del"),  QT_TR_NOOP("Enter")};
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    QString said;
    qsizetype from = 0;
    for (auto it = word.globalMatch(keys); it.hasNext();) {
        const auto match = it.next();
        said += keys.mid(from, match.capturedStart() - from);
        said += tr(match.captured().toLatin1().constData());
        from = match.capturedEnd();
    }
    return said + keys.mid(from);
}

QString Words::cannot(const QString &verb, const QString &key) const
{
    const QString denied = verb == u"submissions.retry"_s    ? tr("Can't retry")
                           : verb == u"submissions.skip"_s   ? tr("Can't skip")
                           : verb == u"submissions.verify"_s ? tr("Can't mark verified")
                           : verb == u"jobs.retry-failed"_s  ? tr("Can't retry what failed")
                           : verb == u"jobs.pause"_s         ? tr("Can't pause")
                           : verb == u"jobs.resume"_s        ? tr("Can't resume")
                           : verb == u"jobs.cancel"_s        ? tr("Can't cancel")
                           : verb == u"jobs.priority"_s      ? tr("Can't change the priority")
                                                             : verb;
    return tr("%1: %2", "what can't be done: why").arg(denied, whyNot(key));
}

QString Words::customer(const QString &name) const { return name.trimmed().isEmpty() ? tr("Unknown customer") : name; }

QString Words::table(const QString &qualified) const
{
    const QString wireName = qualified.mid(qualified.lastIndexOf(u'.') + 1); // public.jobs
    if (wireName == u"packages"_s)
        return tr("Packages");
    if (wireName == u"customers"_s)
        return tr("Customers");
    if (wireName == u"directories"_s)
        return tr("Directories");
    if (wireName == u"workers"_s)
        return tr("Workers");
    if (wireName == u"jobs"_s)
        return tr("Jobs");
    if (wireName == u"directory_submissions"_s)
        return tr("Submissions");
    if (wireName == u"submission_attempts"_s)
        return tr("Attempts");
    if (wireName == u"sync_tick"_s)
        return tr("signs of life");
    return wireName;
}

QString Words::tables(const QStringList &wireNames) const
{
    QStringList names;
    for (const QString &name : wireNames)
        names.append(table(name));
    return names.join(u", "_s);
}

} // namespace bolt
