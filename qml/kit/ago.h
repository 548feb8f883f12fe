// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QQmlParserStatus>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class Format;

/// How long ago something was, by the view's clock: Format.ago() that is worked out only when its words change, so that
/// a list of old things costs nothing a second. Main thread.
class Ago : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(double at READ at WRITE setAt NOTIFY atChanged FINAL)
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL)

public:
    using QObject::QObject;
    double at() const { return m_at; }
    void setAt(double at);
    QString text() const { return m_text; }
    void classBegin() override {}
    void componentComplete() override;
    /// The finest unit that Format says at this distance; all in milliseconds.
    static double stepAt(double distance);
    /// When words that change at this time are written anew: on the next whole five or ten seconds, so that all of them
    /// change together, in one frame.
    static double toldFrom(double at, double together);

Q_SIGNALS:
    void atChanged();
    void textChanged();

private:
    void tick();
    void tell();

    QPointer<Format> m_format;
    double m_at = 0;
    double m_from = 0; ///< the words hold from then
    double m_to = 0;   ///< until then
    QString m_text;
};

} // namespace bolt
