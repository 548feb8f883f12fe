// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/bulk_screen.h"

#include "models/ports/action_gateway.h"
#include "models/screens/actions_screen.h"
#include "models/tables/bulks_model.h"
#include "models/tables/refusals_model.h"

#include <algorithm>

namespace bolt {

namespace {

QString endOf(BulkStatus::Phase phase)
{
    switch (phase) {
    case BulkStatus::Phase::Aborted:
        return QStringLiteral("aborted");
    case BulkStatus::Phase::Expired:
        return QStringLiteral("expired");
    default:
        return QStringLiteral("finished");
    }
}

} // namespace

BulkScreen::BulkScreen(const Store &store, ActionGateway &gateway, const ActionsScreen &actions, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_actions(actions)
    , m_model(new BulksModel(gateway, this))
    , m_refusals(new RefusalsModel(store, this))
{
    connect(m_model, &BulksModel::figuresChanged, this, &BulkScreen::figuresChanged);
    connect(&gateway, &ActionGateway::bulkChanged, this, &BulkScreen::onChanged);
    connect(&gateway, &ActionGateway::bulkRemoved, this, [this](const BulkId &id) {
        m_open.remove(id);
        m_known.remove(id);
        if (id.toString() == m_refusalsOf)
            setRefusalsOf({});
    });
    connect(&gateway, &ActionGateway::changed, this, [this](const ActionStatus &status) {
        if (status.id.toString() == m_refusalsOf)
            list();
    });
    connect(&gateway, &ActionGateway::removed, this, [this](const ActionId &id) {
        if (id.toString() == m_refusalsOf)
            setRefusalsOf({});
    });
    reload();
}

int BulkScreen::waiting() const { return m_model->waiting(); }

int BulkScreen::refused() const { return m_model->refused(); }

int BulkScreen::currentRow() const { return m_model->firstUnsettled(); }

int BulkScreen::possible(const QString &verb, const QStringList &ids) const
{
    return int(std::count_if(ids.begin(), ids.end(),
                             [&](const QString &id) { return m_actions.whyNotFor(verb, id).isEmpty(); }));
}

bool BulkScreen::run(const QString &word, const QStringList &ids, int priority)
{
    const auto verb = verbFromWord(word);
    if (!verb)
        return false;
    BulkCommand command;
    command.verb = *verb;
    if (*verb == Command::Verb::ChangePriority && priority >= 0)
        command.priorityOverride = priority;
    const bool ofSubmissions = word.startsWith(u"submissions.");
    for (const QString &id : ids) {
        if (!m_actions.whyNotFor(word, id).isEmpty())
            continue;
        if (ofSubmissions)
            command.submissions.push_back(SubmissionId::parse(id));
        else
            command.jobs.push_back(JobId::parse(id));
    }
    return command.size() > 0 && !m_gateway.submitBulk(std::move(command)).isNull();
}

void BulkScreen::pause(const QString &id) { m_gateway.pauseBulk(BulkId::parse(id)); }

void BulkScreen::resume(const QString &id) { m_gateway.resumeBulk(BulkId::parse(id)); }

void BulkScreen::abort(const QString &id) { m_gateway.abortBulk(BulkId::parse(id)); }

void BulkScreen::retryNow(const QString &id) { m_gateway.retryBulkNow(BulkId::parse(id)); }

bool BulkScreen::renew(const QString &id) { return m_gateway.renewBulk(BulkId::parse(id)); }

void BulkScreen::dismiss(const QString &id) { m_gateway.dismissBulk(BulkId::parse(id)); }

QString BulkScreen::refusalsText() const { return m_refusals->text(); }

void BulkScreen::setRefusalsOf(const QString &id)
{
    if (id == m_refusalsOf)
        return;
    m_refusalsOf = id;
    list();
    Q_EMIT refusalsOfChanged();
}

void BulkScreen::list()
{
    if (m_refusalsOf.isEmpty())
        return m_refusals->setLines({});
    if (const BulkStatus *bulk = m_model->find(BulkId::parse(m_refusalsOf)))
        return m_refusals->setLines(bulk->rejected);
    for (const ActionStatus &action : m_gateway.actions()) {
        if (action.id.toString() == m_refusalsOf)
            return m_refusals->setLines(bolt::refusalsOf(action));
    }
    m_refusals->setLines({});
}

void BulkScreen::reload()
{
    setRefusalsOf({});
    m_model->reload();
    m_open.clear();
    m_known.clear();
    for (const BulkStatus &status : m_gateway.bulks())
        (status.settled ? m_known : m_open).insert(status.id);
}

/// As with single actions: only an end that came while this desk looked on is news.
void BulkScreen::onChanged(const BulkStatus &status)
{
    if (status.id.toString() == m_refusalsOf)
        list();
    if (!status.settled) {
        m_open.insert(status.id);
        m_known.remove(status.id);
        return;
    }
    const bool news = m_open.remove(status.id);
    const bool known = m_known.contains(status.id);
    m_known.insert(status.id);
    if (!news) {
        if (!known)
            Q_EMIT recalled(status);
        return;
    }
    Q_EMIT announced(endOf(status.phase), wordOf(status.verb), status.applied, status.refused,
                     status.untouched + status.expired);
    Q_EMIT settled(status);
}

} // namespace bolt
