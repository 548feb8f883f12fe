// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/job_filter.h"
#include "models/tables/job_row.h"

#include <QAbstractListModel>
#include <QDate>
#include <QHash>
#include <QLocale>
#include <QSet>
#include <QtQml/qqmlregistration.h>
#include <vector>

namespace bolt {

class JobFacts;
class PendingMarks;
class Ticker;

/// The active jobs, sorted and filtered, for a person who works in them: design/ui.md "Rules of a live table".
///
/// Values change in place, in one batch a frame. While the table is held (held, hoveredId or currentId is set) no row
/// moves: rows that appear wait behind the pill (newCount), rows that no longer match stay greyed (`gone`, goneCount)
/// until apply(). Not held, both come and go by themselves, and the order is brought up to date once a second. Main
/// thread. Reads the store only when a frame comes; data() is O(1).
class JobsView final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int newCount READ newCount NOTIFY pillChanged FINAL)
    Q_PROPERTY(int goneCount READ goneCount NOTIFY pillChanged FINAL)
    Q_PROPERTY(QString sortKey READ sortKey WRITE setSortKey NOTIFY sortChanged FINAL)
    Q_PROPERTY(bool sortDescending READ sortDescending WRITE setSortDescending NOTIFY sortChanged FINAL)
    Q_PROPERTY(bool held READ held WRITE setHeld NOTIFY heldChanged FINAL)
    Q_PROPERTY(QString hoveredId READ hoveredId WRITE setHoveredId NOTIFY heldChanged FINAL)
    Q_PROPERTY(QString currentId READ currentId WRITE setCurrentId NOTIFY heldChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    Q_PROPERTY(QString filterText READ filterText WRITE setFilterText NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString onlyLabel READ onlyLabel NOTIFY onlyChanged FINAL)
public:
    /// bolt::Standing, for QML.
    enum Standing {
        Over,
        Unheard,
        StandsPaused,
        NotHere,
        Finishing,
        NeedsPerson,
        ForGood,
        Stuck,
        NoWorker,
        ShutOff,
        RateLimited,
        RetryWait,
        Running,
        Queued
    };
    Q_ENUM(Standing)
    /// JobState, for QML.
    enum State { Pending, InProgress, Paused, Completed, Failed, Cancelled, Unknown };
    Q_ENUM(State)
    static constexpr int FirstRole = Qt::UserRole + 1;

    /// All outlive the view.
    JobsView(const Store &store, JobFacts &facts, const PendingMarks &marks, Ticker &ticker, QObject *parent = nullptr);
    ~JobsView() override;

    static constexpr int role(JobRow::Field field) { return FirstRole + field; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_order.size()); }
    int newCount() const { return m_newCount; }
    int goneCount() const { return m_goneCount; }
    QString sortKey() const { return m_sortKey; }
    void setSortKey(const QString &key);
    bool sortDescending() const { return m_descending; }
    void setSortDescending(bool descending);
    bool held() const { return m_held; }
    void setHeld(bool held);
    QString hoveredId() const { return m_hoveredId; }
    void setHoveredId(const QString &id);
    QString currentId() const { return m_currentId; }
    void setCurrentId(const QString &id);
    bool busy() const { return m_busy; }
    QString filterText() const { return m_filterText; }
    void setFilterText(const QString &text);
    /// What the jobs are that alone are shown; empty: all are.
    QString onlyLabel() const { return m_onlyLabel; }
    /// Shows these jobs and no others until showAll(), at once, under a name that the table must show. A filter of
    /// words goes, so that all of them are there; one that is typed later looks among them.
    Q_INVOKABLE void showOnly(const QStringList &ids, const QString &label);
    Q_INVOKABLE void showAll();
    /// What keeps the job out of the table goes, the words of a filter or a few jobs alone. Nothing where it is in it,
    /// or not active.
    Q_INVOKABLE void reveal(const QString &id);
    /// Those of them that are not left out by showOnly().
    Q_INVOKABLE QStringList amongOnly(const QStringList &ids) const;
    /// Takes new rows in and gone rows out, and sorts.
    Q_INVOKABLE void apply();
    /// -1 when the id is not shown.
    Q_INVOKABLE int indexOf(const QString &id) const;
    Q_INVOKABLE QString idAt(int row) const;
    /// The place in the queue that somebody gave to the job; -1: its package decides, or it is not here.
    Q_INVOKABLE int priorityOf(const QString &id) const;
    /// A second time the same key turns the order round.
    Q_INVOKABLE void sortBy(const QString &key);

    /// From the screen: the age of the data, and whether the first copy is still on its way.
    void setFresh(bool fresh);
    void setBusy(bool busy);
    /// Frozen, nothing changes; thawed, everything that waited comes in at once.
    void setFrozen(bool frozen);
    /// Forgets all rows (another account).
    void clear();
    const JobRow *rowOf(JobId id) const;

Q_SIGNALS:
    void countChanged();
    void pillChanged();
    void sortChanged();
    void heldChanged();
    void busyChanged();
    void filterChanged();
    void onlyChanged();
    /// Rows changed place; whoever keeps an index looks it up again by id.
    void reordered();

private:
    /// How a job stands to the shown rows; the pill counts New and Gone.
    enum class Grade : quint8 { Hidden, Shown, Gone, New };
    struct Slot
    {
        JobRow row;
        QString text;                  ///< what a filter looks through; empty: not asked for since the row changed
        std::optional<Instant> lookAt; ///< when time alone may change the row
        bool active = false;           ///< the store has it among the active jobs
        int at = -1;                   ///< the shown row, -1: not shown
        Grade grade = Grade::Hidden;
    };
    using Changes = std::vector<std::pair<int, quint64>>; ///< row, fields

    bool standsStill() const { return m_held || !m_hoveredId.isEmpty() || !m_currentId.isEmpty(); }
    void onChanged(const Changed &changed);
    void onAged();
    void touch(JobId id);
    void touchAll();
    void flush();
    void arrange(bool sort);
    void release();
    JobRow makeRow(const Job &job, const JobRow &shown) const;
    void refresh(JobId id, Changes &changes);
    quint64 regrade(Slot &slot);
    void regradeAll();
    bool matches(Slot &slot) const;
    void setOnly(QSet<JobId> ids, const QString &label);
    void emitRuns(Changes &changes);
    void notePill();
    void removeGone();
    void insertNew();
    int placeFor(const Slot &slot) const;
    void sortShown();
    void renumber(size_t from);
    quint32 takeSlot(JobId id);
    void freeSlot(quint32 slot);

    const Store &m_store;
    JobFacts &m_facts;
    const PendingMarks &m_marks;
    Ticker &m_ticker;
    std::vector<Slot> m_slots;
    std::vector<quint32> m_free;
    QHash<JobId, quint32> m_slotOf;
    std::vector<quint32> m_order; ///< shown rows, as slots
    QSet<JobId> m_dirty;
    JobSort m_sort = JobSort::Due;
    QString m_sortKey;
    QSet<JobId> m_only;
    JobFilter m_filter; ///< of m_filterText
    QString m_hoveredId, m_currentId, m_filterText, m_onlyLabel;
    int m_newCount = 0, m_goneCount = 0;
    bool m_descending = false, m_held = false, m_busy = true, m_fresh = false, m_frozen = false;
    bool m_orderStale = false; ///< a value changed that the order is made of
    bool m_sortDue = false;
    std::pair<int, int> m_shownPill{0, 0};
    std::pair<QLocale, QDate> m_spoken; ///< what the words in the rows were written for
    Instant m_agedAt;
    int m_common = 0; ///< JobFacts::common() that the rows rest on
    bool m_rewrite = false;
};

} // namespace bolt
