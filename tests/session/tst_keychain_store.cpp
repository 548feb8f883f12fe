// SPDX-License-Identifier: GPL-3.0-or-later
// The system's keychain. BOLT_TEST_KEYRING says that with_keyring.sh made one; without it there is no service at all.
#include "services/secrets/keychain_store.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace bolt;
using namespace std::chrono_literals;

class KeychainStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void probeTellsTheTruth();
    void keepsReplacesAndForgets();
    void keepsBytes();
    void withoutAServiceItSaysSo();
    void answersWithinItsLimit();
    void diesWhileAsked();

private:
    template<class T>
    static T wait(const QFuture<T> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000))
            qFatal("it did not settle");
        return future.result();
    }
    const bool m_keyring = qEnvironmentVariableIsSet("BOLT_TEST_KEYRING");
    const QString m_service = QStringLiteral("BoltDesk tests");
};

void KeychainStoreTest::probeTellsTheTruth()
{
    KeychainStore store(m_service);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(wait(store.probe()), m_keyring);
    QVERIFY(timer.elapsed() < 3'500);
    QCOMPARE(wait(store.probe()), m_keyring); // asked once
}

void KeychainStoreTest::keepsReplacesAndForgets()
{
    if (!m_keyring)
        QSKIP("no keyring");
    KeychainStore store(m_service);
    const QString key = QStringLiteral("session http://127.0.0.1:8100");
    QVERIFY(!*wait(store.read(key)));
    QVERIFY(wait(store.write(key, "one")).ok());
    QVERIFY(wait(store.write(key, "two")).ok());
    KeychainStore again(m_service);
    QCOMPARE(**wait(again.read(key)), QByteArray("two"));
    QVERIFY(wait(store.remove(key)).ok());
    QVERIFY(!*wait(store.read(key)));
    QVERIFY(wait(store.remove(key)).ok()); // gone is gone
}

void KeychainStoreTest::keepsBytes()
{
    if (!m_keyring)
        QSKIP("no keyring");
    KeychainStore store(m_service);
    QByteArray secret(20'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < secret.size(); ++i)
        secret[i] = static_cast<char>(i * 31);
    QVERIFY(wait(store.write(QStringLiteral("bytes"), secret)).ok());
    QCOMPARE(**wait(store.read(QStringLiteral("bytes"))), secret);
    QVERIFY(wait(store.remove(QStringLiteral("bytes"))).ok());
}

void KeychainStoreTest::withoutAServiceItSaysSo()
{
    if (m_keyring)
        QSKIP("there is one");
    KeychainStore store(m_service);
    // A read that found nothing would look like "nobody was signed in": it must be an error.
    const auto read = wait(store.read(QStringLiteral("x")));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, Error::Kind::Storage);
    QCOMPARE(wait(store.write(QStringLiteral("x"), "y")).error().code, QStringLiteral("keychain"));
    QVERIFY(!wait(store.remove(QStringLiteral("x"))).ok());
}

void KeychainStoreTest::answersWithinItsLimit()
{
    KeychainStore store(m_service, 0ms); // no service is that fast
    QVERIFY(!wait(store.probe()));
    QVERIFY(!wait(store.write(QStringLiteral("x"), "y")).ok());
}

void KeychainStoreTest::diesWhileAsked()
{
    QFuture<bool> probe;
    {
        KeychainStore store(m_service);
        probe = store.probe();
    }
    // Whatever the service still answers the dead one finds nobody; the next one is served after it.
    KeychainStore next(m_service);
    QCOMPARE(wait(next.probe()), m_keyring);
}

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "tst_keychain_store.moc"
