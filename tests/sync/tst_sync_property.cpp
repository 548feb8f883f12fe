// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/sync_world.h"

#include <QElapsedTimer>
#include <QTest>
#include <functional>

using namespace world;

namespace {

struct NoAntiEntropy : FullRules
{
    static constexpr bool antiEntropy = false;
};
struct NoVersion : FullRules
{
    static constexpr bool versions = false;
};
struct NoTombstone : FullRules
{
    static constexpr bool tombstones = false;
};
struct MissingIsRemoved : NoAntiEntropy
{
    static constexpr bool missingIsRemoved = true;
};
struct MergeTruncated : FullRules
{
    static constexpr bool mergeTruncated = true;
};
struct SnapshotBeforeLive : NoAntiEntropy
{
    static constexpr bool snapshotBeforeLive = true;
};

int seeds(int usual)
{
    bool ok = false;
    const int asked = qEnvironmentVariableIntValue("BOLT_SYNC_SEEDS", &ok);
    if (ok)
        return std::max(1, asked);
#ifdef NDEBUG
    return usual;
#else
    return std::max(50, usual / 20);
#endif
}

/// Leaves out moments for as long as the run still fails.
template<class Rules>
Plan shrink(Plan plan)
{
    for (size_t chunk = std::max<size_t>(1, plan.moments.size() / 2); chunk >= 1; chunk /= 2) {
        for (size_t at = 0; at < plan.moments.size();) {
            Plan less = plan;
            const auto first = less.moments.begin() + long(at);
            less.moments.erase(first, first + long(std::min(chunk, less.moments.size() - at)));
            if (!run<Rules>(less).isEmpty())
                plan = less;
            else
                at += chunk;
        }
        if (chunk == 1)
            break;
    }
    return plan;
}

template<class Rules>
int failures(int count, Level level, bool loss)
{
    int failed = 0;
    for (int seed = 1; seed <= count; ++seed)
        failed += !run<Rules>(makePlan(unsigned(seed), level, loss)).isEmpty();
    return failed;
}

template<class Rules>
void mustHold(int count, const std::function<Plan(unsigned)> &make)
{
    for (int seed = 1; seed <= count; ++seed) {
        const Plan plan = make(unsigned(seed));
        const QString fault = run<Rules>(plan);
        if (fault.isEmpty())
            continue;
        const Plan small = shrink<Rules>(plan);
        QFAIL(qPrintable(fault + u'\n' + describe(small) + u"\nshrunk fault: "_qs.append(run<Rules>(small))));
    }
}

} // namespace

/// The table of contracts/supabase.md §4, over the real engine: the full rules never fail, each broken rule is noticed.
class tst_SyncProperty : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fullRulesHold_data();
    void fullRulesHold();
    void noLossNeedsNoAntiEntropy_data();
    void noLossNeedsNoAntiEntropy();
    void whatNoEventToldIsMendedSoon_data();
    void whatNoEventToldIsMendedSoon();
    void brokenRulesAreCaught();
};

void tst_SyncProperty::fullRulesHold_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<bool>("loss");
    for (int level = 0; level < 3; ++level) {
        for (bool loss : {false, true})
            QTest::addRow("L%d %s", level, loss ? "loss" : "no loss") << level << loss;
    }
}

void tst_SyncProperty::fullRulesHold()
{
    QFETCH(int, level);
    QFETCH(bool, loss);
    mustHold<FullRules>(seeds(loss ? 2500 : 1000), [&](unsigned seed) { return makePlan(seed, Level(level), loss); });
}

void tst_SyncProperty::noLossNeedsNoAntiEntropy_data()
{
    QTest::addColumn<int>("level");
    for (int level = 0; level < 3; ++level)
        QTest::addRow("L%d", level) << level;
}

/// I4.
void tst_SyncProperty::noLossNeedsNoAntiEntropy()
{
    QFETCH(int, level);
    mustHold<NoAntiEntropy>(seeds(1000), [&](unsigned seed) { return makePlan(seed, Level(level), false); });
}

void tst_SyncProperty::whatNoEventToldIsMendedSoon_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<bool>("ticks");
    QTest::addRow("L0") << 0 << false;
    QTest::addRow("L1") << 1 << false;
    QTest::addRow("L1 with ticks") << 1 << true;
    QTest::addRow("L2 with ticks") << 2 << true;
}

/// Lost deletions, rows that leave a policy's sight or come into it, a stream that is deaf from some moment on: 90 s
/// after the last of it the copy is the server's, and known to be.
void tst_SyncProperty::whatNoEventToldIsMendedSoon()
{
    QFETCH(int, level);
    QFETCH(bool, ticks);
    mustHold<FullRules>(seeds(400), [&](unsigned seed) { return makeFaultPlan(seed, Level(level), ticks); });
}

void tst_SyncProperty::brokenRulesAreCaught()
{
    const int count = seeds(1000);
    struct Mutant
    {
        const char *name;
        int caught;
    };
    const Mutant mutants[] = {
        {"no version", failures<NoVersion>(count, Level::L1, true)},
        {"no tombstone", failures<NoTombstone>(count, Level::L1, true)},
        {"missing = delete", failures<MissingIsRemoved>(count, Level::L1, false)},
        {"merge truncated", failures<MergeTruncated>(count, Level::L1, false)},
        {"snapshot before live", failures<SnapshotBeforeLive>(count, Level::L1, false)},
        {"loss without anti-entropy", failures<NoAntiEntropy>(count, Level::L1, true)},
    };
    for (const Mutant &m : mutants) {
        qInfo("%-26s caught in %d of %d runs", m.name, m.caught, count);
        QVERIFY2(m.caught > 0, m.name);
    }
}

QTEST_GUILESS_MAIN(tst_SyncProperty)
#include "tst_sync_property.moc"
