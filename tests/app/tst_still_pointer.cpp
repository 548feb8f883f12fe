// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/still_pointer.h"

#include <QQuickWindow>
#include <QtTest>

using namespace bolt;

namespace {

/// The moves that a window is told of.
class Moves : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::MouseMove)
            places.append(static_cast<QMouseEvent *>(event)->position());
        return false;
    }
    QList<QPointF> places;
};

} // namespace

/// Frames are told by hand: nothing is drawn.
class StillPointerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isToldAgainWhereItLies();
    void isLeftAloneElsewhere();

private:
    static void frame(QQuickWindow &window, int times)
    {
        for (int i = 0; i < times; ++i)
            Q_EMIT window.afterAnimating();
        QCoreApplication::sendPostedEvents(&window);
    }
    static void send(QQuickWindow &window, QEvent::Type type, QPointF at, Qt::MouseButton button = Qt::NoButton)
    {
        QMouseEvent event(type, at, at, at, button, button, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    }
};

void StillPointerTest::isToldAgainWhereItLies()
{
    QQuickWindow window;
    new StillPointer(window);
    Moves moves;
    window.installEventFilter(&moves);
    send(window, QEvent::MouseMove, {30, 40});
    moves.places.clear();
    frame(window, StillPointer::frames - 1);
    QVERIFY(moves.places.isEmpty());
    frame(window, 1);
    QCOMPARE(moves.places, QList<QPointF>{QPointF(30, 40)});
    frame(window, 3 * StillPointer::frames);
    QCOMPARE(moves.places.size(), 4);
    frame(window, StillPointer::frames - 1);
    send(window, QEvent::MouseMove, {31, 40}); // it moved by itself: counted from there
    frame(window, StillPointer::frames - 1);
    QCOMPARE(moves.places.size(), 5);
    frame(window, 1);
    QCOMPARE(moves.places.last(), QPointF(31, 40));
}

void StillPointerTest::isLeftAloneElsewhere()
{
    QQuickWindow window;
    new StillPointer(window);
    Moves moves;
    window.installEventFilter(&moves);
    frame(window, 2 * StillPointer::frames); // it never was over the window
    QVERIFY(moves.places.isEmpty());
    send(window, QEvent::MouseMove, {30, 40});
    moves.places.clear();
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&window, &leave);
    frame(window, 2 * StillPointer::frames);
    QVERIFY(moves.places.isEmpty());
}

QTEST_MAIN(StillPointerTest)
#include "tst_still_pointer.moc"
