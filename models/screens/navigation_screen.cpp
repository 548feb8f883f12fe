// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/navigation_screen.h"

#include "models/ports/preferences.h"

#include <QStringList>

namespace bolt {

namespace {

const QString pageKey = QStringLiteral("navigation/page");

QString windowKey(const QString &key) { return QStringLiteral("window/") + key; }

bool exists(const QString &page) { return page == u"live" || page == u"analytics" || page == u"system"; }

} // namespace

NavigationScreen::NavigationScreen(Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_page(QStringLiteral("live"))
{
    const QString last = preferences.value(pageKey).toString();
    if (exists(last))
        m_page = last;
}

void NavigationScreen::setPage(const QString &page)
{
    if (page == m_page || !exists(page))
        return;
    m_page = page;
    m_preferences.setValue(pageKey, page);
    Q_EMIT pageChanged();
}

void NavigationScreen::setCounts(int activeJobs, int needPerson, int openCircuits)
{
    if (activeJobs == m_activeJobs && needPerson == m_needPerson && openCircuits == m_openCircuits)
        return;
    m_activeJobs = activeJobs;
    m_needPerson = needPerson;
    m_openCircuits = openCircuits;
    Q_EMIT countsChanged();
}

QVariant NavigationScreen::restore(const QString &key) const { return m_preferences.value(windowKey(key)); }

void NavigationScreen::store(const QString &key, const QVariant &value)
{
    m_preferences.setValue(windowKey(key), value);
}

} // namespace bolt
