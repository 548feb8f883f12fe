// SPDX-License-Identifier: GPL-3.0-or-later
// How alerts are grouped and kept in place, and what a dismissal is worth.

#include "models/tables/alert_list_model.h"
#include "models/tables/alerts_model.h"
#include "tests/tables/board.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

Alert named(const char *key, AlertKind kind = AlertKind::Stalled, int severity = 1, int weight = 0)
{
    Alert alert;
    alert.key = QString::fromLatin1(key);
    alert.kind = kind;
    alert.severity = severity;
    alert.weight = weight;
    return alert;
}

/// As many of a kind, in the order of their numbers.
std::vector<Alert> many(AlertKind kind, int count)
{
    std::vector<Alert> alerts;
    for (int i = 0; i < count; ++i) {
        Alert alert = named("", kind);
        alert.key = QStringLiteral("%1:%2").arg(int(kind)).arg(i);
        alert.subject = QStringLiteral("Subject %1").arg(i);
        alert.rank = i;
        alerts.push_back(alert);
    }
    return alerts;
}

struct Model
{
    QObject owner;
    AlertsModel model{&owner};
    QAbstractItemModelTester tester{&model, fatal};
    QAbstractItemModelTester listTester{model.list(), fatal};
    AlertListModel &list = *model.list();

    void set(std::vector<Alert> alerts, bool workersKnown = true)
    {
        std::sort(alerts.begin(), alerts.end(), comesBefore);
        model.setAlerts(std::move(alerts), workersKnown, noon);
    }
    AlertGroup group(int row) const { return model.data(model.index(row), AlertsModel::GroupRole).value<AlertGroup>(); }
    /// "kind*size", with what it is while it is held.
    QString groups() const
    {
        QStringList out;
        for (int row = 0; row < model.rowCount(); ++row) {
            const AlertGroup g = group(row);
            const char *state = g.state == AlertsModel::Over        ? " over"
                                : g.state == AlertsModel::Dismissed ? " put aside"
                                                                    : "";
            out << QStringLiteral("%1*%2%3").arg(g.kind()).arg(g.size).arg(QLatin1String(state));
        }
        return out.join(u", ");
    }
    QString rows() const
    {
        QStringList out;
        for (int row = 0; row < list.rowCount(); ++row) {
            const QModelIndex at = list.index(row);
            const int kind = list.data(at, AlertListModel::RowRole).toInt();
            const auto group = list.data(at, AlertListModel::GroupRole).value<AlertGroup>();
            const auto item = list.data(at, AlertListModel::ItemRole).value<AlertItem>();
            if (kind == AlertListModel::Group)
                out << QStringLiteral("[%1*%2%3]")
                           .arg(group.kind())
                           .arg(group.size)
                           .arg(group.state ? QStringLiteral("!") : QString());
            else if (kind == AlertListModel::Item)
                out << item.key() + (item.state() ? QStringLiteral("!") : QString());
            else
                out << QStringLiteral("+%1").arg(list.data(at, AlertListModel::HiddenRole).toInt());
        }
        return out.join(u' ');
    }
};

} // namespace

class AlertsModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groupsHoldTheirPlace();
    void dismissalLastsAsLongAsTheCondition();
    void aDismissedOneComesBackWhenItGetsWorse_data();
    void aDismissedOneComesBackWhenItGetsWorse();
    void dismissedOfWorkersStaysWhileTheyAreNotKnown();
    void aGroupIsDismissedAsItIsNow();
    void causesOfShutDirectories();
    void theListFolds();
    void theListStandsStillWhileItIsOpen();
    void theListOfWhatWasDismissed();
    void theListIsFiltered();
    void manyAlertsCostNothingWhileNothingChanges();
};

void AlertsModelTest::groupsHoldTheirPlace()
{
    Model m;
    m.set({named("a"), named("b"), named("c", AlertKind::CircuitOpen)});
    QCOMPARE(m.groups(), QStringLiteral("2*2, 6*1"));
    QCOMPARE(m.model.count(), 3);
    QCOMPARE(m.model.groupCount(), 2);
    m.model.setHeld(true);
    QSignalSpy reset(&m.model, &QAbstractItemModel::modelReset);
    m.set(
        {named("x", AlertKind::NoWorkers, 2), named("c", AlertKind::CircuitOpen), named("d", AlertKind::CircuitOpen)});
    QCOMPARE(m.groups(), QStringLiteral("2*2 over, 6*2, 0*1")); // what is pointed at stays where it is
    QCOMPARE(m.model.count(), 3);                               // … and the count is that of now
    QCOMPARE(m.model.groupCount(), 2);
    m.model.dismissGroup(AlertsModel::CircuitOpen);
    QCOMPARE(m.groups(), QStringLiteral("2*2 over, 6*2 put aside, 0*1"));
    m.model.restoreGroup(AlertsModel::CircuitOpen);
    QCOMPARE(m.groups(), QStringLiteral("2*2 over, 6*2, 0*1"));
    QCOMPARE(reset.size(), 0);
    m.model.setHeld(false);
    QCOMPARE(m.groups(), QStringLiteral("0*1, 6*2"));
}

void AlertsModelTest::dismissalLastsAsLongAsTheCondition()
{
    Model m;
    m.set({named("a"), named("b")});
    m.model.dismiss({QStringLiteral("a"), QStringLiteral("nonsense")});
    QCOMPARE(m.model.count(), 1);
    QCOMPARE(m.model.dismissedCount(), 1);
    m.set({named("a"), named("b")});
    QCOMPARE(m.model.count(), 1);
    m.set({named("b")});
    QCOMPARE(m.model.dismissedCount(), 0);
    m.set({named("a"), named("b")}); // it ended and began again
    QCOMPARE(m.model.count(), 2);
    m.set({});
    QCOMPARE(m.model.lastWrongMs(), double(toMillis(noon)));
}

void AlertsModelTest::aDismissedOneComesBackWhenItGetsWorse_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("weight");
    QTest::addColumn<int>("stays");
    QTest::addColumn<int>("returns");
    QTest::newRow("minutes stuck") << int(AlertKind::Stalled) << 20 << 39 << 40;
    QTest::newRow("minutes stuck, from the floor") << int(AlertKind::Stalled) << 6 << 29 << 30;
    QTest::newRow("minutes late") << int(AlertKind::SlaMissed) << 300 << 599 << 600;
    QTest::newRow("minutes late, from the floor") << int(AlertKind::SlaMissed) << 1 << 119 << 120;
    QTest::newRow("failures") << int(AlertKind::ErrorSpike) << 8 << 15 << 16;
    QTest::newRow("submissions that wait") << int(AlertKind::NoWorkers) << 692 << 1383 << 1384;
}

void AlertsModelTest::aDismissedOneComesBackWhenItGetsWorse()
{
    QFETCH(int, kind);
    QFETCH(int, weight);
    QFETCH(int, stays);
    QFETCH(int, returns);
    Model m;
    const auto of = [&](int w, int severity = 1) { return named("a", AlertKind(kind), severity, w); };
    m.set({of(weight)});
    m.model.dismiss({QStringLiteral("a")});
    m.set({of(stays)});
    QCOMPARE(m.model.count(), 0);
    m.set({of(weight / 2)});
    QCOMPARE(m.model.count(), 0);
    m.set({of(returns)});
    QCOMPARE(m.model.count(), 1);
    // Dismissed again, it answers for what it is now; a higher severity is always worse.
    m.model.dismiss({QStringLiteral("a")});
    m.set({of(returns + 1)});
    QCOMPARE(m.model.count(), 0);
    m.set({of(returns + 1, 2)});
    QCOMPARE(m.model.count(), 1);
}

void AlertsModelTest::dismissedOfWorkersStaysWhileTheyAreNotKnown()
{
    Model m;
    const Alert none = named("workers", AlertKind::NoWorkers, 2, 700);
    m.set({none});
    m.model.dismiss({none.key});
    m.set({}, false); // the link broke: nothing is said of them
    m.set({none});
    QCOMPARE(m.model.count(), 0);
    m.set({});
    m.set({none});
    QCOMPARE(m.model.count(), 1);
}

void AlertsModelTest::aGroupIsDismissedAsItIsNow()
{
    Model m;
    auto shut = many(AlertKind::CircuitOpen, 31);
    m.set(shut);
    m.model.dismissGroup(AlertsModel::CircuitOpen);
    QCOMPARE(m.model.count(), 0);
    QCOMPARE(m.model.dismissedCount(), 31);
    QCOMPARE(m.groups(), QString());
    shut.push_back(named("new", AlertKind::CircuitOpen));
    m.set(shut);
    QCOMPARE(m.model.count(), 1);
    QCOMPARE(m.group(0).first().key(), QStringLiteral("new"));
    m.model.restoreGroup(AlertsModel::CircuitOpen);
    QCOMPARE(m.model.count(), 32);
}

void AlertsModelTest::causesOfShutDirectories()
{
    Model m;
    auto shut = many(AlertKind::CircuitOpen, 5);
    const char *codes[]{"CAPTCHA", "TIMEOUT", "SITE_DOWN", "SELECTOR_NOT_FOUND", "WHAT"};
    for (int i = 0; i < 5; ++i)
        shut[size_t(i)].code = QString::fromLatin1(codes[i]);
    m.set(shut);
    QCOMPARE(m.group(0).causes, (QList<int>{1, 2, 1, 1}));
    QCOMPARE(m.group(0).top().size(), 3);
    QCOMPARE(m.group(0).last.key(), QStringLiteral("6:4"));
}

void AlertsModelTest::theListFolds()
{
    Model m;
    QCOMPARE(m.rows(), QString()); // closed, it costs nothing
    auto all = many(AlertKind::SlaMissed, 4);
    const auto shut = many(AlertKind::CircuitOpen, 31);
    all.push_back(named("stuck"));
    all.insert(all.end(), shut.begin(), shut.end());
    m.set(all);
    m.list.setOpen(true);
    const QString start = QStringLiteral("[1*4] 1:0 1:1 1:2 1:3 [2*1] [6*31]");
    QCOMPARE(m.rows(), start);
    m.list.unfold(5, true); // one alone has nothing to fold
    QCOMPARE(m.rows(), start);
    m.list.unfold(6, true);
    QCOMPARE(m.rows(), start + QStringLiteral(" 6:0 6:1 6:2 +28"));
    QCOMPARE(m.list.keysAt(10, AlertsModel::Open).size(), 28);
    QCOMPARE(m.list.keysAt(10, AlertsModel::Open).first(), QStringLiteral("6:3"));
    QCOMPARE(m.list.keysAt(6, AlertsModel::Open).size(), 31);
    QCOMPARE(m.list.keysAt(8, AlertsModel::Open), QStringList(QStringLiteral("6:1")));
    m.list.showAll(10);
    QCOMPARE(m.list.count(), 7 + 31);
    QCOMPARE(m.list.groupRow(20), 6);
    m.list.unfold(20, false);
    QCOMPARE(m.rows(), start);
    m.list.unfold(0, false);
    QCOMPARE(m.rows(), QStringLiteral("[1*4] [2*1] [6*31]"));
    m.list.unfold(2, true); // once all were asked for
    QCOMPARE(m.list.count(), 3 + 31);
    m.list.setOpen(false);
    QCOMPARE(m.rows(), QString());
}

void AlertsModelTest::theListStandsStillWhileItIsOpen()
{
    Model m;
    m.set({named("a", AlertKind::SlaMissed), named("b", AlertKind::SlaMissed), named("c", AlertKind::SlaMissed)});
    m.list.setOpen(true);
    QSignalSpy reset(&m.list, &QAbstractItemModel::modelReset), in(&m.list, &QAbstractItemModel::rowsInserted),
        out(&m.list, &QAbstractItemModel::rowsRemoved);
    m.set({named("0", AlertKind::NoWorkers, 2), named("a", AlertKind::SlaMissed), named("c", AlertKind::SlaMissed),
           named("d", AlertKind::SlaMissed)});
    QCOMPARE(m.rows(), QStringLiteral("[1*2] a b! c"));
    QCOMPARE(m.list.newCount(), 2);
    m.model.dismiss({QStringLiteral("c")});
    QCOMPARE(m.rows(), QStringLiteral("[1*1] a b! c!"));
    QCOMPARE(m.list.keysAt(0, AlertsModel::Open), QStringList(QStringLiteral("a"))); // b is over, c was put aside
    QCOMPARE(m.list.keysAt(3, AlertsModel::Dismissed), QStringList(QStringLiteral("c")));
    m.model.restore(m.list.keysAt(3, AlertsModel::Dismissed));
    QCOMPARE(m.rows(), QStringLiteral("[1*2] a b! c"));
    QCOMPARE(reset.size() + in.size() + out.size(), 0);
    m.list.apply();
    QCOMPARE(m.rows(), QStringLiteral("[0*1] [1*3] a c d"));
    QCOMPARE(m.list.newCount(), 0);
}

void AlertsModelTest::theListOfWhatWasDismissed()
{
    Model m;
    m.set({named("a"), named("b"), named("c")});
    m.model.dismiss({QStringLiteral("a")});
    m.list.setOpen(true);
    QCOMPARE(m.rows(), QStringLiteral("[2*2] b c"));
    m.list.setDismissed(true);
    QCOMPARE(m.rows(), QStringLiteral("[2*1]"));
    m.model.restore(m.list.keysAt(0, AlertsModel::Open));
    QCOMPARE(m.rows(), QStringLiteral("[2*1!]")); // brought back, and still where it was
    QCOMPARE(m.model.count(), 3);
    m.list.setDismissed(false);
    QCOMPARE(m.rows(), QStringLiteral("[2*3] a b c"));
}

void AlertsModelTest::theListIsFiltered()
{
    Model m;
    auto all = many(AlertKind::Stalled, 12);
    const auto shut = many(AlertKind::CircuitOpen, 3);
    all.insert(all.end(), shut.begin(), shut.end());
    m.set(all);
    m.list.setKindWords(
        {QStringLiteral("workers"), {}, QStringLiteral("stuck"), {}, {}, {}, QStringLiteral("shut off")});
    m.list.setOpen(true);
    m.list.setFilterText(QStringLiteral("11 STUCK"));
    QCOMPARE(m.rows(), QStringLiteral("[2*1]"));
    m.list.setFilterText(QStringLiteral("shut"));
    QCOMPARE(m.rows(), QStringLiteral("[6*3] 6:0 6:1 6:2"));
    m.list.setFilterText(QStringLiteral("nothing"));
    QCOMPARE(m.rows(), QString());
    m.set(many(AlertKind::Stalled, 13));
    QCOMPARE(m.list.newCount(), 0); // what was not looked for does not wait
    m.list.setOpen(false);
    m.list.setOpen(true);
    QCOMPARE(m.list.filterText(), QString());
}

/// They are looked at every five seconds: what did not change must not be drawn again, nor anything be made for it.
void AlertsModelTest::manyAlertsCostNothingWhileNothingChanges()
{
    for (const int count : {242, 2000}) {
        Model m;
        auto all = many(AlertKind::CircuitOpen, count / 2);
        const auto late = many(AlertKind::SlaMissed, count - count / 2);
        all.insert(all.end(), late.begin(), late.end());
        m.set(all);
        QCOMPARE(m.model.count(), count);
        QCOMPARE(m.model.rowCount(), 2);
        m.list.setOpen(true);
        QSignalSpy groups(&m.model, &QAbstractItemModel::dataChanged), rows(&m.list, &QAbstractItemModel::dataChanged),
            reset(&m.model, &QAbstractItemModel::modelReset), counts(&m.model, &AlertsModel::countsChanged);
        for (int round = 0; round < 10; ++round)
            m.set(all);
        QCOMPARE(groups.size() + rows.size() + reset.size() + counts.size(), 0);
        all.back().minutes += 1;
        m.set(all);
        QVERIFY(groups.size() <= 1 && rows.size() <= 1);
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < 10; ++round)
            m.set(all);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed()))); // far from it; no square of it
    }
}

QTEST_GUILESS_MAIN(AlertsModelTest)
#include "alerts_model_test.moc"
