// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/spoken.h"

#include <utility>

namespace bolt {

Spoken::Spoken(QObject *parent)
    : QObject(parent)
    , m_active(QAccessible::isActive())
{
    QAccessible::installActivationObserver(this);
}

Spoken::~Spoken() { QAccessible::removeActivationObserver(this); }

void Spoken::accessibilityActiveChanged(bool active)
{
    if (std::exchange(m_active, active) != active)
        Q_EMIT activeChanged();
}

} // namespace bolt
