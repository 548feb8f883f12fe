// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/kit/themed_item.h"

namespace bolt {

/// One state as a small square, as in the mosaic and its legend. `bucket` is a JobCounts::Bucket.
class StateMark : public bolt::ThemedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int bucket READ bucket WRITE setBucket NOTIFY bucketChanged FINAL)

public:
    explicit StateMark(QQuickItem *parent = nullptr);
    int bucket() const { return m_bucket; }
    void setBucket(int bucket);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void bucketChanged();

private:
    int m_bucket = 0;
};

} // namespace bolt
