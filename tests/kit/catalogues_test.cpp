// SPDX-License-Identifier: GPL-3.0-or-later
// Every word of the sources is in every catalogue, said whole, and nothing else is in there.
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context, source, comment;
    bool plural = false;
    bool finished = true;
    QStringList said;

    QString key() const
    {
        return QStringList{context, source, comment, plural ? QStringLiteral("plural") : QString()}.join(
            QStringLiteral(" | "));
    }
};

QList<Message> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> all;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            all.append({context, {}, {}, xml.attributes().value(QStringLiteral("numerus")) == u"yes", true, {}});
        } else if (xml.name() == u"source") {
            all.last().source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            all.last().comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            all.last().finished = xml.attributes().isEmpty();
            if (!all.last().plural)
                all.last().said.append(xml.readElementText());
        } else if (xml.name() == u"numerusform") {
            all.last().said.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Message>() : all;
}

QSet<QString> keys(const QList<Message> &messages)
{
    QSet<QString> all;
    for (const Message &message : messages)
        all.insert(message.key());
    return all;
}

QSet<QString> places(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%(L?n|[1-9])"));
    QSet<QString> found;
    for (auto it = place.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

const QDir translations(QStringLiteral(BOLT_TREE "/translations"));

} // namespace

class CataloguesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordIsSaid_data();
    void everyWordIsSaid();
    void theSourcesSayNothingElse();
};

void CataloguesTest::everyWordIsSaid_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : translations.entryList({QStringLiteral("*.ts")}))
        QTest::newRow(qPrintable(name)) << name;
}

void CataloguesTest::everyWordIsSaid()
{
    QFETCH(QString, name);
    const QList<Message> messages = read(translations.filePath(name));
    QVERIFY(messages.size() > 20);
    for (const Message &message : messages) {
        QVERIFY2(message.finished, qPrintable(message.key()));
        QCOMPARE(message.said.size(), message.plural ? 2 : 1);
        for (const QString &said : message.said) {
            QVERIFY2(!said.isEmpty(), qPrintable(message.key()));
            // "one" may do without its number; nothing else may drop or invent a place.
            const QSet<QString> extra = places(said) - places(message.source);
            QSet<QString> lost = places(message.source) - places(said);
            if (message.plural)
                lost.subtract({QStringLiteral("%Ln"), QStringLiteral("%n")});
            QVERIFY2(extra.isEmpty() && lost.isEmpty(), qPrintable(message.key() + QStringLiteral(": ") + said));
        }
    }
}

void CataloguesTest::theSourcesSayNothingElse()
{
    QTemporaryDir renewed;
    const QStringList names = translations.entryList({QStringLiteral("*.ts")});
    for (const QString &name : names)
        QVERIFY(QFile::copy(translations.filePath(name), renewed.filePath(name)));
    QProcess renewal;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LUPDATE"), QStringLiteral(BOLT_LUPDATE));
    renewal.setProcessEnvironment(environment);
    renewal.setProcessChannelMode(QProcess::MergedChannels);
    renewal.start(QStringLiteral(BOLT_TREE "/tools/renew_catalogues.sh"), {renewed.path()});
    QVERIFY(renewal.waitForFinished(60'000));
    QVERIFY2(renewal.exitCode() == 0, renewal.readAll().constData());
    for (const QString &name : names) {
        const QSet<QString> said = keys(read(translations.filePath(name)));
        const QSet<QString> wanted = keys(read(renewed.filePath(name)));
        for (const QString &key : wanted - said)
            qWarning("%s lacks: %s", qPrintable(name), qPrintable(key));
        for (const QString &key : said - wanted)
            qWarning("%s keeps what is gone: %s", qPrintable(name), qPrintable(key));
        QVERIFY2(said == wanted, "run tools/renew_catalogues.sh and translate what is unfinished");
    }
}

QTEST_GUILESS_MAIN(CataloguesTest)
#include "catalogues_test.moc"
