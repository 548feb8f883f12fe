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
        advice.insert(words.advice(i));
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
