// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/stdin_bytes.h"

#include <QtGlobal>
#include <cerrno>
#include <thread>
#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace bolt::workers {

std::optional<char> nextByteOfStdin()
{
    char byte = 0;
    for (;;) {
#ifdef Q_OS_WIN
        const int got = ::_read(0, &byte, 1);
#else
        const ssize_t got = ::read(0, &byte, 1);
#endif
        if (got == 1)
            return byte;
        if (got == 0 || errno != EINTR)
            return std::nullopt;
    }
}

void whenStdinEnds(std::function<void()> then)
{
    std::thread([then = std::move(then)] {
        while (nextByteOfStdin()) {
        }
        then();
    }).detach();
}

} // namespace bolt::workers
