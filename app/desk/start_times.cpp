// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/start_times.h"

#include "models/screens/connection_screen.h"
#include "models/screens/desk.h"
#include "models/screens/live_screen.h"
#include "models/tables/jobs_view.h"

#include <QQuickWindow>

namespace bolt {

using namespace Qt::StringLiterals;

StartTimes::StartTimes(Desk &desk, QQuickWindow &window, std::chrono::steady_clock::time_point begun, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_begun(begun)
{
    // Queued where the frame is drawn by a thread of its own.
    connect(&window, &QQuickWindow::frameSwapped, this, &StartTimes::frame);
}

void StartTimes::frame()
{
    const auto after =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_begun);
    const bool rows = m_desk.live()->jobs()->rowCount() > 0;
    const bool live = m_desk.connection()->phase() == ConnectionScreen::Live;
    for (const auto &[what, there] :
         {std::pair(u"window"_s, true), std::pair(u"rows"_s, rows), std::pair(u"live"_s, rows && live)}) {
        const int bit = what == u"window"_s ? 1 : what == u"rows"_s ? 2 : 4;
        if (!there || (m_reached & bit))
            continue;
        m_reached |= bit;
        Q_EMIT reached(what, after);
    }
    if (m_reached == 7)
        disconnect(sender(), nullptr, this, nullptr);
}

} // namespace bolt
