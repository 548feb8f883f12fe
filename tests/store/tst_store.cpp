// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"

#include <QSet>
#include <QTest>
#include <algorithm>
#include <random>

using namespace bolt;
using namespace Qt::StringLiterals;

namespace {

template<class I>
I idOf(uint n)
{
    return I(QUuid(n, 0x1234, 0x4abc, 0x80, 1, 2, 3, 4, 5, 6, 7));
}

Job job(uint n, JobState state = JobState::InProgress)
{
    Job j;
    j.id = idOf<JobId>(n);
    j.state = state;
    return j;
}

Submission submission(uint n, uint jobNumber, SubmissionState state, QString code = {})
{
    Submission s;
    s.id = idOf<SubmissionId>(n);
    s.job = idOf<JobId>(jobNumber);
    s.state = state;
    s.lastErrorCode = std::move(code);
    s.attempt = 1;
    s.maxAttempts = 3;
    return s;
}

template<class R>
bool hasDuplicates(const std::vector<R> &ids)
{
    return QSet<R>(ids.begin(), ids.end()).size() != qsizetype(ids.size());
}

struct Listener
{
    std::vector<Changed> all;
    explicit Listener(Store &store)
    {
        QObject::connect(&store, &Store::changed, &store, [this](const Changed &c) { all.push_back(c); });
    }
};

} // namespace

class tst_Store : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void buckets_data();
    void buckets();
    void insertsUpdatesAndRemoves();
    void saysNothingWhenNothingChanged();
    void keepsChildrenWhoseParentIsMissing();
    void snapshotsMakeNoTransitions();
    void touchesEachJobOnce();
    void movesASubmissionToAnotherJob();
    void resetForgetsEverything();
    void lastRemovedSubmissionClearsItsJob();
    void countsEqualARecountAfterRandomBatches();
};

void tst_Store::buckets_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("bucket");
    using S = SubmissionState;
    using B = JobCounts::Bucket;
    const auto row = [](const char *name, S s, const QString &code, int attempt, B b) {
        QTest::newRow(name) << int(s) << code << attempt << int(b);
    };
    row("approved", S::Approved, {}, 1, B::Approved);
    row("submitted", S::Submitted, {}, 1, B::Submitted);
    row("rejected", S::Rejected, {}, 1, B::Failed);
    row("transient, tries left", S::Failed, u"TIMEOUT"_s, 2, B::Retrying);
    row("transient, no tries left", S::Failed, u"TIMEOUT"_s, 3, B::Failed);
    row("data waits for a person", S::Failed, u"VALIDATION"_s, 1, B::Failed);
    row("manual", S::Failed, u"CAPTCHA"_s, 1, B::Manual);
    row("needs verification", S::NeedsVerification, {}, 1, B::Manual);
    row("in flight", S::Submitting, {}, 1, B::InFlight);
    row("waiting", S::Pending, {}, 0, B::Waiting);
    row("skipped", S::Skipped, {}, 0, B::Skipped);
    row("unknown", S::Unknown, {}, 0, B::Other);
}

void tst_Store::buckets()
{
    QFETCH(int, state);
    QFETCH(QString, code);
    QFETCH(int, attempt);
    QFETCH(int, bucket);
    Submission s = submission(1, 1, SubmissionState(state), code);
    s.attempt = attempt;
    QCOMPARE(int(bucketOf(s)), bucket);
}

void tst_Store::insertsUpdatesAndRemoves()
{
    Store store;
    Listener heard(store);
    Delta d;
    d.jobs.upserts = {job(1), job(2), job(3)};
    store.apply(d);
    QCOMPARE(heard.all.back().jobs.inserted.size(), size_t(3));

    Delta second;
    second.jobs.upserts = {job(2, JobState::Paused)};
    second.jobs.removals = {idOf<JobId>(1), idOf<JobId>(99)};
    store.apply(second);
    const Changed &c = heard.all.back();
    QCOMPARE(c.jobs.updated, std::vector{idOf<JobId>(2)});
    QCOMPARE(c.jobs.removed, std::vector{idOf<JobId>(1)});
    QVERIFY(c.jobs.inserted.empty());
    QCOMPARE(store.jobs().size(), size_t(2));
    QVERIFY(!store.jobs().find(idOf<JobId>(1)));
    QCOMPARE(store.jobs().find(idOf<JobId>(2))->state, JobState::Paused);
    QCOMPARE(store.jobs().find(idOf<JobId>(3))->state, JobState::InProgress);
    QCOMPARE(heard.all.size(), size_t(2));
}

void tst_Store::saysNothingWhenNothingChanged()
{
    Store store;
    Delta d;
    d.jobs.upserts = {job(1)};
    d.submissions.upserts = {submission(1, 1, SubmissionState::Pending)};
    store.apply(d);
    Listener heard(store);
    store.apply(d);
    store.apply({});
    QVERIFY(heard.all.empty());
}

void tst_Store::keepsChildrenWhoseParentIsMissing()
{
    Store store;
    Delta child;
    child.submissions.upserts = {submission(1, 7, SubmissionState::Approved),
                                 submission(2, 7, SubmissionState::Pending)};
    store.apply(child);
    const JobCounts counts = store.counts(idOf<JobId>(7));
    QCOMPARE(counts[JobCounts::Approved], 1);
    QCOMPARE(counts.total(), 2);
    Delta parent;
    parent.jobs.upserts = {job(7)};
    store.apply(parent);
    QCOMPARE(store.counts(idOf<JobId>(7)), counts);
    QCOMPARE(store.submissionsOf(idOf<JobId>(7)).size(), size_t(2));
}

void tst_Store::snapshotsMakeNoTransitions()
{
    Store store;
    Listener heard(store);
    Delta d;
    d.snapshot = true;
    d.submissions.upserts = {submission(1, 1, SubmissionState::Pending)};
    store.apply(d);
    QVERIFY(heard.all.back().transitions.empty());
    QVERIFY(heard.all.back().snapshot);

    Delta live;
    live.submissions.upserts = {submission(1, 1, SubmissionState::Submitting),
                                submission(2, 1, SubmissionState::Pending)};
    store.apply(live);
    const auto &t = heard.all.back().transitions;
    QCOMPARE(t.size(), size_t(2));
    QCOMPARE(t[0].from, SubmissionState::Pending);
    QCOMPARE(t[0].to, SubmissionState::Submitting);
    QVERIFY(!t[0].isNew);
    QVERIFY(t[1].isNew);
}

void tst_Store::touchesEachJobOnce()
{
    Store store;
    Listener heard(store);
    Delta d;
    for (uint i = 0; i < 100; ++i)
        d.submissions.upserts.push_back(submission(i, i % 3, SubmissionState::Pending));
    d.jobs.upserts = {job(0), job(1)};
    store.apply(d);
    const auto touched = heard.all.back().touchedJobs;
    QVERIFY(!hasDuplicates(touched));
    QCOMPARE(touched.size(), size_t(3));
}

void tst_Store::movesASubmissionToAnotherJob()
{
    Store store;
    Listener heard(store);
    Delta d;
    d.submissions.upserts = {submission(1, 1, SubmissionState::Pending)};
    store.apply(d);
    d.submissions.upserts = {submission(1, 2, SubmissionState::Approved)};
    store.apply(d);
    QCOMPARE(store.counts(idOf<JobId>(1)).total(), 0);
    QCOMPARE(store.counts(idOf<JobId>(2))[JobCounts::Approved], 1);
    QVERIFY(store.submissionsOf(idOf<JobId>(1)).empty());
    QCOMPARE(heard.all.back().touchedJobs.size(), size_t(2));
}

void tst_Store::resetForgetsEverything()
{
    Store store;
    Delta d;
    d.jobs.upserts = {job(1)};
    d.submissions.upserts = {submission(1, 1, SubmissionState::Pending)};
    store.apply(d);
    Listener heard(store);
    Delta other;
    other.reset = true;
    other.jobs.upserts = {job(2)};
    store.apply(other);
    QVERIFY(heard.all.back().reset);
    QCOMPARE(store.jobs().size(), size_t(1));
    QCOMPARE(store.submissions().size(), size_t(0));
    QCOMPARE(store.counts(idOf<JobId>(1)).total(), 0);
}

void tst_Store::lastRemovedSubmissionClearsItsJob()
{
    Store store;
    Delta d;
    d.submissions.upserts = {submission(1, 1, SubmissionState::Pending), submission(2, 1, SubmissionState::Pending),
                             submission(3, 1, SubmissionState::Pending)};
    store.apply(d);
    Delta gone;
    gone.submissions.removals = {idOf<SubmissionId>(2)};
    store.apply(gone);
    const auto left = store.submissionsOf(idOf<JobId>(1));
    QCOMPARE(std::vector<SubmissionId>(left.begin(), left.end()),
             (std::vector{idOf<SubmissionId>(1), idOf<SubmissionId>(3)}));
    gone.submissions.removals = {idOf<SubmissionId>(1), idOf<SubmissionId>(3)};
    store.apply(gone);
    QVERIFY(store.submissionsOf(idOf<JobId>(1)).empty());
    QCOMPARE(store.counts(idOf<JobId>(1)), JobCounts());
}

void tst_Store::countsEqualARecountAfterRandomBatches()
{
    std::mt19937 random(7);
    Store store;
    Listener heard(store);
    const QString codes[] = {{}, u"TIMEOUT"_s, u"CAPTCHA"_s, u"VALIDATION"_s};
    for (int batch = 0; batch < 300; ++batch) {
        Delta d;
        QSet<uint> used;
        for (int i = 0; i < 20; ++i) {
            const uint n = random() % 200;
            if (used.contains(n))
                continue;
            used.insert(n);
            if (random() % 5 == 0)
                d.submissions.removals.push_back(idOf<SubmissionId>(n));
            else
                d.submissions.upserts.push_back(
                    submission(n, random() % 8, SubmissionState(random() % 9), codes[random() % 4]));
        }
        store.apply(d);

        QHash<JobId, JobCounts> counts;
        QHash<JobId, QSet<SubmissionId>> children;
        for (const Submission &s : store.submissions().rows()) {
            ++counts[s.job].by[bucketOf(s)];
            children[s.job].insert(s.id);
            QCOMPARE(store.submissions().find(s.id), &s);
        }
        for (uint j = 0; j < 8; ++j) {
            const auto id = idOf<JobId>(j);
            QCOMPARE(store.counts(id), counts.value(id));
            const auto ids = store.submissionsOf(id);
            QCOMPARE(QSet<SubmissionId>(ids.begin(), ids.end()), children.value(id));
            QCOMPARE(qsizetype(ids.size()), children.value(id).size());
        }
        if (!heard.all.empty())
            QVERIFY(!hasDuplicates(heard.all.back().touchedJobs));
    }
}

QTEST_GUILESS_MAIN(tst_Store)
#include "tst_store.moc"
