// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// The attempts of the submission that is looked at, newest first.
class AttemptsModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { AtRole = Qt::UserRole + 1, AttemptRole, CodeRole, MessageRole, DetailsRole };

    explicit AttemptsModel(QObject *parent); // no default: QML must not be able to make one
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return int(m_attempts.size()); }

    void setAttempts(std::vector<Attempt> attempts);

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Attempt> m_attempts;
};

} // namespace bolt
