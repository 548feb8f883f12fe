// SPDX-License-Identifier: GPL-3.0-or-later
// What one realtime event costs the desk, in CPU time from the socket to the store's signal, while events come faster
// than they are taken; beside two floors measured in the same run over the same bytes. With --start: how long a desk
// takes until there is something to see. With --store: the store alone, beside a hash table. With --screen: the whole
// desk with its window.
#include "bench/client_run.h"
#include "bench/feeder.h"
#include "bench/feeder_process.h"
#include "bench/floors.h"
#include "bench/samples.h"
#include "bench/screen_run.h"
#include "bench/start_run.h"
#include "bench/store_run.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>
#include <cstring>

namespace {

using namespace Qt::StringLiterals;
using namespace bolt;
using namespace bolt::bench;

constexpr int rows = 10'000;

struct Options
{
    int events = 100'000;
    int repetitions = 5;
    bool json = false;
    bool start = false;
    bool store = false;
    bool screen = false;
    ScreenRun::Plan screenPlan;
    QString scale;
};

/// Exits by itself on a wrong argument or when help was asked for.
Options parseOptions(QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"CPU time of one realtime event, from the socket to the store's signal."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"events"_s, u"Events in one repetition."_s, u"N"_s, u"100000"_s},
         {u"repetitions"_s, u"How often it is measured."_s, u"N"_s, u"5"_s},
         {u"start"_s, u"Instead: the start of a desk, from disk beside empty. Needs boltdesk-server."_s},
         {u"store"_s, u"Instead: the store alone, beside a hash table of the same rows."_s},
         {u"screen"_s, u"Instead: the whole desk with its window, looked at while a board changes."_s},
         {u"rates"_s, u"With --screen: changes a second; 0 is silence."_s, u"LIST"_s, u"0,30,100,500,1000,5000"_s},
         {u"seconds"_s, u"With --screen: of one measurement."_s, u"N"_s, u"10"_s},
         {u"scale"_s,
          u"With --start: demo, or ref for 500,000 submissions. With --screen: a server of this size in silence, "
          u"instead "
          "of the board."_s,
          u"SCALE"_s, u"ref"_s},
         {u"json"_s, u"One JSON object instead of the table."_s}});
    const auto refuse = [](const QString &why) {
        std::fprintf(stderr, "boltdesk-bench: %s (see --help)\n", qPrintable(why));
        std::exit(2);
    };
    if (!parser.parse(app.arguments()))
        refuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp(0);
    Options options;
    bool okEvents = false, okRepetitions = false;
    options.events = parser.value(u"events"_s).toInt(&okEvents);
    options.repetitions = parser.value(u"repetitions"_s).toInt(&okRepetitions);
    options.json = parser.isSet(u"json"_s);
    options.start = parser.isSet(u"start"_s);
    options.store = parser.isSet(u"store"_s);
    options.screen = parser.isSet(u"screen"_s);
    if (int(options.start) + int(options.store) + int(options.screen) > 1)
        refuse(u"--start, --store and --screen are runs of their own"_s);
    bool okSeconds = false;
    options.screenPlan.seconds = parser.value(u"seconds"_s).toInt(&okSeconds);
    if (!okSeconds || options.screenPlan.seconds < 1 || options.screenPlan.seconds > 3600)
        refuse(u"--seconds takes a number from 1 to 3600"_s);
    options.screenPlan.rates.clear();
    for (const QString &word : parser.value(u"rates"_s).split(u',')) {
        bool okRate = false;
        const int rate = word.toInt(&okRate);
        if (!okRate || rate < 0 || rate > 20'000)
            refuse(u"--rates takes numbers from 0 to 20000, such as 0,30,1000"_s);
        options.screenPlan.rates.append(rate);
    }
    options.scale = parser.value(u"scale"_s);
    if (options.scale != u"demo"_s && options.scale != u"ref"_s)
        refuse(u"--scale takes demo or ref"_s);
    if (parser.isSet(u"scale"_s))
        options.screenPlan.scale = options.scale;
    if (!okEvents || options.events < rows || options.events > 1'000'000)
        refuse(u"--events takes a number from 10000 to 1000000"_s);
    if (!okRepetitions || options.repetitions < 1 || options.repetitions > 100)
        refuse(u"--repetitions takes a number from 1 to 100"_s);
    return options;
}

struct Results
{
    Samples whole, read, parse, wall;
};

/// One repetition; false with a line on standard error when the two sides disagree about what came.
bool measureOnce(const Options &options, FeederProcess &feeder, ClientRun &client, qint64 &version, Results &results)
{
    const qsizetype bytes = feeder.prepare(options.events, rows, version);
    if (bytes <= 0)
        return false;
    version += options.events;
    const qint64 last = version - 1;
    const SubmissionId lastRow = SubmissionId::parse(rowId((options.events - 1) % rows));

    QElapsedTimer wall;
    wall.start();
    const double before = processCpuMicros();
    feeder.go();
    if (!client.waitForVersion(lastRow, last)) {
        std::fputs("boltdesk-bench: the last event never reached the store\n", stderr);
        return false;
    }
    results.whole.add((processCpuMicros() - before) / options.events);
    results.wall.add(double(wall.nsecsElapsed()) / 1000.0 / options.events);

    const RawRead raw = readRaw(feeder.port(), bytes);
    const size_t came = messagesIn(raw.bytes).size();
    if (came != size_t(options.events)) {
        std::fprintf(stderr, "boltdesk-bench: %zu messages were read of %d\n", came, options.events);
        return false;
    }
    results.read.add(raw.cpuMicros / options.events);
    qint64 checksum = 0;
    results.parse.add(parseOnly(raw.bytes, checksum) / options.events);
    return checksum > 0;
}

int measure(const Options &options)
{
    FeederProcess feeder;
    ClientRun client;
    if (!feeder.start()) {
        std::fputs("boltdesk-bench: the feeder did not start\n", stderr);
        return 1;
    }
    if (const Outcome connected = client.connectTo(feeder.port()); !connected) {
        std::fprintf(stderr, "boltdesk-bench: %s\n", qPrintable(connected.error().message));
        return 1;
    }
    Results results;
    qint64 version = 1;
    Results warmUp; // fills the store and the caches
    if (!measureOnce(options, feeder, client, version, warmUp))
        return 1;
    for (int i = 0; i < options.repetitions; ++i) {
        if (!measureOnce(options, feeder, client, version, results))
            return 1;
    }
    const auto report = options.json ? jsonReport : tableReport;
    std::fputs(report({results.whole, results.read, results.parse, results.wall, options.events}).constData(), stdout);
    return 0;
}

int measureStart(const Options &options)
{
    const auto report = StartRun({options.scale, std::min(options.repetitions, 10)}).run();
    if (!report) {
        std::fprintf(stderr, "boltdesk-bench: %s\n", qPrintable(report.error().message));
        return 1;
    }
    std::fputs(report->constData(), stdout);
    return 0;
}

int measureScreen(Options options)
{
    options.screenPlan.repetitions = std::min(options.repetitions, 20);
    const auto report = ScreenRun(options.screenPlan).run(options.json);
    if (!report) {
        std::fprintf(stderr, "boltdesk-bench: %s\n", qPrintable(report.error().message));
        return 1;
    }
    std::fputs(report->constData(), stdout);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--feed") == 0)
        return runFeeder(argc, argv);
    QCoreApplication app(argc, argv);
    const Options options = parseOptions(app);
    if (options.store) {
        const StoreReport report = measureStore(options.repetitions);
        std::fputs((options.json ? storeJson(report) : storeTable(report)).constData(), stdout);
        return 0;
    }
    if (options.screen)
        return measureScreen(options);
    return options.start ? measureStart(options) : measure(options);
}
