// SPDX-License-Identifier: GPL-3.0-or-later
// What the drawer advises about a submission that failed, against what its buttons allow.

#include "models/screens/actions_screen.h"
#include "models/screens/job_screen.h"
#include "tests/pages/by_key_test.h"

#include <QApplication>

using namespace bolt;
using namespace bolt::test;

class AdviceTest final : public ByKeyTest
{
    Q_OBJECT

private Q_SLOTS:
    void namesNothingThatCannotBeDone();

private:
    void put(const Submission &submission)
    {
        Delta delta;
        delta.submissions.upserts.push_back(submission);
        m_fixture->store.apply(delta);
        m_fixture->step();
    }
};

void AdviceTest::namesNothingThatCannotBeDone()
{
    const std::pair<const char *, const char *> verbs[] = {
        {"submissions.retry", "retry"}, {"submissions.skip", "skip"}, {"submissions.verify", "verified"}};
    JobScreen *job = m_fixture->desk().job();
    const ActionsScreen *actions = m_fixture->desk().actions();
    const SubmissionId id = m_fixture->firstFailed(m_fixture->firstJob());
    Submission submission = *m_fixture->store.submissions().find(id);
    submission.nextRetryAt.reset();
    int named = 0, shown = 0;
    for (const Role role : {Role::Viewer, Role::Support, Role::Admin}) {
        m_fixture->session.setRole(role);
        m_fixture->session.become(Session::State::SignedIn);
        job->showSubmission(id.toString());
        for (int state = 0; state < int(SubmissionState::Unknown); ++state) {
            for (const char *code :
                 {"TIMEOUT", "SELECTOR_NOT_FOUND", "CAPTCHA", "VALIDATION", "REJECTED", "NEW_CODE"}) {
                submission.state = SubmissionState(state);
                submission.lastErrorCode = QLatin1String(code);
                put(submission);
                m_fixture->desk().actions()->reconsider();
                QTRY_VERIFY(find("SubmissionPane"));
                const QString advice = find("SubmissionPane")->property("advice").toString();
                shown += advice.isEmpty() ? 0 : 1;
                for (const auto &[verb, word] : verbs) {
                    const bool says = advice.contains(QLatin1String(word), Qt::CaseInsensitive);
                    const QString why = actions->whyNotFor(QLatin1String(verb), id.toString());
                    named += says ? 1 : 0;
                    QVERIFY2(!says || why.isEmpty(), qPrintable(advice + QStringLiteral(" | ") + why));
                }
            }
        }
        if (role == Role::Viewer)
            QCOMPARE(named, 0);
    }
    QVERIFY(named > 10);
    QVERIFY(shown > 20);
}

QTEST_MAIN(AdviceTest)
#include "advice_test.moc"
