// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/describe.h"

#include <QAbstractItemModel>
#include <QJsonArray>
#include <QMetaProperty>

namespace bolt {

namespace {

QJsonArray rowsOf(const QAbstractItemModel &model, int maxRows)
{
    QJsonArray rows;
    const auto roles = model.roleNames();
    for (int row = 0; row < std::min(model.rowCount(), maxRows); ++row) {
        const QModelIndex index = model.index(row, 0);
        QJsonObject cells;
        for (auto it = roles.cbegin(); it != roles.cend(); ++it) {
            if (it.key() > Qt::UserRole)
                cells.insert(QString::fromLatin1(it.value()), QJsonValue::fromVariant(model.data(index, it.key())));
        }
        rows.append(cells);
    }
    return rows;
}

} // namespace

QJsonObject describe(const QObject &object, int maxRows)
{
    QJsonObject result;
    const QMetaObject *meta = object.metaObject();
    for (int i = QObject::staticMetaObject.propertyCount(); i < meta->propertyCount(); ++i) {
        const QMetaProperty property = meta->property(i);
        const QString name = QString::fromLatin1(property.name());
        const QVariant value = property.read(&object);
        if (const auto *child = value.value<QObject *>())
            result.insert(name, describe(*child, maxRows));
        else if (property.isEnumType())
            result.insert(name, QString::fromLatin1(property.enumerator().valueToKey(value.toInt())));
        else
            result.insert(name, QJsonValue::fromVariant(value));
    }
    if (const auto *model = qobject_cast<const QAbstractItemModel *>(&object))
        result.insert(QStringLiteral("rows"), rowsOf(*model, maxRows));
    return result;
}

} // namespace bolt
