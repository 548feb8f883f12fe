// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/temper.h"
#include "models/domain/error_code.h"

#include <QMap>
#include <QTest>
#include <QUuid>

using namespace bolt;
using namespace bolt::workers;
using namespace Qt::StringLiterals;

/// The luck of the fleet is fixed by its seed, and looks like the business it imitates.
class TestTemper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameQuestionSameAnswer();
    void seedsDiffer();
    void mostSitesAreGood();
    void everyCodeIsKnownAndSaysWhere();
    void laterAttemptsFareBetter();
    void errorsCanBeSwitchedOff();
    void editorsApproveMost();
};

namespace {

QString submission(int n) { return u"5a0d1c8e-0000-4000-8000-%1"_s.arg(n, 12, 10, QChar(u'0')); }

QString site(int n) { return u"Directory %1"_s.arg(n); }

/// Share of failures at `attempt`, over all sites of which `fits` is true for the code of the first.
double failures(int attempt, ErrorClass kind)
{
    int asked = 0;
    int failed = 0;
    for (int d = 0; d < 300; ++d) {
        const Temper temper(site(d), Luck(1), 1);
        for (int s = 0; s < 40; ++s) {
            if (errorClass(temper.verdict(submission(s), 1).code) != kind ||
                temper.verdict(submission(s), 1).code.isEmpty())
                continue;
            ++asked;
            const QString code = temper.verdict(submission(s), attempt).code;
            failed += !code.isEmpty();
        }
    }
    return asked == 0 ? -1 : double(failed) / asked;
}

} // namespace

void TestTemper::sameQuestionSameAnswer()
{
    const Temper a(u"Hot Frog"_s, Luck(4), 1);
    const Temper b(u"Hot Frog"_s, Luck(4), 1);
    for (int s = 0; s < 200; ++s) {
        QCOMPARE(a.verdict(submission(s), 1).message, b.verdict(submission(s), 1).message);
        QCOMPARE(a.verdict(submission(s), 1).code, a.verdict(submission(s), 1).code);
        QCOMPARE(a.approves(submission(s)), b.approves(submission(s)));
    }
    QCOMPARE(a.slowness(), b.slowness());
}

void TestTemper::seedsDiffer()
{
    int same = 0;
    for (int d = 0; d < 100; ++d)
        same += Temper(site(d), Luck(1), 1).slowness() == Temper(site(d), Luck(2), 1).slowness();
    QCOMPARE(same, 0);
}

void TestTemper::mostSitesAreGood()
{
    int good = 0;
    int bad = 0;
    for (int d = 0; d < 1200; ++d) {
        const Temper temper(site(d), Luck(1), 1);
        int failed = 0;
        for (int s = 0; s < 50; ++s)
            failed += !temper.verdict(submission(s), 1).code.isEmpty();
        good += failed <= 7;
        bad += failed >= 15;
    }
    QVERIFY2(good > 600, qPrintable(QString::number(good)));
    QVERIFY2(bad > 200, qPrintable(QString::number(bad)));
}

void TestTemper::everyCodeIsKnownAndSaysWhere()
{
    QMap<QString, int> seen;
    for (int d = 0; d < 1200; ++d) {
        const Temper temper(site(d), Luck(1), 1);
        for (int s = 0; s < 30; ++s) {
            const auto verdict = temper.verdict(submission(s), 1);
            if (verdict.code.isEmpty())
                continue;
            ++seen[verdict.code];
            QVERIFY(errorClass(verdict.code) != ErrorClass::Unknown);
            QVERIFY2(verdict.message.contains(site(d)), qPrintable(verdict.message));
            QVERIFY(!verdict.step.isEmpty());
        }
    }
    QCOMPARE(seen.size(), 13); // every code of the contract's table
}

void TestTemper::laterAttemptsFareBetter()
{
    const double transient = failures(2, ErrorClass::Transient);
    const double later = failures(4, ErrorClass::Transient);
    const double manual = failures(2, ErrorClass::Manual);
    QVERIFY2(transient > 0 && transient < 0.35, qPrintable(QString::number(transient)));
    QVERIFY2(later < transient, qPrintable(QString::number(later)));
    QVERIFY2(manual > 0.05 && manual < 0.6, qPrintable(QString::number(manual)));
}

void TestTemper::errorsCanBeSwitchedOff()
{
    for (int d = 0; d < 300; ++d) {
        const Temper temper(site(d), Luck(1), 0);
        for (int s = 0; s < 20; ++s) {
            QVERIFY(temper.verdict(submission(s), 1).code.isEmpty());
            QVERIFY(temper.approves(submission(s)));
        }
    }
}

void TestTemper::editorsApproveMost()
{
    int approved = 0;
    for (int s = 0; s < 1000; ++s)
        approved += Temper(u"Hot Frog"_s, Luck(1), 1).approves(submission(s));
    QVERIFY2(approved > 900 && approved < 980, qPrintable(QString::number(approved)));
}

QTEST_GUILESS_MAIN(TestTemper)
#include "tst_temper.moc"
