// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <vector>

namespace bolt::bench {

/// Repeated measurements of one thing.
class Samples
{
public:
    void add(double value) { m_values.push_back(value); }
    double least() const;
    double median() const;
    double most() const;
    /// (most − least) / median: differences smaller than this mean nothing.
    double noise() const;
    size_t count() const { return m_values.size(); }

private:
    std::vector<double> m_values;
};

double ratio(const Samples &part, const Samples &whole); ///< of the medians; 0 when there is no whole

QByteArray tableHead();
QByteArray tableLine(const char *name, const Samples &samples);
QJsonObject jsonOf(const Samples &samples);
QByteArray compactJson(const QJsonObject &json); ///< one line

/// Microseconds per event.
struct Report
{
    Samples whole; ///< CPU, socket to store signal
    Samples read;  ///< CPU, reading the same bytes from a socket
    Samples parse; ///< CPU, simdjson over the same bytes
    Samples wall;  ///< from the first byte asked for to the last event in the store
    int events = 0;
};

QByteArray tableReport(const Report &report);
QByteArray jsonReport(const Report &report);

} // namespace bolt::bench
