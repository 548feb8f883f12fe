// SPDX-License-Identifier: GPL-3.0-or-later
// Bars, marks and icons: what they must show whatever the numbers are.

#include "qml/kit/mark.h"
#include "qml/kit/stacked_bar.h"

#include <QDirIterator>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

using namespace bolt;

class PaintedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyBarHasNoParts();
    void oneFailureAmongManyIsSeen();
    void aFullBarEndsAtItsEnd();
    void partsAreInProportion();
    void moreThanTheTotalIsTakenAsTheTotal();
    void marksDifferInForm();
    void everyIconThatIsUsedExists();
    void digitsAreTabular();
};

void PaintedTest::anEmptyBarHasNoParts()
{
    StackedBar bar;
    QVERIFY(bar.parts(100).isEmpty());
    bar.setTotal(50);
    QVERIFY(bar.parts(100).isEmpty());
    bar.setApproved(10);
    QVERIFY(bar.parts(0).isEmpty());
}

void PaintedTest::oneFailureAmongManyIsSeen()
{
    StackedBar bar;
    bar.setTotal(5000);
    bar.setFailed(1);
    const auto parts = bar.parts(80);
    QCOMPARE(parts.size(), 1);
    QCOMPARE(parts[0].mark, Mark::Failed);
    QVERIFY(parts[0].to - parts[0].from >= 2);
}

void PaintedTest::aFullBarEndsAtItsEnd()
{
    StackedBar bar;
    bar.setTotal(500);
    bar.setApproved(494);
    bar.setFailed(1);
    bar.setManual(1);
    bar.setRetrying(1);
    bar.setInFlight(1);
    bar.setSkipped(1);
    bar.setSubmitted(1);
    const auto parts = bar.parts(80);
    QCOMPARE(parts.size(), 7);
    qreal before = 0;
    for (const auto &part : parts) {
        QVERIFY(part.from >= before - 0.01);
        QVERIFY(part.to - part.from >= 1.9);
        before = part.to;
    }
    QVERIFY(before <= 80.01);
}

void PaintedTest::partsAreInProportion()
{
    StackedBar bar;
    bar.setTotal(100);
    bar.setApproved(50);
    bar.setSubmitted(25);
    const auto parts = bar.parts(200);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[0].to - parts[0].from, 100.0);
    QCOMPARE(parts[1].to - parts[1].from, 50.0);
}

void PaintedTest::moreThanTheTotalIsTakenAsTheTotal()
{
    StackedBar bar;
    bar.setTotal(10);
    bar.setApproved(30);
    const auto parts = bar.parts(90);
    QCOMPARE(parts.size(), 1);
    QCOMPARE(parts[0].to, 90.0);
}

void PaintedTest::marksDifferInForm()
{
    // Without colour: the alpha channel and, inside, whether a sign is cut in. No two states may look the same in grey.
    QList<QImage> seen;
    for (int i = 0; i < markCount; ++i) {
        QImage image(17, 17, QImage::Format_ARGB32_Premultiplied);
        image.fill(Palette::dark().raised);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        Palette grey = Palette::dark();
        grey.markApproved = grey.markSubmitted = grey.markFailed = grey.markRetrying = grey.markManual =
            grey.markInFlight = grey.markSkipped = grey.text;
        paintMark(painter, QRectF(0, 0, 17, 17), Mark(i), grey);
        painter.end();
        QVERIFY2(!seen.contains(image), qPrintable(QString::number(i)));
        seen.append(image);
    }
}

void PaintedTest::everyIconThatIsUsedExists()
{
    static const QRegularExpression used(QStringLiteral("(?:iconName|sign|name)\\s*:[^\\n]*"));
    static const QRegularExpression literal(QStringLiteral("\"([a-z]+(?:-[a-z]+)*)\""));
    QSet<QString> icons;
    QDirIterator drawn(QStringLiteral(":/qt/qml/BoltDesk/Kit/icons"), QDir::Files);
    while (drawn.hasNext()) {
        const QString path = drawn.next();
        QVERIFY2(QSvgRenderer(path).isValid(), qPrintable(path));
        icons.insert(drawn.fileInfo().completeBaseName());
    }
    QVERIFY(icons.size() > 30);
    QDirIterator files(QStringLiteral(BOLT_TREE "/qml"), {QStringLiteral("*.qml")}, QDir::Files,
                       QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
    int found = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = used.globalMatch(text); it.hasNext();) {
            const QString line = it.next().captured();
            if (!line.startsWith(u"iconName"))
                continue;
            for (auto word = literal.globalMatch(line); word.hasNext();) {
                const QString name = word.next().captured(1);
                QVERIFY2(icons.contains(name), qPrintable(QStringLiteral("%1: %2").arg(file.fileName(), name)));
                ++found;
            }
        }
    }
    QVERIFY(found > 40);
}

void PaintedTest::digitsAreTabular()
{
    const Theme theme;
    QCOMPARE(theme.family(), QStringLiteral("BoltDesk Sans"));
    for (const int weight : {QFont::Normal, QFont::Medium, QFont::DemiBold}) {
        QFont font(theme.family());
        font.setWeight(QFont::Weight(weight));
        font.setPixelSize(40);
        const QFontMetricsF metrics(font);
        for (QChar digit = u'1'; digit <= u'9'; digit = QChar(digit.unicode() + 1))
            QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
    }
}

QTEST_MAIN(PaintedTest)
#include "painted_test.moc"
