// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

namespace bolt {

class Desk;

/// Writes what the window shows into a file, four times a second and whole each time: eyes for a journey test. Main
/// thread.
class StateFile final : public QObject
{
    Q_OBJECT
public:
    StateFile(const Desk &desk, QString path, QObject *parent = nullptr);

    /// The element that has the keyboard, by its accessible or object name.
    void setFocusSource(std::function<QString()> focus) { m_focus = std::move(focus); }

private:
    void write();

    const Desk &m_desk;
    QString m_path;
    QTimer m_timer;
    std::function<QString()> m_focus;
};

} // namespace bolt
