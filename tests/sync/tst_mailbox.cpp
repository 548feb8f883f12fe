// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/mailbox.h"

#include <QTest>
#include <thread>

using namespace bolt;

/// The crossing from the wire thread to main, with a real second thread; also run under ThreadSanitizer.
class TestMailbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parcelsArriveInOrderAndWhole();
    void theLastHealthWins();
    void drainsAtOnce();
    void isTakenTellsTheSender();

private:
    static SharedParcel parcel(int n)
    {
        auto p = std::make_shared<Parcel>();
        Worker worker;
        worker.id = WorkerId(QString::number(n));
        worker.processed = n;
        p->news.workers.upserts.push_back(worker);
        return p;
    }
};

void TestMailbox::parcelsArriveInOrderAndWhole()
{
    constexpr int count = 2000;
    std::vector<int> got;
    SyncMailbox mailbox([&got](const Parcel &p) { got.push_back(int(p.news.workers.upserts.at(0).processed)); },
                        [](const LinkHealth &) {});
    std::thread wire([&mailbox] {
        for (int n = 0; n < count; ++n)
            mailbox.post(parcel(n));
    });
    QTRY_COMPARE(got.size(), size_t(count));
    wire.join();
    for (int n = 0; n < count; ++n)
        QCOMPARE(got[size_t(n)], n);
}

void TestMailbox::theLastHealthWins()
{
    constexpr qint64 count = 2000;
    qint64 last = 0;
    int told = 0;
    SyncMailbox mailbox([](const Parcel &) {},
                        [&](const LinkHealth &h) {
                            QVERIFY(h.events > last);
                            last = h.events;
                            ++told;
                        });
    std::thread wire([&mailbox] {
        for (qint64 n = 1; n <= count; ++n) {
            LinkHealth h;
            h.events = n;
            h.reason.said = QString::number(n);
            mailbox.tell(std::move(h));
        }
    });
    QTRY_COMPARE(last, count);
    wire.join();
    QVERIFY(told <= count);
}

void TestMailbox::drainsAtOnce()
{
    int got = 0;
    SyncMailbox mailbox([&got](const Parcel &) { ++got; }, [](const LinkHealth &) {});
    std::thread wire([&mailbox] {
        mailbox.post(parcel(1));
        mailbox.post(parcel(2));
    });
    wire.join();
    mailbox.drain();
    QCOMPARE(got, 2);
    QCoreApplication::processEvents(); // the wake event of then finds nothing
    QCOMPARE(got, 2);
    mailbox.post(parcel(3));
    QTRY_COMPARE(got, 3);
}

void TestMailbox::isTakenTellsTheSender()
{
    SyncMailbox mailbox([](const Parcel &) {}, [](const LinkHealth &) {});
    QVERIFY(mailbox.isTaken());
    mailbox.post(parcel(1));
    QVERIFY(!mailbox.isTaken());
    mailbox.drain();
    QVERIFY(mailbox.isTaken());
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
