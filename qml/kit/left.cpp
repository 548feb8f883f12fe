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
    tick();
}

void Left::setAt(double at)
{
    if (at == m_at)
        return;
    m_at = at;
    m_said = {};
    Q_EMIT atChanged();
    if (m_format)
        tick();
}

void Left::tick()
{
    const double left = m_at - m_format->viewNow();
    const bool known = m_at > 0;
    Said said;
    said.over = known && left < 0;
    said.step = known ? Ago::stepAt(std::abs(left)) : INFINITY;
    said.steps = known ? std::floor(std::abs(left) / said.step) : 0;
    if (said == m_said)
        return;
    m_said = said;
    QString text = m_format->left(m_at, m_format->viewNow());
    const bool soon = known && left < soonMs;
    if (text == m_text && soon == m_soon && said.over == m_over)
        return;
    m_text = std::move(text);
    m_soon = soon;
    m_over = said.over;
    Q_EMIT told();
}

} // namespace bolt
