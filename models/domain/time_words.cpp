// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/time_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bolt {

namespace {

constexpr double minute = 60;
constexpr double hour = 3600;
constexpr double day = 86400;

// A number never parts from its unit at the end of a line.
constexpr QChar noBreak(0x00A0);

QString unknown() { return u"–"_s; }

QString twoDigits(int value) { return u"%1"_s.arg(value, 2, 10, '0'_L1); }

QDateTime local(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at)); }

} // namespace

QString numberWords(double value, int decimals)
{
    return std::isfinite(value) ? QLocale().toString(value, 'f', decimals) : unknown();
}

QString durationWords(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return unknown();
    if (seconds < minute)
        return QCoreApplication::translate("bolt::Format", "%1 s")
            .arg(numberWords(std::floor(seconds)))
            .replace(u' ', noBreak);
    if (seconds < hour)
        return QCoreApplication::translate("bolt::Format", "%1 min")
            .arg(numberWords(std::floor(seconds / minute)))
            .replace(u' ', noBreak);
    if (seconds < day) {
        const int minutes = static_cast<int>(seconds / minute);
        return QCoreApplication::translate("bolt::Format", "%1 h %2", "hours and minutes")
            .arg(minutes / 60)
            .arg(twoDigits(minutes % 60))
            .replace(u' ', noBreak);
    }
    const auto hours = static_cast<qint64>(seconds / hour);
    const qint64 days = hours / 24;
    return QCoreApplication::translate("bolt::Format", "%1 d %2 h", "days and hours")
        .arg(numberWords(static_cast<double>(days)))
        .arg(hours % 24)
        .replace(u' ', noBreak);
}

QString durationRangeWords(double low, double high)
{
    if (!std::isfinite(low) || low < 0)
        return unknown();
    // A band in minutes is honest at five-minute steps from half an hour on; seconds would pretend.
    const auto rounded = [](double seconds) {
        const double step = seconds < 2 * minute ? 5
                            : seconds < hour / 2 ? minute
                            : seconds < 6 * hour ? 5 * minute
                                                 : hour / 2;
        return std::round(seconds / step) * step;
    };
    const double from = rounded(low);
    const double to = rounded(std::isfinite(high) ? high : low);
    QString first = durationWords(from);
    const QString last = durationWords(to);
    if (to <= from || first == last)
        return first;
    if (from >= minute && to < hour)
        return QCoreApplication::translate("bolt::Format", "%1–%2 min")
            .arg(numberWords(from / minute), numberWords(to / minute))
            .replace(u' ', noBreak);
    return first + noBreak + u"– "_s + last;
}

QString timeWords(Instant at)
{
    // The C locale's short time has seconds; nobody needs them here.
    const QTime time = local(at).time();
    const bool plain = QLocale().language() == QLocale::C;
    return plain ? time.toString(u"HH:mm"_s) : QLocale().toString(time, QLocale::ShortFormat);
}

QString momentWords(Instant at, Instant now)
{
    const QString brief = briefMomentWords(at, now);
    return local(at).date() == local(now).date() ? brief : brief + u", "_s + timeWords(at);
}

QString briefMomentWords(Instant at, Instant now)
{
    const QDate date = local(at).date();
    if (date == local(now).date())
        return timeWords(at);
    return QLocale().toString(date, QCoreApplication::translate("bolt::Format", "d MMM", "day and month of a date"));
}

QString isolated(const QString &name, int limit)
{
    QString line = name.simplified();
    if (line.size() > limit)
        line = line.left(limit - 1) + u'…';
    // What sets apart must not come from inside, too.
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || (c >= u'\u202A' && c <= u'\u202E') ||
            (c >= u'\u2066' && c <= u'\u2069'))
            c = QChar::ReplacementCharacter;
    }
    return u'\u2068' + line + u'\u2069';
}

} // namespace bolt
