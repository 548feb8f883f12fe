// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/icon.h"

#include <QCache>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace bolt {
namespace {

// Painted in the render thread, one window: a cache of its own for each thread needs no lock.
QImage tinted(const QString &name, QSize size, const QColor &colour)
{
    thread_local QCache<QString, QImage> cache(256);
    const QString key = name + u'/' + QString::number(size.width()) + u'/' + QString::number(colour.rgba(), 16);
    if (const QImage *known = cache.object(key))
        return *known;
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer drawing(u":/qt/qml/BoltDesk/Kit/icons/%1.svg"_s.arg(name));
    QPainter painter(&image);
    drawing.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    painter.end();
    cache.insert(key, new QImage(image));
    return image;
}

} // namespace

Icon::Icon(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(16, 16);
    setOpaquePainting(false);
}

void Icon::setName(const QString &name)
{
    if (std::exchange(m_name, name) == name)
        return;
    update();
    Q_EMIT nameChanged();
}

void Icon::setColour(const QColor &colour)
{
    if (std::exchange(m_colour, colour) == colour)
        return;
    update();
    Q_EMIT colourChanged();
}

void Icon::paint(QPainter *painter)
{
    if (m_name.isEmpty())
        return;
    const qreal scale = painter->combinedTransform().m11();
    const QSize pixels = (QSizeF(width(), height()) * scale).toSize();
    if (!pixels.isEmpty())
        painter->drawImage(QRectF(0, 0, width(), height()), tinted(m_name, pixels, m_colour));
}

} // namespace bolt
