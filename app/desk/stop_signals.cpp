// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/stop_signals.h"

#include <csignal>
#include <utility>
#ifdef Q_OS_WIN
#include <QTimer>
#else
#include <QSocketNotifier>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace bolt {

#ifdef Q_OS_WIN

namespace {

volatile std::sig_atomic_t stopAsked = 0;
void onSignal(int) { stopAsked = 1; }

} // namespace

void StopSignals::listen()
{
    auto *poll = new QTimer(this);
    connect(poll, &QTimer::timeout, this, [this] {
        if (stopAsked)
            Q_EMIT asked();
    });
    poll->start(200);
}

#else

namespace {

int ends[2]{-1, -1}; // of a pipe: what is written in a handler wakes the loop that reads

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(ends[1], &byte, 1);
}

} // namespace

void StopSignals::listen()
{
    if (::pipe(ends) != 0)
        return;
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(ends[0], &byte, 1) > 0) {
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
}

StopSignals::~StopSignals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
#ifndef Q_OS_WIN
    for (int &end : ends)
        ::close(std::exchange(end, -1));
#endif
}

} // namespace bolt
