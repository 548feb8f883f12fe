// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/stop_signals.h"

#include <csignal>
#ifdef Q_OS_WIN
#include <QTimer>
#else
#include <QSocketNotifier>
#include <array>
#include <atomic>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace bolt {

namespace {

void onSignal(int) { StopSignals::ask(); }

} // namespace

#ifdef Q_OS_WIN

namespace {

volatile std::sig_atomic_t stopAsked = 0;

} // namespace

void StopSignals::ask() { stopAsked = 1; }

void StopSignals::listen()
{
    stopAsked = 0;
    auto *poll = new QTimer(this);
    connect(poll, &QTimer::timeout, this, [this] {
        if (stopAsked)
            Q_EMIT asked();
    });
    poll->start(200);
}

#else

namespace {

// Of a pipe: what is written in a handler wakes the loop that reads.
int readEnd = -1;
std::atomic<int> writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free);

} // namespace

void StopSignals::ask()
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
}

void StopSignals::listen()
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return;
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    readEnd = ends[0];
    writeEnd = ends[1];
    auto *notifier = new QSocketNotifier(readEnd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(readEnd, &byte, 1) > 0) {
        }
        Q_EMIT asked();
    });
}

#endif

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    listen();
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
#ifndef Q_OS_WIN
    if (std::signal(SIGHUP, onSignal) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

StopSignals::~StopSignals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
#ifndef Q_OS_WIN
    if (std::signal(SIGHUP, SIG_DFL) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN);
    ::close(writeEnd.exchange(-1));
    ::close(readEnd);
    readEnd = -1;
#endif
}

} // namespace bolt
