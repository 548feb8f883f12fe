// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/attempts_model.h"

namespace bolt {

AttemptsModel::AttemptsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int AttemptsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant AttemptsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Attempt &attempt = m_attempts[size_t(index.row())];
    switch (role) {
    case AtRole:
        return double(toMillis(attempt.at));
    case AttemptRole:
        return attempt.attempt;
    case CodeRole:
        return attempt.code;
    case MessageRole:
        return attempt.message;
    case DetailsRole:
        return attempt.details;
    default:
        return {};
    }
}

QHash<int, QByteArray> AttemptsModel::roleNames() const
{
    return {{AtRole, "atMs"},
            {AttemptRole, "attempt"},
            {CodeRole, "code"},
            {MessageRole, "message"},
            {DetailsRole, "details"}};
}

void AttemptsModel::setAttempts(std::vector<Attempt> attempts)
{
    if (attempts == m_attempts)
        return;
    // A new attempt comes on top of the ones that are read; anything else is another submission.
    const size_t more = attempts.size() - std::min(attempts.size(), m_attempts.size());
    const bool onTop = more > 0 && !m_attempts.empty() &&
                       std::equal(m_attempts.begin(), m_attempts.end(), attempts.begin() + qptrdiff(more));
    if (onTop) {
        beginInsertRows({}, 0, int(more) - 1);
        m_attempts = std::move(attempts);
        endInsertRows();
    } else {
        beginResetModel();
        m_attempts = std::move(attempts);
        endResetModel();
    }
    Q_EMIT countChanged();
}

} // namespace bolt
