// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/ready_file.h"
#include "backend/server/server_options.h"

#include <QCoreApplication>
#include <QFile>
#include <QFutureWatcher>
#include <QTimer>
#include <atomic>
#include <csignal>
#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using namespace bolt;

std::atomic<bool> askedToStop{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void onSignal(int) { askedToStop = true; }

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
    // What an earlier run left says nothing about this one.
    if (!readyFile.isEmpty())
        QFile::remove(readyFile);

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
    // A signal's handler may do next to nothing, so the loop looks at its mark.
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &app, [] {
        if (askedToStop)
            QCoreApplication::quit();
    });
    watch.start(100);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    watcher.setFuture(backend.start());
    app.exec();
    backend.stop();
    if (told && !readyFile.isEmpty())
        QFile::remove(readyFile);
    return code;
}

} // namespace

int main(int argc, char **argv)
{
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
