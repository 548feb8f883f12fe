// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/screens/live_screen.h"
#include "models/tables/jobs_view.h"
#include "tests/pages/window.h"

#include <QTranslator>

namespace bolt::test {

/// A test of the desk without a mouse: for each of its functions a new window, in English, with the keyboard in the
/// list of jobs; at the end QML has complained about nothing.
class ByKeyTest : public QObject
{
    Q_OBJECT

protected:
    JobsView *jobs() const { return m_fixture->desk().live()->jobs(); }
    /// The first visible item of a type, by the beginning of its name; null when there is none.
    QQuickItem *find(const char *type) const
    {
        const auto found = m_window->items(
            [type](QQuickItem *item) { return QByteArray(item->metaObject()->className()).startsWith(type); });
        return found.isEmpty() ? nullptr : found.constFirst();
    }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<DeskWindow> m_window;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_translator.load(QStringLiteral(":/i18n/boltdesk_en.qm")));
        QCoreApplication::installTranslator(&m_translator);
    }
    void init()
    {
        m_fixture = std::make_unique<DeskFixture>();
        m_window = std::make_unique<DeskWindow>(*m_fixture, 1440, 900);
        QVERIFY(m_window->window());
        m_window->window()->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
        m_window->type('g');
        m_window->type('l');
        QTRY_VERIFY(!jobs()->currentId().isEmpty());
    }
    void cleanup()
    {
        QCOMPARE(DeskWindow::complaints(), QStringList());
        m_window.reset();
        m_fixture.reset();
    }

private:
    QTranslator m_translator;
};

} // namespace bolt::test
