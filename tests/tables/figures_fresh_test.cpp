// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/figures.h"
#include "tests/tables/board.h"

#include <QtTest>

using namespace bolt;
using namespace bolt::test;

/// Which of the figures are of now while some tables are not.
class FiguresFreshTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatRestsOnAPolledTableIsOld();
};

void FiguresFreshTest::onlyWhatRestsOnAPolledTableIsOld()
{
    Board board;
    OutcomeLedger ledger{board.clock};
    JobFacts facts{board.store, board.clock, board.ticker};
    Figures figures{board.store, ledger, facts};
    LinkHealth health;
    health.phase = LinkPhase::Live;
    for (TableHealth &table : health.tables) {
        table.phase = LinkPhase::Live;
        table.complete = true;
        table.asOf = noon;
    }
    const auto old = [&figures](const LinkHealth &is) {
        QList<int> keys;
        const auto tiles = figures.compute(is);
        for (int key = 0; key < TilesModel::KeyCount; ++key) {
            if (!tiles[size_t(key)].live)
                keys.append(key);
        }
        return keys;
    };
    using K = TilesModel;
    QCOMPARE(old(health), QList<int>());
    LinkHealth polled = health;
    polled.tables[size_t(Table::Workers)].phase = LinkPhase::Polling;
    QCOMPARE(old(polled), QList<int>{K::Workers});
    polled = health;
    polled.tables[size_t(Table::Submissions)].phase = LinkPhase::Polling;
    QCOMPARE(old(polled), (QList<int>{K::ActiveJobs, K::NeedPerson, K::Queue}));
    polled = health;
    polled.tables[size_t(Table::Attempts)].phase = LinkPhase::CatchUp;
    QCOMPARE(old(polled), (QList<int>{K::PerMinute, K::SuccessRate}));
    health.tables[size_t(Table::Attempts)] = {};
    health.tables[size_t(Table::Attempts)].absent = true; // and nothing will make it newer
    QCOMPARE(old(health), QList<int>());
    health.silentSince = noon;
    QCOMPARE(old(health).size(), int(K::KeyCount));
}

QTEST_GUILESS_MAIN(FiguresFreshTest)
#include "figures_fresh_test.moc"
