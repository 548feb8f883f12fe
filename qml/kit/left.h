// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QQmlParserStatus>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class Format;

/// How long is left until something is due, by the view's clock: Format.left() that is worked out only when its words
/// change, as Ago is for what is past. Main thread.
class Left : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(double at READ at WRITE setAt NOTIFY atChanged FINAL)
    Q_PROPERTY(QString text READ text NOTIFY told FINAL)
    Q_PROPERTY(bool soon READ isSoon NOTIFY told FINAL) ///< in less than four hours, or over
    Q_PROPERTY(bool over READ isOver NOTIFY told FINAL)

public:
    using QObject::QObject;
    double at() const { return m_at; }
    void setAt(double at);
    QString text() const { return m_text; }
    bool isSoon() const { return m_soon; }
    bool isOver() const { return m_over; }
    void classBegin() override {}
    void componentComplete() override;

Q_SIGNALS:
    void atChanged();
    void told();

private:
    void tick();
    void tell();

    QPointer<Format> m_format;
    double m_at = 0;
    double m_from = 0; ///< the words hold from then
    double m_to = 0;   ///< until then
    QString m_text;
    bool m_soon = false;
    bool m_over = false;
};

} // namespace bolt
