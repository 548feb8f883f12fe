// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/standard_streams.h"
#include "app/process/stop_signals.h"
#include "backend/workers/fleet.h"
#include "backend/workers/stdin_bytes.h"
#include "backend/workers/worker_token.h"

#include <QCoreApplication>
#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using namespace bolt::workers;

void line(std::FILE *to, const QString &text)
{
    std::fputs(text.toUtf8().constData(), to);
    std::fputc('\n', to);
    std::fflush(to);
}

QString wordsOf(const Fleet::Tally &t)
{
    return u"%1 worked on, %2 submitted, %3 failed, %4 approved, %5 declined, %6 workers lost, %7 packages bought"_s
        .arg(t.claimed)
        .arg(t.succeeded)
        .arg(t.failed)
        .arg(t.approved)
        .arg(t.rejected)
        .arg(t.vanished)
        .arg(t.bought);
}

int serve(QCoreApplication &app, const FleetOptions &options, const QByteArray &token)
{
    Fleet fleet(options, token);
    int code = 0;
    QObject::connect(&fleet, &Fleet::stopped, &app, &QCoreApplication::quit);
    QObject::connect(&fleet, &Fleet::refused, &app, [&](const QString &message) {
        if (code == 0)
            line(stderr, u"boltdesk-workers: the backend does not take our token: "_s + message);
        code = 5;
        fleet.stop();
    });
    const bolt::StopSignals stop;
    QObject::connect(&stop, &bolt::StopSignals::asked, &fleet, &Fleet::stop);
    QTimer news;
    Fleet::Tally told;
    QObject::connect(&news, &QTimer::timeout, &fleet, [&] {
        if (fleet.tally() != told)
            line(stdout, wordsOf(told = fleet.tally()));
    });
    news.start(10'000);
    if (options.exitWithParent)
        whenStdinEnds(&bolt::StopSignals::ask);
    line(stdout, u"%1 workers at %2, %3 submissions a minute"_s.arg(options.workers)
                     .arg(options.url.toString(QUrl::RemoveUserInfo))
                     .arg(options.rate));
    fleet.start();
    app.exec();
    line(stdout, wordsOf(fleet.tally()));
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    bolt::holdStandardStreams();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"boltdesk-workers"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(BOLT_VERSION));
    const auto parsed = parseArguments(QCoreApplication::arguments());
    if (const auto *early = std::get_if<EarlyExit>(&parsed)) {
        line(early->code == 0 ? stdout : stderr, early->text);
        return early->code;
    }
    const FleetOptions &options = std::get<FleetOptions>(parsed);
    const auto token = options.tokenFile.isEmpty() ? tokenOfStdin() : tokenOfFile(options.tokenFile);
    if (!token) {
        line(stderr, u"boltdesk-workers: "_s + token.error().message);
        return 1;
    }
    return serve(app, options, *token);
}
