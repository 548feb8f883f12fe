// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/palette_screen.h"
#include "models/tables/jobs_view.h"
#include "tests/screens/fake_doors.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;
using Hits = std::vector<SearchHit>;
using Answer = Result<Hits>;

/// Search or command: what is asked, what is shown, what an answer may move and what it may not.
class PaletteScreenTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsCommandsAtFirst();
    void asksFromTwoLettersOn();
    void dropsAnswersToOlderQuestions();
    void movesNothingUnderTheChosenLine();
    void keepsWhatStillFits();
    void foldsBothSides();
    void saysWhyNothingIsFound();
    void opensWhatIsTaken();
    void showsAlsoInTheTableWhatIsTaken();
    void knowsTheJobsOfCustomersAndDirectories();
    void forgetsWithTheAccount();

private:
    PaletteScreen *palette() const { return m_office->desk.palette(); }
    QStringList titles() const
    {
        QStringList all;
        for (const auto &line : palette()->lines()->lines())
            all << line.title;
        return all;
    }
    static SearchHit hit(SearchHit::Kind kind, int n, const QString &name)
    {
        SearchHit h;
        h.kind = kind;
        h.id = numbered<JobId>(n).uuid();
        h.name = name;
        h.at = noon;
        if (kind == SearchHit::Kind::Job)
            h.state = QStringLiteral("in_progress");
        if (kind == SearchHit::Kind::Submission)
            h.state = QStringLiteral("newer_word");
        return h;
    }
    static QVariantMap command(const char *id, const char *title)
    {
        return {{QStringLiteral("id"), QString::fromUtf8(id)}, {QStringLiteral("title"), QString::fromUtf8(title)}};
    }
    void open()
    {
        palette()->setCommands({command("page.live", "Go to Live"), command("page.system", "Go to System")});
        palette()->show();
    }
    void answer(const Answer &hits) { m_office->search.questions.answer(hits); }

    std::unique_ptr<Office> m_office;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void PaletteScreenTest::init()
{
    m_tester.reset();
    m_office = std::make_unique<Office>();
    m_tester = std::make_unique<QAbstractItemModelTester>(palette()->lines(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void PaletteScreenTest::showsCommandsAtFirst()
{
    palette()->setText(QStringLiteral("smith"));
    QCOMPARE(m_office->search.asked.size(), size_t(0)); // closed
    palette()->setText({});
    open();
    QVERIFY(palette()->open());
    QCOMPARE(titles(), QStringList({QStringLiteral("Go to Live"), QStringLiteral("Go to System")}));
    QCOMPARE(palette()->current(), 0);
    QCOMPARE(palette()->state(), PaletteScreen::Short);
    palette()->setText(QStringLiteral("SYS go"));
    QCOMPARE(titles(), QStringList(QStringLiteral("Go to System")));
    palette()->close();
    QVERIFY(!palette()->open());
    QCOMPARE(palette()->lines()->count(), 0);
    QCOMPARE(palette()->text(), QString());
    QCOMPARE(palette()->current(), -1);
}

void PaletteScreenTest::asksFromTwoLettersOn()
{
    open();
    palette()->setText(QStringLiteral("s"));
    palette()->setText(QStringLiteral(" s "));
    QCOMPARE(m_office->search.asked.size(), size_t(0));
    palette()->setText(QStringLiteral("sm"));
    palette()->setText(QStringLiteral("sm ")); // the same words
    QCOMPARE(m_office->search.asked, std::vector<QString>{QStringLiteral("sm")});
    QCOMPARE(palette()->state(), PaletteScreen::Searching);
    answer(Hits{hit(SearchHit::Kind::Customer, 1, QStringLiteral("Smith"))});
    QCOMPARE(palette()->state(), PaletteScreen::Answered);
    QCOMPARE(titles(), QStringList(QStringLiteral("Smith")));
    QCOMPARE(palette()->current(), 0);
    palette()->setText(QStringLiteral("s"));
    QCOMPARE(palette()->state(), PaletteScreen::Short);
    QVERIFY(!titles().contains(QStringLiteral("Smith")));
}

void PaletteScreenTest::dropsAnswersToOlderQuestions()
{
    open();
    palette()->setText(QStringLiteral("smith"));
    palette()->setText(QStringLiteral("harbor"));
    QCOMPARE(m_office->search.questions.open(), size_t(2));
    answer(Hits{hit(SearchHit::Kind::Customer, 1, QStringLiteral("Smith"))});
    QCOMPARE(titles(), QStringList());
    QCOMPARE(palette()->state(), PaletteScreen::Searching);
    answer(Hits{hit(SearchHit::Kind::Customer, 2, QStringLiteral("Harbor"))});
    QCOMPARE(titles(), QStringList(QStringLiteral("Harbor")));

    palette()->setText(QStringLiteral("smith"));
    palette()->close();
    palette()->show();
    answer(Hits{hit(SearchHit::Kind::Customer, 1, QStringLiteral("Smith"))});
    QVERIFY(!titles().contains(QStringLiteral("Smith")));
}

void PaletteScreenTest::movesNothingUnderTheChosenLine()
{
    open();
    const auto one = hit(SearchHit::Kind::Customer, 1, QStringLiteral("Oak One"));
    const auto two = hit(SearchHit::Kind::Customer, 2, QStringLiteral("Oak Two"));
    const auto three = hit(SearchHit::Kind::Customer, 3, QStringLiteral("Oak Three"));
    palette()->setText(QStringLiteral("oa"));
    answer(Hits{one, two});
    palette()->setText(QStringLiteral("oak"));
    palette()->setCurrent(1); // before the answer
    QSignalSpy moved(palette(), &PaletteScreen::currentChanged);
    QSignalSpy gone(palette()->lines(), &QAbstractItemModel::rowsRemoved);
    answer(Hits{three, two, one});
    QCOMPARE(titles(), QStringList({one.name, two.name, three.name}));
    QCOMPARE(palette()->current(), 1);
    QCOMPARE(moved.count() + gone.count(), 0);

    // What is chosen stays even when the copy no longer has it; what is below goes.
    palette()->setText(QStringLiteral("oak t"));
    palette()->setCurrent(0);
    answer(Hits{});
    QCOMPARE(titles(), QStringList(two.name));

    // Commands stand above what is found, whatever comes.
    palette()->setText(QStringLiteral("go"));
    answer(Hits{hit(SearchHit::Kind::Customer, 9, QStringLiteral("Gold"))});
    QCOMPARE(titles(),
             QStringList({QStringLiteral("Go to Live"), QStringLiteral("Go to System"), QStringLiteral("Gold")}));
    QCOMPARE(palette()->current(), 0);
}

void PaletteScreenTest::keepsWhatStillFits()
{
    open();
    palette()->setText(QStringLiteral("oa"));
    answer(Hits{hit(SearchHit::Kind::Customer, 1, QStringLiteral("Oak")),
                hit(SearchHit::Kind::Customer, 2, QStringLiteral("Oasis"))});
    palette()->setText(QStringLiteral("oas"));
    QCOMPARE(titles(), QStringList(QStringLiteral("Oasis")));
    QCOMPARE(palette()->state(), PaletteScreen::Searching);
}

void PaletteScreenTest::foldsBothSides()
{
    palette()->setCommands({command("page.live", "Zur Übersicht"), command("page.system", "Système")});
    palette()->show();
    palette()->setText(QStringLiteral("ubersicht"));
    answer(Hits{});
    QCOMPARE(titles(), QStringList(QStringLiteral("Zur Übersicht")));
    palette()->setText(QStringLiteral("SYSTÉME"));
    answer(Hits{});
    QCOMPARE(titles(), QStringList(QStringLiteral("Système")));
    palette()->setText(QStringLiteral("cafe"));
    answer(Hits{hit(SearchHit::Kind::Customer, 1, QStringLiteral("Café de la Gare"))});
    palette()->setText(QStringLiteral("cafe de"));
    QCOMPARE(titles(), QStringList(QStringLiteral("Café de la Gare"))); // it still fits
}

void PaletteScreenTest::saysWhyNothingIsFound()
{
    open();
    palette()->setText(QStringLiteral("oak"));
    answer(Hits{});
    QCOMPARE(palette()->state(), PaletteScreen::Answered);
    QCOMPARE(palette()->lines()->count(), 0);
    QCOMPARE(palette()->current(), -1);
    palette()->setText(QStringLiteral("oakw"));
    answer(Error{Error::Kind::NotFound, QStringLiteral("no_copy"), {}, {}, 0});
    QCOMPARE(palette()->state(), PaletteScreen::NoCopy);
    palette()->setText(QStringLiteral("live"));
    answer(Error{Error::Kind::Storage, QStringLiteral("11"), QStringLiteral("disk image is malformed"), {}, 0});
    QCOMPARE(palette()->state(), PaletteScreen::Failed);
    QCOMPARE(palette()->error(), QStringLiteral("disk image is malformed"));
    QCOMPARE(titles(), QStringList(QStringLiteral("Go to Live"))); // commands work all the same
}

void PaletteScreenTest::opensWhatIsTaken()
{
    m_office->furnish();
    m_office->put(m_office->makeJob(1), true);
    m_office->put(m_office->makeSubmission(5, 1), true);
    QSignalSpy commands(palette(), &PaletteScreen::commandWanted);
    const auto take = [&](const SearchHit &what) {
        open();
        palette()->setText(QStringLiteral("oak"));
        answer(Hits{what});
        palette()->take(0);
        QVERIFY(!palette()->open());
    };
    SearchHit submission = hit(SearchHit::Kind::Submission, 5, QStringLiteral("Oak"));
    take(submission);
    QCOMPARE(m_office->desk.job()->jobId(), job(1).toString());
    QCOMPARE(m_office->desk.job()->submissionId(), bolt::test::submission(5).toString());
    m_office->desk.job()->close();
    take(hit(SearchHit::Kind::Job, 1, QStringLiteral("Oak")));
    QCOMPARE(m_office->desk.job()->jobId(), job(1).toString());
    QSignalSpy customers(palette(), &PaletteScreen::customerWanted);
    QSignalSpy directories(palette(), &PaletteScreen::directoryWanted);
    take(hit(SearchHit::Kind::Customer, 1, QStringLiteral("Oak & Sons")));
    QCOMPARE(customers.value(0), QVariantList({customer(1).toString(), QStringLiteral("Oak & Sons")}));
    take(hit(SearchHit::Kind::Directory, 1, QStringLiteral("oak.example")));
    QCOMPARE(directories.value(0), QVariantList({directory(1).toString(), QStringLiteral("oak.example")}));
    QCOMPARE(m_office->desk.live()->jobs()->filterText(), QString()); // nothing is left behind
    open();
    palette()->take(-1);
    palette()->take(2);
    QVERIFY(palette()->open());
    palette()->take(1);
    QCOMPARE(commands.count(), 1);
    QCOMPARE(commands.constFirst().constFirst().toString(), QStringLiteral("page.system"));
}

void PaletteScreenTest::showsAlsoInTheTableWhatIsTaken()
{
    m_office->furnish();
    m_office->put(std::vector<Job>{m_office->makeJob(1), m_office->makeJob(2), m_office->makeJob(3)}, true);
    m_office->put(m_office->makeSubmission(5, 1), true);
    m_office->ticker.step();
    JobsView *jobs = m_office->desk.live()->jobs();
    const auto take = [&](const SearchHit &what) {
        open();
        palette()->setText(QStringLiteral("oak"));
        answer(Hits{what});
        palette()->take(0);
    };
    jobs->setFilterText(QStringLiteral("customer 002"));
    take(hit(SearchHit::Kind::Job, 2, QStringLiteral("Oak")));
    QCOMPARE(jobs->filterText(), QStringLiteral("customer 002")); // it is in the table
    take(hit(SearchHit::Kind::Job, 1, QStringLiteral("Oak")));
    QCOMPARE(jobs->filterText(), QString());
    QVERIFY(jobs->indexOf(job(1).toString()) >= 0);
    jobs->showOnly({job(2).toString(), job(3).toString()}, QStringLiteral("2 jobs"));
    jobs->setFilterText(QStringLiteral("customer 002"));
    take(hit(SearchHit::Kind::Submission, 5, QStringLiteral("Oak")));
    QCOMPARE(jobs->filterText(), QString());
    QCOMPARE(jobs->onlyLabel(), QString());
    QCOMPARE(m_office->desk.job()->jobId(), job(1).toString());
    QVERIFY(jobs->indexOf(job(1).toString()) >= 0);
    jobs->showOnly({job(2).toString(), job(3).toString()}, QStringLiteral("2 jobs"));
    jobs->setFilterText(QStringLiteral("customer 002"));
    take(hit(SearchHit::Kind::Job, 3, QStringLiteral("Oak")));
    QCOMPARE(jobs->filterText(), QString());
    QCOMPARE(jobs->onlyLabel(), QStringLiteral("2 jobs")); // it is one of them
    QSignalSpy missed(&m_office->desk, &Desk::submissionMissed);
    take(hit(SearchHit::Kind::Submission, 77, QStringLiteral("Oak")));
    QCOMPARE(missed.count(), 1);
    QCOMPARE(jobs->onlyLabel(), QStringLiteral("2 jobs"));
}

void PaletteScreenTest::knowsTheJobsOfCustomersAndDirectories()
{
    m_office->furnish();
    Job old = m_office->makeJob(11, JobState::Completed), older = m_office->makeJob(10, JobState::Cancelled);
    old.customer = older.customer = customer(2);
    m_office->put(std::vector<Job>{m_office->makeJob(1), old, older}, true);
    m_office->put(m_office->makeSubmission(5, 1), true);
    const LiveScreen *live = m_office->desk.live();
    QCOMPARE(live->jobsOf(customer(1).toString()), QStringList(job(1).toString()));
    QCOMPARE(live->jobsOf(customer(2).toString()), QStringList());
    QCOMPARE(live->newestJobOf(customer(2).toString()), job(11).toString());
    QCOMPARE(live->newestJobOf(customer(3).toString()), QString());
    QCOMPARE(live->jobsAt(directory(5).toString()), QStringList(job(1).toString()));
    QCOMPARE(live->jobsAt(directory(6).toString()), QStringList());
}

void PaletteScreenTest::forgetsWithTheAccount()
{
    m_office->signIn();
    open();
    palette()->setText(QStringLiteral("oak"));
    answer(Hits{hit(SearchHit::Kind::Customer, 1, QStringLiteral("Oak"))});
    m_office->session.signOut();
    QVERIFY(!palette()->open());
    QCOMPARE(palette()->lines()->count(), 0);
}

QTEST_GUILESS_MAIN(PaletteScreenTest)
#include "palette_screen_test.moc"
