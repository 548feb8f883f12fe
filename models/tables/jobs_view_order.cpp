// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/jobs_view.h"
#include "models/tables/ticker.h"

#include <algorithm>

// Where the rows stand: who is shown, in which order, and what waits behind the pill.

namespace bolt {

void JobsView::setSortKey(const QString &key)
{
    const auto sort = jobSort(key);
    if (!sort || key == m_sortKey)
        return;
    m_sortKey = key;
    m_sort = *sort;
    Q_EMIT sortChanged();
    m_orderStale = true;
    arrange(true);
    notePill();
}

void JobsView::setSortDescending(bool descending)
{
    if (descending == m_descending)
        return;
    m_descending = descending;
    Q_EMIT sortChanged();
    m_orderStale = true;
    arrange(true);
    notePill();
}

void JobsView::sortBy(const QString &key)
{
    if (key == m_sortKey) {
        setSortDescending(!m_descending);
        return;
    }
    if (!jobSort(key))
        return;
    // Of a figure one looks for the largest, of a name, a time left or a due date for the first.
    m_descending = key == u"failed" || key == u"rate" || key == u"progress" || key == u"done";
    setSortKey(key);
}

void JobsView::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    Q_EMIT heldChanged();
    release();
}

void JobsView::setHoveredId(const QString &id)
{
    if (id == m_hoveredId)
        return;
    m_hoveredId = id;
    Q_EMIT heldChanged();
    release();
}

void JobsView::setCurrentId(const QString &id)
{
    if (id == m_currentId)
        return;
    m_currentId = id;
    Q_EMIT heldChanged();
    release();
}

void JobsView::setFilterText(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    m_filter = JobFilter(text);
    Q_EMIT filterChanged();
    // A person asked for other rows: they come at once, also while the table is held.
    regradeAll();
    arrange(true);
    notePill();
}

void JobsView::showOnly(const QStringList &ids, const QString &label)
{
    QSet<JobId> only;
    for (const QString &id : ids)
        only.insert(JobId::parse(id));
    setOnly(std::move(only), label);
}

void JobsView::showAll() { setOnly({}, {}); }

void JobsView::reveal(const QString &id)
{
    const JobId job = JobId::parse(id);
    const auto slot = m_slotOf.constFind(job);
    if (slot == m_slotOf.cend() || !m_slots[*slot].active || m_slots[*slot].at >= 0)
        return;
    if (!m_onlyLabel.isEmpty() && !m_only.contains(job))
        showAll();
    if (m_slots[*slot].at < 0)
        setFilterText({});
}

QStringList JobsView::amongOnly(const QStringList &ids) const
{
    QStringList among = ids;
    if (!m_onlyLabel.isEmpty())
        among.removeIf([this](const QString &id) { return !m_only.contains(JobId::parse(id)); });
    return among;
}

void JobsView::setOnly(QSet<JobId> ids, const QString &label)
{
    const bool words = !label.isEmpty() && !m_filterText.isEmpty();
    if (ids == m_only && label == m_onlyLabel && !words)
        return;
    m_only = std::move(ids);
    m_onlyLabel = label;
    if (words) {
        m_filterText.clear();
        m_filter = {};
    }
    regradeAll();
    arrange(true);
    notePill();
    if (words)
        Q_EMIT filterChanged();
    Q_EMIT onlyChanged();
}

/// Let go, what waited comes in with the next frame; not inside the event that let go.
void JobsView::release()
{
    if (standsStill())
        return;
    m_sortDue = m_sortDue || m_orderStale;
    m_ticker.requestFrameNow();
}

void JobsView::apply()
{
    flush();
    arrange(true);
    notePill();
}

void JobsView::arrange(bool sort)
{
    const int before = count();
    removeGone();
    if (sort)
        sortShown();
    insertNew();
    if (count() != before)
        Q_EMIT countChanged();
}

bool JobsView::matches(Slot &slot) const
{
    if (!slot.active || !(m_onlyLabel.isEmpty() || m_only.contains(slot.row.job.id)))
        return false;
    if (m_filter.empty())
        return true;
    if (slot.text.isEmpty())
        slot.text = JobFilter::textOf(slot.row);
    return m_filter.holds(slot.row, slot.text);
}

/// Brings the slot's grade up to date; answers the fields of its row that changed by it.
quint64 JobsView::regrade(Slot &slot)
{
    const bool fits = matches(slot);
    const Grade grade = slot.at >= 0 ? (fits ? Grade::Shown : Grade::Gone) : (fits ? Grade::New : Grade::Hidden);
    m_newCount += int(grade == Grade::New) - int(slot.grade == Grade::New);
    m_goneCount += int(grade == Grade::Gone) - int(slot.grade == Grade::Gone);
    slot.grade = grade;
    const bool gone = grade == Grade::Gone;
    const bool turned = gone != slot.row.gone;
    slot.row.gone = gone;
    return turned ? quint64(1) << JobRow::GoneField : 0;
}

void JobsView::regradeAll()
{
    Changes changes;
    for (Slot &slot : m_slots) {
        if (slot.row.job.id.isNull())
            continue;
        const quint64 fields = regrade(slot);
        if (fields != 0 && slot.at >= 0)
            changes.emplace_back(slot.at, fields);
    }
    emitRuns(changes);
}

void JobsView::notePill()
{
    const std::pair<int, int> pill{m_newCount, m_goneCount};
    if (pill == m_shownPill)
        return;
    m_shownPill = pill;
    Q_EMIT pillChanged();
}

void JobsView::removeGone()
{
    if (m_goneCount == 0)
        return;
    const auto isGone = [this](size_t row) { return m_slots[m_order[row]].grade == Grade::Gone; };
    for (size_t end = m_order.size(); end > 0;) {
        if (!isGone(end - 1)) {
            --end;
            continue;
        }
        size_t first = end - 1;
        while (first > 0 && isGone(first - 1))
            --first;
        beginRemoveRows({}, int(first), int(end) - 1);
        const auto from = m_order.begin() + qptrdiff(first);
        const std::vector<quint32> left(from, m_order.begin() + qptrdiff(end));
        m_order.erase(from, from + qptrdiff(left.size()));
        renumber(first);
        for (const quint32 slot : left) {
            m_slots[slot].at = -1;
            regrade(m_slots[slot]);
            if (!m_slots[slot].active)
                freeSlot(slot);
        }
        endRemoveRows();
        end = first;
    }
}

int JobsView::placeFor(const Slot &slot) const
{
    const auto after = [&](quint32 other) { return sortsBefore(slot.row, m_slots[other].row, m_sort, m_descending); };
    // Rows that were not sorted since their values moved are searched one by one; the search by halves needs an order.
    const auto it = m_orderStale
                        ? std::find_if(m_order.begin(), m_order.end(), after)
                        : std::partition_point(m_order.begin(), m_order.end(), [&](quint32 o) { return !after(o); });
    return int(it - m_order.begin());
}

void JobsView::insertNew()
{
    if (m_newCount == 0)
        return;
    std::vector<quint32> fresh;
    for (size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].grade == Grade::New)
            fresh.push_back(quint32(i));
    }
    std::sort(fresh.begin(), fresh.end(), [this](quint32 a, quint32 b) {
        return sortsBefore(m_slots[a].row, m_slots[b].row, m_sort, m_descending);
    });
    // From the end, so that the places found stay right; neighbours go in together.
    for (size_t end = fresh.size(); end > 0;) {
        const int place = placeFor(m_slots[fresh[end - 1]]);
        size_t first = end - 1;
        while (first > 0 && placeFor(m_slots[fresh[first - 1]]) == place)
            --first;
        beginInsertRows({}, place, place + int(end - first) - 1);
        m_order.insert(m_order.begin() + place, fresh.begin() + qptrdiff(first), fresh.begin() + qptrdiff(end));
        renumber(size_t(place));
        for (size_t i = first; i < end; ++i)
            regrade(m_slots[fresh[i]]);
        endInsertRows();
        end = first;
    }
}

void JobsView::sortShown()
{
    m_sortDue = false;
    if (!std::exchange(m_orderStale, false))
        return;
    std::vector<quint32> sorted = m_order;
    std::sort(sorted.begin(), sorted.end(), [this](quint32 a, quint32 b) {
        return sortsBefore(m_slots[a].row, m_slots[b].row, m_sort, m_descending);
    });
    if (sorted == m_order)
        return;
    // VerticalSortHint: the same rows in another order; a view keeps its delegates.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> pointed;
    for (const QModelIndex &index : before)
        pointed.push_back(m_order[size_t(index.row())]);
    m_order = std::move(sorted);
    renumber(0);
    QModelIndexList after;
    for (const quint32 slot : pointed)
        after.append(index(m_slots[slot].at));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    Q_EMIT reordered();
}

void JobsView::renumber(size_t from)
{
    for (size_t row = from; row < m_order.size(); ++row)
        m_slots[m_order[row]].at = int(row);
}

quint32 JobsView::takeSlot(JobId id)
{
    quint32 slot;
    if (m_free.empty()) {
        slot = quint32(m_slots.size());
        m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    m_slotOf.insert(id, slot);
    return slot;
}

void JobsView::freeSlot(quint32 slot)
{
    m_slotOf.remove(m_slots[slot].row.job.id);
    m_slots[slot] = {};
    m_free.push_back(slot);
}

} // namespace bolt
