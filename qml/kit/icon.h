// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// One icon of resources/icons in one colour. The drawings are black; the colour is laid over their shape, because no
/// effect that tints works in Qt 6.4 with every renderer. Rendered once a (name, size, colour) and shared.
class Icon : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged FINAL)
    Q_PROPERTY(QColor colour READ colour WRITE setColour NOTIFY colourChanged FINAL)

public:
    explicit Icon(QQuickItem *parent = nullptr);
    QString name() const { return m_name; }
    void setName(const QString &name);
    QColor colour() const { return m_colour; }
    void setColour(const QColor &colour);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void nameChanged();
    void colourChanged();

private:
    QString m_name;
    QColor m_colour;
};

} // namespace bolt
