// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/instant.h"

namespace bolt {

namespace {

using std::chrono::day;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

/// Reads exactly `width` digits at `pos`; -1 when there are none.
int digits(std::string_view text, size_t pos, size_t width)
{
    if (pos + width > text.size())
        return -1;
    int value = 0;
    for (size_t i = pos; i < pos + width; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool at(std::string_view text, size_t pos, char c) { return pos < text.size() && text[pos] == c; }

/// The offset from UTC; nothing when malformed.
std::optional<minutes> parseOffset(std::string_view text)
{
    if (text.empty() || text == "Z" || text == "z")
        return minutes(0);
    if (text[0] != '+' && text[0] != '-')
        return {};
    const int h = digits(text, 1, 2);
    int m = 0;
    if (text.size() > 3)
        m = digits(text, text[3] == ':' ? 4 : 3, 2);
    const size_t expected = text.size() <= 3 ? 3 : (text[3] == ':' ? 6 : 5);
    if (h < 0 || h > 18 || m < 0 || m > 59 || text.size() != expected)
        return {};
    const auto offset = hours(h) + minutes(m);
    return text[0] == '-' ? -offset : offset;
}

} // namespace

std::optional<Instant> parseInstant(std::string_view text)
{
    const int y = digits(text, 0, 4), mo = digits(text, 5, 2), d = digits(text, 8, 2);
    const int h = digits(text, 11, 2), mi = digits(text, 14, 2), s = digits(text, 17, 2);
    const bool shape = at(text, 4, '-') && at(text, 7, '-') && (at(text, 10, 'T') || at(text, 10, ' ')) &&
                       at(text, 13, ':') && at(text, 16, ':');
    if (!shape || y < 1 || mo < 0 || d < 0 || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 60)
        return {};
    const year_month_day date{year(y), month(unsigned(mo)), day(unsigned(d))};
    if (!date.ok())
        return {};

    size_t pos = 19;
    qint64 fraction = 0;
    if (at(text, pos, '.')) {
        ++pos;
        int count = 0;
        while (pos < text.size() && text[pos] >= '0' && text[pos] <= '9') {
            if (count < 6)
                fraction = fraction * 10 + (text[pos] - '0');
            ++count;
            ++pos;
        }
        if (count == 0 || count > 9)
            return {};
        for (; count < 6; ++count)
            fraction *= 10;
    }
    const auto offset = parseOffset(text.substr(pos));
    if (!offset)
        return {};
    return Instant(sys_days(date)) + hours(h) + minutes(mi) + Seconds(s) + Micros(fraction) - *offset;
}

std::optional<Instant> parseInstant(QStringView text)
{
    if (text.size() > 40)
        return {};
    const QByteArray utf8 = text.toUtf8();
    return parseInstant(std::string_view(utf8.constData(), size_t(utf8.size())));
}

QString formatInstant(Instant at)
{
    const auto days = std::chrono::floor<std::chrono::days>(at);
    const year_month_day date(days);
    const qint64 us = (at - days).count();
    QString text = QString::asprintf("%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                                     unsigned(date.day()), int(us / 3'600'000'000), int(us / 60'000'000 % 60),
                                     int(us / 1'000'000 % 60));
    if (const int fraction = int(us % 1'000'000)) {
        text += QString::asprintf(".%06d", fraction);
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return text + QStringLiteral("+00:00");
}

} // namespace bolt
