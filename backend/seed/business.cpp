// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/seed/business.h"

#include "backend/seed/calendar.h"
#include "backend/seed/names.h"

#include <algorithm>
#include <array>
#include <bit>

namespace bolt::backend {

namespace {

constexpr std::array packageShares{0.25, 0.25, 0.30, 0.20};

void readTerms(Database &db, SeedBusiness &business)
{
    Statement row =
        db.query("SELECT id, directory_limit, max_directory_tier, priority, sla_hours, max_attempts FROM packages"
                 " ORDER BY priority DESC, id LIMIT 4");
    while (row.next()) {
        SeedTerms terms{row.text(0),        {}, int(row.integer(2)), int(row.integer(3)), int(row.integer(4)),
                        int(row.integer(5))};
        if (!row.isNull(1))
            terms.directoryLimit = int(row.integer(1));
        business.terms.push_back(std::move(terms));
    }
}

void makeSites(Picks &picks, int count, SeedBusiness &business)
{
    constexpr std::array tierShares{0.16, 0.2, 0.24, 0.2, 0.2};
    for (int i = 0; i < count; ++i) {
        SeedSite site;
        site.id = picks.uuid();
        site.tier = 1 + int(picks.weighted(tierShares));
        site.daScore = std::clamp(int(28 + 8 * site.tier + 13 * picks.normal()), 3, 97);
        site.active = picks.chance(0.975);
        site.profile = SiteProfile::pick(picks, site.tier);
        if (site.active)
            business.byAuthority.push_back(business.sites.size());
        business.sites.push_back(std::move(site));
    }
    const auto &sites = business.sites;
    std::sort(business.byAuthority.begin(), business.byAuthority.end(), [&](size_t a, size_t b) {
        return sites[a].daScore != sites[b].daScore ? sites[a].daScore > sites[b].daScore : sites[a].id < sites[b].id;
    });
}

void writeSites(Database &db, Picks &picks, Instant from, SeedBusiness &business)
{
    int index = 0;
    for (SeedSite &site : business.sites) {
        std::string category;
        const MadeName name = directoryName(picks, index++, &category);
        site.name = name.shown;
        site.website = "https://www." + name.domain;
        db.run(
            "INSERT INTO directories (id, name, website, submission_url, category, da_score, priority_tier, is_active,"
            " verification, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            site.id, site.name, site.website, site.website + "/add-listing", category, site.daScore, site.tier,
            site.active, site.profile.verification(picks), from, from);
    }
}

/// How many directories a package's customer can reach.
int capacity(const SeedBusiness &business, const SeedTerms &wanted)
{
    const auto reachable = std::count_if(business.byAuthority.begin(), business.byAuthority.end(),
                                         [&](size_t i) { return business.sites[i].tier <= wanted.maxTier; });
    return std::min(wanted.directoryLimit.value_or(int(reachable)), int(reachable));
}

void makeCustomers(Picks &picks, const SeedSize &size, Instant now, SeedBusiness &business)
{
    for (int i = 0; i < size.customers; ++i) {
        SeedCustomer customer;
        customer.id = picks.uuid();
        customer.terms = &business.terms[picks.weighted(std::span(packageShares).first(business.terms.size()))];
        customer.since = busyMoment(picks, now - seededPast - std::chrono::hours(24 * 200), now - seededPast);
        business.customers.push_back(std::move(customer));
    }
}

/// Deals `total` submissions out, to each customer by its capacity, then to its jobs about evenly.
void dealSubmissions(Picks &picks, int total, SeedBusiness &business)
{
    std::vector<int> room;
    qint64 all = 0;
    for (const SeedCustomer &customer : business.customers)
        all += room.emplace_back(capacity(business, *customer.terms));
    total =
        int(std::min<qint64>(total, all)); // `sizeOf` leaves some room, so this is for packages that staff made smaller
    int left = total;
    for (size_t i = 0; i < room.size(); ++i) {
        business.customers[i].directories = int(std::min<qint64>(room[i], qint64(room[i]) * total / all));
        left -= business.customers[i].directories;
    }
    for (size_t i = 0; left > 0; i = (i + 1) % room.size()) {
        if (business.customers[i].directories < room[i]) {
            ++business.customers[i].directories;
            --left;
        }
    }
    std::vector<std::vector<size_t>> jobsOf(business.customers.size());
    for (size_t i = 0; i < business.jobs.size(); ++i)
        jobsOf[business.jobs[i].customer].push_back(i);
    for (size_t c = 0; c < jobsOf.size(); ++c) {
        int rest = business.customers[c].directories;
        for (size_t k = jobsOf[c].size(); k > 0; --k) {
            const double even = double(rest) / double(k);
            const int share =
                k == 1 ? rest : std::clamp(int(even * picks.between(0.6, 1.4)), 1, std::max(1, rest - int(k) + 1));
            business.jobs[jobsOf[c][k - 1]].submissions = share;
            rest -= share;
        }
    }
}

void makeJobs(Picks &picks, const SeedSize &size, SeedBusiness &business)
{
    for (int i = 0; i < size.jobs; ++i) {
        SeedJob job;
        job.id = picks.uuid();
        // Everybody bought once before anybody bought twice; enough room is left for one directory a job.
        job.customer = i < size.customers ? size_t(i) : size_t(picks.between(0, size.customers - 1));
        business.jobs.push_back(std::move(job));
    }
    dealSubmissions(picks, size.submissions, business);
}

void writeCustomers(Database &db, Picks &picks, Instant now, SeedBusiness &business)
{
    constexpr std::array statusShares{0.96, 0.025, 0.015};
    constexpr const char *statuses[] = {"active", "suspended", "closed"};
    int index = 0;
    for (SeedCustomer &customer : business.customers) {
        const MadeName name = companyName(picks, index++);
        customer.name = name.shown;
        db.run("INSERT INTO customers (id, email, company_name, website, business_data, package_id, directories_used, "
               "status,"
               " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               customer.id, "office@" + name.domain, name.shown, "https://" + name.domain, businessData(picks, name),
               customer.terms->packageId, customer.directories, statuses[picks.weighted(statusShares)], customer.since,
               busyMoment(picks, customer.since, now));
    }
}

} // namespace

void SeedSite::remember(bool failed)
{
    recent = ((recent << 1) | quint32(failed)) & 0xfffff;
    samples = std::min(samples + 1, 20);
    failuresInRow = failed ? failuresInRow + 1 : 0;
    if (failuresInRow < 5 && (samples < 20 || std::popcount(recent) < 10))
        return;
    recent = 0;
    samples = 0;
    failuresInRow = 0;
}

SeedSize sizeOf(SeedPlan::Scale scale)
{
    switch (scale) {
    case SeedPlan::Scale::Demo:
        return {120, 1200, 200, 10'000, 40, 2000};
    case SeedPlan::Scale::Reference:
        return {1700, 1200, 2000, 500'000, 150, 20'000};
    case SeedPlan::Scale::Large:
        return {17'000, 1200, 20'000, 5'000'000, 400, 50'000};
    }
    return {};
}

SeedBusiness makeBusiness(Database &db, Picks &picks, const SeedSize &size, Instant now)
{
    SeedBusiness business;
    readTerms(db, business);
    makeSites(picks, size.directories, business);
    writeSites(db, picks, now - seededPast - std::chrono::hours(24 * 300), business);
    makeCustomers(picks, size, now, business);
    makeJobs(picks, size, business);
    writeCustomers(db, picks, now, business);
    return business;
}

} // namespace bolt::backend
