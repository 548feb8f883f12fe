// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/seed/extras.h"

#include <algorithm>

namespace bolt::backend {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr int openCircuits = 5;

void openCircuit(Database &db, Picks &picks, const SeedSite &site, Instant now)
{
    const Instant openedAt = now - picks.between(minutes(1), minutes(11));
    db.run("UPDATE directories SET circuit_state = 'open', circuit_open_until = ?, version = next_version(), "
           "updated_at = ?"
           " WHERE id = ?",
           openedAt + minutes(15), openedAt, site.id);
    db.run("INSERT INTO notifications (id, severity, title, message, link, created_at, updated_at)"
           " VALUES (?, 'warning', ?, 'It failed too often; it is tried again by itself.', ?, ?, ?)",
           picks.uuid(), "Circuit of " + site.name + " opened", "boltdesk://directory/" + site.id, openedAt, openedAt);
}

} // namespace

qint64 writeLogs(Database &db, std::vector<SeedLog> logs, size_t keep)
{
    std::stable_sort(logs.begin(), logs.end(), [](const SeedLog &a, const SeedLog &b) { return a.at < b.at; });
    const auto orNull = [](const std::string &id) { return id.empty() ? std::nullopt : std::optional(id); };
    for (size_t i = logs.size() > keep ? logs.size() - keep : 0; i < logs.size(); ++i) {
        const SeedLog &line = logs[i];
        db.run("INSERT INTO processing_logs (job_id, submission_id, customer_id, level, source, message, created_at, "
               "updated_at)"
               " VALUES (?, ?, ?, ?, 'history', ?, ?, ?)",
               line.jobId, orNull(line.submissionId), line.customerId, line.level, line.message, line.at, line.at);
    }
    return qint64(std::min(keep, logs.size()));
}

void writeCircuits(Database &db, Picks &picks, const SeedBusiness &business, Instant now)
{
    // The worst are those that would be open: the forms that have changed.
    std::vector<const SeedSite *> broken;
    for (const SeedSite &site : business.sites) {
        if (site.active && site.profile.kind() == SiteProfile::Kind::Redesigned)
            broken.push_back(&site);
    }
    for (size_t i = 0; i < broken.size() && i < openCircuits; ++i)
        openCircuit(db, picks, *broken[i], now);
    for (const SeedSite &site : business.sites) {
        const bool open =
            std::find(broken.begin(), broken.begin() + std::min<qptrdiff>(openCircuits, qptrdiff(broken.size())),
                      &site) != broken.begin() + std::min<qptrdiff>(openCircuits, qptrdiff(broken.size()));
        if (site.samples > 0)
            db.run("INSERT INTO directory_health (directory_id, recent, samples, failures_in_row, times_opened)"
                   " VALUES (?, ?, ?, ?, ?)",
                   site.id, qint64(site.recent), site.samples, site.failuresInRow, int(open));
    }
}

void writeNotes(Database &db, Picks &picks, const SeedBusiness &business, Instant now)
{
    constexpr const char *bodies[] = {"Customer asked to be called before anything is published.",
                                      "Opening hours changed in spring: use the ones on the website.",
                                      "Spoke to the owner, the new phone number is correct.",
                                      "Wants German listings first. Grüße an Frau Weiß ausrichten.",
                                      "Invoice was paid twice, refund is on its way."};
    constexpr int count = 12;
    for (int i = 0; i < count; ++i) {
        const SeedCustomer &customer = picks.oneOf(business.customers);
        const Instant at = now - picks.between(hours(2), hours(24 * 30));
        db.run("INSERT INTO notes (id, entity_type, entity_id, author_email, body, created_at, updated_at)"
               " VALUES (?, 'customer', ?, 'support@boltdesk.test', ?, ?, ?)",
               picks.uuid(), customer.id, picks.oneOf(bodies), at, at);
    }
}

} // namespace bolt::backend
