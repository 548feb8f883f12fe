// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// Whether anything listens: a screen reader, a tool that drives the desk by names. Names that are put together from
/// many facts are made only then; rows that change all the time would make them for nobody. Main thread.
class Spoken : public QObject, private QAccessible::ActivationObserver
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool active READ active NOTIFY activeChanged FINAL)

public:
    explicit Spoken(QObject *parent = nullptr);
    ~Spoken() override;
    bool active() const { return m_active; }

Q_SIGNALS:
    void activeChanged();

private:
    void accessibilityActiveChanged(bool active) override;

    bool m_active;
};

} // namespace bolt
