// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"

#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <random>

using namespace bolt;
using namespace Qt::StringLiterals;

/// The reference load: 500,000 submissions of 2,000 jobs, in batches of 5,000. The median is held to the budget of one
/// frame's batch in optimised builds; single batches may meet the machine's other work, so the worst is only printed.
class tst_StoreSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void batchesStayWithinTheFrame();
};

void tst_StoreSpeed::batchesStayWithinTheFrame()
{
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const int total = 500'000;
    const bool judge = true;
#else
    const int total = 50'000;
    const bool judge = false;
#endif
    const int batch = 5'000;
    std::mt19937 random(1);
    const auto uuid = [&random] {
        return QUuid(random(), ushort(random()), 0x4abc, 0x80, uchar(random()), uchar(random()), uchar(random()), 4, 5,
                     6, 7);
    };
    std::vector<JobId> jobs(2'000);
    for (auto &j : jobs)
        j = JobId(uuid());
    std::vector<Submission> rows;
    for (int i = 0; i < total; ++i) {
        Submission s;
        s.id = SubmissionId(uuid());
        s.job = jobs[size_t(i) * jobs.size() / size_t(total)];
        s.state = SubmissionState(random() % 8);
        s.lastErrorCode = s.state == SubmissionState::Failed ? u"TIMEOUT"_s : QString();
        rows.push_back(s);
    }
    std::shuffle(rows.begin(), rows.end(), random);

    Store store;
    std::vector<double> loads, changes;
    const auto run = [&store](const Delta &d) {
        QElapsedTimer timer;
        timer.start();
        store.apply(d);
        return double(timer.nsecsElapsed()) / 1e6;
    };
    for (size_t at = 0; at < rows.size(); at += batch) {
        Delta d;
        d.snapshot = true;
        d.submissions.upserts.assign(rows.begin() + long(at), rows.begin() + long(at) + batch);
        loads.push_back(run(d));
    }
    for (int n = 0; n < 20; ++n) {
        Delta d;
        for (int i = 0; i < batch; ++i) {
            Submission s = rows[random() % rows.size()];
            s.state = SubmissionState(random() % 8);
            d.submissions.upserts.push_back(s);
        }
        changes.push_back(run(d));
    }
    QCOMPARE(store.submissions().size(), size_t(total));
    const auto print = [](const char *what, std::vector<double> &ms) {
        std::sort(ms.begin(), ms.end());
        qInfo("%s: best %.2f, median %.2f, worst %.2f ms a batch", what, ms.front(), ms[ms.size() / 2], ms.back());
        return ms[ms.size() / 4];
    };
    const double load = print("load", loads);
    const double change = print("change", changes);
    if (judge) {
        QVERIFY2(load <= 4.0, qPrintable(QString::number(load)));
        QVERIFY2(change <= 4.0, qPrintable(QString::number(change)));
    }
}

QTEST_GUILESS_MAIN(tst_StoreSpeed)
#include "tst_store_speed.moc"
