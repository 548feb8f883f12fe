// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/feed_batches.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <deque>
#include <map>
#include <vector>

namespace bolt {

class Store;
class Ticker;

/// The activity feed, newest first, at most 5,000 lines; things of a kind share one (FeedBatches), which grows where it
/// stands. New lines come in once a frame; while held (scrolled away, pointed at) they wait, counted. Paused, nothing
/// changes but that count; frozen, nothing at all. Main thread; data() is O(1), a thing more in a line too.
class FeedModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int pendingCount READ pendingCount NOTIFY pendingCountChanged FINAL)
    Q_PROPERTY(bool held READ held WRITE setHeld NOTIFY heldChanged FINAL)
    Q_PROPERTY(bool paused READ paused WRITE setPaused NOTIFY pausedChanged FINAL)
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
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
        You      ///< text: the verb's word, n1 applied, n2 refused, code: the server's code, `cancelled`, `expired`
    };
    Q_ENUM(Kind)
    enum Filter { All, Attention, Actions };
    Q_ENUM(Filter)
    enum Role {
        KeyRole = Qt::UserRole + 1,
        KindRole,
        CustomerRole,
        DirectoryRole,
        CodeRole,
        AttemptRole,
        MaxAttemptsRole,
        JobIdRole,
        SubmissionIdRole, ///< empty for several: then it is the job that can be opened
        AtRole,
        LastRole,
        RetryAtRole,
        ActorRole,
        N1Role,
        N2Role,
        TextRole,
        TimesRole,
        JobsRole,
        DirectoriesRole
    };
    static constexpr int capacity = 5000;

    FeedModel(const Store &store, Ticker &ticker, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_rows.size()); }
    /// Lines that wait and pass the filter.
    int pendingCount() const { return m_shownPending; }
    bool held() const { return m_held; }
    void setHeld(bool held);
    bool paused() const { return m_paused; }
    void setPaused(bool paused);
    Filter filter() const { return m_filter; }
    void setFilter(Filter filter);
    /// Takes in what waited.
    Q_INVOKABLE void apply();

    /// Into its line, or a new one, with the next frame.
    void add(FeedEntry thing);
    /// What happened in the past, newest first; at once, each line at the place of its time.
    void addOlder(const std::vector<FeedEntry> &things);
    void setFrozen(bool frozen);
    void clear();

Q_SIGNALS:
    void countChanged();
    void pendingCountChanged();
    void heldChanged();
    void pausedChanged();
    void filterChanged();

private:
    struct Line : FeedEntry
    {
        bool shown = false;
        bool grown = false;
    };
    struct Place
    {
        Instant at;
        qint64 sequence = 0;
        bool operator<(const Place &other) const { return at == other.at ? sequence > other.sequence : at > other.at; }
    };
    using Lines = std::map<Place, Line>; ///< newest first; a line keeps its address when it moves to another
    static Place placeOf(const FeedEntry &line) { return {line.at, line.sequence}; }
    bool passes(const FeedEntry &line) const;
    bool isStill() const { return m_paused || m_frozen; }
    void flush();
    void takeIn();
    void insert(Lines &lines);
    void dropOldest(int lines);
    void showGrowth();
    void showPending();
    qsizetype rowOf(const FeedEntry &line) const;

    const Store &m_store;
    Ticker &m_ticker;
    FeedBatches m_batches;
    Lines m_lines;                   ///< what is on screen or filtered out
    Lines m_pending;                 ///< at most `capacity`
    std::deque<const Line *> m_rows; ///< those of m_lines that pass
    std::vector<Line *> m_grown;     ///< since the last frame, in m_lines
    int m_pendingTotal = 0;
    int m_shownPending = 0;
    qint64 m_sequence = 0;    ///< of the newest
    qint64 m_oldSequence = 0; ///< counts down
    Filter m_filter = All;
    bool m_held = false;
    bool m_paused = false;
    bool m_frozen = false;
};

} // namespace bolt
