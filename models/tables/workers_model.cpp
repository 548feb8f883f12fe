// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/workers_model.h"

#include "models/tables/crew.h"
#include "models/tables/job_facts.h"
#include "models/tables/ticker.h"

#include <QCollator>
#include <algorithm>

namespace bolt {

namespace {

WorkersModel::State stateOf(const Worker &worker, Instant now)
{
    if (worker.state == WorkerState::Offline)
        return WorkersModel::Offline;
    if (isLost(worker, now))
        return WorkersModel::Silent;
    return worker.state == WorkerState::Online     ? WorkersModel::Online
           : worker.state == WorkerState::Draining ? WorkersModel::Draining
                                                   : WorkersModel::Unheard;
}

} // namespace

WorkersModel::WorkersModel(const Store &store, const JobFacts &facts, Ticker &ticker, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_facts(facts)
{
    connect(&ticker, &Ticker::second, this, [this] {
        if (m_watched)
            read();
    });
}

int WorkersModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant WorkersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case WorkerRole:
        return row.id.toString();
    case StateRole:
        return int(row.state);
    case HeardRole:
        return !row.heard && row.odd.has(QLatin1StringView("heartbeat_at")) ? -1.0 : millisOrZero(row.heard);
    case DirectoryRole:
        return row.directory;
    case CustomerRole:
        return row.customer;
    case SubmissionRole:
        return row.submission.isNull() ? QString() : row.submission.toString();
    case WordRole:
        return row.word;
    case OddRole:
        return oddWords(row.odd);
    default:
        return {};
    }
}

QHash<int, QByteArray> WorkersModel::roleNames() const
{
    return {{WorkerRole, "worker"},     {StateRole, "standing"},
            {HeardRole, "heardMs"},     {DirectoryRole, "directory"},
            {CustomerRole, "customer"}, {SubmissionRole, "submissionId"},
            {WordRole, "word"},         {OddRole, "odd"}};
}

void WorkersModel::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    if (watched)
        read();
    Q_EMIT watchedChanged();
}

WorkersModel::Row WorkersModel::rowOf(const Worker &worker) const
{
    Row row{worker.id, stateOf(worker, m_facts.now()), worker.heartbeatAt, {}, {}, {}, worker.stateWord, worker.odd};
    if (row.state != Online && row.state != Draining)
        return row;
    const Submission *submission = m_store.submissions().find(worker.currentSubmission);
    if (!submission)
        return row;
    row.submission = submission->id;
    if (const Directory *directory = m_store.directories().find(submission->directory))
        row.directory = directory->name;
    if (const Customer *customer = m_store.customers().find(submission->customer))
        row.customer = customer->companyName;
    return row;
}

/// Rows with the same names stay the rows they are.
void WorkersModel::read()
{
    std::vector<Row> rows;
    for (const Worker &worker : m_store.workers().rows())
        rows.push_back(rowOf(worker));
    QCollator names{QLocale(QLocale::English)}; // of a bare locale none knows numbers
    names.setNumericMode(true);                 // worker-2 before worker-10
    std::sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
        const int order = names.compare(a.id.toString(), b.id.toString());
        return order != 0 ? order < 0 : a.id.toString() < b.id.toString();
    });
    const auto sameName = [](const Row &a, const Row &b) { return a.id == b.id; };
    if (!std::equal(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(), sameName)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT countChanged();
        return;
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

} // namespace bolt
