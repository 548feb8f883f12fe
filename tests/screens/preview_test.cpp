// SPDX-License-Identifier: GPL-3.0-or-later
// What a wish would act on is counted in the store when it is asked, told by blast radius, and frozen.
#include "tests/screens/fake_doors.h"

#include "models/screens/actions_screen.h"

#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;
using Verb = Command::Verb;

class PreviewTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void howOneIsAsked_data();
    void howOneIsAsked();
    void aRetryCountsSubmissions();
    void aRetryReopensWhatIsDone();
    void aRetryLeavesOutWhatNeedsAPerson();
    void aPreviewTellsByCodeAndDirectory();
    void cancellingOneIsCounted();
    void cancellingManyShowsListAndNumber();
    void whatFailsLaterIsNotTouched();
    void aWrongNumberDoesNothing();
    void veryManyNeedTheName();
    void whyNothingCanBeAsked_data();
    void whyNothingCanBeAsked();
    void whatIsLeftOutHasAReason();
    void anotherAccountClosesIt();

private:
    BulkScreen *bulk() const { return m_office->desk.bulk(); }
    PreviewScreen *preview() const { return bulk()->preview(); }
    QStringList jobs(int first, int last) const
    {
        QStringList ids;
        for (int n = first; n <= last; ++n)
            ids.append(job(n).toString());
        return ids;
    }
    /// Failed submissions of a job, numbered from `first`.
    void fail(int ofJob, int first, int many, const QString &code = QStringLiteral("TIMEOUT"))
    {
        for (int n = first; n < first + many; ++n) {
            Submission s = m_office->makeSubmission(n, ofJob);
            m_office->settle(s, SubmissionState::Failed, noon, code);
            m_office->put(s);
        }
    }
    std::vector<SubmissionId> asked() const
    {
        std::vector<SubmissionId> ids;
        for (const ActionStatus &action : m_office->gateway.actions())
            ids.insert(ids.end(), action.command.submissions.begin(), action.command.submissions.end());
        return ids;
    }

    std::unique_ptr<Office> m_office;
};

void PreviewTest::init()
{
    m_office = std::make_unique<Office>();
    m_office->furnish(60);
    m_office->signIn();
    for (int n = 1; n <= 45; ++n)
        m_office->put(m_office->makeJob(n));
}

void PreviewTest::howOneIsAsked_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<int>("things");
    QTest::addColumn<int>("way");
    const auto row = [](const char *name, Verb verb, int things, Confirmation way) {
        QTest::addRow("%s %d", name, things) << int(verb) << things << int(way);
    };
    for (const Verb verb : {Verb::RetrySubmissions, Verb::PauseJob, Verb::ChangePriority, Verb::SkipSubmissions}) {
        const QByteArray name = wordOf(verb).toLatin1();
        row(name.constData(), verb, 1, Confirmation::None);
        row(name.constData(), verb, 2, Confirmation::Preview);
        row(name.constData(), verb, 25, Confirmation::Preview);
        row(name.constData(), verb, 26, Confirmation::TypeCount);
        row(name.constData(), verb, 500, Confirmation::TypeCount);
        row(name.constData(), verb, 501, Confirmation::TypeName);
    }
    row("cancel", Verb::CancelJob, 1, Confirmation::TypeCount);
    row("cancel", Verb::CancelJob, 40, Confirmation::TypeCount);
    row("cancel", Verb::CancelJob, 501, Confirmation::TypeName);
}

void PreviewTest::howOneIsAsked()
{
    QFETCH(int, verb);
    QFETCH(int, things);
    QTEST(int(confirmationFor(Verb(verb), things)), "way");
}

/// Seventeen failures in one job were retried at one click.
void PreviewTest::aRetryCountsSubmissions()
{
    fail(1, 1, 17);
    QVERIFY(bulk()->ask(QStringLiteral("jobs.retry-failed"), jobs(1, 1)));
    QVERIFY(m_office->gateway.actions().empty());
    QVERIFY(preview()->isOpen());
    QCOMPARE(preview()->count(), 17);
    QCOMPARE(preview()->submissions(), 17);
    QCOMPARE(preview()->jobs(), 1);
    QVERIFY(preview()->ofSubmissions());
    QCOMPARE(preview()->mustType(), QString());
    QVERIFY(bulk()->confirm({}));
    QCOMPARE(asked().size(), size_t(17));
    QVERIFY(!preview()->isOpen());

    fail(2, 100, 1);
    QVERIFY(bulk()->ask(QStringLiteral("jobs.retry-failed"), jobs(2, 2))); // one: at once
    QVERIFY(!preview()->isOpen());
    QCOMPARE(asked().size(), size_t(18));
    fail(3, 200, 26);
    QVERIFY(bulk()->ask(QStringLiteral("jobs.retry-failed"), jobs(3, 3)));
    QCOMPARE(preview()->mustType(), QStringLiteral("26"));
}

void PreviewTest::aRetryReopensWhatIsDone()
{
    fail(1, 1, 3);
    m_office->put(m_office->makeJob(1, JobState::Completed));
    QVERIFY(bulk()->ask(QStringLiteral("jobs.retry-failed"), jobs(1, 1)));
    QVERIFY(bulk()->confirm({}));
    QCOMPARE(asked().size(), size_t(3));
    fail(2, 100, 3);
    m_office->put(m_office->makeJob(2, JobState::Cancelled));
    QVERIFY(!bulk()->ask(QStringLiteral("jobs.retry-failed"), jobs(2, 2)));
}

void PreviewTest::aRetryLeavesOutWhatNeedsAPerson()
{
    fail(1, 1, 30);
    fail(2, 100, 9, QStringLiteral("CAPTCHA"));
    m_office->put(m_office->makeSubmission(120, 2, SubmissionState::NeedsVerification));
    m_office->put(m_office->makeSubmission(121, 2, SubmissionState::Rejected));
    const BulkOffer offer = bulk()->offer(QStringLiteral("jobs.retry-failed"), jobs(1, 5));
    QCOMPARE(offer.count, 30);
    QVERIFY(offer.asks);
    QCOMPARE(offer.left.names, QStringList({QStringLiteral("person"), QStringLiteral("rejected")}));
    QCOMPARE(offer.left.counts, QList<int>({10, 1}));
    QVERIFY(m_office->ask("jobs.retry-failed", jobs(1, 5)));
    QCOMPARE(asked().size(), size_t(30));
}

void PreviewTest::aPreviewTellsByCodeAndDirectory()
{
    fail(1, 10, 3); // directories 0, 1, 2
    fail(2, 20, 1); // directory 0
    fail(2, 21, 2, QStringLiteral("VALIDATION"));
    for (int n = 0; n < 7; ++n)
        fail(3 + n, 103 + 10 * n, 1, QStringLiteral("CODE_%1").arg(n)); // directory 3
    QVERIFY(bulk()->ask(QStringLiteral("jobs.retry-failed"), jobs(1, 20)));
    QCOMPARE(preview()->count(), 13);
    QCOMPARE(preview()->jobs(), 9);
    const PreviewLines codes = preview()->codes(), directories = preview()->directories(), of = preview()->ofJobs();
    QCOMPARE(codes.names.mid(0, 2), QStringList({QStringLiteral("TIMEOUT"), QStringLiteral("VALIDATION")}));
    QCOMPARE(codes.counts, QList<int>({4, 2, 1, 1, 1}));
    QCOMPARE(codes.more, 4);
    QCOMPARE(codes.moreCount, 4);
    QCOMPARE(directories.names.first(), QStringLiteral("dir3.example"));
    QCOMPARE(directories.counts, QList<int>({7, 2, 2, 2}));
    QCOMPARE(of.names.first(), QStringLiteral("Customer 001"));
    QCOMPARE(of.counts, QList<int>({3, 3, 1, 1, 1}));
    QCOMPARE(of.more, 4);
}

void PreviewTest::cancellingOneIsCounted()
{
    QVERIFY(bulk()->ask(QStringLiteral("jobs.cancel"), jobs(1, 1)));
    QVERIFY(preview()->isOpen() && preview()->danger());
    QCOMPARE(preview()->mustType(), QStringLiteral("1"));
    QVERIFY(m_office->gateway.actions().empty());
    bulk()->refuse();
    QVERIFY(!preview()->isOpen());
    QVERIFY(!bulk()->confirm(QStringLiteral("1")));
    QVERIFY(m_office->gateway.actions().empty());
}

void PreviewTest::cancellingManyShowsListAndNumber()
{
    for (int n = 1; n <= 40; ++n)
        m_office->put(m_office->makeSubmission(n, n));
    fail(1, 200, 2, QStringLiteral("VALIDATION")); // these do not wait
    QVERIFY(bulk()->ask(QStringLiteral("jobs.cancel"), jobs(1, 40)));
    QCOMPARE(preview()->count(), 40);
    QCOMPARE(preview()->submissions(), 40);
    QVERIFY(!preview()->ofSubmissions());
    QCOMPARE(preview()->ofJobs().names.size(), 5);
    QCOMPARE(preview()->ofJobs().more, 35);
    QCOMPARE(preview()->states().names, QStringList{QStringLiteral("in_progress")});
    QCOMPARE(preview()->mustType(), QStringLiteral("40"));
    QVERIFY(bulk()->confirm(QStringLiteral(" 40 ")));
    QCOMPARE(m_office->gateway.bulks().at(0).total, 40);
}

void PreviewTest::whatFailsLaterIsNotTouched()
{
    fail(1, 1, 3);
    QVERIFY(bulk()->ask(QStringLiteral("jobs.retry-failed"), jobs(1, 4)));
    fail(1, 10, 4);
    fail(4, 20, 4);
    QCOMPARE(preview()->count(), 3);
    QVERIFY(bulk()->confirm({}));
    QCOMPARE(asked(), std::vector({submission(1), submission(2), submission(3)}));
}

void PreviewTest::aWrongNumberDoesNothing()
{
    fail(1, 1, 30);
    QVERIFY(bulk()->ask(QStringLiteral("jobs.retry-failed"), jobs(1, 1)));
    for (const char *wrong : {"", "3", "300", "retry"})
        QVERIFY(!bulk()->confirm(QString::fromLatin1(wrong)));
    QVERIFY(m_office->gateway.actions().empty());
    QVERIFY(preview()->isOpen());
    QVERIFY(bulk()->confirm(QStringLiteral("30")));
    QVERIFY(!bulk()->confirm(QStringLiteral("30"))); // once
    QCOMPARE(asked().size(), size_t(30));
}

void PreviewTest::veryManyNeedTheName()
{
    fail(1, 1, 501);
    QVERIFY(bulk()->ask(QStringLiteral("jobs.retry-failed"), jobs(1, 1)));
    QVERIFY(preview()->typesName());
    QCOMPARE(preview()->mustType(), QStringLiteral("DirectoryBolt"));
    QVERIFY(!bulk()->confirm(QStringLiteral("501")));
    QVERIFY(bulk()->confirm(QStringLiteral("DirectoryBolt")));
    QCOMPARE(asked().size(), size_t(501));
}

void PreviewTest::whyNothingCanBeAsked_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("why");
    QTest::newRow("nothing failed") << "jobs.retry-failed" << 1 << "nothing-failed";
    QTest::newRow("a person must act") << "jobs.retry-failed" << 2 << "person";
    QTest::newRow("not paused") << "jobs.resume" << 1 << "job:in_progress";
    QTest::newRow("finished") << "jobs.cancel" << 3 << "job:completed";
    QTest::newRow("not here") << "jobs.pause" << 50 << "gone";
}

void PreviewTest::whyNothingCanBeAsked()
{
    QFETCH(QString, verb);
    QFETCH(int, which);
    fail(2, 1, 2, QStringLiteral("CAPTCHA"));
    m_office->put(m_office->makeJob(3, JobState::Completed));
    QSignalSpy denied(bulk(), &BulkScreen::denied);
    QVERIFY(!bulk()->ask(verb, jobs(which, which)));
    QVERIFY(!preview()->isOpen());
    QCOMPARE(denied.size(), 1);
    QTEST(denied[0][1].toString(), "why");
}

void PreviewTest::whatIsLeftOutHasAReason()
{
    m_office->put(m_office->makeJob(2, JobState::Paused));
    m_office->put(m_office->makeJob(3, JobState::Paused));
    QVERIFY(m_office->ask("jobs.pause", job(4)));
    const BulkOffer pause = bulk()->offer(QStringLiteral("jobs.pause"), jobs(1, 5));
    QCOMPARE(pause.count, 2);
    QCOMPARE(pause.left.names, QStringList({QStringLiteral("job:paused"), QStringLiteral("pending")}));
    QCOMPARE(pause.left.counts, QList<int>({2, 1}));
    m_office->put(m_office->makeSubmission(5, 1, SubmissionState::Approved));
    const BulkOffer skip = bulk()->offer(QStringLiteral("submissions.skip"), {submission(5).toString()});
    QCOMPARE(skip.count, 0);
    QCOMPARE(skip.left.names, QStringList{QStringLiteral("submission:approved")});
}

void PreviewTest::anotherAccountClosesIt()
{
    QVERIFY(bulk()->ask(QStringLiteral("jobs.cancel"), jobs(1, 4)));
    m_office->session.signOut();
    QVERIFY(!preview()->isOpen());
    QVERIFY(!bulk()->confirm(QStringLiteral("4")));
}

QTEST_GUILESS_MAIN(PreviewTest)
#include "preview_test.moc"
