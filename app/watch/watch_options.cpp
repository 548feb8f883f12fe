// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/watch_options.h"

#include "app/process/duration.h"
#include "app/watch/exit_codes.h"
#include "app/watch/record_json.h"
#include "models/ports/workspace_address.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <functional>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

/// Beyond it waits would be none.
constexpr int mostHaste = 1000;

Error usage(const QString &message) { return {Error::Kind::Invalid, u"usage"_s, message, {}, 0}; }

Error noDuration(const QString &option)
{
    return usage(u"%1 takes %2"_s.arg(option, QLatin1StringView(durationWords)));
}

Outcome parseUntil(const QString &text, WatchOptions &options)
{
    using Until = WatchOptions::Until;
    if (text == u"live") {
        options.until = Until::Live;
        return Done{};
    }
    const auto colon = text.indexOf(u':');
    const QStringView kind = QStringView(text).left(colon), value = QStringView(text).mid(colon + 1);
    if (kind == u"count") {
        bool ok = false;
        options.untilCount = value.toLongLong(&ok);
        options.until = Until::Count;
        if (ok && options.untilCount > 0)
            return Done{};
    } else if (kind == u"idle" || kind == u"for") {
        const auto time = readDuration(value);
        options.until = kind == u"idle" ? Until::Idle : Until::For;
        options.untilTime = time.value_or(Millis(0));
        if (time)
            return Done{};
        return noDuration(u"--until %1:"_s.arg(kind));
    }
    return usage(u"--until takes live, idle:5s, for:60s or count:N"_s);
}

Result<BulkCommand> parseAct(const QString &text)
{
    const auto colon = text.indexOf(u':');
    const auto verb = verbFromWord(QStringView(text).left(colon));
    if (!verb || colon < 0)
        return usage(
            u"--act does not know '%1'; it takes submissions.retry:<id>,<id> and the like"_s.arg(text.left(colon)));
    BulkCommand command;
    command.verb = *verb;
    QString rest = text.mid(colon + 1);
    const bool ofSubmissions = wordOf(*verb).startsWith(u"submissions."_s);
    if (*verb == Command::Verb::ChangePriority) {
        bool ok = false;
        command.priorityOverride = rest.section(u'=', 1).toInt(&ok);
        if (!ok)
            return usage(u"--act jobs.priority:<id>=<number>"_s);
        rest = rest.section(u'=', 0, 0);
    }
    for (const QString &id : rest.split(u',', Qt::SkipEmptyParts)) {
        const QUuid uuid = QUuid::fromString(id.trimmed());
        if (uuid.isNull())
            return usage(u"--act: '%1' is no id"_s.arg(id));
        if (ofSubmissions)
            command.submissions.push_back(SubmissionId(uuid));
        else
            command.jobs.push_back(JobId(uuid));
    }
    if (command.size() == 0)
        return usage(u"--act names nothing to act on"_s);
    return command;
}

Outcome parseClockStep(const QString &text, WatchOptions &options)
{
    const auto after = readDuration(text.section(u'=', 0, 0));
    const QString by = text.section(u'=', 1);
    const bool back = by.startsWith(u'-');
    const auto size = readDuration(QStringView(by).mid(back || by.startsWith(u'+') ? 1 : 0));
    if (!after || !size)
        return usage(
            u"--clock-step takes when and by how much, as 4s=-90s, each %1"_s.arg(QLatin1StringView(durationWords)));
    options.clockSteps.push_back({*after, back ? -*size : *size});
    return Done{};
}

Outcome parseTables(const QString &text, WatchOptions &options)
{
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        const auto table = tableFromName(name.trimmed());
        if (!table)
            return usage(u"--tables does not know '%1'"_s.arg(name));
        options.tables.push_back(*table);
    }
    return Done{};
}

Outcome readReadyFile(WatchOptions &options)
{
    QFile file(options.readyFile);
    if (!file.open(QIODevice::ReadOnly))
        return usage(u"cannot read %1: %2"_s.arg(options.readyFile, file.errorString()));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    options.url = QUrl(all.value(u"url").toString());
    options.anonKey = all.value(u"anon_key").toString();
    if (!options.url.isValid() || options.anonKey.isEmpty())
        return usage(u"%1 is no ready file of boltdesk-server"_s.arg(options.readyFile));
    return Done{};
}

Outcome check(WatchOptions &options)
{
    if (options.tables.empty()) {
        for (int i = 0; i < tableCount; ++i)
            options.tables.push_back(Table(i));
    }
    if (!options.workspace.isEmpty()) {
        if (!options.url.isEmpty() || !options.email.isEmpty() || !options.readyFile.isEmpty() ||
            options.passwordFromStdin)
            return usage(u"--workspace stands alone: address and account are remembered"_s);
        return Done{};
    }
    if (!options.readyFile.isEmpty()) {
        if (const auto read = readReadyFile(options); !read.ok())
            return read;
    }
    // A password is about to be sent there.
    if (!wrongAddress(options.url.toString()).isEmpty())
        return usage(u"the workspace's address must be %1"_s.arg(QLatin1StringView(addressWords)));
    if (options.anonKey.isEmpty())
        return usage(u"--anon-key is missing"_s);
    if (options.readyFile.isEmpty() && (options.email.isEmpty() || !options.passwordFromStdin))
        return usage(u"--email and --password-stdin are needed"_s);
    return Done{};
}

Outcome take(WatchOptions &o, const QString &name, const QString &value)
{
    bool ok = true;
    if (name == u"--url")
        o.url = QUrl(value, QUrl::StrictMode);
    else if (name == u"--anon-key")
        o.anonKey = value;
    else if (name == u"--email")
        o.email = value;
    else if (name == u"--workspace") {
        o.workspace = value;
        ok = !value.isEmpty();
    } else if (name == u"--ready-file")
        o.readyFile = value;
    else if (name == u"--role")
        o.role = value;
    else if (name == u"--replica")
        o.replica = value;
    else if (name == u"--dump")
        o.dump = value;
    else if (name == u"--until")
        return parseUntil(value, o);
    else if (name == u"--tables")
        return parseTables(value, o);
    else if (name == u"--clock-step")
        return parseClockStep(value, o);
    else if (name == u"--haste") {
        o.haste = value.toInt(&ok);
        ok = ok && o.haste >= 1 && o.haste <= mostHaste;
    } else if (name == u"--patience") {
        const auto time = readDuration(value);
        if (!time)
            return noDuration(name);
        o.patience = *time;
    } else if (name == u"--act") {
        auto command = parseAct(value);
        if (!command.ok())
            return command.error();
        o.acts.push_back(*command);
    } else
        return usage(u"unknown option %1"_s.arg(name));
    if (!ok)
        return usage(u"%1 cannot be '%2'"_s.arg(name, value));
    return Done{};
}

} // namespace

Result<WatchOptions> parseWatchOptions(const QStringList &arguments)
{
    WatchOptions o;
    const QHash<QString, bool WatchOptions::*> flags{
        {u"--help"_s, &WatchOptions::help},        {u"-h"_s, &WatchOptions::help},
        {u"--version"_s, &WatchOptions::version},  {u"--events"_s, &WatchOptions::events},
        {u"--stats"_s, &WatchOptions::stats},      {u"--password-stdin"_s, &WatchOptions::passwordFromStdin},
        {u"--remember"_s, &WatchOptions::remember}};
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (const auto flag = flags.constFind(word); flag != flags.cend()) {
            o.**flag = true;
            continue;
        }
        const auto equals = word.indexOf(u'=');
        const QString name = equals > 0 && word.startsWith(u"--"_s) ? word.left(equals) : word;
        if (equals <= 0 && i + 1 == arguments.size())
            return usage(word.startsWith(u'-') ? u"unknown option %1, or its value is missing"_s.arg(word)
                                               : u"unexpected word '%1'"_s.arg(word));
        const auto taken = take(o, name, name.size() < word.size() ? word.mid(equals + 1) : arguments[++i]);
        if (!taken.ok())
            return taken.error();
    }
    if (o.help || o.version)
        return o;
    if (const auto checked = check(o); !checked.ok())
        return checked.error();
    return o;
}

QString watchHelp()
{
    QString text =
        QStringLiteral(
            "boltdesk-watch: follows a workspace without a window, for scripts and tests.\n"
            "\n"
            "Usage: boltdesk-watch --url URL --anon-key KEY --email E-MAIL --password-stdin [options]\n"
            "       boltdesk-watch --workspace NAME [options]\n"
            "       boltdesk-watch --ready-file FILE [--role ROLE] [options]\n"
            "\n"
            "  --url URL            address of the workspace: https, or http to this machine\n"
            "  --anon-key KEY       its public key\n"
            "  --email E-MAIL       who signs in; the password is one line on standard input\n"
            "  --password-stdin\n"
            "  --remember           keep this sign-in in the system's keychain, for --workspace and for the desk\n"
            "  --workspace NAME     one that the desk (or --remember) stays signed in to: its host, with the port if "
            "one "
            "was\n"
            "                       named, or its address; the sign-in comes from the keychain\n"
            "  --ready-file FILE    take address, key and demo user from the file boltdesk-server writes\n"
            "  --role ROLE          which demo user: viewer, support, manager, admin (default)\n"
            "  --tables A,B         what --events and --dump show: packages, customers, directories, workers, jobs,\n"
            "                       directory_submissions, submission_attempts (default: all; of the last only the "
            "newest\n"
            "                       seven days)\n"
            "  --replica FILE       keep a local copy and the unsent actions in FILE, start from it\n"
            "  --events             each applied change as one JSON line on standard output; {\"op\":\"reset\"}: from "
            "here "
            "on\n"
            "                       all is read anew, which is not told\n"
            "  --dump FILE          at the end the whole copy as JSON by table, sorted by id, for you alone to read; "
            "replaces\n"
            "                       an ordinary file only ('-': standard output)\n"
            "  --act VERB:ID,ID     an action, once signed in; may be given again. submissions.retry, "
            "submissions.skip,\n"
            "                       submissions.verify, jobs.retry-failed, jobs.pause, jobs.resume, jobs.cancel,\n"
            "                       jobs.priority:ID,ID=N; several things are one bulk action, sent in parts\n"
            "  --until CONDITION    live, idle:5s (live and nothing new for so long), for:60s, count:N (changes);\n"
            "                       default: until it is interrupted. Actions are waited for in any case\n"
            "  --stats              at the end one JSON line: events, CPU per event, catch-ups, lag, …\n"
            "  --patience TIME      how long to wait for the server, the sign-in included, and with --until live or "
            "idle "
            "for\n"
            "                       the live state, at first; also for a session that is refused (default 30s)\n"
            "  --haste N            divide all waits by N (tests)\n"
            "  --clock-step T=BY    after T, as 4s, its clock is set by BY, as -90s; may be given again (tests)\n"
            "  --help, --version\n"
            "\n"
            "A TIME is %1.\n"
            "\n"
            "Exit codes:\n")
            .arg(QLatin1StringView(durationWords));
    for (const WatchEndWords &end : watchEnds)
        text += u"  %1  %2\n"_s.arg(int(end.end)).arg(QLatin1StringView(end.words));
    return text;
}

} // namespace bolt
