// SPDX-License-Identifier: GPL-3.0-or-later
// The mosaic's geometry and its walk, from 1 to 5,000 squares.

#include "models/tables/mosaic_model.h"
#include "qml/page_job/mosaic.h"
#include "tests/pages/desk_fixture.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace bolt;
using namespace bolt::test;

class MosaicTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void squaresFitTheirRoom_data();
    void squaresFitTheirRoom();
    void pointsFindTheirSquare();
    void theWalkStaysInside();
    void theChosenOneIsKeptById();
    void aChangeRepaintsItsSquareOnly();
};

void MosaicTest::squaresFitTheirRoom_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 7, 50, 300, 500, 2000, 5000})
        QTest::addRow("%d", count) << count;
}

void MosaicTest::squaresFitTheirRoom()
{
    QFETCH(int, count);
    DeskFixture fixture(DeskFixture::Load::Empty);
    MosaicModel model(fixture.store, fixture.ticker);
    model.setJob(fixture.addJob(QStringLiteral("One"), count));
    fixture.step();
    QCOMPARE(model.count(), count);
    Mosaic mosaic;
    mosaic.setWidth(512);
    mosaic.setModel(&model);
    QRectF before;
    for (int i = 0; i < count; ++i) {
        const QRectF box = mosaic.box(i);
        QVERIFY(box.left() >= 0 && box.right() <= 512.5);
        QVERIFY(box.width() >= 4 && box.width() <= Mosaic::largest);
        QVERIFY(!box.intersects(before));
        before = box;
    }
    QVERIFY(mosaic.implicitHeight() >= before.bottom() - 1);
    // 5,000 go down to the smallest square and scroll; all that can, fit.
    if (count <= 2000)
        QVERIFY(mosaic.implicitHeight() <= 300);
}

void MosaicTest::pointsFindTheirSquare()
{
    DeskFixture fixture(DeskFixture::Load::Empty);
    MosaicModel model(fixture.store, fixture.ticker);
    model.setJob(fixture.addJob(QStringLiteral("One"), 300));
    fixture.step();
    Mosaic mosaic;
    mosaic.setWidth(512);
    mosaic.setModel(&model);
    for (const int cell : {0, 1, 24, 25, 137, 299})
        QCOMPARE(mosaic.cellAt(mosaic.box(cell).center().x(), mosaic.box(cell).center().y()), cell);
    QCOMPARE(mosaic.cellAt(-1, 5), -1);
    QCOMPARE(mosaic.cellAt(5, 5000), -1);
    QCOMPARE(mosaic.idAt(-1), QString());
    QCOMPARE(mosaic.bucketAt(300), -1);
}

void MosaicTest::theWalkStaysInside()
{
    DeskFixture fixture(DeskFixture::Load::Empty);
    MosaicModel model(fixture.store, fixture.ticker);
    Mosaic mosaic;
    mosaic.setWidth(512);
    mosaic.setModel(&model);
    QCOMPARE(mosaic.walk(1, 0), -1);
    model.setJob(fixture.addJob(QStringLiteral("One"), 60));
    fixture.step();
    QCOMPARE(mosaic.walk(1, 0), 0);
    mosaic.setCurrentId(model.idAt(0));
    QCOMPARE(mosaic.walk(-1, 0), 0);
    QCOMPARE(mosaic.walk(0, -1), 0);
    QCOMPARE(mosaic.walk(0, 1), mosaic.columns());
    mosaic.setCurrentId(model.idAt(59));
    QCOMPARE(mosaic.walk(1, 0), 59);
    QCOMPARE(mosaic.walk(0, 1), 59);
}

void MosaicTest::theChosenOneIsKeptById()
{
    DeskFixture fixture(DeskFixture::Load::Empty);
    MosaicModel model(fixture.store, fixture.ticker);
    model.setJob(fixture.addJob(QStringLiteral("One"), 60));
    fixture.step();
    Mosaic mosaic;
    mosaic.setWidth(512);
    mosaic.setModel(&model);
    mosaic.setCurrentId(model.idAt(30));
    QCOMPARE(mosaic.current(), 30);
    mosaic.setWidth(256);
    QCOMPARE(mosaic.current(), 30);
    mosaic.setCurrentId(QStringLiteral("no such id"));
    QCOMPARE(mosaic.current(), -1);
    QVERIFY(mosaic.currentBox().isEmpty());
}

void MosaicTest::aChangeRepaintsItsSquareOnly()
{
    DeskFixture fixture(DeskFixture::Load::Empty);
    MosaicModel model(fixture.store, fixture.ticker);
    model.setJob(fixture.addJob(QStringLiteral("One"), 300));
    fixture.step();
    Mosaic mosaic;
    mosaic.setWidth(512);
    mosaic.setHeight(400);
    mosaic.setModel(&model);
    const auto draw = [&] {
        QImage image(512, 400, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        mosaic.paint(&painter);
        return image;
    };
    const QImage before = draw();
    Submission changed = *fixture.store.submissions().find(SubmissionId::parse(model.idAt(100)));
    changed.state = changed.state == SubmissionState::Rejected ? SubmissionState::Approved : SubmissionState::Rejected;
    QSignalSpy cells(&model, &MosaicModel::cellsChanged);
    Delta delta;
    delta.submissions.upserts.push_back(changed);
    fixture.store.apply(delta);
    fixture.step();
    QCOMPARE(cells.count(), 1);
    QCOMPARE(cells[0][0].toInt(), 100);
    const QImage after = draw();
    const QRect box = mosaic.box(100).toRect();
    QVERIFY(before.copy(box) != after.copy(box));
    int failed = 0;
    for (const SubmissionId &id : fixture.store.submissionsOf(changed.job))
        failed += fixture.store.submissions().find(id)->state == SubmissionState::Failed;
    QVERIFY(failed > 0);
    QCOMPARE(mosaic.failedCount(), failed);
    QCOMPARE(before.copy(mosaic.box(99).toRect()), after.copy(mosaic.box(99).toRect()));
    QCOMPARE(before.copy(mosaic.box(101).toRect()), after.copy(mosaic.box(101).toRect()));
}

QTEST_MAIN(MosaicTest)
#include "mosaic_test.moc"
