// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class Preferences;

/// Which page is open, the figures beside the page names, and where the window was. Main thread.
class NavigationScreen final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(QString page READ page WRITE setPage NOTIFY pageChanged FINAL)
    Q_PROPERTY(int activeJobs READ activeJobs NOTIFY countsChanged FINAL)
    Q_PROPERTY(int needPerson READ needPerson NOTIFY countsChanged FINAL)
    Q_PROPERTY(int openCircuits READ openCircuits NOTIFY countsChanged FINAL)
public:
    explicit NavigationScreen(Preferences &preferences, QObject *parent = nullptr);

    QString page() const { return m_page; }
    /// One of the pages that exist: `live`, `analytics`, `system`; anything else is ignored.
    void setPage(const QString &page);
    int activeJobs() const { return m_activeJobs; }
    int needPerson() const { return m_needPerson; }
    int openCircuits() const { return m_openCircuits; }
    void setCounts(int activeJobs, int needPerson, int openCircuits);

    /// What was stored under `key`, undefined when nothing was.
    Q_INVOKABLE QVariant restore(const QString &key) const;
    Q_INVOKABLE void store(const QString &key, const QVariant &value);

Q_SIGNALS:
    void pageChanged();
    void countsChanged();

private:
    Preferences &m_preferences;
    QString m_page;
    int m_activeJobs = 0;
    int m_needPerson = 0;
    int m_openCircuits = 0;
};

} // namespace bolt
