// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/command.h"
#include "models/domain/error_code.h"
#include "models/domain/states.h"

#include <QTest>

using namespace bolt;

/// The words and tables of contracts/domain.md.
class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statesKeepTheirWords()
    {
        for (int i = 0; i < int(JobState::Unknown); ++i)
            QCOMPARE(jobState(wordOf(JobState(i))), JobState(i));
        for (int i = 0; i < int(SubmissionState::Unknown); ++i)
            QCOMPARE(submissionState(wordOf(SubmissionState(i))), SubmissionState(i));
        QCOMPARE(submissionState(u"needs_verification"), SubmissionState::NeedsVerification);
        QCOMPARE(submissionState(u"on_the_moon"), SubmissionState::Unknown);
        QVERIFY(wordOf(SubmissionState::Unknown).isEmpty());
        QCOMPARE(circuitState(u"half_open"), CircuitState::HalfOpen);
        QCOMPARE(workerState(u"draining"), WorkerState::Draining);
    }

    void submissionTransitions()
    {
        using enum SubmissionState;
        const QList<std::pair<SubmissionState, SubmissionState>> allowed{{Pending, Submitting},
                                                                         {Pending, Skipped},
                                                                         {Submitting, Submitted},
                                                                         {Submitting, Failed},
                                                                         {Submitting, NeedsVerification},
                                                                         {Submitting, Pending},
                                                                         {Submitted, Approved},
                                                                         {Submitted, Rejected},
                                                                         {Failed, Pending},
                                                                         {Failed, Skipped},
                                                                         {NeedsVerification, Pending},
                                                                         {NeedsVerification, Submitted}};
        for (int from = 0; from <= int(Unknown); ++from) {
            for (int to = 0; to <= int(Unknown); ++to) {
                const std::pair pair{SubmissionState(from), SubmissionState(to)};
                QCOMPARE(mayChange(pair.first, pair.second), allowed.contains(pair));
            }
        }
    }

    void finalJobsStayUnlessReopened()
    {
        for (int to = 0; to <= int(JobState::Unknown); ++to) {
            QCOMPARE(mayChange(JobState::Completed, JobState(to)), JobState(to) == JobState::InProgress);
            QVERIFY(!mayChange(JobState::Cancelled, JobState(to)));
        }
        QVERIFY(mayChange(JobState::Failed, JobState::InProgress));
        QVERIFY(mayChange(JobState::Paused, JobState::InProgress));
        QVERIFY(!mayChange(JobState::Paused, JobState::Pending));
    }

    void errorClasses()
    {
        QCOMPARE(errorClass(u"TIMEOUT"), ErrorClass::Transient);
        QCOMPARE(errorClass(u"CAPTCHA"), ErrorClass::Manual);
        QCOMPARE(errorClass(u"VALIDATION"), ErrorClass::Data);
        QCOMPARE(errorClass(u"DUPLICATE_LISTING"), ErrorClass::Permanent);
        QCOMPARE(errorClass(u"SELECTOR_NOT_FOUND"), ErrorClass::SiteChanged);
        QCOMPARE(errorClass(u"WHO_KNOWS"), ErrorClass::Unknown);
        QVERIFY(retriesByItself(errorClass(u"SITE_DOWN")));
        QVERIFY(!retriesByItself(errorClass(u"CAPTCHA")));
    }

    void roles()
    {
        QCOMPARE(roleFromWord(u"root"), Role::Viewer);
        QCOMPARE(roleFromWord(u""), Role::Viewer);
        QVERIFY(!may(Role::Viewer, Permission::RetrySubmission));
        QVERIFY(may(Role::Support, Permission::RetrySubmission));
        QVERIFY(!may(Role::Support, Permission::PauseJob));
        QVERIFY(may(Role::Manager, Permission::PauseJob));
        QVERIFY(!may(Role::Manager, Permission::CancelJob));
        QVERIFY(may(Role::Admin, Permission::CloseCircuit));
    }

    void verbsKeepTheirWords()
    {
        for (int i = 0; i <= int(Command::Verb::ChangePriority); ++i)
            QCOMPARE(verbFromWord(wordOf(Command::Verb(i))), Command::Verb(i));
        QVERIFY(!verbFromWord(u"jobs.explode"));
    }
};

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
