// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/ago.h"

#include "qml/kit/format.h"

#include <QQmlEngine>
#include <algorithm>
#include <cmath>

namespace bolt {

double Ago::stepAt(double distance)
{
    constexpr double aMinute = 60'000, anHour = 60 * aMinute;
    return distance < aMinute ? 1000 : distance < 10 * anHour ? aMinute : anHour;
}

double Ago::toldFrom(double at, double together) { return std::ceil(at / together) * together; }

void Ago::componentComplete()
{
    QQmlEngine *engine = qmlEngine(this);
    static const int type = qmlTypeId("BoltDesk.Kit", 1, 0, "Format");
    m_format = engine ? engine->singletonInstance<Format *>(type) : nullptr;
    if (!m_format)
        return;
    connect(m_format, &Format::viewNowChanged, this, &Ago::tick);
    tell();
}

void Ago::setAt(double at)
{
    if (at == m_at)
        return;
    m_at = at;
    Q_EMIT atChanged();
    if (m_format)
        tell();
}

void Ago::tick()
{
    const double now = m_format->viewNow();
    if (now < m_from || now >= m_to)
        tell();
}

void Ago::tell()
{
    const double now = m_format->viewNow();
    const double age = std::max(0.0, now - m_at);
    const double step = stepAt(age);
    m_from = now < m_at ? now : m_at + std::floor(age / step) * step;
    m_to = toldFrom(m_at + (std::floor(age / step) + 1) * step, step > 1000 ? 10'000 : 5000);
    QString text = m_format->ago(m_at, now);
    if (text == m_text)
        return;
    m_text = std::move(text);
    Q_EMIT textChanged();
}

} // namespace bolt
