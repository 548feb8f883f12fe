// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/alert.h"

#include "models/domain/error_code.h"

#include <algorithm>
#include <tuple>

namespace bolt {

bool comesBefore(const Alert &a, const Alert &b)
{
    return std::tie(a.kind, a.rank, a.subject, a.key) < std::tie(b.kind, b.rank, b.subject, b.key);
}

namespace {

AlertGroup::Cause causeOf(const QString &code)
{
    if (code == u"CAPTCHA")
        return AlertGroup::Captcha;
    switch (errorClass(code)) {
    case ErrorClass::Transient:
        return AlertGroup::NoAnswer;
    case ErrorClass::SiteChanged:
        return AlertGroup::FormChanged;
    default:
        return AlertGroup::OtherCause;
    }
}

} // namespace

AlertGroup::AlertGroup(const std::vector<const Alert *> &alerts, int newState)
    : of(alerts.front()->kind)
    , state(newState)
    , size(int(alerts.size()))
    , last(*alerts.back(), newState)
{
    const auto shown = std::min<size_t>(topSize, alerts.size());
    for (size_t i = 0; i < shown; ++i)
        items.append(AlertItem(*alerts[i], newState));
    if (of == AlertKind::CircuitOpen)
        causes.fill(0, CauseCount);
    for (const Alert *alert : alerts) {
        severity = std::max(severity, alert->severity);
        longest = std::max(longest, alert->minutes);
        if (!causes.isEmpty())
            ++causes[causeOf(alert->code)];
    }
}

QVariantList AlertGroup::top() const
{
    QVariantList list;
    for (const AlertItem &item : items)
        list.append(QVariant::fromValue(item));
    return list;
}

} // namespace bolt
