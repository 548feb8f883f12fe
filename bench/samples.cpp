// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/samples.h"

#include <QJsonDocument>
#include <algorithm>

namespace bolt::bench {

using namespace Qt::StringLiterals;

namespace {

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

} // namespace

double Samples::least() const { return m_values.empty() ? 0 : *std::min_element(m_values.begin(), m_values.end()); }
double Samples::most() const { return m_values.empty() ? 0 : *std::max_element(m_values.begin(), m_values.end()); }

double Samples::median() const
{
    if (m_values.empty())
        return 0;
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const size_t middle = sorted.size() / 2;
    return sorted.size() % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

double Samples::noise() const { return share(most() - least(), median()); }

double ratio(const Samples &part, const Samples &whole) { return share(part.median(), whole.median()); }

QByteArray tableHead() { return QByteArray(34, ' ') + "      min   median      max    noise\n"; }

QByteArray tableLine(const char *name, const Samples &samples)
{
    return QByteArray(name).leftJustified(34) + QByteArray::number(samples.least(), 'f', 2).rightJustified(9) +
           QByteArray::number(samples.median(), 'f', 2).rightJustified(9) +
           QByteArray::number(samples.most(), 'f', 2).rightJustified(9) +
           (QByteArray::number(samples.noise() * 100, 'f', 0) + " %").rightJustified(9) + '\n';
}

QJsonObject jsonOf(const Samples &samples)
{
    return {{u"min"_s, samples.least()},
            {u"median"_s, samples.median()},
            {u"max"_s, samples.most()},
            {u"noise"_s, samples.noise()}};
}

QByteArray compactJson(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n'; }

QByteArray tableReport(const Report &report)
{
    const double floor = report.read.median() + report.parse.median();
    const double noise = std::max({report.whole.noise(), report.read.noise(), report.parse.noise()});
    return QByteArray::number(report.events) + " events a repetition, " + QByteArray::number(report.whole.count()) +
           " repetitions after one to warm up; CPU microseconds per event of this process, all threads\n\n" +
           tableHead() + tableLine("socket to store signal", report.whole) +
           tableLine("  reading the same socket only", report.read) +
           tableLine("  simdjson over the same bytes", report.parse) +
           tableLine("elapsed time per event", report.wall) + "\nThe whole way costs " +
           QByteArray::number(share(report.whole.median(), floor), 'f', 1) +
           " times its two floors together; the noise of this run is " + QByteArray::number(noise * 100, 'f', 0) +
           " %, smaller differences mean nothing.\n";
}

QByteArray jsonReport(const Report &report)
{
    const double floor = report.read.median() + report.parse.median();
    return compactJson({{u"events"_s, report.events},
                        {u"repetitions"_s, qint64(report.whole.count())},
                        {u"unit"_s, u"us per event"_s},
                        {u"whole"_s, jsonOf(report.whole)},
                        {u"read"_s, jsonOf(report.read)},
                        {u"parse"_s, jsonOf(report.parse)},
                        {u"elapsed"_s, jsonOf(report.wall)},
                        {u"ratio"_s, share(report.whole.median(), floor)}});
}

} // namespace bolt::bench
