// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client/wire_thread.h"
#include "services/connectors/directory_bolt.h"
#include "services/sync/mailbox.h"

#include <QTest>
#include <atomic>

using namespace bolt;

/// The thread of a worker: calls arrive in order, and nothing of it is left after its end. Also under ThreadSanitizer.
class TestWireThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsRunThereInOrder();
    void whatWasPostedBeforeTheEndIsDone();
    void endTwice();
    void startedAndEndedWhileItConnects();

private:
    std::unique_ptr<SyncWorker> worker(SyncMailbox &mailbox)
    {
        SyncWorker::Settings s;
        s.workspace.url = QUrl(QStringLiteral("http://127.0.0.1:1")); // nobody listens there
        s.workspace.anonKey = QStringLiteral("key");
        s.random = [] { return 0.5; };
        return std::make_unique<SyncWorker>(m_connector, m_clock, mailbox, std::move(s), SyncWorker::Replica());
    }

    SystemClock m_clock;
    DirectoryBoltConnector m_connector;
};

void TestWireThread::callsRunThereInOrder()
{
    SyncMailbox mailbox([](const Parcel &) {}, [](const LinkHealth &) {});
    WireThread wire(worker(mailbox));
    std::vector<int> order; // the thread's own until its end
    const QThread *there = nullptr;
    for (int n = 0; n < 1000; ++n)
        wire.post([&order, &there, n](SyncWorker &w) {
            there = w.thread() == QThread::currentThread() ? QThread::currentThread() : nullptr;
            order.push_back(n);
        });
    wire.end();
    QVERIFY(there && there != QThread::currentThread());
    QCOMPARE(order.size(), size_t(1000));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestWireThread::whatWasPostedBeforeTheEndIsDone()
{
    SyncMailbox mailbox([](const Parcel &) {}, [](const LinkHealth &) {});
    std::atomic<int> done = 0;
    {
        WireThread wire(worker(mailbox));
        for (int n = 0; n < 100; ++n)
            wire.post([&done](SyncWorker &) { ++done; });
    }
    QCOMPARE(done.load(), 100);
}

void TestWireThread::endTwice()
{
    SyncMailbox mailbox([](const Parcel &) {}, [](const LinkHealth &) {});
    WireThread wire(worker(mailbox));
    wire.end();
    wire.post([](SyncWorker &) { QFAIL("it has ended"); });
    wire.end();
}

void TestWireThread::startedAndEndedWhileItConnects()
{
    LinkPhase last = LinkPhase::Live;
    SyncMailbox mailbox([](const Parcel &) {}, [&last](const LinkHealth &h) { last = h.phase; });
    WireThread wire(worker(mailbox));
    wire.post([](SyncWorker &w) { w.start(); });
    QTRY_COMPARE(last, LinkPhase::SignedOut); // it has no token
    wire.post([](SyncWorker &w) {
        wire::AccessToken token;
        token.jwt = "a.b.c";
        token.expiresAt = fromMicros(qint64(1) << 52);
        w.setToken(token);
    });
    QTRY_VERIFY(last == LinkPhase::Connecting || last == LinkPhase::Offline);
    wire.end();
}

QTEST_GUILESS_MAIN(TestWireThread)
#include "tst_wire_thread.moc"
