// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link.h"

#include <functional>

namespace bolt {

/// What main knows of the link: the last LinkHealth that the wire thread told. Main thread.
class LiveLink final : public Link
{
    Q_OBJECT
public:
    using Link::Link;

    const LinkHealth &health() const override { return m_health; }
    void refresh() override
    {
        if (m_onRefresh)
            m_onRefresh();
    }

    void wipeCopy() override
    {
        if (m_onWipe)
            m_onWipe();
    }

    void loadOlder() override
    {
        if (m_onOlder)
            m_onOlder();
    }

    void setOnRefresh(std::function<void()> fn) { m_onRefresh = std::move(fn); }
    void setOnWipe(std::function<void()> fn) { m_onWipe = std::move(fn); }
    void setOnOlder(std::function<void()> fn) { m_onOlder = std::move(fn); }
    void setHealth(LinkHealth health);
    /// So does main alone know that no more may be kept.
    void setAtLimit(bool at);
    /// The replica's part, which the wire thread does not know.
    void setReplica(qint64 bytes, const QString &notice);
    /// What the server said of its set-up; `uncheckable`: it cannot say.
    void setLacks(std::vector<SetupLack> lacks, bool uncheckable);

private:
    LinkHealth m_health;
    std::function<void()> m_onRefresh;
    std::function<void()> m_onWipe;
    std::function<void()> m_onOlder;
};

} // namespace bolt
