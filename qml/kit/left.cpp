// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/left.h"

#include "qml/kit/ago.h"
#include "qml/kit/format.h"

#include <QQmlEngine>
#include <cmath>

namespace bolt {

namespace {

constexpr double soonMs = 4 * 3'600'000.0;

} // namespace

void Left::componentComplete()
{
    QQmlEngine *engine = qmlEngine(this);
    static const int type = qmlTypeId("BoltDesk.Kit", 1, 0, "Format");
    m_format = engine ? engine->singletonInstance<Format *>(type) : nullptr;
    if (!m_format)
        return;
    connect(m_format, &Format::viewNowChanged, this, &Left::tick);
    tell();
}

void Left::setAt(double at)
{
    if (at == m_at)
        return;
    m_at = at;
    Q_EMIT atChanged();
    if (m_format)
        tell();
}

void Left::tick()
{
    const double now = m_format->viewNow();
    if (now < m_from || now >= m_to)
        tell();
}

void Left::tell()
{
    const double now = m_format->viewNow();
    const double left = m_at - now;
    const bool known = m_at > 0;
    const double step = Ago::stepAt(std::abs(left));
    // What is left shrinks to a step less, what is over grows to a step more.
    const double steps = std::floor(std::abs(left) / step);
    m_from = now;
    const double to = left < 0 ? m_at + (steps + 1) * step : m_at - steps * step + 1;
    m_to = !known ? INFINITY : step > 1000 ? Ago::toldFrom(to, 10'000) : to;
    QString text = m_format->left(m_at, now);
    const bool soon = known && left < soonMs;
    const bool over = known && left < 0;
    if (text == m_text && soon == m_soon && over == m_over)
        return;
    m_text = std::move(text);
    m_soon = soon;
    m_over = over;
    Q_EMIT told();
}

} // namespace bolt
