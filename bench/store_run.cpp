// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/store_run.h"

#include "bench/floors.h"
#include "models/store/store.h"

#include <QHash>
#include <algorithm>
#include <random>

namespace bolt::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int total = 500'000, batch = 5'000;

std::vector<Submission> shuffledRows()
{
    std::mt19937 random(1);
    const auto uuid = [&random] {
        return QUuid(random(), ushort(random()), 0x4abc, 0x80, uchar(random()), uchar(random()), uchar(random()), 4, 5,
                     6, 7);
    };
    std::vector<JobId> jobs(2'000);
    for (JobId &j : jobs)
        j = JobId(uuid());
    std::vector<Submission> rows(total);
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i].id = SubmissionId(uuid());
        rows[i].job = jobs[i * jobs.size() / rows.size()];
        rows[i].state = SubmissionState(random() % 8);
        if (rows[i].state == SubmissionState::Failed)
            rows[i].lastErrorCode = u"TIMEOUT"_s;
    }
    std::shuffle(rows.begin(), rows.end(), random);
    return rows;
}

/// Only the applying is counted, not the making of the batches.
double applyAll(Store &store, const std::vector<Submission> &rows, bool snapshot)
{
    double micros = 0;
    for (auto from = rows.begin(); from != rows.end(); from += batch) {
        Delta delta;
        delta.snapshot = snapshot;
        delta.submissions.upserts.assign(from, from + batch);
        const double before = processCpuMicros();
        store.apply(delta);
        micros += processCpuMicros() - before;
    }
    return micros / total;
}

double hashAll(const std::vector<Submission> &rows)
{
    QHash<SubmissionId, Submission> table;
    const double before = processCpuMicros();
    for (const Submission &row : rows)
        table.insert(row.id, row);
    return (processCpuMicros() - before) / total;
}

} // namespace

StoreReport measureStore(int repetitions)
{
    std::vector<Submission> rows = shuffledRows();
    StoreReport report;
    report.rows = total;
    for (int n = 0; n <= repetitions; ++n) {
        Store store;
        const double load = applyAll(store, rows, true);
        for (Submission &row : rows)
            row.state = SubmissionState((int(row.state) + 1) % 8);
        const double change = applyAll(store, rows, false);
        const double floor = hashAll(rows);
        if (n == 0)
            continue;
        report.load.add(load);
        report.change.add(change);
        report.floor.add(floor);
    }
    return report;
}

QByteArray storeTable(const StoreReport &report)
{
    const double noise = std::max({report.load.noise(), report.change.noise(), report.floor.noise()});
    return QByteArray::number(report.rows) + " submissions in batches of 5000, " +
           QByteArray::number(report.load.count()) + " repetitions after one to warm up; CPU microseconds per row\n\n" +
           tableHead() + tableLine("new rows into the store", report.load) +
           tableLine("changed rows into the store", report.change) +
           tableLine("  into a hash table only", report.floor) + "\nA new row costs " +
           QByteArray::number(ratio(report.load, report.floor), 'f', 1) + " times the hash table, a changed one " +
           QByteArray::number(ratio(report.change, report.floor), 'f', 1) + " times; the noise of this run is " +
           QByteArray::number(noise * 100, 'f', 0) + " %, smaller differences mean nothing.\n";
}

QByteArray storeJson(const StoreReport &report)
{
    return compactJson({{u"rows"_s, report.rows},
                        {u"repetitions"_s, qint64(report.load.count())},
                        {u"unit"_s, u"us per row"_s},
                        {u"load"_s, jsonOf(report.load)},
                        {u"change"_s, jsonOf(report.change)},
                        {u"floor"_s, jsonOf(report.floor)},
                        {u"load_ratio"_s, ratio(report.load, report.floor)},
                        {u"change_ratio"_s, ratio(report.change, report.floor)}});
}

} // namespace bolt::bench
