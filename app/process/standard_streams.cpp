// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/standard_streams.h"

#include <QtGlobal>
#ifndef Q_OS_WIN
#include <fcntl.h>
#endif

namespace bolt {

#ifdef Q_OS_WIN

void holdStandardStreams() {}

#else

void holdStandardStreams()
{
    for (const int stream : {0, 1, 2}) {
        if (::fcntl(stream, F_GETFD) < 0)
            (void)::open("/dev/null", O_RDONLY); // takes the lowest free number, which is this one
    }
}

#endif

} // namespace bolt
