// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tables/feed.h"

#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;
using std::chrono::minutes;

namespace {

FeedEntry thing(FeedModel::Kind kind, int ofJob, Instant at, int inDirectory = 1, const QString &code = {})
{
    static int number = 0;
    FeedEntry entry;
    entry.kind = kind;
    entry.at = at;
    entry.job = job(ofJob);
    entry.customer = customer(ofJob);
    entry.directory = directory(inDirectory);
    entry.submission = submission(++number);
    entry.code = code;
    return entry;
}

/// All that is read of a line.
QVariantList lineOf(const Feed &feed, int row)
{
    QVariantList all;
    for (int role = FeedModel::KindRole; role <= FeedModel::DirectoriesRole; ++role)
        all << feed.value(row, FeedModel::Role(role));
    return all;
}

} // namespace

/// Things of a kind in one line: when they join it, when they do not, and what of it may change before a person's eyes.
class FeedBatchesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLineGrowsInPlace();
    void aLineEndsAfterFiveMinutes();
    void linesOfFailuresKeepCodeAndDirectory();
    void whatComesAndGoesStandsOnTopAgain();
    void aHeldFeedOnlyCounts();
    void aPausedFeedStandsStill();
    void aFrozenFeedStandsStill();
    void theDiskGivesTheSameLines();
    void linesStandByTheirTime();
    void aClockAheadIsNotTheFuture();
    void aKindThatFloodsSharesOneLine();
    void filters();
    void aStormIsCheap();
};

void FeedBatchesTest::aLineGrowsInPlace()
{
    Feed feed;
    feed.model.add(thing(FeedModel::Approved, 1, noon, 1));
    feed.ticker.step();
    QVERIFY(!feed.value(0, FeedModel::SubmissionIdRole).toString().isEmpty()); // one opens the submission
    feed.model.add(thing(FeedModel::Approved, 2, noon + Seconds(1)));
    feed.model.add(thing(FeedModel::Submitted, 1, noon + Seconds(2)));
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 3); // another job, another kind
    QSignalSpy inserted(&feed.model, &QAbstractItemModel::rowsInserted),
        changed(&feed.model, &QAbstractItemModel::dataChanged);
    for (int i = 0; i < 41; ++i)
        feed.model.add(thing(FeedModel::Approved, 1, noon + Seconds(3 + 4 * i), 2));
    feed.ticker.step();
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(changed.size(), 1); // once a frame
    QCOMPARE(changed[0][0].toModelIndex().row(), 2);
    QVERIFY(!changed[0][2].value<QList<int>>().contains(FeedModel::AtRole));
    QCOMPARE(feed.value(2, FeedModel::TimesRole).toInt(), 42);
    QCOMPARE(feed.value(2, FeedModel::JobsRole).toInt(), 1);
    QCOMPARE(feed.value(2, FeedModel::DirectoryRole).toString(), QStringLiteral("dir2.example")); // the last
    QCOMPARE(feed.value(2, FeedModel::AtRole).toDouble(), double(toMillis(noon)));
    QCOMPARE(feed.value(2, FeedModel::LastRole).toDouble(), double(toMillis(noon + Seconds(163))));
    QVERIFY(feed.value(2, FeedModel::SubmissionIdRole).toString().isEmpty()); // many open the job
    QCOMPARE(feed.value(2, FeedModel::JobIdRole).toString(), job(1).toString());
}

void FeedBatchesTest::aLineEndsAfterFiveMinutes()
{
    Feed feed;
    for (const int second : {0, 299, 300, 301, 599, 600})
        feed.model.add(thing(FeedModel::Approved, 1, noon + Seconds(second)));
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 3);
    QCOMPARE(feed.value(2, FeedModel::TimesRole).toInt(), 2);
    QCOMPARE(feed.value(1, FeedModel::TimesRole).toInt(), 3);
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 1);
}

void FeedBatchesTest::linesOfFailuresKeepCodeAndDirectory()
{
    Feed feed;
    const auto changed = QStringLiteral("FORM_CHANGED");
    for (int n = 0; n < 3; ++n)
        feed.model.add(thing(FeedModel::Failed, n, noon, 4, changed));
    feed.model.add(thing(FeedModel::Failed, 1, noon, 5, changed));
    feed.model.add(thing(FeedModel::Failed, 1, noon, 4, QStringLiteral("TIMEOUT")));
    FeedEntry again = thing(FeedModel::Retry, 1, noon, 4, changed);
    feed.model.add(again); // back in the queue
    again.until = noon + minutes(3);
    feed.model.add(again);
    for (int n = 0; n < 4; ++n)
        feed.model.add(thing(FeedModel::Started, n, noon));
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 6);
    QCOMPARE(feed.value(5, FeedModel::TimesRole).toInt(), 3);
    QCOMPARE(feed.value(5, FeedModel::JobsRole).toInt(), 3);
    QCOMPARE(feed.value(5, FeedModel::CodeRole).toString(), changed);
    QCOMPARE(feed.value(5, FeedModel::DirectoryRole).toString(), QStringLiteral("dir4.example"));
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 4); // work begun is one line for all jobs
    QCOMPARE(feed.value(0, FeedModel::JobsRole).toInt(), 4);
}

void FeedBatchesTest::whatComesAndGoesStandsOnTopAgain()
{
    Feed feed;
    const auto worker = [&](FeedModel::Kind kind, const char *name) {
        FeedEntry entry;
        entry.kind = kind;
        entry.at = noon;
        entry.actor = QString::fromLatin1(name);
        feed.model.add(entry);
        feed.ticker.step();
    };
    worker(FeedModel::WorkerLost, "w-1");
    worker(FeedModel::WorkerLost, "w-2");
    QCOMPARE(feed.model.count(), 1);
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 2);
    worker(FeedModel::WorkerBack, "w-1");
    worker(FeedModel::WorkerLost, "w-1"); // not under its return
    QCOMPARE(feed.model.count(), 3);
    QCOMPARE(feed.kind(0), int(FeedModel::WorkerLost));
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 1);
    QCOMPARE(feed.value(2, FeedModel::TimesRole).toInt(), 2);
}

void FeedBatchesTest::aHeldFeedOnlyCounts()
{
    Feed feed;
    feed.model.add(thing(FeedModel::Approved, 1, noon));
    feed.ticker.step();
    feed.model.setHeld(true);
    QSignalSpy inserted(&feed.model, &QAbstractItemModel::rowsInserted);
    for (int i = 0; i < 5; ++i) {
        feed.model.add(thing(FeedModel::Approved, 1, noon));
        feed.model.add(thing(FeedModel::Approved, 2, noon));
        feed.model.add(thing(FeedModel::Submitted, 2, noon));
    }
    feed.ticker.step();
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 6); // where it stands
    QCOMPARE(feed.model.pendingCount(), 2);                   // lines, not things
    feed.model.apply();
    QCOMPARE(feed.model.count(), 3);
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 5);
}

void FeedBatchesTest::aPausedFeedStandsStill()
{
    Feed feed;
    feed.model.add(thing(FeedModel::Approved, 1, noon));
    feed.ticker.step();
    feed.model.setPaused(true);
    QSignalSpy changed(&feed.model, &QAbstractItemModel::dataChanged);
    for (int i = 0; i < 3; ++i)
        feed.model.add(thing(FeedModel::Approved, 1, noon));
    feed.ticker.step();
    QCOMPARE(feed.model.pendingCount(), 1);
    feed.model.apply(); // a look, not an end of the pause
    QCOMPARE(feed.model.count(), 2);
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 3);
    feed.model.add(thing(FeedModel::Approved, 1, noon));
    feed.ticker.step();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(feed.model.count(), 2);
    feed.model.setPaused(false);
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 3);
}

void FeedBatchesTest::aFrozenFeedStandsStill()
{
    Feed feed;
    feed.model.add(thing(FeedModel::Approved, 1, noon));
    feed.ticker.step();
    feed.model.add(thing(FeedModel::Approved, 1, noon)); // on screen before it stands still
    feed.model.setFrozen(true);
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 2);
    QSignalSpy changed(&feed.model, &QAbstractItemModel::dataChanged),
        pending(&feed.model, &FeedModel::pendingCountChanged);
    for (int i = 0; i < 3; ++i)
        feed.model.add(thing(FeedModel::Approved, 1, noon));
    feed.model.addOlder({thing(FeedModel::Submitted, 1, noon - minutes(9))});
    feed.ticker.step();
    QCOMPARE(changed.size() + pending.size(), 0);
    QCOMPARE(feed.model.count(), 1);
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 2);
    feed.model.setFrozen(false);
    QCOMPARE(feed.model.count(), 3);
    QCOMPARE(feed.value(0, FeedModel::TimesRole).toInt(), 3);
    QCOMPARE(feed.kind(2), int(FeedModel::Submitted));
}

void FeedBatchesTest::theDiskGivesTheSameLines()
{
    std::vector<FeedEntry> things;
    for (int i = 0; i < 2000; ++i) {
        const auto kind = FeedModel::Kind(i % 8);
        const QString code = i % 3 ? QStringLiteral("TIMEOUT") : QStringLiteral("CAPTCHA");
        things.push_back(thing(kind, (i * 7) % 30, noon - Seconds(4000 - 2 * i), i % 9, code));
    }
    Feed seen, restored, between;
    for (const FeedEntry &one : things)
        seen.model.add(one);
    seen.ticker.step();
    const std::vector<FeedEntry> newestFirst(things.rbegin(), things.rend());
    restored.model.addOlder(newestFirst);
    // Closed in the middle of lines that go on: they go on.
    between.model.addOlder({newestFirst.begin() + 700, newestFirst.end()});
    for (int i = 1300; i < 2000; ++i)
        between.model.add(things[size_t(i)]);
    between.ticker.step();
    QVERIFY(seen.model.count() > 100 && seen.model.count() < 1500);
    QCOMPARE(restored.model.count(), seen.model.count());
    QCOMPARE(between.model.count(), seen.model.count());
    for (int row = 0; row < seen.model.count(); ++row) {
        QCOMPARE(lineOf(restored, row), lineOf(seen, row));
        QCOMPARE(lineOf(between, row), lineOf(seen, row));
    }
}

void FeedBatchesTest::linesStandByTheirTime()
{
    Feed feed;
    const auto at = [](int minute) { return thing(FeedModel::JobDone, 1, noon - minutes(minute)); };
    feed.model.add(at(1));
    feed.model.add(at(5));
    feed.ticker.step();
    feed.model.add(at(3));
    feed.model.add(at(0));
    feed.model.add(at(4));
    feed.ticker.step();
    feed.model.addOlder({at(2), at(900)}); // an action of yesterday on disk
    QCOMPARE(feed.model.count(), 7);
    const std::vector<int> order{0, 1, 2, 3, 4, 5, 900};
    for (int row = 0; row < 7; ++row)
        QCOMPARE(feed.value(row, FeedModel::AtRole).toDouble(), double(toMillis(noon - minutes(order[size_t(row)]))));
}

void FeedBatchesTest::aClockAheadIsNotTheFuture()
{
    Feed feed;
    Submission s = feed.makeSubmission(4, 1, SubmissionState::Submitting);
    feed.put(s, true);
    s.state = SubmissionState::Submitted;
    s.updatedAt = noon - Seconds(90); // seen late: it happened then
    feed.put(s);
    feed.ticker.step();
    QCOMPARE(feed.value(0, FeedModel::AtRole).toDouble(), double(toMillis(noon - Seconds(90))));
    s.state = SubmissionState::Approved;
    s.updatedAt = noon + Seconds(3);
    feed.put(s);
    feed.ticker.step();
    QCOMPARE(feed.value(0, FeedModel::AtRole).toDouble(), double(toMillis(noon)));
}

void FeedBatchesTest::aKindThatFloodsSharesOneLine()
{
    Feed feed;
    for (int n = 0; n < 500; ++n)
        feed.model.add(thing(FeedModel::Approved, n, noon + Seconds(n % 200)));
    feed.ticker.step();
    QCOMPARE(feed.model.count(), FeedBatches::linesPerKind + 1);
    int things = 0, shared = -1;
    for (int row = 0; row < feed.model.count(); ++row) {
        things += feed.value(row, FeedModel::TimesRole).toInt();
        if (feed.value(row, FeedModel::JobsRole).toInt() > 1)
            shared = row;
    }
    QCOMPARE(things, 500);
    QCOMPARE(feed.value(shared, FeedModel::JobsRole).toInt(), 500 - FeedBatches::linesPerKind);
    Feed failing;
    for (int n = 0; n < 30; ++n)
        failing.model.add(thing(FeedModel::Failed, n % 10, noon + Seconds(n), n, QStringLiteral("TIMEOUT")));
    failing.ticker.step();
    QCOMPARE(failing.model.count(), FeedBatches::linesPerCode + 1);
    QCOMPARE(failing.value(0, FeedModel::TimesRole).toInt(), 30 - FeedBatches::linesPerCode);
    QCOMPARE(failing.value(0, FeedModel::DirectoriesRole).toInt(), 30 - FeedBatches::linesPerCode);
    QCOMPARE(failing.value(0, FeedModel::JobsRole).toInt(), 10);
}

void FeedBatchesTest::filters()
{
    Feed feed;
    feed.model.add(thing(FeedModel::Approved, 1, noon));
    feed.model.add(thing(FeedModel::Failed, 1, noon, 1, QStringLiteral("VALIDATION")));
    FeedEntry mine = thing(FeedModel::You, 1, noon);
    feed.model.add(mine);
    mine.n2 = 1;
    feed.model.add(mine);
    feed.ticker.step();
    QCOMPARE(feed.model.count(), 4);
    feed.model.setFilter(FeedModel::Attention);
    QCOMPARE(feed.model.count(), 2); // the failure, and what was refused
    feed.model.setHeld(true);
    feed.model.add(thing(FeedModel::Approved, 1, noon)); // behind the filter it grows unseen
    feed.model.add(thing(FeedModel::Submitted, 1, noon));
    feed.model.add(thing(FeedModel::Manual, 1, noon, 1, QStringLiteral("CAPTCHA")));
    feed.ticker.step();
    QCOMPARE(feed.model.pendingCount(), 1);
    feed.model.setFilter(FeedModel::All);
    QCOMPARE(feed.model.count(), 4);
    QCOMPARE(feed.model.pendingCount(), 2);
    QCOMPARE(feed.value(3, FeedModel::TimesRole).toInt(), 2);
    feed.model.setFilter(FeedModel::Actions);
    feed.model.apply();
    QCOMPARE(feed.model.count(), 2);
}

/// Twenty seconds of 5,000 changes a second: few lines, and no change costs more than the one before.
void FeedBatchesTest::aStormIsCheap()
{
    Feed feed;
    QSignalSpy inserted(&feed.model, &QAbstractItemModel::rowsInserted);
    QElapsedTimer clock;
    clock.start();
    for (int second = 0; second < 20; ++second) {
        for (int i = 0; i < 5000; ++i)
            feed.model.add(thing(FeedModel::Kind(i % 8), (i * 31) % 500, noon + Seconds(second), i % 1200,
                                 QStringLiteral("CODE_%1").arg(i % 12)));
        feed.ticker.step();
    }
    QVERIFY(feed.model.count() < 3000);
    QVERIFY2(inserted.size() <= 20, qPrintable(QString::number(inserted.size())));
    qInfo("%lld ns a change, %d lines", clock.nsecsElapsed() / 100000, feed.model.count());
}

QTEST_GUILESS_MAIN(FeedBatchesTest)
#include "feed_batches_test.moc"
