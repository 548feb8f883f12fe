// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/held_screen.h"

#include "models/ports/action_gateway.h"

#include <algorithm>

namespace bolt {

HeldScreen::HeldScreen(ActionGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    connect(&gateway, &ActionGateway::changed, this, &HeldScreen::onChanged);
    connect(&gateway, &ActionGateway::bulkChanged, this, &HeldScreen::onBulkChanged);
    connect(&gateway, &ActionGateway::removed, this, [this](const ActionId &id) {
        Held gone;
        gone.action = id;
        take(gone, false);
    });
    connect(&gateway, &ActionGateway::bulkRemoved, this, [this](const BulkId &id) {
        Held gone;
        gone.bulk = id;
        take(gone, false);
    });
    reload();
}

QString HeldScreen::verb() const { return m_held.empty() ? QString() : wordOf(m_held.back().verb); }

bool HeldScreen::undo()
{
    if (m_held.empty())
        return false;
    const Held newest = m_held.back();
    if (newest.bulk.isNull())
        m_gateway.cancel(newest.action);
    else
        m_gateway.abortBulk(newest.bulk);
    // Taken from the list by what the gateway tells; still there, it was too late.
    const bool stays = std::find(m_held.begin(), m_held.end(), newest) != m_held.end();
    if (!stays)
        Q_EMIT undone(wordOf(newest.verb), newest.things);
    return !stays;
}

void HeldScreen::sendNow()
{
    if (m_held.empty())
        return;
    const Held newest = m_held.back();
    if (newest.bulk.isNull())
        m_gateway.retryNow(newest.action);
    else
        m_gateway.retryBulkNow(newest.bulk);
}

void HeldScreen::reload()
{
    m_held.clear();
    for (const ActionStatus &status : m_gateway.actions())
        onChanged(status);
    for (const BulkStatus &status : m_gateway.bulks())
        onBulkChanged(status);
    Q_EMIT changed();
}

void HeldScreen::take(Held held, bool isHeld)
{
    const auto it = std::find_if(m_held.begin(), m_held.end(), [&held](const Held &known) {
        return known.action == held.action && known.bulk == held.bulk;
    });
    if (it == m_held.end()) {
        if (!isHeld)
            return;
        m_held.push_back(std::move(held));
    } else if (!isHeld) {
        m_held.erase(it);
    } else if (*it == held) {
        return;
    } else {
        *it = std::move(held);
    }
    Q_EMIT changed();
}

void HeldScreen::onChanged(const ActionStatus &status)
{
    if (status.bulk)
        return;
    take({status.id, {}, status.command.verb, targetCount(status.command), status.heldUntil},
         isHeld(status) && !isSettled(status.phase));
}

void HeldScreen::onBulkChanged(const BulkStatus &status)
{
    take({{}, status.id, status.verb, status.total, status.heldUntil}, status.held > 0);
}

} // namespace bolt
