// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/server_options.h"

#include "app/process/duration.h"

#include <QCommandLineParser>
#include <QHash>

namespace bolt::server {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    QCommandLineOption listen{
        u"listen"_s,
        u"Address and port, 0 for any free port (default 127.0.0.1:54321). An address that is not "
        u"loopback lets others in."_s,
        u"HOST:PORT"_s, u"127.0.0.1:54321"_s};
    QCommandLineOption database{u"database"_s,
                                u"sqlite:FILE, or sqlite::memory: (default), which is gone at the end."_s,
                                u"sqlite:FILE"_s, u"sqlite::memory:"_s};
    QCommandLineOption keys{u"keys-file"_s, u"Where the secrets are kept (default: FILE.keys beside the database)."_s,
                            u"FILE"_s};
    QCommandLineOption demo{u"demo"_s, u"Four demo users, and 90 days of made-up business in an empty database."_s};
    QCommandLineOption seed{u"seed"_s, u"Makes the made-up business repeatable (default 1)."_s, u"N"_s, u"1"_s};
    QCommandLineOption scale{u"scale"_s,
                             u"Its size: demo (200 jobs, default), ref (2,000) or xl (20,000; takes minutes)."_s,
                             u"SIZE"_s, u"demo"_s};
    QCommandLineOption readyFile{
        u"ready-file"_s,
        u"Once requests are accepted, writes url, keys and demo users there as JSON, readable for "
        u"you alone; removed at the end."_s,
        u"FILE"_s};
    QCommandLineOption tokenLife{
        u"token-life"_s, u"How long an access token is valid: 5s, 30m, 1h (default). Clients refresh it in time."_s,
        u"TIME"_s, u"1h"_s};
    QCommandLineOption host{u"allow-host"_s, u"A name this machine is reached by, may be repeated."_s, u"NAME"_s};
    QCommandLineOption connections{u"connections"_s,
                                   u"How many at most (default 512); more are told to come again. One address gets "
                                   u"no more than it leaves free, or MOST."_s,
                                   u"ALL[/MOST]"_s, u"512"_s};
    QCommandLineOption proxy{u"proxy"_s, u"Address of a proxy whose X-Forwarded-For is believed, may be repeated."_s,
                             u"ADDRESS"_s};
    QCommandLineOption origin{u"allow-origin"_s, u"An origin of web pages that may call, may be repeated."_s,
                              u"ORIGIN"_s};
};

/// "127.0.0.1:8080", "[::1]:0", "localhost:0". False when it is none.
bool readListen(const QString &text, backend::BackendOptions &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return false;
    const QString digits = text.mid(colon + 1);
    bool ok = false;
    const ushort port = digits.toUShort(&ok);
    if (host.isEmpty() || !ok || !digits.front().isDigit())
        return false;
    options.host = host;
    options.port = port;
    return true;
}

/// "512", "512/100".
bool readConnections(const QString &text, backend::BackendOptions &options)
{
    constexpr int most = 100'000;
    const QStringList parts = text.split(u'/');
    bool all = false;
    bool each = true;
    options.connections = parts.front().toInt(&all);
    if (parts.size() == 2)
        options.connectionsPerAddress = parts.back().toInt(&each);
    const bool fits = parts.size() == 1 ||
                      (options.connectionsPerAddress > 0 && options.connectionsPerAddress <= options.connections);
    return parts.size() <= 2 && all && each && fits && options.connections > 0 && options.connections <= most;
}

/// The complaint, or nothing.
QString readBackend(const QCommandLineParser &parser, const Words &words, backend::BackendOptions &options)
{
    if (!readListen(parser.value(words.listen), options))
        return u"--listen takes HOST:PORT, e.g. 127.0.0.1:0"_s;
    const QString database = parser.value(words.database);
    options.database = database.mid(7);
    if (!database.startsWith("sqlite:"_L1) || options.database.isEmpty())
        return u"--database takes sqlite:FILE or sqlite::memory:"_s;
    options.keysFile = parser.value(words.keys);
    options.demo = parser.isSet(words.demo);
    bool ok = false;
    options.seed = parser.value(words.seed).toULongLong(&ok);
    if (!ok)
        return u"--seed takes a whole number"_s;
    static const QHash<QString, backend::SeedScale> scales{{u"demo"_s, backend::SeedScale::Demo},
                                                           {u"ref"_s, backend::SeedScale::Reference},
                                                           {u"xl"_s, backend::SeedScale::Large}};
    const auto scale = scales.constFind(parser.value(words.scale));
    if (scale == scales.cend())
        return u"--scale takes demo, ref or xl"_s;
    options.scale = *scale;
    if (!options.demo && (parser.isSet(words.seed) || parser.isSet(words.scale)))
        return u"--seed and --scale need --demo"_s;
    if (!readConnections(parser.value(words.connections), options))
        return u"--connections takes a number, or two as 512/100"_s;
    const QStringList proxies = parser.values(words.proxy);
    options.proxies.assign(proxies.begin(), proxies.end());
    const auto life = readDuration(parser.value(words.tokenLife));
    if (!life || *life < Seconds(1))
        return u"--token-life takes %1, at least 1s"_s.arg(QLatin1StringView(durationWords));
    options.tokenLife = std::chrono::floor<Seconds>(*life);
    const QStringList hosts = parser.values(words.host);
    const QStringList origins = parser.values(words.origin);
    options.allowedHosts.assign(hosts.begin(), hosts.end());
    options.allowedOrigins.assign(origins.begin(), origins.end());
    return {};
}

EarlyExit complaint(const QString &text) { return {2, u"boltdesk-server: "_s + text + u" (see --help)"_s}; }

} // namespace

std::variant<ServerArguments, EarlyExit> parseArguments(const QStringList &arguments)
{
    const Words words;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The BoltDesk backend: sign-in, tables, realtime and the admin API on one port, with SQLite behind it."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({words.listen, words.database, words.keys, words.demo, words.seed, words.scale, words.readyFile,
                       words.tokenLife, words.host, words.connections, words.proxy, words.origin});
    if (!parser.parse(arguments))
        return complaint(parser.errorText());
    if (parser.isSet(help))
        return EarlyExit{0, parser.helpText()};
    if (parser.isSet(version))
        return EarlyExit{0, u"boltdesk-server "_s + QLatin1StringView(BOLT_VERSION)};
    if (!parser.positionalArguments().isEmpty())
        return complaint(u"unexpected argument '%1'"_s.arg(parser.positionalArguments().constFirst()));
    ServerArguments out;
    if (const QString wrong = readBackend(parser, words, out.backend); !wrong.isEmpty())
        return complaint(wrong);
    out.readyFile = parser.value(words.readyFile);
    if (parser.isSet(words.readyFile) && out.readyFile.isEmpty())
        return complaint(u"--ready-file takes a file"_s);
    return out;
}

} // namespace bolt::server
