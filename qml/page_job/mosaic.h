// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/mosaic_model.h"
#include "qml/kit/mark.h"
#include "qml/kit/themed_item.h"

#include <QImage>
#include <QPointer>
#include <QSet>
#include <array>

namespace bolt {

/// One small square a submission, coloured and shaped by its state. Squares shrink with their number so that 50 and
/// 5,000 are both seen at once; a change repaints the squares that changed and nothing else. Rings around the chosen
/// and the hovered square are the page's, on `currentBox` and `hoveredBox`.
class Mosaic : public bolt::ThemedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bolt::MosaicModel *model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(QString currentId READ currentId WRITE setCurrentId NOTIFY currentChanged FINAL)
    /// Marked by a frame of their own; ids that are not here do no harm.
    Q_PROPERTY(QStringList selectedIds READ selectedIds WRITE setSelectedIds NOTIFY selectedIdsChanged FINAL)
    Q_PROPERTY(int current READ current NOTIFY currentChanged FINAL)
    Q_PROPERTY(QRectF currentBox READ currentBox NOTIFY currentChanged FINAL)
    Q_PROPERTY(int hovered READ hovered NOTIFY hoveredChanged FINAL)
    Q_PROPERTY(QRectF hoveredBox READ hoveredBox NOTIFY hoveredChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY layoutChanged FINAL)
    /// Submissions whose state is failed, whatever their cause: what "retry failed" of the job asks for. The buckets
    /// cannot say it: they hold rejected ones too, and those that wait for a person without having failed.
    Q_PROPERTY(int failedCount READ failedCount NOTIFY failedCountChanged FINAL)
    Q_PROPERTY(int columns READ columns NOTIFY layoutChanged FINAL)
    /// The height the squares should stay within; they go below `smallest` px for nothing.
    Q_PROPERTY(qreal roomHeight READ roomHeight WRITE setRoomHeight NOTIFY layoutChanged FINAL)

public:
    static constexpr int largest = 20;
    static constexpr int smallest = 7;

    explicit Mosaic(QQuickItem *parent = nullptr);
    MosaicModel *model() const { return m_model; }
    void setModel(MosaicModel *model);
    QString currentId() const { return m_currentId; }
    void setCurrentId(const QString &id);
    QStringList selectedIds() const { return m_selectedIds; }
    void setSelectedIds(const QStringList &ids);
    int current() const { return m_current; }
    QRectF currentBox() const { return box(m_current); }
    int hovered() const { return m_hovered; }
    QRectF hoveredBox() const { return box(m_hovered); }
    int count() const { return m_model ? m_model->count() : 0; }
    int failedCount() const { return m_failedCount; }
    int columns() const { return m_columns; }
    qreal roomHeight() const { return m_roomHeight; }
    void setRoomHeight(qreal height);

    /// The square at a point, -1 between and beyond.
    Q_INVOKABLE int cellAt(qreal x, qreal y) const;
    Q_INVOKABLE QString idAt(int cell) const;
    Q_INVOKABLE QString directoryAt(int cell) const;
    Q_INVOKABLE int bucketAt(int cell) const;
    /// Those failedCount counts.
    Q_INVOKABLE QStringList failedIds() const;
    /// The square `right` to the right and `down` below the current one, kept inside; the first one when there is none.
    Q_INVOKABLE int walk(int right, int down) const;
    Q_INVOKABLE void hover(qreal x, qreal y);
    Q_INVOKABLE void unhover();
    QRectF box(int cell) const;
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void modelChanged();
    void currentChanged();
    void selectedIdsChanged();
    void hoveredChanged();
    void layoutChanged();
    void failedCountChanged();

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    void arrange();
    void repaintCells(int first, int last);
    void lookUpCurrent();
    void countFailed();
    void paintSelected(QPainter &painter, const QRectF &target) const;
    const QImage &picture(Mark mark, qreal scale);

    QPointer<MosaicModel> m_model;
    QString m_currentId;
    QStringList m_selectedIds;
    QSet<QString> m_selected;
    int m_current = -1;
    int m_hovered = -1;
    int m_columns = 1;
    int m_failedCount = 0;
    qreal m_pitch = largest;
    qreal m_gap = 3;
    qreal m_roomHeight = 240;
    std::array<QImage, markCount> m_pictures;
    qreal m_pictureScale = 0;
    QRgb m_pictureGround = 0; ///< tells the theme the pictures were made for
};

} // namespace bolt
