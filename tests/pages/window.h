// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/kit/format.h"
#include "qml/kit/theme.h"
#include "tests/pages/desk_fixture.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>
#include <QTest>

namespace bolt::test {

/// The real Main.qml on a fixture's desk, offscreen. Collects everything QML complains about.
class DeskWindow
{
public:
    DeskWindow(DeskFixture &fixture, int width, int height)
    {
        s_complaints.clear();
        m_previous = qInstallMessageHandler(&DeskWindow::note);
        fixture.preferences.setValue(QStringLiteral("window.width"), width);
        fixture.preferences.setValue(QStringLiteral("window.height"), height);
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_engine.setInitialProperties({{QStringLiteral("desk"), QVariant::fromValue(&fixture.desk())}});
        m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/BoltDesk/Shell/Main.qml")));
        if (m_engine.rootObjects().isEmpty())
            return;
        m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
        m_window->resize(width, height);
        Theme::of(m_window)->setReducedMotion(true);
        singleton<Format>("Format")->fixNow(double(toMillis(fixture.clock.now())));
    }
    ~DeskWindow()
    {
        delete m_window;
        qInstallMessageHandler(m_previous);
    }
    QQuickWindow *window() const { return m_window; }
    QQmlApplicationEngine &engine() { return m_engine; }
    static QStringList complaints() { return s_complaints; }

    template<class T>
    T *singleton(const char *name)
    {
        return m_engine.singletonInstance<T *>(qmlTypeId("BoltDesk.Kit", 1, 0, name));
    }
    /// Lets timers, layouts and one frame happen.
    QImage settle(int milliseconds = 60)
    {
        QTest::qWait(milliseconds); // span: what is drawn comes to rest
        return m_window->grabWindow();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window, key, modifiers); }
    void type(char letter) { QTest::keyClick(m_window, letter); }
    /// All visible items below the window's content that satisfy a condition.
    template<class Condition>
    QList<QQuickItem *> items(Condition condition) const
    {
        QList<QQuickItem *> found;
        collect(m_window->contentItem(), condition, found);
        return found;
    }

private:
    template<class Condition>
    static void collect(QQuickItem *item, Condition &condition, QList<QQuickItem *> &found)
    {
        if (!item->isVisible() || item->opacity() == 0)
            return;
        if (condition(item))
            found.append(item);
        for (QQuickItem *child : item->childItems())
            collect(child, condition, found);
    }
    static void note(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        if (type != QtDebugMsg && type != QtInfoMsg && !QString::fromUtf8(context.category).startsWith(u"qt.qpa"))
            s_complaints.append(text);
        std::fprintf(stderr, "%s\n", qPrintable(text));
    }

    static inline QStringList s_complaints;
    QtMessageHandler m_previous = nullptr;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace bolt::test
