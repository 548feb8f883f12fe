// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// Ids that a person chose, in the order of choosing. Ids and not rows: what was chosen stays chosen when rows move.
/// Bindings read `ids` (or `count`) to be told again.
class IdSet : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList ids READ ids NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    using QObject::QObject;
    QStringList ids() const { return m_ids; }
    int count() const { return int(m_ids.size()); }
    /// `among` is `ids`, passed so that a binding depends on it.
    Q_INVOKABLE bool has(const QString &id, const QStringList &among) const { return among.contains(id); }
    Q_INVOKABLE void toggle(const QString &id)
    {
        if (!m_ids.removeOne(id))
            m_ids.append(id);
        Q_EMIT changed();
    }
    Q_INVOKABLE void setIds(const QStringList &ids)
    {
        if (ids == m_ids)
            return;
        m_ids = ids;
        Q_EMIT changed();
    }
    Q_INVOKABLE void clear()
    {
        if (m_ids.isEmpty())
            return;
        m_ids.clear();
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    QStringList m_ids;
};

} // namespace bolt
