// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_filter.h"
#include "models/tables/job_words.h"
#include "tests/tables/jobs_desk.h"

#include <QTest>
#include <QTranslator>

using namespace bolt;
using namespace bolt::test;
using namespace Qt::StringLiterals;

namespace {

class German final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        static const QHash<QByteArray, QString> words{{"paused", u"pausiert"_s},
                                                      {"stuck", u"hängt"_s},
                                                      {"failed", u"fehlgeschlagen"_s},
                                                      {"status", u"zustand"_s},
                                                      {"Stuck %1", u"Hängt %1"_s}};
        return QByteArray(context).startsWith("bolt::Job") ? words.value(source) : QString();
    }
    bool isEmpty() const override { return false; }
};

JobRow row(const char *id, const QString &customer, JobState state, Standing standing)
{
    JobRow r;
    r.job.id = JobId(QUuid(QString::fromLatin1(id)));
    r.job.state = state;
    r.customer = customer;
    r.packageName = u"Growth"_s;
    r.standing.kind = standing;
    r.standing.since = noon - Seconds(26 * 60);
    r.countsComplete = true;
    return r;
}

/// A running with failures, B paused, C stuck, D queued, E that needs a person.
std::vector<JobRow> fiveRows()
{
    std::vector<JobRow> rows{
        row("a0000000-0000-4000-8000-00000000000a", u"Café de la Gare"_s, JobState::InProgress, Standing::Running),
        row("b0000000-0000-4000-8000-00000000000b", u"Łódź Bakery 12\""_s, JobState::Paused, Standing::Paused),
        row("c0000000-0000-4000-8000-00000000000c", u"Deadbeef Coffee"_s, JobState::InProgress, Standing::Stuck),
        row("d0000000-0000-4000-8000-00000000000d", u"Smith & Sons"_s, JobState::Pending, Standing::Queued),
        row("deadbeef-cafe-4000-8000-00000000000e", u"Ångström AB"_s, JobState::InProgress, Standing::NeedsPerson)};
    rows[0].standing.at = u"Hot Frog"_s;
    rows[0].standing.left = LeftKind::Range;
    rows[0].standing.range = {40 * 60, 55 * 60};
    rows[0].counts.by[JobCounts::Failed] = 2;
    rows[0].job.worker = WorkerId(u"worker-07"_s);
    rows[1].standing.by = u"a.brandt@example.com"_s;
    rows[1].standing.left = LeftKind::Paused;
    rows[2].standing.left = LeftKind::Stuck;
    rows[3].standing.place = 7;
    rows[3].standing.places = 12;
    rows[3].packageName = u"Professional"_s;
    rows[4].standing.captcha = rows[4].standing.person = 3;
    for (JobRow &r : rows) {
        r.why = JobWords::why(r.standing, r.job.state, {}, noon);
        r.left = JobWords::left(r.standing);
    }
    return rows;
}

QString found(const QString &typed)
{
    const JobFilter filter(typed);
    QString letters;
    char16_t letter = u'A';
    for (const JobRow &r : fiveRows()) {
        if (filter.holds(r, JobFilter::textOf(r)))
            letters += letter;
        ++letter;
    }
    return letters;
}

} // namespace

class JobsFilterTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void finds_data();
    void finds();
    void findsInTheLanguageOfThePersonAndInEnglish();
    void findsWhatIsUnderWay();
    void isBounded();
    void followsTheRows();
    void followsTheLanguage();
};

void JobsFilterTest::finds_data()
{
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *typed, const char *rows) { QTest::newRow(typed) << QString::fromLatin1(rows); };
    row("", "ABCDE");
    row("   ", "ABCDE");
    // Names, folded, each word.
    row("cafe de", "A");
    row("CAFÉ", "A");
    row("gare cafe", "A");
    row("lodz", "B");
    row("angstrom", "E");
    row("growth cafe", "A");
    row("growth smith", "");
    row("worker-07", "A");
    // Phrases.
    row("\"de la\"", "A");
    row("“de la”", "A");
    row("„De  La“", "A");
    row("\"la de\"", "");
    row("\"gare growth\"", ""); // of one field
    row("\"de la", "A");        // not closed yet
    row("12\"", "B");           // a quote inside of a word
    row("\"\"", "ABCDE");
    // What the row shows.
    row("paused", "B");
    row("PAUSED lodz", "B");
    row("paused cafe", "");
    row("stuck", "C");
    row("failed", "A"); // its number is in the column of that name
    row("queued", "D");
    row("running", "A");
    row("frog", "A");
    row("brandt", "B");
    row("place 7", "D");
    row("\"place 7\"", "D");
    row("40-55", "A");
    row("needs you", "E");
    row("captcha", "E");
    row("pro", "D"); // not each that is in progress
    row("stalled", "");
    // What it is.
    row("status:paused", "B");
    row("state:paused", "B");
    row("STATUS:Paused", "B");
    row("status:stuck", "C");
    row("status:failed", "A");
    row("status:queued", "D");
    row("status:running", "A");
    row("status:\"needs you\"", "E");
    row("status:needs-you", "E");
    row("status:in_progress", "ACE");
    row("status:pau", "B"); // while it is typed
    row("status:", "ABCDE");
    row("status:stuck,paused", "BC");
    row("status:failed cafe", "A");
    row("status:failed lodz", "");
    row("status:paused status:stuck", "");
    row("status:nonsense", "");
    row("\"status:paused\"", "");
    row("colour:red", "");
    // Ids: whole ones, or eight characters.
    row("a000", "");
    row("a000000", "");
    row("a0000000", "A");
    row("a0000000-0000", "A");
    row("A0000000-0000-4000-8000-00000000000a", "A");
    row("a000000000004000800000000000000a", "A");
    row("a0000000-0000-4000-8000-00000000000b", "");
    row("00000000000a", "");
    row("dead", "C");
    row("deadbeef", "CE"); // a name, and the beginning of an id
    row("deadbeef-cafe", "E");
}

void JobsFilterTest::finds()
{
    QFETCH(QString, rows);
    QCOMPARE(found(QString::fromUtf8(QTest::currentDataTag())), rows);
}

/// What stands over the reason while an action is in flight, and after it was refused.
void JobsFilterTest::findsWhatIsUnderWay()
{
    JobsDesk desk;
    desk.addJobs(3);
    Command pause;
    pause.verb = Command::Verb::PauseJob;
    pause.job = job(2);
    const ActionId id = desk.gateway.submit(pause);
    desk.ticker.step();
    desk.view.setFilterText(QStringLiteral("\"pause requested\""));
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({2}));
    Error error;
    error.message = QStringLiteral("Somebody was faster");
    desk.gateway.settle(id, ActionStatus::Phase::Refused, 0, {}, error);
    desk.ticker.step();
    QCOMPARE(desk.view.data(desk.view.index(0), JobsView::role(JobRow::PendingVerbField)).toString(), QString());
    desk.view.setFilterText(QStringLiteral("refused faster"));
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({2}));
    desk.view.setFilterText(QStringLiteral("requested"));
    desk.ticker.step();
    QCOMPARE(desk.shown(), QStringList());
}

void JobsFilterTest::findsInTheLanguageOfThePersonAndInEnglish()
{
    German german;
    QCoreApplication::installTranslator(&german);
    for (const char *word : {"paused", "pausiert", "status:paused", "status:pausiert", "zustand:pausiert", "state:pau"})
        QCOMPARE(found(QString::fromUtf8(word)), u"B"_s);
    for (const char *word : {"stuck", "hängt", "HANGT", "status:hangt", "zustand:stuck"})
        QCOMPARE(found(QString::fromUtf8(word)), u"C"_s);
    for (const char *word : {"failed", "fehlgeschlagen", "zustand:fehl"})
        QCOMPARE(found(QString::fromUtf8(word)), u"A"_s);
    QCoreApplication::removeTranslator(&german);
}

void JobsFilterTest::isBounded()
{
    QCOMPARE(found(QString(100'000, u'x')), QString());
    QCOMPARE(found(u"a "_s.repeated(100'000)), found(u"a"_s));
    QCOMPARE(found(u"status:x,"_s.repeated(10'000)), found(u"status:x,"_s.repeated(22) + u"st"_s));
    JobRow huge = fiveRows()[0];
    huge.customer = QString(1'000'000, u'É');
    QVERIFY(JobFilter::textOf(huge).size() < 10'000);
    const JobFilter none;
    QVERIFY(none.empty() && none.holds(huge, {}));
}

void JobsFilterTest::followsTheRows()
{
    JobsDesk desk;
    desk.addJobs(6);
    desk.setState(2, JobState::Paused);
    desk.setState(4, JobState::Paused);
    desk.ticker.step();
    desk.view.setFilterText(u"status:paused"_s);
    QCOMPARE(desk.shown(), ids({2, 4}));
    desk.setState(5, JobState::Paused);
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({2, 4, 5}));
    desk.view.setFilterText(u"paused"_s);
    QCOMPARE(desk.shown(), ids({2, 4, 5}));
    // What a person looks at stays, greyed.
    desk.view.setHeld(true);
    desk.setState(4, JobState::InProgress);
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({2, 4, 5}));
    QCOMPARE(desk.view.goneCount(), 1);
    QVERIFY(desk.value(1, JobRow::GoneField).toBool());
    desk.view.setHeld(false);
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({2, 5}));
    // A name that changes is looked through again.
    Customer c = *desk.store.customers().find(customer(2));
    c.companyName = u"Café Aurora"_s;
    desk.put(c);
    desk.ticker.step();
    desk.view.setFilterText(u"cafe paused"_s);
    QCOMPARE(desk.shown(), ids({2}));
    // A filter that is set together with some jobs alone looks among them, and goes with showOnly().
    desk.view.showOnly({job(1).toString(), job(5).toString()}, u"2 jobs"_s);
    QCOMPARE(desk.view.filterText(), QString());
    QCOMPARE(desk.shown(), ids({1, 5}));
    desk.view.setFilterText(u"paused"_s);
    QCOMPARE(desk.shown(), ids({5}));
}

void JobsFilterTest::followsTheLanguage()
{
    JobsDesk desk;
    desk.addJobs(3);
    desk.setState(2, JobState::Paused);
    desk.ticker.step();
    desk.view.setFilterText(u"status:pausiert"_s);
    QCOMPARE(desk.view.count(), 0);
    German german;
    QCoreApplication::installTranslator(&german);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    desk.ticker.tick();
    desk.ticker.step();
    QCOMPARE(desk.shown(), ids({2}));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::removeTranslator(&german);
}

QTEST_GUILESS_MAIN(JobsFilterTest)
#include "jobs_filter_test.moc"
