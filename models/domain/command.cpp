// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/command.h"

#include <array>

namespace bolt {

namespace {

constexpr std::array verbWords{QStringView(u"submissions.retry"),  QStringView(u"submissions.skip"),
                               QStringView(u"submissions.verify"), QStringView(u"jobs.retry-failed"),
                               QStringView(u"jobs.pause"),         QStringView(u"jobs.resume"),
                               QStringView(u"jobs.cancel"),        QStringView(u"jobs.priority")};

} // namespace

QString wordOf(Command::Verb verb) { return verbWords[size_t(verb)].toString(); }

std::optional<Command::Verb> verbFromWord(QStringView word)
{
    for (size_t i = 0; i < verbWords.size(); ++i) {
        if (verbWords[i] == word)
            return Command::Verb(i);
    }
    return {};
}

QStringList targetIds(const Command &command)
{
    if (!command.job.isNull())
        return {command.job.toString()};
    QStringList ids;
    for (const SubmissionId &id : command.submissions)
        ids.append(id.toString());
    return ids;
}

Permission neededPermission(Command::Verb verb)
{
    using enum Command::Verb;
    switch (verb) {
    case RetrySubmissions:
    case RetryFailedOfJob:
        return Permission::RetrySubmission;
    case SkipSubmissions:
        return Permission::SkipSubmission;
    case VerifySubmissions:
        return Permission::VerifySubmission;
    case PauseJob:
        return Permission::PauseJob;
    case ResumeJob:
        return Permission::ResumeJob;
    case CancelJob:
        return Permission::CancelJob;
    case ChangePriority:
        return Permission::ChangePriority;
    }
    return Permission::CancelJob;
}

} // namespace bolt
