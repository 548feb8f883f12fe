// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace bolt::bench {

/// CPU time of this process so far, all its threads, user and system, in microseconds.
double processCpuMicros();

struct RawRead
{
    double cpuMicros = 0;
    QByteArray bytes; ///< what came
};

/// Reads the prepared bytes from the feeder's port with read(). Where they go was touched before the clock starts, so
/// that the figure is the reading and nothing else.
RawRead readRaw(quint16 port, qsizetype expected);

/// simdjson (on demand) over each message, taking the nine fields a table row needs. Answers CPU microseconds;
/// `checksum` makes sure that the fields were read.
double parseOnly(const QByteArray &bytes, qint64 &checksum);

} // namespace bolt::bench
