// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/refusals_model.h"

#include "models/domain/reason.h"
#include "models/store/store.h"

namespace bolt {

RefusalsModel::RefusalsModel(const Store &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
}

int RefusalsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant RefusalsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Rejection &line = m_lines[size_t(index.row())];
    switch (role) {
    case TargetIdRole:
        return line.id;
    case TargetTextRole:
        return nameOf(line.id);
    case CodeRole:
        return line.code;
    case MessageRole:
        return reasonOf(line);
    default:
        return {};
    }
}

QHash<int, QByteArray> RefusalsModel::roleNames() const
{
    return {{TargetIdRole, "targetId"}, {TargetTextRole, "targetText"}, {CodeRole, "code"}, {MessageRole, "message"}};
}

void RefusalsModel::setLines(std::vector<Rejection> lines)
{
    if (lines == m_lines)
        return;
    const bool grown = lines.size() > m_lines.size() && std::equal(m_lines.begin(), m_lines.end(), lines.begin());
    // While it runs, lines only come: a reader keeps the place.
    if (grown) {
        beginInsertRows({}, count(), int(lines.size()) - 1);
        m_lines = std::move(lines);
        endInsertRows();
    } else {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
    }
    Q_EMIT countChanged();
}

QString RefusalsModel::text() const
{
    QString all;
    for (const Rejection &line : m_lines)
        all += line.id + u'\t' + nameOf(line.id) + u'\t' + line.code + u'\t' + line.message + u'\n';
    return all;
}

QString RefusalsModel::nameOf(const QString &id) const
{
    const Submission *submission = m_store.submissions().find(SubmissionId::parse(id));
    const Job *job = submission ? nullptr : m_store.jobs().find(JobId::parse(id));
    const Customer *customer = submission ? m_store.customers().find(submission->customer)
                               : job      ? m_store.customers().find(job->customer)
                                          : nullptr;
    const QString who = customer ? customer->companyName : QString();
    const Directory *directory = submission ? m_store.directories().find(submission->directory) : nullptr;
    if (directory)
        return who.isEmpty() ? directory->name : directory->name + QStringLiteral(" · ") + who;
    return who.isEmpty() ? id : who;
}

} // namespace bolt
