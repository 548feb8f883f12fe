// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/themed_item.h"

namespace bolt {

void ThemedItem::componentComplete()
{
    QQuickPaintedItem::componentComplete();
    m_theme = Theme::of(this);
    if (m_theme)
        connect(m_theme, &Theme::changed, this, [this] { update(); });
}

} // namespace bolt
