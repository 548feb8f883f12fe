// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class Store;

/// What one action did not do, a line a thing, with the server's words. Main thread; data() is O(1).
class RefusalsModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { TargetIdRole = Qt::UserRole + 1, TargetTextRole, CodeRole, MessageRole };

    explicit RefusalsModel(const Store &store, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return int(m_lines.size()); }

    void setLines(std::vector<Rejection> lines);
    /// All of them, a line each, for the clipboard.
    QString text() const;

Q_SIGNALS:
    void countChanged();

private:
    /// The directory and the customer of a submission, the customer of a job; the id where it is not here.
    QString nameOf(const QString &id) const;

    const Store &m_store;
    std::vector<Rejection> m_lines;
};

} // namespace bolt
