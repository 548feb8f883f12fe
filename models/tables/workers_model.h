// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class JobFacts;
class Ticker;

/// The workers by name: how each stands, when it was last heard of and what it has in hand. Read anew once a second,
/// and only while somebody looks. Main thread.
class WorkersModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool watched READ watched WRITE setWatched NOTIFY watchedChanged FINAL)
public:
    /// `Silent`: nothing was heard of it for 90 s, whatever its row says (contracts/domain.md "Stalls").
    enum State { Online, Draining, Offline, Silent, Unheard };
    Q_ENUM(State)
    /// `HeardRole`: in ms; 0 never, below 0 at a time that could not be read. `WordRole`: the server's word for a state
    /// that this version does not know, `OddRole`: what of the row could not be read.
    enum Role {
        WorkerRole = Qt::UserRole + 1,
        StateRole,
        HeardRole,
        DirectoryRole,
        CustomerRole,
        SubmissionRole,
        WordRole,
        OddRole
    };

    /// All outlive it.
    WorkersModel(const Store &store, const JobFacts &facts, Ticker &ticker, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_rows.size()); }
    bool watched() const { return m_watched; }
    void setWatched(bool watched);

Q_SIGNALS:
    void countChanged();
    void watchedChanged();

private:
    struct Row
    {
        WorkerId id;
        State state = Unheard;
        std::optional<Instant> heard;
        SubmissionId submission; ///< null while it has none in hand, or is gone
        QString directory, customer;
        QString word;
        OddCells odd;
        bool operator==(const Row &) const = default;
    };
    void read();
    Row rowOf(const Worker &worker) const;

    const Store &m_store;
    const JobFacts &m_facts;
    std::vector<Row> m_rows;
    bool m_watched = false;
};

} // namespace bolt
