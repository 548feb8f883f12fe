// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/command.h"
#include "models/domain/error_code.h"
#include "models/domain/states.h"
#include "qml/kit/words.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

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
    void everyCatalogueIsComplete_data();
    void everyCatalogueIsComplete();
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
    for (int i = 0; i < 8; ++i) {
        phases.insert(words.linkPhase(i));
        actions.insert(words.actionPhase(i));
    }
    QCOMPARE(jobs.size(), int(JobState::Unknown));
    QCOMPARE(submissions.size(), int(SubmissionState::Unknown) + 1);
    QCOMPARE(buckets.size(), 9);
    QCOMPARE(advice.size(), int(ErrorClass::Unknown) + 1);
    QCOMPARE(phases.size(), 8);
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

void WordsTest::everyCatalogueIsComplete_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(BOLT_TREE "/translations"));
    for (const QString &name : folder.entryList({QStringLiteral("*.ts")}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void WordsTest::everyCatalogueIsComplete()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    static const QRegularExpression place(QStringLiteral("%(L?n|[1-9])"));
    const auto places = [](const QString &text) {
        QSet<QString> found;
        for (auto it = place.globalMatch(text); it.hasNext();)
            found.insert(it.next().captured());
        return found;
    };
    QString source;
    bool plural = false;
    const bool pluralOnly = path.endsWith(QStringLiteral("_en.ts"));
    int seen = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"message")
            plural = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
        else if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation" || xml.name() == u"numerusform") {
            if (xml.name() == u"translation" && plural) {
                QVERIFY2(xml.attributes().isEmpty(), qPrintable(source));
                continue;
            }
            if (pluralOnly && !plural)
                continue;
            QVERIFY2(xml.attributes().isEmpty(), qPrintable(source));
            const QString target = xml.readElementText();
            QVERIFY2(!target.isEmpty(), qPrintable(source));
            // "one" may do without its number; nothing else may drop or invent a place.
            const QSet<QString> extra = places(target) - places(source);
            QSet<QString> lost = places(source) - places(target);
            if (plural)
                lost.subtract({QStringLiteral("%Ln"), QStringLiteral("%n")});
            QVERIFY2(extra.isEmpty() && lost.isEmpty(), qPrintable(source + QStringLiteral(" | ") + target));
            ++seen;
        }
    }
    QVERIFY(!xml.hasError());
    QVERIFY(seen > 20);
}

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
