// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QAbstractListModel>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class Ticker;

/// One cell a submission of one job, in the order in which they were first seen. Main thread; data() is O(1).
class MosaicModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    /// JobCounts::Bucket, for QML.
    enum Bucket { Approved, Submitted, Failed, Retrying, Manual, InFlight, Waiting, Skipped, Other };
    Q_ENUM(Bucket)
    enum Role { SubmissionIdRole = Qt::UserRole + 1, BucketRole, DirectoryRole, StateRole, AttemptRole };

    MosaicModel(const Store &store, Ticker &ticker, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return int(m_cells.size()); }

    /// -1 / empty outside.
    Q_INVOKABLE int bucketAt(int i) const;
    Q_INVOKABLE QString idAt(int i) const;
    Q_INVOKABLE QString directoryAt(int i) const;
    Q_INVOKABLE int indexOf(const QString &submissionId) const;

    /// Null: no job, no cells.
    void setJob(JobId job);
    void setFrozen(bool frozen);
    /// The first cell from `i` in steps of 1 or -1, going round, whose bucket is Failed or Manual; -1 when there is
    /// none.
    int nextFailed(int i, int step) const;
    SubmissionId at(int i) const;

Q_SIGNALS:
    void countChanged();
    /// Cells first … last changed their looks.
    void cellsChanged(int first, int last);

private:
    struct Cell
    {
        SubmissionId id;
        DirectoryId directory;
        quint8 bucket = Other;
        quint8 state = 0;
        int attempt = 0;
        bool operator==(const Cell &) const = default;
    };
    Cell makeCell(SubmissionId id) const;
    bool isOurs(SubmissionId id) const;
    void onChanged(const Changed &changed);
    void flush();
    void rebuild();
    void announce(std::vector<int> &rows);
    void append();

    const Store &m_store;
    Ticker &m_ticker;
    JobId m_job;
    std::vector<Cell> m_cells;
    QHash<SubmissionId, int> m_at;
    QSet<SubmissionId> m_dirty;
    bool m_rebuild = false;
    bool m_appended = false;
    bool m_frozen = false;
};

} // namespace bolt
