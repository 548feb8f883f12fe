// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/bulk_screen.h"

#include "models/ports/action_gateway.h"
#include "models/screens/actions_screen.h"
#include "models/tables/bulks_model.h"
#include "models/tables/refusals_model.h"

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
    , m_store(store)
    , m_gateway(gateway)
    , m_actions(actions)
    , m_model(new BulksModel(gateway, this))
    , m_refusals(new RefusalsModel(store, this))
    , m_preview(new PreviewScreen(this))
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

BulkOffer BulkScreen::offer(const QString &word, const QStringList &ids) const
{
    BulkOffer offer;
    const auto verb = verbFromWord(word);
    if (!verb)
        return offer;
    const Preview counted = previewOf(m_store, m_actions, *verb, ids, Preview::Depth::Counts);
    offer.count = counted.count();
    offer.asks = confirmationFor(*verb, counted.count()) != Confirmation::None;
    offer.left = PreviewLines::of(counted.left);
    return offer;
}

bool BulkScreen::ask(const QString &word, const QStringList &ids, int priority)
{
    const auto verb = verbFromWord(word);
    if (!verb)
        return false;
    Preview preview = previewOf(m_store, m_actions, *verb, ids, Preview::Depth::All);
    if (preview.count() == 0) {
        Q_EMIT denied(word, preview.left.empty() ? QStringLiteral("nothing-failed") : preview.left.front().first);
        return false;
    }
    if (*verb == Command::Verb::ChangePriority && priority >= 0)
        preview.command.priorityOverride = priority;
    const Confirmation how = confirmationFor(*verb, preview.count());
    if (how == Confirmation::None)
        send(preview.command);
    else
        m_preview->show(std::move(preview), how, m_actions.place());
    return true;
}

bool BulkScreen::confirm(const QString &typed)
{
    if (!m_preview->isOpen() || typed.trimmed() != m_preview->mustType())
        return false;
    m_preview->close();
    send(m_preview->preview().command);
    return true;
}

void BulkScreen::refuse() { m_preview->close(); }

void BulkScreen::send(const BulkCommand &command)
{
    if (command.size() > 1) {
        m_gateway.submitBulk(command);
        return;
    }
    Command one;
    one.verb = command.verb;
    one.submissions = command.submissions;
    if (!command.jobs.empty())
        one.job = command.jobs.front();
    one.priorityOverride = command.priorityOverride;
    m_gateway.submit(std::move(one));
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
    m_preview->close();
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
