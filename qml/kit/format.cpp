// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/format.h"

#include "models/domain/time_words.h"

#include <QDateTime>
#include <QTimeZone>
#include <QUrl>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bolt {
namespace {

constexpr double hour = 3600;
constexpr double day = 86400;

QString unknown() { return u"–"_s; }

// A number never parts from its unit at the end of a line.
constexpr QChar noBreak(0x00A0);

QDateTime local(double at) { return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(at)); }

bool isInstant(double at) { return std::isfinite(at) && at > 0; }

} // namespace

Format::Format(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::VeryCoarseTimer); // on whole seconds, with all others that come once a second
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &Format::tick);
    m_timer.start();
    tick();
}

void Format::tick()
{
    m_now = static_cast<double>(QDateTime::currentMSecsSinceEpoch());
    noteDay();
    Q_EMIT nowChanged();
    if (m_held)
        return;
    m_viewNow = m_now;
    Q_EMIT viewNowChanged();
}

void Format::noteDay()
{
    if (m_now >= m_today && m_now < m_dayEnds)
        return;
    m_today = m_now;
    m_dayEnds = double(local(m_now).date().addDays(1).startOfDay().toMSecsSinceEpoch());
    Q_EMIT todayChanged();
}

void Format::setHeld(bool held)
{
    if (std::exchange(m_held, held) == held)
        return;
    Q_EMIT heldChanged();
    if (!held && m_viewNow != m_now) {
        m_viewNow = m_now;
        Q_EMIT viewNowChanged();
    }
}

void Format::fixNow(double milliseconds)
{
    m_timer.stop();
    m_now = m_viewNow = milliseconds;
    noteDay();
    Q_EMIT nowChanged();
    Q_EMIT viewNowChanged();
}

QString Format::number(double value, int decimals) const { return numberWords(value, decimals); }

QString Format::percent(double ratio, int decimals) const
{
    return std::isfinite(ratio) ? QLocale().toString(ratio * 100, 'f', decimals) + noBreak + QLocale().percent()
                                : unknown();
}

QString Format::bytes(double count) const
{
    if (!std::isfinite(count) || count < 0)
        return unknown();
    return QLocale().formattedDataSize(static_cast<qint64>(count), count < 1024 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString Format::latency(int milliseconds) const
{
    return milliseconds < 0 ? unknown() : number(milliseconds) + noBreak + u"ms"_s;
}

QString Format::duration(double seconds) const { return durationWords(seconds); }

QString Format::shortDuration(double seconds) const
{
    if (std::isfinite(seconds) && seconds >= day)
        return tr("%1 d").arg(number(std::floor(seconds / day))).replace(u' ', noBreak);
    if (std::isfinite(seconds) && seconds >= 10 * hour)
        return tr("%1 h").arg(number(std::floor(seconds / hour))).replace(u' ', noBreak);
    return duration(seconds);
}

QString Format::durationRange(double low, double high) const { return durationRangeWords(low, high); }

QString Format::ago(double at, double now) const
{
    return isInstant(at) ? shortDuration(qMax(0.0, (now - at) / 1000)) : unknown();
}

QString Format::left(double at, double now) const
{
    if (!isInstant(at))
        return unknown();
    const double seconds = (at - now) / 1000;
    return seconds < 0 ? QLocale().negativeSign() + shortDuration(-seconds) : shortDuration(seconds);
}

QString Format::time(double at) const
{
    return isInstant(at) ? timeWords(fromMicros(static_cast<qint64>(at) * 1000)) : unknown();
}

QString Format::clock(double at) const
{
    // The desk reads clock times as instruments do, in every language: 14:03:22.
    return isInstant(at) ? local(at).time().toString(u"HH:mm:ss"_s) : unknown();
}

QString Format::date(double at) const
{
    return isInstant(at) ? QLocale().toString(local(at).date(), tr("d MMM", "day and month of a date")) : unknown();
}

QString Format::weekday(double at) const
{
    return isInstant(at) ? QLocale().toString(local(at).date(), tr("dddd d MMMM", "weekday, day and month of a date"))
                         : QString();
}

QString Format::absolute(double at) const
{
    if (!isInstant(at))
        return unknown();
    const QDateTime when = local(at);
    return QLocale().toString(when.date(), QLocale::LongFormat) + u' ' + clock(at) + u' ' + when.timeZoneAbbreviation();
}

QString Format::oneLine(const QString &text, int limit) const
{
    QString line = text.left(limit);
    for (QChar &c : line) {
        if (c == u'\n' || c == u'\r' || c == u'\t')
            c = u' ';
        else if (c.category() == QChar::Other_Control)
            c = u'\uFFFD';
    }
    return text.size() > limit ? line + u'…' : line;
}

QString Format::name(const QString &text, int limit) const
{
    QString line = oneLine(text, limit);
    // Its own marks could end the isolation, or turn round what follows.
    const auto isMark = [](QChar c) {
        return (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
    };
    line.removeIf(isMark);
    return QChar(0x2068) + line + QChar(0x2069);
}

QString Format::joined(const QStringList &words, const QString &separator) const
{
    QStringList some = words;
    some.removeAll(QString());
    return some.join(separator);
}

QString Format::host(const QString &address) const
{
    const QUrl url(address, QUrl::StrictMode);
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    return web ? url.host(QUrl::FullyDecoded) : QString();
}

} // namespace bolt
