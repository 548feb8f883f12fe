// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/fleet_options.h"

#include <QCommandLineParser>

namespace bolt::workers {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    QCommandLineOption url{u"url"_s, u"Where the backend is, e.g. http://127.0.0.1:8080."_s, u"URL"_s};
    QCommandLineOption tokenFile{
        u"token-file"_s, u"Reads the worker token from FILE (the whole text, or `worker_token` of a ready file)."_s,
        u"FILE"_s};
    QCommandLineOption tokenStdin{u"token-stdin"_s, u"Reads the worker token from the first line of stdin."_s};
    QCommandLineOption workers{u"workers"_s, u"Workers at a time, 1 to 200 (default 8)."_s, u"N"_s, u"8"_s};
    QCommandLineOption rate{u"rate"_s, u"Submissions a minute, all workers together, 1 to 60000 (default 60)."_s,
                            u"R"_s, u"60"_s};
    QCommandLineOption seed{u"seed"_s, u"Makes the fleet's luck repeatable (default 1)."_s, u"N"_s, u"1"_s};
    QCommandLineOption chaos{u"chaos"_s,
                             u"0 (default) to 3: workers vanish without a word, answers get lost, reports come twice, "
                             u"sites are slow."_s,
                             u"LEVEL"_s, u"0"_s};
    QCommandLineOption errors{u"errors"_s, u"Multiplies each directory's share of failures, 0 to 10 (default 1)."_s,
                              u"FACTOR"_s, u"1"_s};
    QCommandLineOption keepBusy{
        u"keep-busy"_s,
        u"When the queue has nothing for a worker, a new customer registers and buys a package (at most one every 20 s), so that a demo does not run dry."_s};
    QCommandLineOption exitWithParent{u"exit-with-parent"_s, u"Ends when stdin is closed."_s};
};

EarlyExit complaint(const QString &text) { return {2, u"boltdesk-workers: "_s + text + u" (see --help)"_s}; }

/// Nothing unless `text` is a number within [low, high].
std::optional<double> number(const QString &text, double low, double high)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && value >= low && value <= high ? std::optional(value) : std::nullopt;
}

std::optional<int> whole(const QString &text, int low, int high)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && value >= low && value <= high ? std::optional(value) : std::nullopt;
}

/// The complaint, or nothing.
QString readNumbers(const QCommandLineParser &parser, const Words &words, FleetOptions &options)
{
    const auto workers = whole(parser.value(words.workers), 1, 200);
    if (!workers)
        return u"--workers takes a whole number from 1 to 200"_s;
    const auto rate = number(parser.value(words.rate), 1, 60'000);
    if (!rate)
        return u"--rate takes a number from 1 to 60000"_s;
    const auto chaos = whole(parser.value(words.chaos), 0, 3);
    if (!chaos)
        return u"--chaos takes 0, 1, 2 or 3"_s;
    const auto errors = number(parser.value(words.errors), 0, 10);
    if (!errors)
        return u"--errors takes a number from 0 to 10"_s;
    bool ok = false;
    options.seed = parser.value(words.seed).toULongLong(&ok);
    if (!ok)
        return u"--seed takes a whole number"_s;
    options.workers = *workers;
    options.rate = *rate;
    options.chaos = *chaos;
    options.errors = *errors;
    return {};
}

} // namespace

std::variant<FleetOptions, EarlyExit> parseArguments(const QStringList &arguments)
{
    const Words words;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A simulated fleet of workers. It uses nothing but the public worker API "
                                     u"(/api/worker/…): it claims submissions, reports "
                                     u"progress, fails by mixes of its own for each directory, and sends "
                                     u"heartbeats.\nThe token never stands on the command "
                                     u"line, where every user of the machine could read it."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({words.url, words.tokenFile, words.tokenStdin, words.workers, words.rate, words.seed, words.chaos,
                       words.errors, words.keepBusy, words.exitWithParent});
    if (!parser.parse(arguments))
        return complaint(parser.errorText());
    if (parser.isSet(help))
        return EarlyExit{0, parser.helpText()};
    if (parser.isSet(version))
        return EarlyExit{0, u"boltdesk-workers "_s + QLatin1StringView(BOLT_VERSION)};
    if (!parser.positionalArguments().isEmpty())
        return complaint(u"unexpected argument '%1'"_s.arg(parser.positionalArguments().constFirst()));

    FleetOptions options;
    options.url = QUrl(parser.value(words.url), QUrl::StrictMode);
    if (!parser.isSet(words.url))
        return complaint(u"--url is needed"_s);
    if (!options.url.isValid() || options.url.host().isEmpty() ||
        (options.url.scheme() != "http"_L1 && options.url.scheme() != "https"_L1))
        return complaint(u"--url takes an http or https address"_s);
    if (parser.isSet(words.tokenFile) == parser.isSet(words.tokenStdin))
        return complaint(u"one of --token-file and --token-stdin is needed"_s);
    options.tokenFile = parser.value(words.tokenFile);
    options.keepBusy = parser.isSet(words.keepBusy);
    options.exitWithParent = parser.isSet(words.exitWithParent);
    if (const QString wrong = readNumbers(parser, words, options); !wrong.isEmpty())
        return complaint(wrong);
    return options;
}

} // namespace bolt::workers
