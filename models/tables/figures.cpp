// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/figures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace bolt {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr int seriesMinutes = 60;
constexpr Seconds silence{45};

double rateOf(const OutcomeLedger::Share &share) { return share.n() > 0 ? double(share.good) / share.n() : unknown; }

/// Known when every table behind a figure is here in full; as old as the oldest of them.
void rest(Tile &tile, const LinkHealth &health, std::initializer_list<Table> tables)
{
    tile.known = true;
    tile.live = true;
    tile.asOf.reset();
    bool dated = true;
    for (const Table table : tables) {
        const TableHealth &state = health.tables[size_t(table)];
        tile.known = tile.known && state.complete && !state.absent;
        tile.live = tile.live && isFresh(health, table);
        dated = dated && state.asOf.has_value();
        if (state.asOf && (!tile.asOf || *state.asOf < *tile.asOf))
            tile.asOf = state.asOf;
    }
    if (!dated)
        tile.asOf.reset();
    if (!tile.known) {
        const Tile aged = std::exchange(tile, Tile());
        tile.live = aged.live;
        tile.asOf = aged.asOf;
    }
}

} // namespace

Figures::Figures(const Store &store, const OutcomeLedger &ledger, const JobFacts &facts)
    : m_store(store)
    , m_ledger(ledger)
    , m_facts(facts)
{
    rebuild();
}

void Figures::clear()
{
    m_needs.clear();
    m_needsOf.clear();
    m_needSum = {};
    for (auto &series : m_samples)
        series.clear();
}

void Figures::rebuild()
{
    m_needs.clear();
    m_needsOf.clear();
    m_needSum = {};
    for (const Submission &submission : m_store.submissions().rows())
        note(submission);
}

void Figures::apply(const Changed &changed)
{
    if (changed.reset) {
        rebuild();
        return;
    }
    for (const auto *ids : {&changed.submissions.inserted, &changed.submissions.updated}) {
        for (const SubmissionId &id : *ids) {
            if (const Submission *submission = m_store.submissions().find(id))
                note(*submission);
        }
    }
    for (const SubmissionId &id : changed.submissions.removed)
        forget(id);
    for (const auto *ids : {&changed.jobs.inserted, &changed.jobs.updated, &changed.jobs.removed}) {
        for (const JobId &id : *ids)
            noteJob(id);
    }
}

void Figures::NeedCount::add(Need need, int by)
{
    all += by;
    captcha += need == Need::Captcha ? by : 0;
    contact += need == Need::Contact ? by : 0;
}

void Figures::NeedCount::add(const NeedCount &other, int by)
{
    all += by * other.all;
    captcha += by * other.captcha;
    contact += by * other.contact;
}

bool Figures::isOver(JobId id) const
{
    const Job *job = m_store.jobs().find(id);
    return !job || isFinal(job->state);
}

void Figures::note(const Submission &submission)
{
    forget(submission.id);
    if (bucketOf(submission) != JobCounts::Manual)
        return;
    const QString &code = submission.lastErrorCode;
    Need need = Need::Other;
    if (code == u"CAPTCHA")
        need = Need::Captcha;
    else if (code == u"PHONE_VERIFICATION" || code == u"EMAIL_VERIFICATION")
        need = Need::Contact;
    m_needs.insert(submission.id, {submission.job, need});
    auto of = m_needsOf.find(submission.job);
    if (of == m_needsOf.end())
        of = m_needsOf.insert(submission.job, {{}, !isOver(submission.job)});
    of->count.add(need, 1);
    if (of->counts)
        m_needSum.add(need, 1);
}

void Figures::forget(SubmissionId id)
{
    const auto entry = m_needs.constFind(id);
    if (entry == m_needs.cend())
        return;
    const auto of = m_needsOf.find(entry->job);
    of->count.add(entry->need, -1);
    if (of->counts)
        m_needSum.add(entry->need, -1);
    if (of->count.all == 0)
        m_needsOf.erase(of);
    m_needs.erase(entry);
}

/// A job that is over takes its needs out of the sum, one that goes on brings them back.
void Figures::noteJob(JobId id)
{
    const auto of = m_needsOf.find(id);
    if (of == m_needsOf.end() || of->counts == !isOver(id))
        return;
    of->counts = !of->counts;
    m_needSum.add(of->count, of->counts ? 1 : -1);
}

void Figures::jobFigures(Tile &active, Tile &queue, const Crew &crew) const
{
    int jobs = 0, running = 0, paused = 0, pending = 0;
    for (const JobId &id : m_store.activeJobs()) {
        ++jobs;
        if (m_store.jobs().find(id)->state == JobState::Paused) {
            ++paused;
            continue;
        }
        const JobCounts counts = m_store.counts(id);
        running += counts[JobCounts::InFlight] > 0 && !crew.gone();
        pending += counts[JobCounts::Waiting];
    }
    active.value = jobs;
    active.extra1 = running;
    active.extra2 = paused;
    queue.n = pending;
    queue.extra1 = m_facts.ends().perMinute().value_or(unknown);
    if (pending == 0)
        queue.value = 0;
    else if (crew.gone() || queue.extra1 <= 0) // not where it is not known
        queue.wrong = true;
    else
        queue.value = pending / queue.extra1 * 60;
}

void Figures::rateFigures(Tile &perMinute, Tile &success) const
{
    perMinute.value = m_facts.ends().inLastMinute();
    perMinute.extra1 = m_facts.ends().perMinute().value_or(unknown);
    // The minute that runs is not in the line: it would read as a drop.
    for (int back = seriesMinutes; back >= 1; --back)
        perMinute.series.append(m_ledger.sum(back, 1).n());

    const auto hour = m_ledger.sum(0, 60);
    success.n = hour.n();
    success.value = rateOf(hour);
    success.extra1 = rateOf(m_ledger.sum(60, OutcomeLedger::windowMinutes - 60));
    for (int back = 55; back >= 0; back -= 5)
        success.series.append(rateOf(m_ledger.sum(back, 5)));
}

namespace {

void workerFigures(Tile &workers, const Crew &crew)
{
    workers.value = crew.online;
    workers.extra1 = crew.known;
    workers.wrong = crew.gone();
    workers.since = crew.goneSince;
    if (crew.longestQuiet > silence)
        workers.extra2 = double(std::chrono::floor<Seconds>(*crew.longestQuiet).count());
}

} // namespace

TilesModel::Tiles Figures::compute(const LinkHealth &health) const
{
    using K = TilesModel;
    TilesModel::Tiles tiles;
    const TableHealth &workers = health.tables[size_t(Table::Workers)];
    const Crew crew = crewOf(m_store.workers().rows(), workers.complete && !workers.absent, m_facts.now());
    rateFigures(tiles[K::PerMinute], tiles[K::SuccessRate]);
    jobFigures(tiles[K::ActiveJobs], tiles[K::Queue], crew);
    tiles[K::NeedPerson].value = m_needSum.all;
    tiles[K::NeedPerson].extra1 = m_needSum.captcha;
    tiles[K::NeedPerson].extra2 = m_needSum.contact;
    workerFigures(tiles[K::Workers], crew);
    for (const auto key : {K::ActiveJobs, K::NeedPerson, K::Queue, K::Workers})
        tiles[key].series = m_samples[key];

    rest(tiles[K::ActiveJobs], health, {Table::Jobs});
    tiles[K::ActiveJobs].live &= isFresh(health, Table::Submissions); // of those that run
    for (const auto key : {K::PerMinute, K::SuccessRate}) {
        rest(tiles[key], health, {Table::Attempts});
        tiles[key].absent = health.tables[size_t(Table::Attempts)].absent;
    }
    rest(tiles[K::NeedPerson], health, {Table::Jobs, Table::Submissions});
    rest(tiles[K::Queue], health, {Table::Jobs, Table::Submissions});
    rest(tiles[K::Workers], health, {Table::Workers});
    return tiles;
}

void Figures::sample(const TilesModel::Tiles &tiles)
{
    for (const auto key : {TilesModel::ActiveJobs, TilesModel::NeedPerson, TilesModel::Queue, TilesModel::Workers}) {
        const double value = key == TilesModel::Queue ? tiles[key].n : tiles[key].value;
        if (std::isnan(value) || !tiles[key].known)
            continue;
        m_samples[key].append(value);
        while (m_samples[key].size() > seriesMinutes)
            m_samples[key].removeFirst();
    }
}

} // namespace bolt
