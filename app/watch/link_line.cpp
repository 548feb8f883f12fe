// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/link_line.h"

#include "app/watch/record_json.h"

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array phaseWords{"offline", "connecting", "joining", "waiting for live", "catching up",
                                "live",    "signed out", "denied",  "polling"};

/// Empty: it is as the link is.
QString tableWords(const LinkHealth &h, const TableHealth &table)
{
    using Phase = LinkPhase;
    const bool served = table.phase >= Phase::CatchUp && table.phase != Phase::SignedOut;
    if (!served)
        return {};
    if (table.absent)
        return u" is not on the server"_s;
    if (!table.trouble.empty() && table.trouble != h.reason)
        return u": "_s + plainWords(table.trouble);
    if (table.phase == Phase::Polling && h.phase == Phase::Live && h.pollEvery)
        return u" every %1 s"_s.arg(h.pollEvery->count());
    return {};
}

} // namespace

QLatin1StringView phaseWord(LinkPhase phase) { return QLatin1StringView(phaseWords[size_t(phase)]); }

QString linkLine(const LinkHealth &h)
{
    QString line = phaseWord(h.phase);
    if (h.phase == LinkPhase::Polling && h.pollEvery)
        line = u"every %1 s"_s.arg(h.pollEvery->count());
    if (h.silentSince)
        line = u"no answer since %1"_s.arg(formatInstant(std::chrono::floor<Millis>(*h.silentSince)));
    if (!h.reason.empty())
        line += u": "_s + plainWords(h.reason);
    for (int i = 0; i < tableCount; ++i) {
        const TableHealth &table = h.tables[size_t(i)];
        if (table.unreadable > 0)
            line += u"; %1 rows of %2 cannot be read (%3)"_s.arg(table.unreadable)
                        .arg(tableName(Table(i)), table.unreadableFirst);
        if (const QString words = tableWords(h, table); !words.isEmpty())
            line += u"; "_s + tableName(Table(i)) + words;
    }
    return line;
}

/// Ended attempts are there only where live.sql was run; without them none is missing.
bool isUnread(const LinkHealth &h, Table which)
{
    const TableHealth &table = h.tables[size_t(which)];
    return table.phase == LinkPhase::Denied || (table.absent ? which != Table::Attempts : !table.complete);
}

} // namespace bolt
