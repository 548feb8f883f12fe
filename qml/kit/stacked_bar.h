// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/kit/mark.h"
#include "qml/kit/themed_item.h"

#include <array>

namespace bolt {

/// approved · submitted · skipped · failed · person · retry · now (hatched) · waiting, in one bar. Parts that are not
/// nothing are never thinner than 2 px, so that one failure among 500 is seen. A painted item rather than rectangles:
/// one texture a row, and the software renderer draws it.
class StackedBar : public bolt::ThemedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int approved MEMBER m_approved WRITE setApproved NOTIFY countsChanged FINAL)
    Q_PROPERTY(int submitted MEMBER m_submitted WRITE setSubmitted NOTIFY countsChanged FINAL)
    Q_PROPERTY(int failed MEMBER m_failed WRITE setFailed NOTIFY countsChanged FINAL)
    Q_PROPERTY(int retrying MEMBER m_retrying WRITE setRetrying NOTIFY countsChanged FINAL)
    Q_PROPERTY(int manual MEMBER m_manual WRITE setManual NOTIFY countsChanged FINAL)
    Q_PROPERTY(int inFlight MEMBER m_inFlight WRITE setInFlight NOTIFY countsChanged FINAL)
    Q_PROPERTY(int skipped MEMBER m_skipped WRITE setSkipped NOTIFY countsChanged FINAL)
    /// Of all parts with the waiting ones; less than the sum of the parts is taken as the sum.
    Q_PROPERTY(int total MEMBER m_total WRITE setTotal NOTIFY countsChanged FINAL)

public:
    struct Part
    {
        Mark mark;
        qreal from;
        qreal to;
    };
    explicit StackedBar(QQuickItem *parent = nullptr);
    void setApproved(int n) { set(m_approved, n); }
    void setSubmitted(int n) { set(m_submitted, n); }
    void setFailed(int n) { set(m_failed, n); }
    void setRetrying(int n) { set(m_retrying, n); }
    void setManual(int n) { set(m_manual, n); }
    void setInFlight(int n) { set(m_inFlight, n); }
    void setSkipped(int n) { set(m_skipped, n); }
    void setTotal(int n) { set(m_total, n); }
    /// The parts from left to right in pixels of a bar this wide; those of no length are left out.
    QList<Part> parts(qreal length) const;
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void countsChanged();

private:
    void set(int &member, int value);

    int m_approved = 0, m_submitted = 0, m_failed = 0, m_retrying = 0, m_manual = 0, m_inFlight = 0, m_skipped = 0;
    int m_total = 0;
};

} // namespace bolt
