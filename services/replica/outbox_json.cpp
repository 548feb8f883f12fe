// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/outbox_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array phases{"waiting"_L1, "sending"_L1, "unknown"_L1,   "applied"_L1,
                            "partly"_L1,  "refused"_L1, "cancelled"_L1, "expired"_L1};
constexpr std::array kinds{"invalid"_L1,  "unauthorized"_L1, "forbidden"_L1,  "not_found"_L1,
                           "conflict"_L1, "too_large"_L1,    "rate_limit"_L1, "network"_L1,
                           "server"_L1,   "storage"_L1,      "cancelled"_L1,  "internal"_L1};

/// What a damaged file may ask for.
constexpr Millis mostHold = Seconds(60);
constexpr std::array wishes{"go"_L1, "hold"_L1, "abort"_L1};

template<class List>
int indexOf(const List &list, const QString &word)
{
    for (size_t i = 0; i < list.size(); ++i) {
        if (word == list[i])
            return int(i);
    }
    return -1;
}

QJsonObject commandJson(const Command &c)
{
    QJsonObject o{{u"verb"_s, wordOf(c.verb)}};
    QJsonArray ids;
    for (const auto &id : c.submissions)
        ids.append(id.toString());
    if (!ids.isEmpty())
        o.insert(u"submissions"_s, ids);
    if (!c.job.isNull())
        o.insert(u"job"_s, c.job.toString());
    if (c.priorityOverride)
        o.insert(u"priority_override"_s, *c.priorityOverride);
    return o;
}

std::optional<Command> commandFrom(const QJsonObject &o)
{
    const auto verb = verbFromWord(o.value(u"verb").toString());
    if (!verb)
        return {};
    Command c;
    c.verb = *verb;
    for (const auto &id : o.value(u"submissions").toArray()) {
        c.submissions.push_back(SubmissionId::parse(id.toString()));
        if (c.submissions.back().isNull())
            return {};
    }
    c.job = JobId::parse(o.value(u"job").toString());
    if (o.contains(u"priority_override"))
        c.priorityOverride = o.value(u"priority_override").toInt();
    return c;
}

/// Only what is there is written: most actions are no part of anything and in no doubt.
void writeBulk(QJsonObject &o, const ActionStatus &s)
{
    if (s.inDoubt)
        o.insert(u"in_doubt"_s, true);
    if (s.renewedAt)
        o.insert(u"renewed_at"_s, formatInstant(*s.renewedAt));
    if (isHeld(s))
        o.insert(u"hold_ms"_s, double(s.hold.count()));
    if (s.settledAt)
        o.insert(u"settled_at"_s, formatInstant(*s.settledAt));
    if (s.bulk)
        o.insert(u"bulk"_s, QJsonObject{{u"id"_s, s.bulk->id.toString()}, {u"wish"_s, wishes[size_t(s.bulk->wish)]}});
}

void readBulk(const QJsonObject &o, ActionStatus &s)
{
    s.inDoubt = o.value(u"in_doubt").toBool();
    s.renewedAt = parseInstant(o.value(u"renewed_at").toString());
    if (!isSettled(s.phase))
        s.hold = Millis(std::clamp(o.value(u"hold_ms").toInteger(), qint64(0), qint64(mostHold.count())));
    s.settledAt = parseInstant(o.value(u"settled_at").toString());
    const QJsonObject bulk = o.value(u"bulk").toObject();
    if (bulk.isEmpty())
        return;
    // A wish of a newer program is not a leave to send.
    const int wish = indexOf(wishes, bulk.value(u"wish").toString());
    s.bulk =
        BulkPart{BulkId::parse(bulk.value(u"id").toString()), wish < 0 ? BulkPart::Wish::Hold : BulkPart::Wish(wish)};
}

} // namespace

QByteArray outboxBody(const ActionStatus &s)
{
    QJsonObject o{{u"id"_s, s.id.toString()},
                  {u"command"_s, commandJson(s.command)},
                  {u"phase"_s, phases[size_t(s.phase)]},
                  {u"applied"_s, s.applied},
                  {u"tries"_s, s.tries},
                  {u"created_at"_s, formatInstant(s.createdAt)}};
    QJsonArray rejected;
    for (const Rejection &r : s.rejected)
        rejected.append(QJsonObject{{u"id"_s, r.id}, {u"code"_s, r.code}, {u"message"_s, r.message}});
    if (!rejected.isEmpty())
        o.insert(u"rejected"_s, rejected);
    if (s.error)
        o.insert(u"error"_s, QJsonObject{{u"kind"_s, kinds[size_t(s.error->kind)]},
                                         {u"code"_s, s.error->code},
                                         {u"message"_s, s.error->message}});
    writeBulk(o, s);
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

std::optional<ActionStatus> actionFromBody(const QByteArray &body)
{
    const QJsonObject o = QJsonDocument::fromJson(body).object();
    const auto command = commandFrom(o.value(u"command").toObject());
    const auto created = parseInstant(o.value(u"created_at").toString());
    const int phase = indexOf(phases, o.value(u"phase").toString());
    ActionStatus s;
    s.id = ActionId::parse(o.value(u"id").toString());
    if (!command || !created || phase < 0 || s.id.isNull())
        return {};
    s.command = *command;
    s.createdAt = *created;
    s.phase = ActionStatus::Phase(phase);
    s.applied = o.value(u"applied").toInt();
    s.tries = o.value(u"tries").toInt();
    for (const auto &entry : o.value(u"rejected").toArray()) {
        const QJsonObject r = entry.toObject();
        s.rejected.push_back({r.value(u"id").toString(), r.value(u"code").toString(), r.value(u"message").toString()});
    }
    if (const QJsonObject e = o.value(u"error").toObject(); !e.isEmpty()) {
        const int kind = indexOf(kinds, e.value(u"kind").toString());
        s.error = Error{kind < 0 ? Error::Kind::Internal : Error::Kind(kind),
                        e.value(u"code").toString(),
                        e.value(u"message").toString(),
                        {},
                        0};
    }
    readBulk(o, s);
    return s;
}

} // namespace bolt
