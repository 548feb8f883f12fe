// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/preview_screen.h"

namespace bolt {

PreviewLines PreviewLines::of(const Preview::Lines &lines)
{
    PreviewLines shown;
    for (const auto &[name, count] : lines) {
        if (shown.names.size() < most) {
            shown.names.append(name);
            shown.counts.append(count);
        } else {
            ++shown.more;
            shown.moreCount += count;
        }
    }
    return shown;
}

void PreviewScreen::show(Preview preview, Confirmation confirmation, const QString &place)
{
    m_preview = std::move(preview);
    m_confirmation = confirmation;
    m_place = place;
    m_open = true;
    Q_EMIT changed();
}

void PreviewScreen::close()
{
    if (!m_open)
        return;
    m_open = false; // what it says stays until it is gone from the screen
    Q_EMIT changed();
}

QString PreviewScreen::mustType() const
{
    switch (m_confirmation) {
    case Confirmation::TypeCount:
        return QString::number(count());
    case Confirmation::TypeName:
        return m_place;
    default:
        return {};
    }
}

} // namespace bolt
