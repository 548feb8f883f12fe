// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/diagnostics_text.h"

#include <QRegularExpression>
#include <algorithm>

namespace bolt {

namespace {

QString word(LinkPhase phase)
{
    switch (phase) {
    case LinkPhase::Offline:
        return QStringLiteral("offline");
    case LinkPhase::Connecting:
        return QStringLiteral("connecting");
    case LinkPhase::Joining:
        return QStringLiteral("joining");
    case LinkPhase::AwaitLive:
        return QStringLiteral("await live");
    case LinkPhase::CatchUp:
        return QStringLiteral("catch up");
    case LinkPhase::Live:
        return QStringLiteral("live");
    case LinkPhase::SignedOut:
        return QStringLiteral("signed out");
    case LinkPhase::Denied:
        return QStringLiteral("denied");
    case LinkPhase::Polling:
        return QStringLiteral("polling");
    }
    return {};
}

QString when(const std::optional<Instant> &at) { return at ? formatInstant(*at) : QStringLiteral("never"); }

class Lines
{
public:
    void add(const char *name, const QString &value)
    {
        m_text += QString::fromLatin1(name).leftJustified(20) + value + u'\n';
    }
    void add(const char *name, qint64 value) { add(name, QString::number(value)); }
    QString take() { return std::move(m_text); }

private:
    QString m_text;
};

QString tableLine(const TableHealth &table)
{
    const auto all = table.ofAbout();
    const QString state = table.absent        ? QStringLiteral("not at the server")
                          : table.unpublished ? QStringLiteral("not published, %1").arg(word(table.phase))
                                              : word(table.phase);
    return QStringLiteral("%1, %2, %3%4 rows, as of %5%6%7")
        .arg(state, table.complete ? QStringLiteral("complete") : QStringLiteral("incomplete"),
             QString::number(table.rows), all ? QStringLiteral(" of about %1").arg(*all) : QString(), when(table.asOf),
             table.trouble.empty() ? QString() : QStringLiteral(": ") + plainWords(table.trouble),
             table.unreadable > 0 ? QStringLiteral(", %1 unreadable: ").arg(table.unreadable) + table.unreadableFirst
                                  : QString());
}

void addOutbox(Lines &lines, const std::vector<ActionStatus> &outbox)
{
    using Phase = ActionStatus::Phase;
    const auto count = [&outbox](auto is) { return qint64(std::count_if(outbox.begin(), outbox.end(), is)); };
    const auto in = [&count](Phase phase) {
        return count([phase](const ActionStatus &a) { return a.phase == phase; });
    };
    lines.add("outbox", qint64(outbox.size()));
    lines.add("  in bulk", count([](const ActionStatus &a) { return a.bulk.has_value(); }));
    lines.add("  waiting", in(Phase::Waiting));
    lines.add("  being sent", in(Phase::Sending));
    lines.add("  unknown", in(Phase::Unknown));
    lines.add("  refused", in(Phase::Refused) + in(Phase::PartlyApplied));
    lines.add("  expired", in(Phase::Expired));
    std::optional<Instant> oldest;
    for (const ActionStatus &a : outbox) {
        if (!isSettled(a.phase) && (!oldest || a.createdAt < *oldest))
            oldest = a.createdAt;
    }
    lines.add("  oldest unsettled", oldest ? formatInstant(*oldest) : QStringLiteral("none"));
}

} // namespace

QString withoutSecrets(QString text)
{
    static const QRegularExpression token(
        QStringLiteral("eyJ[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*)*|sb_(publishable|secret)_[A-Za-z0-9_-]+"));
    static const QRegularExpression pair(QStringLiteral(
        "(?i)\\b((?:api|anon|service)[_-]?key|(?:access|refresh)[_-]?token|authorization|bearer|password|"
        "jwt|token|secret)\\b[\"']?(\\s*[=:]\\s*|\\s+)[\"']?(bearer\\s+)?\\S+"));
    static const QRegularExpression user(QStringLiteral("(\\w+://)[^/\\s@]*@"));
    static const QRegularExpression email(QStringLiteral("[^\\s<>\"'=,;:/?&@]+(@|%40)[^\\s<>\"'=,;:/?&@]+"));
    text.replace(user, QStringLiteral("\\1"));
    text.replace(email, QStringLiteral("…"));
    text.replace(pair, QStringLiteral("\\1=…"));
    text.replace(token, QStringLiteral("…"));
    return text;
}

QString diagnosticsText(const LinkHealth &h, const std::vector<ActionStatus> &outbox, Instant now,
                        const QString &drawnBy)
{
    static constexpr const char *names[tableCount]{"  packages", "  customers",   "  directories", "  workers",
                                                   "  jobs",     "  submissions", "  attempts"};
    Lines lines;
    lines.add("BoltDesk", QStringLiteral(BOLT_VERSION));
    lines.add("at", formatInstant(now));
    if (!drawnBy.isEmpty())
        lines.add("drawn by", drawnBy);
    lines.add("phase", word(h.phase));
    lines.add("since", when(h.since));
    lines.add("reason", h.reason.empty() ? QStringLiteral("none") : plainWords(h.reason));
    lines.add("next try", when(h.nextTry));
    if (h.pollEvery)
        lines.add("polled every s", qint64(h.pollEvery->count()));
    lines.add("data as of", when(h.asOf));
    lines.add("last event", when(h.lastEventAt));
    lines.add("last tick", when(h.lastTickAt));
    lines.add("latency ms", h.latencyMs ? QString::number(*h.latencyMs) : QStringLiteral("unknown"));
    lines.add("  measured", when(h.latencyAt));
    lines.add("no answer since", h.silentSince ? formatInstant(*h.silentSince) : QStringLiteral("it answers"));
    lines.add("events per second", QString::number(h.eventsPerSecond, 'f', 1));
    lines.add("events", h.events);
    lines.add("bytes in", h.bytesIn);
    lines.add("reconnects", h.reconnects);
    lines.add("catch-ups", h.catchUps);
    lines.add("dirty fetches", h.dirtyFetches);
    lines.add("degraded", h.degraded);
    lines.add("garbage", h.garbage);
    lines.add("dropped", h.dropped);
    lines.add("replica bytes", h.replicaBytes < 0 ? QStringLiteral("no replica") : QString::number(h.replicaBytes));
    lines.add("replica notice", h.replicaNotice.isEmpty() ? QStringLiteral("none") : h.replicaNotice);
    lines.add("subscriptions", h.subscriptions.join(QStringLiteral(", ")));
    for (int i = 0; i < tableCount; ++i)
        lines.add(names[i], tableLine(h.tables[size_t(i)]));
    if (h.uncheckable)
        lines.add("server set-up", QStringLiteral("cannot be checked"));
    for (const SetupLack &lack : h.lacks)
        lines.add("server lacks", lack.problem);
    addOutbox(lines, outbox);
    for (const PastReason &past : h.recentReasons)
        lines.add("earlier", formatInstant(std::chrono::floor<Seconds>(past.at)) + u' ' + plainWords(past.why));
    return withoutSecrets(lines.take());
}

} // namespace bolt
