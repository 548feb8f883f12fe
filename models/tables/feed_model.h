// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <deque>
#include <vector>

namespace bolt {

class Store;
class Ticker;

/// One thing that happened. It keeps ids; names are looked up when the row is read, so that a renamed customer reads
/// right.
struct FeedEntry
{
    int kind = 0; ///< FeedModel::Kind
    Instant at;
    SubmissionId submission;
    JobId job;
    CustomerId customer;
    DirectoryId directory;
    QString code;
    int attempt = 0;
    int maxAttempts = 0;
    std::optional<Instant> until;
    QString actor; ///< worker or person
    int n1 = 0;
    int n2 = 0;
    QString text; ///< a state's or an action's word
    qint64 sequence = 0;
};

/// The activity feed, newest first, at most 5,000 entries. New ones come in one batch a frame; while held (scrolled
/// away) or frozen they wait, counted. Main thread; data() is O(1).
class FeedModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int pendingCount READ pendingCount NOTIFY pendingCountChanged FINAL)
    Q_PROPERTY(bool held READ held WRITE setHeld NOTIFY heldChanged FINAL)
public:
    enum Kind {
        Approved,
        Submitted,
        Failed,
        Retry, ///< failed and tried again at retryAtMs; 0: back in the queue
        Manual,
        Started,
        Rejected,
        Skipped,
        JobDone,  ///< n1 done of n2
        JobState, ///< text: the state's word
        WorkerLost,
        WorkerBack,
        Circuit, ///< text: the state's word, retryAtMs: open until
        You      ///< text: the verb's word, n1 applied, n2 refused, code: the server's code
    };
    Q_ENUM(Kind)
    enum Role {
        KeyRole = Qt::UserRole + 1,
        KindRole,
        CustomerRole,
        DirectoryRole,
        CodeRole,
        AttemptRole,
        MaxAttemptsRole,
        JobIdRole,
        SubmissionIdRole,
        AtRole,
        RetryAtRole,
        ActorRole,
        N1Role,
        N2Role,
        TextRole
    };
    static constexpr int capacity = 5000;

    FeedModel(const Store &store, Ticker &ticker, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return m_count; }
    int pendingCount() const { return m_shownPending; }
    bool held() const { return m_held; }
    void setHeld(bool held);
    /// Takes in what waited.
    Q_INVOKABLE void apply();

    /// Queued until the next frame.
    void add(FeedEntry entry);
    /// What happened before everything that is here, newest first; at once, below the others.
    void addOlder(std::vector<FeedEntry> entries);
    void setFrozen(bool frozen);
    void clear();

Q_SIGNALS:
    void countChanged();
    void pendingCountChanged();
    void heldChanged();

private:
    const FeedEntry &at(int row) const { return m_ring[size_t((m_head + row) % capacity)]; }
    void flush();
    void takeIn();
    void showPending();

    const Store &m_store;
    Ticker &m_ticker;
    std::vector<FeedEntry> m_ring; ///< newest at m_head
    int m_head = 0;
    int m_count = 0;
    std::deque<FeedEntry> m_pending; ///< oldest first, at most `capacity`
    int m_pendingTotal = 0;
    int m_shownPending = 0;
    qint64 m_sequence = 0;    ///< of the newest
    qint64 m_oldSequence = 0; ///< counts down
    bool m_held = false;
    bool m_frozen = false;
};

} // namespace bolt
