// SPDX-License-Identifier: GPL-3.0-or-later
// The key file: made once, for its owner only, never overwritten. Passwords and rates.
#include "backend/auth/authenticator.h"
#include "backend/auth/password.h"
#include "backend/auth/rate_limit.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace bolt::backend;
using namespace bolt;

class TestAuthKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void madeOnceAndKept()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("desk.keys"));
        const auto made = loadOrMakeKeys(path, Instant(Seconds(1'700'000'000)));
        QVERIFY(made);
        QVERIFY(made->jwtSecret.size() >= 32);
        const auto read = loadOrMakeKeys(path, Instant(Seconds(1'800'000'000)));
        QVERIFY(read);
        QCOMPARE(read->jwtSecret, made->jwtSecret);
        QCOMPARE(read->anonKey, made->anonKey);
        QCOMPARE(read->workerToken, made->workerToken);
        QCOMPARE(read->webhookSecret, made->webhookSecret);
        QCOMPARE(read->demoPassword, made->demoPassword);
        QVERIFY(makeKeys(Instant()).jwtSecret != made->jwtSecret);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1);
    }

    void theKeysAreTokensOfTheirRole()
    {
        const FixedClock clock(Instant(Seconds(1'700'000'000)));
        const Authenticator authenticator(makeKeys(clock.now()), clock);
        QCOMPARE(int(authenticator.verify(authenticator.keys().anonKey)->kind), int(Principal::Kind::Anon));
        QCOMPARE(int(authenticator.verify(authenticator.keys().serviceKey)->kind), int(Principal::Kind::Service));
    }

    void aFileThatOthersMayReadIsRefused()
    {
#ifdef Q_OS_WIN
        QSKIP("permissions are another matter there");
#endif
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("desk.keys"));
        QVERIFY(loadOrMakeKeys(path, Instant()));
        QFile::setPermissions(path, QFile::permissions(path) | QFile::ReadOther);
        QCOMPARE(loadOrMakeKeys(path, Instant()).error().code, QStringLiteral("keys_exposed"));
    }

    void aDamagedFileIsLeftAlone()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("desk.keys"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner));
        file.write("{\"jwt_secret\":\"short\"}");
        file.close();
        QCOMPARE(loadOrMakeKeys(path, Instant()).error().code, QStringLiteral("keys_damaged"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"jwt_secret\":\"short\"}"));
        QVERIFY(!loadOrMakeKeys(QStringLiteral("/nowhere/at/all/desk.keys"), Instant()));
    }

    void passwords()
    {
        const PasswordHasher hasher(PasswordCost::cheapest());
        const std::string hash = hasher.hash("correct horse");
        QVERIFY(hash.rfind("$argon2id$", 0) == 0);
        QVERIFY(hash != hasher.hash("correct horse"));
        QVERIFY(hasher.verify("correct horse", hash));
        QVERIFY(!hasher.verify("correct horsf", hash));
        QVERIFY(!hasher.verify("", hash));
        QVERIFY(!hasher.verify("anything", ""));
        QVERIFY(!hasher.verify("anything", "no hash"));
    }

    void ratesRefill()
    {
        FixedClock clock{Instant()};
        RateLimit limit({3, 0.5}, clock);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limit.take("a").count(), 0);
        QCOMPARE(limit.take("a").count(), 2);
        QCOMPARE(limit.take("b").count(), 0);
        clock.advance(Seconds(2));
        QCOMPARE(limit.take("a").count(), 0);
        QVERIFY(limit.take("a").count() > 0);
        for (int i = 0; i < 30'000; ++i)
            limit.take(std::to_string(i));
        clock.advance(Seconds(1000));
        QCOMPARE(limit.take("a").count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAuthKeys)
#include "tst_auth_keys.moc"
