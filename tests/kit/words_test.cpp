// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/command.h"
#include "models/domain/error_code.h"
#include "models/domain/states.h"
#include "qml/kit/words.h"

#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace bolt;

class WordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsOwnWord();
    void aWordFromTheFutureIsShownAsItCame();
    void adviceNamesOnlyWhatMayBeDone_data();
    void adviceNamesOnlyWhatMayBeDone();
    void everyVerbIsNamed();
    void everyReasonIsASentence();
    void keysReadAsTheyArePrinted();
    void codesAreSaid();
    void whatWasDoneIsSaidWithItsNumber();
};

void WordsTest::everyStateHasItsOwnWord()
{
    const Words words;
    QSet<QString> jobs, submissions, buckets, advice, phases, actions;
    for (int i = 0; i < int(JobState::Unknown); ++i)
        jobs.insert(words.jobState(i, {}));
    for (int i = 0; i <= int(SubmissionState::Unknown); ++i)
        submissions.insert(words.submissionState(i));
    for (int i = 0; i < 9; ++i)
        buckets.insert(words.bucket(i));
    for (int i = 0; i <= int(ErrorClass::Unknown); ++i)
        advice.insert(words.advice(i, false, {}));
    for (int i = 0; i < 9; ++i)
        phases.insert(words.linkPhase(i));
    for (int i = 0; i < 8; ++i)
        actions.insert(words.actionPhase(i));
    QCOMPARE(jobs.size(), int(JobState::Unknown));
    QCOMPARE(submissions.size(), int(SubmissionState::Unknown) + 1);
    QCOMPARE(buckets.size(), 9);
    QCOMPARE(advice.size(), int(ErrorClass::Unknown) + 1);
    QCOMPARE(phases.size(), 9);
    QCOMPARE(actions.size(), 8);
    for (const QSet<QString> &all : {jobs, submissions, buckets, advice, phases, actions})
        QVERIFY(!all.contains(QString()));
    QCOMPARE(words.linkPhase(99), QString());
}

void WordsTest::aWordFromTheFutureIsShownAsItCame()
{
    const Words words;
    QCOMPARE(words.jobState(int(JobState::Unknown), QStringLiteral("archived")), QStringLiteral("archived"));
    QCOMPARE(words.jobStateOf(QStringLiteral("archived")), QStringLiteral("archived"));
    QCOMPARE(words.jobStateOf(QStringLiteral("in_progress")), words.jobState(int(JobState::InProgress), {}));
    QCOMPARE(words.submissionState(int(SubmissionState::Unknown), QStringLiteral("queued_twice")),
             QStringLiteral("queued_twice"));
    QCOMPARE(words.jobState(int(JobState::Unknown), QString(10000, u'x')).size(), 40);
}

void WordsTest::adviceNamesOnlyWhatMayBeDone_data()
{
    QTest::addColumn<int>("errorClass");
    QTest::addColumn<int>("verbs");
    QTest::addColumn<bool>("triesAgain");
    for (int c = 0; c <= int(ErrorClass::Unknown); ++c) {
        for (int verbs = 0; verbs < 8; ++verbs) {
            for (const bool again : {false, true})
                QTest::addRow("class %d, verbs %d, again %d", c, verbs, again) << c << verbs << again;
        }
    }
}

void WordsTest::adviceNamesOnlyWhatMayBeDone()
{
    QFETCH(int, errorClass);
    QFETCH(int, verbs);
    QFETCH(bool, triesAgain);
    const Words words;
    const QStringList all{QStringLiteral("submissions.retry"), QStringLiteral("submissions.skip"),
                          QStringLiteral("submissions.verify")};
    const QStringList named{QStringLiteral("retry"), QStringLiteral("skip"), QStringLiteral("verified")};
    QStringList may;
    for (int i = 0; i < 3; ++i) {
        if (verbs >> i & 1)
            may += all[i];
    }
    const QString advice = words.advice(errorClass, triesAgain, may);
    for (int i = 0; i < 3; ++i) {
        if (!may.contains(all[i]))
            QVERIFY2(!advice.contains(named[i], Qt::CaseInsensitive), qPrintable(advice));
    }
    // Whoever may do something is told when it helps; the one exception is a retry that cannot.
    if (may.contains(all[1]))
        QVERIFY2(advice.contains(named[1], Qt::CaseInsensitive), qPrintable(advice));
    if (may.contains(all[0]) && errorClass != int(ErrorClass::Permanent))
        QVERIFY2(advice.contains(named[0], Qt::CaseInsensitive), qPrintable(advice));
    if (may.contains(all[2]) && errorClass == int(ErrorClass::Manual))
        QVERIFY2(advice.contains(named[2], Qt::CaseInsensitive), qPrintable(advice));
    QCOMPARE(advice.contains(QStringLiteral("by itself")), triesAgain);
    // This version has no place where business data or a mapping is edited, or anything reported.
    for (const char *word : {"correct the", "edit", "report"})
        QVERIFY2(!advice.contains(QLatin1String(word), Qt::CaseInsensitive), qPrintable(advice));
}

void WordsTest::everyVerbIsNamed()
{
    const Words words;
    QCOMPARE(words.table(QStringLiteral("public.directory_submissions")),
             words.table(QStringLiteral("directory_submissions")));
    QCOMPARE(words.tables({QStringLiteral("public.jobs"), QStringLiteral("new_table")}),
             words.table(QStringLiteral("jobs")) + QStringLiteral(", new_table"));
    for (int i = 0; i <= int(Command::Verb::ChangePriority); ++i) {
        const QString verb = wordOf(static_cast<Command::Verb>(i));
        QVERIFY(!verb.isEmpty());
        QVERIFY2(words.verb(verb) != verb, qPrintable(verb));
        QVERIFY2(!words.verbPending(verb).contains(verb), qPrintable(verb));
    }
    QCOMPARE(words.verbPending({}), QString());
}

void WordsTest::everyReasonIsASentence()
{
    const Words words;
    QVERIFY(words.whyNot({}).isEmpty());
    QVERIFY(words.whyNot(QStringLiteral("role:manager")).contains(words.role(2)));
    for (const auto &key :
         {QStringLiteral("pending"), QStringLiteral("state"), QStringLiteral("gone"), QStringLiteral("signed-out")})
        QVERIFY2(words.whyNot(key).endsWith(u'.'), qPrintable(key));
}

void WordsTest::keysReadAsTheyArePrinted()
{
    const Words words;
    QCOMPARE(words.keys(QStringLiteral("Ctrl+K")), QStringLiteral("Ctrl+K"));
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/boltdesk_de.qm")));
    QCoreApplication::installTranslator(&german);
    QCOMPARE(words.keys(QStringLiteral("Ctrl+K")), QStringLiteral("Strg+K"));
    QCOMPARE(words.keys(QStringLiteral("Ctrl –")), QStringLiteral("Strg –"));
    QCOMPARE(words.keys(QStringLiteral("Alt → ←")), QStringLiteral("Alt → ←"));
    QCOMPARE(words.keys(QStringLiteral("Home")), QStringLiteral("Pos1"));
    QCOMPARE(words.keys(QStringLiteral("Del")), QStringLiteral("Entf"));
    QCOMPARE(words.keys(QStringLiteral("End")), QStringLiteral("Ende"));
    QCOMPARE(words.keys(QStringLiteral("PgUp")), QStringLiteral("Bild auf"));
    QCOMPARE(words.keys(QStringLiteral("Esc")), QStringLiteral("Esc"));
    QCOMPARE(words.keys(QStringLiteral("F8")), QStringLiteral("F8"));
    QCOMPARE(words.keys(QStringLiteral("?")), QStringLiteral("?"));
    QCoreApplication::removeTranslator(&german);
}

void WordsTest::codesAreSaid()
{
    const Words words;
    for (const auto &code :
         {QStringLiteral("TIMEOUT"), QStringLiteral("NAVIGATION"), QStringLiteral("SITE_DOWN"),
          QStringLiteral("RATE_LIMITED"), QStringLiteral("SELECTOR_NOT_FOUND"), QStringLiteral("CAPTCHA"),
          QStringLiteral("LOGIN_REQUIRED"), QStringLiteral("EMAIL_VERIFICATION"), QStringLiteral("PHONE_VERIFICATION"),
          QStringLiteral("VALIDATION"), QStringLiteral("DUPLICATE_LISTING"), QStringLiteral("REJECTED"),
          QStringLiteral("PAYMENT_REQUIRED")}) {
        QVERIFY(errorClass(code) != ErrorClass::Unknown);
        QVERIFY2(words.errorAndCode(code).contains(code, Qt::CaseInsensitive), qPrintable(code));
        QVERIFY(!words.error(code).contains(u'_'));
    }
    QCOMPARE(words.errorAndCode(QStringLiteral("SELECTOR_NOT_FOUND")),
             QStringLiteral("form changed (SELECTOR_NOT_FOUND)"));
    QCOMPARE(words.errorAndCode(QStringLiteral("CAPTCHA")), QStringLiteral("captcha"));
    QCOMPARE(words.error(QStringLiteral("NEW_CODE")), QStringLiteral("new code"));
    QCOMPARE(words.errorAndCode(QStringLiteral("NEW_CODE")), QStringLiteral("NEW_CODE"));
    QCOMPARE(words.error(QStringLiteral("Stated by the site")), QStringLiteral("Stated by the site"));
    QCOMPARE(words.error({}), QString());
}

void WordsTest::whatWasDoneIsSaidWithItsNumber()
{
    const Words words;
    QTranslator english;
    QVERIFY(english.load(QStringLiteral(":/i18n/boltdesk_en.qm")));
    QCoreApplication::installTranslator(&english);
    QCOMPARE(words.done(QStringLiteral("jobs.retry-failed"), 5), QStringLiteral("5 submissions queued for retry"));
    QCOMPARE(words.done(QStringLiteral("jobs.pause"), 1), QStringLiteral("1 job paused"));
    QCoreApplication::removeTranslator(&english);
    for (int i = 0; i <= int(Command::Verb::ChangePriority); ++i) {
        const QString verb = wordOf(static_cast<Command::Verb>(i));
        QVERIFY2(!words.done(verb, 2).contains(verb), qPrintable(verb));
    }
}

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
