// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/shop.h"

#include <QTimer>
#include <QUuid>
#include <algorithm>
#include <array>

namespace bolt::workers {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array<QStringView, 12> places{u"Harbour",       u"Maple Street", u"Northgate", u"Riverside",
                                             u"Old Town",      u"Hillside",     u"Station",   u"Lakeview",
                                             u"Market Square", u"Elm Park",     u"Westend",   u"Seaside"};
constexpr std::array<QStringView, 12> trades{u"Bakery",     u"Dental Care", u"Plumbing",   u"Yoga",
                                             u"Law Office", u"Bike Repair", u"Florist",    u"Accounting",
                                             u"Roofing",    u"Bistro",      u"Print Shop", u"Physiotherapy"};
/// One customer every so often, however hungry the fleet is: public calls have a rate.
constexpr int pauseMs = 20'000;

QString packageFor(double roll)
{
    if (roll < 0.50)
        return u"starter"_s;
    if (roll < 0.82)
        return u"growth"_s;
    return roll < 0.98 ? u"professional"_s : u"enterprise"_s;
}

} // namespace

Shop::Shop(WorkerClient &client, Luck luck)
    : m_client(client)
    , m_luck(luck)
{
}

void Shop::letIn()
{
    if (m_busy)
        return;
    m_busy = true;
    const QString name =
        places[m_luck.next() % places.size()].toString() + u' ' + trades[m_luck.next() % trades.size()].toString();
    const QString package = packageFor(m_luck.unit());
    // Not of the seed: a fleet that is started again meets the customers of its last life.
    const QString unique = QUuid::createUuid().toString(QUuid::Id128).left(8);
    const QString host = name.toLower().replace(u' ', u'-') + u'-' + unique + u".example"_s;
    const QJsonObject business{{u"name"_s, name},
                               {u"phone"_s, u"+1 555 01%1"_s.arg(m_luck.next() % 100, 2, 10, QChar(u'0'))},
                               {u"description"_s, name + u", for the whole neighbourhood."_s}};
    const QJsonObject body{{u"email"_s, u"owner@"_s + host},
                           {u"company_name"_s, name},
                           {u"website"_s, u"https://"_s + host},
                           {u"package_id"_s, package},
                           {u"business_data"_s, business}};
    m_client.postPublic(u"customers/register", body, this, [this, package](const WorkerClient::Answer &answer) {
        if (!answer.ok())
            return leave(answer);
        buy(answer.body.value("customer_id"_L1).toString(), package);
    });
}

void Shop::buy(const QString &customer, const QString &package)
{
    const QJsonObject body{{u"customer_id"_s, customer}, {u"package_id"_s, package}};
    m_client.postPublic(u"queue/submit", body, this, [this](const WorkerClient::Answer &answer) {
        if (answer.ok())
            Q_EMIT bought();
        leave(answer);
    });
}

void Shop::leave(const WorkerClient::Answer &answer)
{
    QTimer::singleShot(std::max(pauseMs, answer.retryAfter * 1000), this, [this] { m_busy = false; });
}

} // namespace bolt::workers
