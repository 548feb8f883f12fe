// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/page_job/mosaic.h"

#include "models/store/store.h"

#include <QPainter>
#include <cmath>

namespace bolt {

static_assert(int(Mark::Approved) == JobCounts::Approved && int(Mark::Failed) == JobCounts::Failed &&
              int(Mark::Manual) == JobCounts::Manual && int(Mark::Other) == JobCounts::Other &&
              markCount == JobCounts::BucketCount);

Mosaic::Mosaic(QQuickItem *parent)
    : ThemedItem(parent)
{
}

void Mosaic::setModel(MosaicModel *model)
{
    if (m_model == model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (model) {
        connect(model, &MosaicModel::cellsChanged, this, &Mosaic::repaintCells);
        connect(model, &QAbstractItemModel::modelReset, this, &Mosaic::arrange);
        connect(model, &QAbstractItemModel::rowsInserted, this, &Mosaic::arrange);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &Mosaic::arrange);
    }
    Q_EMIT modelChanged();
    arrange();
}

void Mosaic::setCurrentId(const QString &id)
{
    if (m_currentId == id)
        return;
    m_currentId = id;
    lookUpCurrent();
}

void Mosaic::setSelectedIds(const QStringList &ids)
{
    if (m_selectedIds == ids)
        return;
    m_selectedIds = ids;
    m_selected = QSet<QString>(ids.begin(), ids.end());
    Q_EMIT selectedIdsChanged();
    update();
}

void Mosaic::setRoomHeight(qreal height)
{
    if (qFuzzyCompare(m_roomHeight, height))
        return;
    m_roomHeight = height;
    arrange();
}

void Mosaic::lookUpCurrent()
{
    m_current = m_model && !m_currentId.isEmpty() ? m_model->indexOf(m_currentId) : -1;
    Q_EMIT currentChanged();
}

void Mosaic::geometryChange(const QRectF &now, const QRectF &before)
{
    ThemedItem::geometryChange(now, before);
    if (now.width() != before.width())
        arrange();
}

void Mosaic::arrange()
{
    const int cells = count();
    const qreal fitting = cells > 0 ? std::floor(std::sqrt(width() * m_roomHeight / cells)) : qreal(largest);
    const qreal wanted = qBound(qreal(smallest), fitting, qreal(largest));
    m_gap = wanted >= 14 ? 3 : wanted >= 9 ? 2 : 1;
    m_columns = qMax(1, int((width() + m_gap) / wanted));
    // Squares fill the width to the last pixel, so that the block is as wide as what stands above and below it.
    m_pitch = cells >= m_columns ? (width() + m_gap) / m_columns : wanted;
    const int rows = (cells + m_columns - 1) / m_columns;
    setImplicitHeight(rows > 0 ? std::ceil(rows * m_pitch - m_gap) : 0);
    m_pictureScale = 0;
    if (m_hovered >= cells)
        m_hovered = -1;
    lookUpCurrent();
    countFailed();
    Q_EMIT hoveredChanged();
    Q_EMIT layoutChanged();
    update();
}

void Mosaic::countFailed()
{
    int failed = 0;
    for (int cell = 0; cell < count(); ++cell) {
        const int state = m_model->data(m_model->index(cell), MosaicModel::StateRole).toInt();
        failed += state == int(SubmissionState::Failed) ? 1 : 0;
    }
    if (std::exchange(m_failedCount, failed) != failed)
        Q_EMIT failedCountChanged();
}

QStringList Mosaic::failedIds() const
{
    QStringList ids;
    for (int cell = 0; cell < count(); ++cell) {
        const int state = m_model->data(m_model->index(cell), MosaicModel::StateRole).toInt();
        if (state == int(SubmissionState::Failed))
            ids.append(m_model->idAt(cell));
    }
    return ids;
}

QRectF Mosaic::box(int cell) const
{
    if (cell < 0 || cell >= count())
        return {};
    const qreal x = std::round(cell % m_columns * m_pitch);
    const qreal y = std::round(cell / m_columns * m_pitch);
    const qreal side = std::floor(m_pitch - m_gap);
    return {x, y, side, side};
}

int Mosaic::cellAt(qreal x, qreal y) const
{
    if (x < 0 || y < 0 || x >= width() || m_pitch <= 0)
        return -1;
    const int column = int(x / m_pitch);
    const int cell = int(y / m_pitch) * m_columns + column;
    return column < m_columns && cell < count() ? cell : -1;
}

QString Mosaic::idAt(int cell) const { return m_model ? m_model->idAt(cell) : QString(); }

int Mosaic::bucketAt(int cell) const { return m_model ? m_model->bucketAt(cell) : -1; }

QString Mosaic::directoryAt(int cell) const
{
    return m_model ? m_model->data(m_model->index(cell), MosaicModel::DirectoryRole).toString() : QString();
}

int Mosaic::walk(int right, int down) const
{
    const int last = count() - 1;
    if (last < 0)
        return -1;
    if (m_current < 0)
        return 0;
    const int to = m_current + right + down * m_columns;
    // Up and down stay in the column: a step that would leave the block is not made.
    return down != 0 && (to < 0 || to > last) ? m_current : qBound(0, to, last);
}

void Mosaic::hover(qreal x, qreal y)
{
    const int cell = cellAt(x, y);
    if (std::exchange(m_hovered, cell) != cell)
        Q_EMIT hoveredChanged();
}

void Mosaic::unhover()
{
    if (std::exchange(m_hovered, -1) != -1)
        Q_EMIT hoveredChanged();
}

void Mosaic::repaintCells(int first, int last)
{
    countFailed();
    const QRect area = box(first).united(box(last)).toAlignedRect().adjusted(-1, -1, 1, 1);
    const bool oneRow = first / m_columns == last / m_columns;
    update(oneRow ? area : QRect(0, area.top(), int(std::ceil(width())), area.height()));
}

const QImage &Mosaic::picture(Mark mark, qreal scale)
{
    const QRgb ground = palette().canvas.rgba();
    if (!qFuzzyCompare(m_pictureScale, scale) || m_pictureGround != ground) {
        m_pictureScale = scale;
        m_pictureGround = ground;
        m_pictures.fill({});
    }
    QImage &image = m_pictures[size_t(mark)];
    if (image.isNull()) {
        const qreal side = std::floor(m_pitch - m_gap);
        const int pixels = qMax(1, int(std::ceil(side * scale)));
        image = QImage(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        paintMark(painter, QRectF(0, 0, side, side), mark, palette());
    }
    return image;
}

/// A frame inside the square, dark within light, so that it stands out on every mark.
void Mosaic::paintSelected(QPainter &painter, const QRectF &target) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().text, 2));
    painter.drawRect(target.adjusted(1, 1, -1, -1));
    painter.setPen(QPen(palette().canvas, 1));
    painter.drawRect(target.adjusted(2.5, 2.5, -2.5, -2.5));
}

void Mosaic::paint(QPainter *painter)
{
    if (!m_model)
        return;
    const QRectF clip = painter->hasClipping() ? painter->clipBoundingRect() : boundingRect();
    const int firstRow = qMax(0, int(clip.top() / m_pitch) - 1);
    const int lastRow = int(clip.bottom() / m_pitch) + 1;
    const int last = qMin(count(), (lastRow + 1) * m_columns);
    const qreal scale = painter->combinedTransform().m11();
    for (int cell = firstRow * m_columns; cell < last; ++cell) {
        const QRectF target = box(cell);
        if (!target.intersects(clip))
            continue;
        const int bucket = m_model->bucketAt(cell);
        painter->drawImage(target, picture(bucket >= 0 && bucket < markCount ? Mark(bucket) : Mark::Other, scale));
        if (!m_selected.isEmpty() && m_selected.contains(m_model->idAt(cell)))
            paintSelected(*painter, target);
    }
}

} // namespace bolt
