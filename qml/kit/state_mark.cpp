// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/state_mark.h"

#include "qml/kit/mark.h"

#include <QPainter>

namespace bolt {

StateMark::StateMark(QQuickItem *parent)
    : ThemedItem(parent)
{
    setImplicitSize(9, 9);
}

void StateMark::setBucket(int bucket)
{
    if (m_bucket == bucket)
        return;
    assign(m_bucket, bucket);
    Q_EMIT bucketChanged();
}

void StateMark::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const int bounded = m_bucket >= 0 && m_bucket < markCount ? m_bucket : int(Mark::Other);
    paintMark(*painter, QRectF(0, 0, width(), height()), static_cast<Mark>(bounded), palette());
}

} // namespace bolt
