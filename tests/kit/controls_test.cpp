// SPDX-License-Identifier: GPL-3.0-or-later
// The controls by keyboard and for assistive technology.

#include "qml/kit/format.h"
#include "qml/kit/id_set.h"
#include "qml/kit/theme.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

using namespace bolt;

class ControlsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keysPressAButton_data();
    void keysPressAButton();
    void aDisabledButtonSaysWhy();
    void theRingShowsForTheKeyboardOnly();
    void arrowsMoveASegmentedChoice();
    void escapeEmptiesAFilterThenLeaves();
    void longWordsEndBeforeTheClear_data();
    void longWordsEndBeforeTheClear();
    void aFieldTellsItsError();
    void returnTakesTheSafeWayOut();
    void textNeverBecomesMarkup();
    void lengthsFollowTheTextSize();
    void aSetOfIdsToggles();
    void ageIsWorkedOutWhenItsWordsChange();
    void minutesAreToldTogether();
    void whatIsLeftIsWorkedOutWhenItsWordsChange();
    void namesAreMadeForListeners();

private:
    QQuickItem *make(const char *qml);
    static QString accessible(QQuickItem *item, QAccessible::Text what)
    {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        return face ? face->text(what) : QString();
    }

    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<QQuickWindow> m_window;
};

void ControlsTest::init()
{
    m_engine = std::make_unique<QQmlEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_window = std::make_unique<QQuickWindow>();
    m_window->resize(400, 300);
    m_window->show();
    m_window->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void ControlsTest::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

QQuickItem *ControlsTest::make(const char *qml)
{
    QQmlComponent component(m_engine.get());
    component.setData(QByteArray("import QtQuick\nimport BoltDesk.Kit\n") + qml, QUrl());
    auto *item = qobject_cast<QQuickItem *>(component.create());
    if (!item) {
        qWarning() << component.errorString();
        return nullptr;
    }
    item->setParent(m_window.get());
    item->setParentItem(m_window->contentItem());
    return item;
}

void ControlsTest::keysPressAButton_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : {"Button", "IconButton", "Pill"})
        QTest::newRow(type) << QByteArray(type);
}

void ControlsTest::keysPressAButton()
{
    QFETCH(QByteArray, type);
    QQuickItem *button = make(type + " { text: \"Retry\" }");
    QVERIFY(button);
    QSignalSpy clicked(button, SIGNAL(clicked()));
    button->forceActiveFocus(Qt::TabFocusReason);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
        QTest::keyClick(m_window.get(), key);
    QCOMPARE(clicked.count(), 3);
    QCOMPARE(accessible(button, QAccessible::Name), QStringLiteral("Retry"));
    button->setEnabled(false);
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QCOMPARE(clicked.count(), 3);
}

void ControlsTest::aDisabledButtonSaysWhy()
{
    QQuickItem *button = make("Button { text: \"Pause\"; enabled: false; whyNot: \"Needs the role Manager.\" }");
    QVERIFY(button);
    QCOMPARE(accessible(button, QAccessible::Description), QStringLiteral("Needs the role Manager."));
}

void ControlsTest::theRingShowsForTheKeyboardOnly()
{
    QQuickItem *row = make("Row { Button { text: \"One\" } Button { text: \"Two\" } }");
    QVERIFY(row);
    QQuickItem *two = row->childItems().at(1);
    const auto ring = [&] {
        const auto parts = two->findChildren<QQuickItem *>();
        for (QQuickItem *part : parts) {
            if (QByteArray(part->metaObject()->className()).startsWith("FocusRing"))
                return part->isVisible();
        }
        return false;
    };
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, two->mapToScene({10, 10}).toPoint());
    QVERIFY(two->hasActiveFocus());
    QVERIFY(!ring());
    row->childItems().at(0)->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(m_window.get(), Qt::Key_Tab);
    QVERIFY(two->hasActiveFocus());
    QVERIFY(ring());
}

void ControlsTest::arrowsMoveASegmentedChoice()
{
    QQuickItem *choice =
        make("Segmented { name: \"Range\"; options: [\"7\", \"30\", \"90\"]; onChosen: index => current = index }");
    QVERIFY(choice);
    choice->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(m_window.get(), Qt::Key_Right);
    QTest::keyClick(m_window.get(), Qt::Key_Right);
    QTest::keyClick(m_window.get(), Qt::Key_Right);
    QCOMPARE(choice->property("current").toInt(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_Left);
    QCOMPARE(choice->property("current").toInt(), 1);
}

void ControlsTest::escapeEmptiesAFilterThenLeaves()
{
    QQuickItem *field = make("SearchField { name: \"Filter jobs\" }");
    QVERIFY(field);
    QSignalSpy left(field, SIGNAL(leaving()));
    field->forceActiveFocus();
    for (const char letter : {'a', 'b', 'c'})
        QTest::keyClick(m_window.get(), letter);
    QCOMPARE(field->property("text").toString(), QStringLiteral("abc"));
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(field->property("text").toString(), QString());
    QCOMPARE(left.count(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
    QCOMPARE(accessible(field, QAccessible::Name), QStringLiteral("Filter jobs"));
}

void ControlsTest::longWordsEndBeforeTheClear_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {80, 100, 160, 200})
        QTest::addRow("%d %%", percent) << percent;
}

void ControlsTest::longWordsEndBeforeTheClear()
{
    QFETCH(int, percent);
    QQuickItem *field = make("SearchField { name: \"Filter jobs\" }");
    QVERIFY(field);
    Theme::of(field)->setTextScale(percent);
    field->forceActiveFocus();
    QCoreApplication::processEvents();
    const auto clear = [field]() -> QQuickItem * {
        for (QQuickItem *child : field->childItems()) {
            if (QByteArray(child->metaObject()->className()).startsWith("IconButton"))
                return child;
        }
        return nullptr;
    };
    QVERIFY(clear() && !clear()->isVisible());
    const double room = field->property("rightPadding").toDouble();
    QVERIFY(field->setProperty("text", QString(150, u'w')));
    QVERIFY(clear()->isVisible());
    // Its place is kept while there is nothing to clear, so that the words do not move when it comes.
    QCOMPARE(field->property("rightPadding").toDouble(), room);
    QVERIFY2(clear()->x() >= field->width() - room, qPrintable(QString::number(clear()->x())));
    QVERIFY(clear()->x() + clear()->width() <= field->width());
    field->setProperty("cursorPosition", 150);
    QVERIFY(field->property("cursorRectangle").toRectF().right() <= clear()->x() + 1);
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {},
                      clear()->mapToScene({clear()->width() / 2, clear()->height() / 2}).toPoint());
    QCOMPARE(field->property("text").toString(), QString());
}

void ControlsTest::aFieldTellsItsError()
{
    QQuickItem *field = make("TextField { label: \"E-mail\"; error: \"Enter it.\" }");
    QVERIFY(field);
    QVERIFY(QMetaObject::invokeMethod(field, "grab"));
    QQuickItem *input = m_window->activeFocusItem();
    QCOMPARE(accessible(input, QAccessible::Name), QStringLiteral("E-mail"));
    QCOMPARE(accessible(input, QAccessible::Description), QStringLiteral("Enter it."));
}

void ControlsTest::returnTakesTheSafeWayOut()
{
    QQuickItem *host = make("Item { width: 400; height: 300; property int done: 0\n"
                            " Confirm { objectName: \"dialog\"; title: \"Cancel?\"; actionText: \"Cancel job\"; "
                            "onConfirmed: parent.done += 1 } }");
    QVERIFY(host);
    auto *dialog = host->findChild<QObject *>(QStringLiteral("dialog"));
    QVERIFY(dialog && QMetaObject::invokeMethod(dialog, "open"));
    QTRY_VERIFY(dialog->property("opened").toBool());
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QTRY_VERIFY(!dialog->property("visible").toBool());
    QCOMPARE(host->property("done").toInt(), 0);
}

void ControlsTest::textNeverBecomesMarkup()
{
    QQuickItem *label = make("Label { text: \"<b>bold</b><img src='https://example.com/x.png'>\" }");
    QVERIFY(label);
    QCOMPARE(label->property("textFormat").toInt(), int(Qt::PlainText));
}

void ControlsTest::lengthsFollowTheTextSize()
{
    QQuickItem *item = make("Item { width: Theme.scaled(50); height: Theme.rowHeight }");
    QVERIFY(item);
    Theme *theme = Theme::of(item);
    QVERIFY(theme);
    QCOMPARE(item->width(), 50);
    theme->setTextScale(200);
    QCOMPARE(item->width(), 100);
    QCOMPARE(item->height(), 46); // a row grows with its text, not twofold
    theme->setTextScale(500);
    QCOMPARE(theme->textScale(), 200);
    theme->setTextScale(10);
    QCOMPARE(theme->textScale(), 80);
}

void ControlsTest::aSetOfIdsToggles()
{
    IdSet set;
    QSignalSpy changed(&set, &IdSet::changed);
    set.toggle(QStringLiteral("b"));
    set.toggle(QStringLiteral("a"));
    set.toggle(QStringLiteral("b"));
    QCOMPARE(set.ids(), QStringList{QStringLiteral("a")});
    set.clear();
    set.clear();
    QCOMPARE(changed.count(), 4);
}

void ControlsTest::ageIsWorkedOutWhenItsWordsChange()
{
    auto *format = m_engine->singletonInstance<Format *>(qmlTypeId("BoltDesk.Kit", 1, 0, "Format"));
    QVERIFY(format);
    const double at = 1'700'000'000'000;
    format->fixNow(at - 3000); // the server's clock is ahead
    QQuickItem *item = make("Item { property Ago ago: Ago { at: 1700000000000 } property int told: 0\n"
                            "readonly property string text: ago.text; onTextChanged: ++told }");
    QVERIFY(item);
    const auto says = [&](double milliseconds) {
        format->fixNow(at + milliseconds);
        return item->property("text").toString();
    };
    for (const double age : {-2000., 0., 900., 5000., 55'000., 60'000., 119'999., 120'000., 35'999'000., 36'000'000.,
                             86'399'000., 86'400'000., 172'800'000., 61'000., 5000., -1000.})
        QCOMPARE(says(age), format->ago(at, at + age));
    QVERIFY(item->setProperty("told", 0));
    says(600'000);
    for (int second = 601; second < 900; ++second)
        QCOMPARE(says(second * 1000.), format->ago(at, at + second * 1000.));
    QCOMPARE(item->property("told").toInt(), 5); // 10 to 14 min: five texts in five minutes
}

/// Whenever the minutes of each are full: one frame for all of them, not one for each.
void ControlsTest::minutesAreToldTogether()
{
    auto *format = m_engine->singletonInstance<Format *>(qmlTypeId("BoltDesk.Kit", 1, 0, "Format"));
    QVERIFY(format);
    const double at = 1'700'000'000'000;
    format->fixNow(at + 3'600'000);
    QQuickItem *item =
        make("Item { id: all; property int told: 0\n"
             "component Past: Item { property double since; property Ago ago: Ago { at: since }\n"
             "readonly property string text: ago.text; onTextChanged: ++all.told }\n"
             "component Due: Item { property double due; property Left span: Left { at: due }\n"
             "readonly property string text: span.text; onTextChanged: ++all.told }\n"
             "Past { since: 1700000001000 } Past { since: 1700000013000 } Past { since: 1700000037000 }\n"
             "Due { due: 1700007201000 } Due { due: 1700007213000 } Due { due: 1700007237000 } }");
    QVERIFY(item);
    QVERIFY(item->setProperty("told", 0));
    int seconds = 0;
    for (int second = 3601; second <= 3900; ++second) {
        const int before = item->property("told").toInt();
        format->fixNow(at + second * 1000.);
        if (item->property("told").toInt() == before)
            continue;
        ++seconds;
        QCOMPARE(second % 10, 0);
    }
    QCOMPARE(item->property("told").toInt(), 6 * 5);
    QVERIFY2(seconds <= 4 * 5, qPrintable(QString::number(seconds)));
}

void ControlsTest::whatIsLeftIsWorkedOutWhenItsWordsChange()
{
    auto *format = m_engine->singletonInstance<Format *>(qmlTypeId("BoltDesk.Kit", 1, 0, "Format"));
    QVERIFY(format);
    const double at = 1'700'000'000'000;
    format->fixNow(at - 86'400'000);
    QQuickItem *item = make("Item { property Left span: Left { at: 1700000000000 } property int told: 0\n"
                            "readonly property string text: span.text; onTextChanged: ++told\n"
                            "readonly property bool soon: span.soon; readonly property bool over: span.over }");
    QVERIFY(item);
    for (const double left :
         {200'000'000., 86'400'000., 86'390'000.,  36'000'000., 35'990'000., 14'400'000., 14'390'000.,
          60'000.,      50'000.,     1000.,        999.,        0.,          -1.,         -999.,
          -1000.,       -60'000.,    -90'000'000., 5000.,       14'400'001., 120'000.}) {
        format->fixNow(at - left);
        QCOMPARE(item->property("text").toString(), format->left(at, at - left));
        QCOMPARE(item->property("soon").toBool(), left < 14'400'000);
        QCOMPARE(item->property("over").toBool(), left < 0);
    }
    format->fixNow(at - 7'200'000);
    QVERIFY(item->setProperty("told", 0));
    for (int second = 1; second < 300; ++second) {
        format->fixNow(at - 7'200'000 + second * 1000.);
        QCOMPARE(item->property("text").toString(), format->left(at, at - 7'200'000 + second / 10 * 10'000.));
    }
    QCOMPARE(item->property("told").toInt(), 5); // two hours to 1:55: five texts in five minutes
    QVERIFY(item->property("span").value<QObject *>()->setProperty("at", 0.));
    QCOMPARE(item->property("text").toString(), format->left(0, at));
    QVERIFY(!item->property("soon").toBool() && !item->property("over").toBool());
}

void ControlsTest::namesAreMadeForListeners()
{
    QAccessible::setActive(false);
    QQuickItem *row = make("Item { property int n: 1; readonly property var made: []\n"
                           "function name(): string { made.push(n); return 'row ' + n }\n"
                           "Accessible.role: Accessible.ListItem; Accessible.name: Spoken.active ? name() : '' }");
    QVERIFY(row);
    const auto made = [row] {
        return row->property("made").value<QJSValue>().property(QStringLiteral("length")).toInt();
    };
    QCOMPARE(made(), 0);
    QAccessible::setActive(true);
    QCOMPARE(accessible(row, QAccessible::Name), QStringLiteral("row 1"));
    QAccessible::setActive(false);
    const int before = made();
    row->setProperty("n", 2);
    QCOMPARE(made(), before);
}

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
