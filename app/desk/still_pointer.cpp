// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/still_pointer.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QQuickWindow>

namespace bolt {

StillPointer::StillPointer(QQuickWindow &window)
    : QObject(&window)
    , m_window(window)
{
    window.installEventFilter(this);
    connect(&window, &QQuickWindow::afterAnimating, this, &StillPointer::onFrame);
}

bool StillPointer::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
        m_at = static_cast<QSinglePointEvent *>(event)->position();
        m_frames = 0;
        break;
    case QEvent::Leave:
        m_at.reset();
        break;
    default:
        break;
    }
    return false;
}

void StillPointer::onFrame()
{
    if (!m_at || QGuiApplication::mouseButtons() != Qt::NoButton || ++m_frames < frames)
        return;
    m_frames = 0;
    // Posted: a frame is being made.
    QCoreApplication::postEvent(&m_window,
                                new QMouseEvent(QEvent::MouseMove, *m_at, *m_at, m_window.mapToGlobal(*m_at),
                                                Qt::NoButton, Qt::NoButton, QGuiApplication::keyboardModifiers()));
}

} // namespace bolt
