// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <optional>

class QQuickWindow;

namespace bolt {

/// Keeps a window that is only looked at from growing. Qt 6.4 notes each hover handler under the pointer with each
/// frame, in a list that only an event of the pointer clears: without one, megabytes an hour. A pointer that lies still
/// is told so again, where it lies, after so many frames. Main thread; belongs to the window.
class StillPointer final : public QObject
{
    Q_OBJECT
public:
    static constexpr int frames = 100;

    explicit StillPointer(QQuickWindow &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onFrame();

    QQuickWindow &m_window;
    std::optional<QPointF> m_at; ///< nothing: it is not over the window
    int m_frames = 0;            ///< since the pointer was last heard of
};

} // namespace bolt
