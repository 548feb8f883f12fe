// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/private_file.h"
#include "app/process/standard_streams.h"
#include "app/process/stop_signals.h"
#include "backend/server/ready_file.h"
#include "backend/server/server_options.h"

#include <QCoreApplication>
#include <QFile>
#include <QFutureWatcher>
#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using namespace bolt;

void line(std::FILE *to, const QString &text)
{
    std::fputs(text.toUtf8().constData(), to);
    std::fputc('\n', to);
    std::fflush(to);
}

/// One line for each tenth, so that minutes of seeding do not look like a hang and a log stays short.
std::function<void(const QString &, double)> tenths()
{
    return [last = -1](const QString &what, double done) mutable {
        const int tenth = int(done * 10);
        if (done < 0 || tenth == last)
            return;
        last = tenth;
        line(stdout, u"%1: %2 %"_s.arg(what).arg(tenth * 10));
    };
}

int serve(QCoreApplication &app, const server::ServerArguments &arguments)
{
    backend::BackendOptions options = arguments.backend;
    options.progress = tenths();
    options.notice = [](const QString &text) { line(stderr, u"boltdesk-server: "_s + text); };
    const QString &readyFile = arguments.readyFile;
    const StopSignals stop;
    if (!readyFile.isEmpty()) {
        if (const Outcome free = mayBeReplaced(readyFile); !free) {
            line(stderr, u"boltdesk-server: "_s + free.error().message);
            return 1;
        }
        QFile::remove(readyFile); // what an earlier run left says nothing about this one
    }

    int code = 0;
    bool told = false;
    const auto fail = [&](const Error &error) {
        line(stderr, u"boltdesk-server: "_s + error.message);
        code = 1;
        QCoreApplication::quit();
    };
    backend::EmbeddedServer backend(options);
    QFutureWatcher<Result<backend::BackendAccess>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &app, [&] {
        const Result<backend::BackendAccess> access = watcher.result();
        if (!access)
            return fail(access.error());
        if (!readyFile.isEmpty())
            if (const Outcome written = server::writeReadyFile(readyFile, *access); !written)
                return fail(written.error());
        told = true;
        line(stdout, u"boltdesk-server "_s + QLatin1StringView(BOLT_VERSION) + u" at "_s + access->url);
    });
    QObject::connect(&stop, &StopSignals::asked, &app, &QCoreApplication::quit);
    watcher.setFuture(backend.start());
    app.exec();
    if (told && !readyFile.isEmpty())
        QFile::remove(readyFile); // at once: it holds keys, and somebody may lose patience with what follows
    backend.stop();
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    holdStandardStreams();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"boltdesk-server"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(BOLT_VERSION));
    const auto parsed = server::parseArguments(QCoreApplication::arguments());
    if (const auto *early = std::get_if<server::EarlyExit>(&parsed)) {
        line(early->code == 0 ? stdout : stderr, early->text);
        return early->code;
    }
    return serve(app, std::get<server::ServerArguments>(parsed));
}
