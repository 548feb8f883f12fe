// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/options.h"

#include "models/ports/workspace_address.h"

#include <QCommandLineParser>
#include <QLocale>
#include <algorithm>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

Error usage(const QString &message) { return Error{Error::Kind::Invalid, u"usage"_s, message, {}, 0}; }

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The live operations desk of a directory-submission business."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"embedded"_s, u"Work on the embedded backend with its simulated fleet. The default, unless a workspace is "
                        u"remembered."_s},
        {u"workspace"_s, u"A workspace that you stay signed in to, by its name."_s, u"NAME"_s},
        {u"url"_s, u"Workspace to sign in to: the address of a Supabase project."_s, u"URL"_s},
        {u"anon-key"_s, u"The workspace's public (anon) key."_s, u"KEY"_s},
        {u"email"_s, u"E-mail address that the sign-in form begins with."_s, u"ADDRESS"_s},
        {u"password-stdin"_s,
         u"Sign in at once, with the first line of standard input. Needs --url, --anon-key, --email."_s},
        {u"scale"_s, u"Size of the embedded backend's past: demo, ref or xl."_s, u"SCALE"_s, u"demo"_s},
        {u"seed"_s, u"Seed of the embedded backend's past."_s, u"N"_s, u"1"_s},
        {u"database"_s, u"File of the embedded backend, or :memory:."_s, u"FILE"_s},
        {u"workers"_s, u"Simulated workers."_s, u"N"_s, u"36"_s},
        {u"rate"_s, u"Submissions a minute of the simulated fleet; 0 starts none."_s, u"R"_s, u"200"_s},
        {u"for"_s, u"Stop after so many seconds; with --embedded they count from when its data are live."_s,
         u"SECONDS"_s},
        {u"shots"_s, u"Write a picture of each page into this folder before stopping."_s, u"FOLDER"_s},
        {u"summary"_s, u"Print once a second what the desk sees."_s},
        {u"state-file"_s, u"Write once a second, as JSON, what the window shows."_s, u"FILE"_s},
        {u"renderer"_s,
         u"Who draws the window: gpu, software, or auto, which takes software where there is no graphics card."_s,
         u"RENDERER"_s, u"auto"_s},
        {u"theme"_s, u"dark or light."_s, u"THEME"_s},
        {u"language"_s, u"Language of the window, such as de."_s, u"CODE"_s},
        {u"page"_s, u"Page to begin with: live, analytics or system."_s, u"PAGE"_s},
        {u"size"_s, u"Size of the window, such as 1440x900."_s, u"WxH"_s},
        {u"forgetful"_s, u"Keep nothing: no settings, no keychain, no local replica."_s},
    });
}

Result<QSize> parseSize(const QString &text)
{
    const QStringList parts = text.split(u'x');
    bool okW = false, okH = false;
    const int w = parts.value(0).toInt(&okW), h = parts.value(1).toInt(&okH);
    if (parts.size() != 2 || !okW || !okH || w < 400 || h < 300 || w > 10000 || h > 10000)
        return usage(u"--size takes WIDTHxHEIGHT from 400x300 to 10000x10000, not '%1'"_s.arg(text));
    return QSize(w, h);
}

Outcome oneOf(const QString &option, const QString &value, const QStringList &allowed)
{
    if (value.isEmpty() || allowed.contains(value))
        return Done{};
    return usage(u"--%1 takes %2, not '%3'"_s.arg(option, allowed.join(u", "_s), value));
}

Outcome readNumbers(const QCommandLineParser &parser, Options &options)
{
    bool ok = false;
    options.seed = parser.value(u"seed"_s).toULongLong(&ok);
    if (!ok)
        return usage(u"--seed takes a whole number, not '%1'"_s.arg(parser.value(u"seed"_s)));
    options.workers = parser.value(u"workers"_s).toInt(&ok);
    if (!ok || options.workers < 1 || options.workers > 500)
        return usage(u"--workers takes a number from 1 to 500, not '%1'"_s.arg(parser.value(u"workers"_s)));
    options.rate = QLocale::c().toDouble(parser.value(u"rate"_s), &ok);
    if (!ok || !(options.rate >= 0) || options.rate > 1'000'000)
        return usage(u"--rate takes submissions a minute from 0 to 1000000, not '%1'"_s.arg(parser.value(u"rate"_s)));
    if (parser.isSet(u"for"_s)) {
        const int seconds = parser.value(u"for"_s).toInt(&ok);
        if (!ok || seconds < 1 || seconds > 86400)
            return usage(u"--for takes seconds from 1 to 86400, not '%1'"_s.arg(parser.value(u"for"_s)));
        options.runFor = std::chrono::seconds(seconds);
    }
    return Done{};
}

Outcome readWorkspace(const QCommandLineParser &parser, Options &options)
{
    options.anonKey = parser.value(u"anon-key"_s);
    options.email = parser.value(u"email"_s);
    options.passwordStdin = parser.isSet(u"password-stdin"_s);
    if (options.passwordStdin && !(parser.isSet(u"url"_s) && parser.isSet(u"anon-key"_s) && parser.isSet(u"email"_s)))
        return usage(u"--password-stdin needs --url, --anon-key and --email"_s);
    options.workspace = parser.value(u"workspace"_s);
    const QStringList said{u"embedded"_s, u"url"_s,      u"workspace"_s, u"scale"_s,
                           u"seed"_s,     u"database"_s, u"workers"_s,   u"rate"_s};
    options.anyWorkspace =
        std::none_of(said.begin(), said.end(), [&parser](const QString &option) { return parser.isSet(option); });
    if (parser.isSet(u"workspace"_s)) {
        if (parser.isSet(u"embedded"_s) || parser.isSet(u"url"_s))
            return usage(u"--workspace, --url and --embedded exclude each other"_s);
        options.embedded = false;
    }
    if (!parser.isSet(u"url"_s))
        return Done{};
    if (parser.isSet(u"embedded"_s))
        return usage(u"--embedded and --url exclude each other"_s);
    options.embedded = false;
    options.url = QUrl(parser.value(u"url"_s), QUrl::StrictMode);
    if (!wrongAddress(parser.value(u"url"_s)).isEmpty())
        return usage(u"--url takes %1, not '%2'"_s.arg(QLatin1StringView(addressWords),
                                                       options.url.toString(QUrl::RemoveUserInfo)));
    return Done{};
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return usage(u"unexpected argument '%1'"_s.arg(parser.positionalArguments().first()));

    Options options;
    options.scale = parser.value(u"scale"_s);
    options.database = parser.value(u"database"_s);
    options.shots = parser.value(u"shots"_s);
    options.summary = parser.isSet(u"summary"_s);
    options.stateFile = parser.value(u"state-file"_s);
    options.renderer = parser.value(u"renderer"_s);
    options.theme = parser.value(u"theme"_s);
    options.language = parser.value(u"language"_s);
    options.page = parser.value(u"page"_s);
    options.forgetful = parser.isSet(u"forgetful"_s);
    for (const Outcome &outcome : {oneOf(u"scale"_s, options.scale, {u"demo"_s, u"ref"_s, u"xl"_s}),
                                   oneOf(u"renderer"_s, options.renderer, {u"auto"_s, u"gpu"_s, u"software"_s}),
                                   oneOf(u"theme"_s, options.theme, {u"dark"_s, u"light"_s}),
                                   oneOf(u"page"_s, options.page, {u"live"_s, u"analytics"_s, u"system"_s}),
                                   readNumbers(parser, options), readWorkspace(parser, options)}) {
        if (!outcome)
            return outcome.error();
    }
    if (parser.isSet(u"size"_s)) {
        const auto size = parseSize(parser.value(u"size"_s));
        if (!size)
            return size.error();
        options.size = *size;
    }
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

} // namespace bolt
