// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that ends in a reason has one, whatever came with the error.
#include "models/domain/reason.h"

#include <QtTest>

using namespace bolt;

class ReasonTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void neverEmpty();
    void theirWordsFirst();
};

void ReasonTest::neverEmpty()
{
    for (int kind = 0; kind <= int(Error::Kind::Internal); ++kind) {
        for (const char *message : {"", " \n\t"}) {
            const Error error{Error::Kind(kind), {}, QString::fromLatin1(message), {}, 0};
            QVERIFY2(reasonOf(error).size() > 8, QByteArray::number(kind));
        }
    }
    QVERIFY(reasonOf(Rejection{}).size() > 8);
}

void ReasonTest::theirWordsFirst()
{
    Error error{Error::Kind::Network, QStringLiteral("timeout"), QStringLiteral("no\nanswer "), {}, 0};
    QCOMPARE(reasonOf(error), QStringLiteral("no answer"));
    error.message.clear();
    QCOMPARE(reasonOf(error), QStringLiteral("The server did not answer. (timeout)"));
    QCOMPARE(reasonOf(Rejection{{}, QStringLiteral("gone"), {}}), QStringLiteral("gone"));
    QCOMPARE(reasonOf(Rejection{{}, QStringLiteral("gone"), QStringLiteral("It is gone.")}),
             QStringLiteral("It is gone."));
}

QTEST_GUILESS_MAIN(ReasonTest)
#include "tst_reason.moc"
