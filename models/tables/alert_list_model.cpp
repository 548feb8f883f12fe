// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/alert_list_model.h"

#include "models/tables/alert_book.h"
#include "models/tables/alerts_model.h"

#include <algorithm>

namespace bolt {

AlertListModel::AlertListModel(const AlertBook &book, QObject *parent)
    : QAbstractListModel(parent)
    , m_book(book)
{
}

int AlertListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant AlertListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const Family &family = m_families[size_t(row.family)];
    switch (role) {
    case RowRole:
        return int(row.kind);
    case GroupRole:
        return QVariant::fromValue(groupOf(family));
    case ItemRole: {
        const Entry &entry = family.entries[size_t(row.entry)];
        return QVariant::fromValue(AlertItem(entry.alert, entry.state));
    }
    case UnfoldedRole:
        return family.unfolded;
    case HiddenRole:
        return row.kind == More ? int(family.entries.size()) - row.entry : 0;
    default:
        return {};
    }
}

QHash<int, QByteArray> AlertListModel::roleNames() const
{
    return {
        {RowRole, "row"}, {GroupRole, "group"}, {ItemRole, "item"}, {UnfoldedRole, "unfolded"}, {HiddenRole, "hidden"}};
}

void AlertListModel::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    m_dismissed = false;
    m_filterText.clear();
    m_unfolded.clear();
    m_whole.clear();
    // The worst kind that has several is what one opens the list for.
    for (int kind = 0; open && kind < alertKinds && m_unfolded.isEmpty(); ++kind) {
        if (m_book.ofKind(AlertKind(kind), false).size() > 1)
            m_unfolded.insert(kind);
    }
    rebuild();
    Q_EMIT openChanged();
    Q_EMIT viewChanged();
}

void AlertListModel::setDismissed(bool dismissed)
{
    if (dismissed == m_dismissed)
        return;
    m_dismissed = dismissed;
    rebuild();
    Q_EMIT viewChanged();
}

void AlertListModel::setFilterText(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    rebuild();
    Q_EMIT viewChanged();
}

void AlertListModel::setKindWords(const QStringList &words)
{
    if (words == m_kindWords)
        return;
    m_kindWords = words;
    Q_EMIT viewChanged();
}

bool AlertListModel::matches(const Alert &alert) const
{
    if (m_filterText.isEmpty())
        return true;
    const QString all = alert.subject + u' ' + alert.code + u' ' + m_kindWords.value(int(alert.kind));
    const QStringList words = m_filterText.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

/// Anew from the book: when a person opens it, looks for something else, or lets in what waits.
void AlertListModel::rebuild()
{
    beginResetModel();
    m_families.clear();
    m_rows.clear();
    for (int kind = 0; m_open && kind < alertKinds; ++kind) {
        Family family;
        family.kind = AlertKind(kind);
        for (const Alert *alert : m_book.ofKind(family.kind, m_dismissed)) {
            if (matches(*alert))
                family.entries.push_back({*alert, AlertsModel::Open});
        }
        if (family.entries.empty())
            continue;
        family.unfolded = m_unfolded.contains(kind) || !m_filterText.isEmpty();
        family.whole = m_whole.contains(kind);
        m_families.push_back(std::move(family));
        const int at = int(m_families.size()) - 1;
        m_rows.push_back({Group, at, 0});
        const std::vector<Row> below = rowsBelow(at);
        m_rows.insert(m_rows.end(), below.begin(), below.end());
    }
    endResetModel();
    Q_EMIT countChanged();
    refresh();
}

void AlertListModel::apply() { rebuild(); }

std::vector<AlertListModel::Row> AlertListModel::rowsBelow(int at) const
{
    const Family &family = m_families[size_t(at)];
    const size_t size = family.entries.size();
    std::vector<Row> rows;
    if (!family.unfolded || size < 2)
        return rows;
    const size_t shown = family.whole || size <= longGroup ? size : shownOfLong;
    for (size_t entry = 0; entry < shown; ++entry)
        rows.push_back({Item, at, int(entry)});
    if (shown < size)
        rows.push_back({More, at, int(shown)});
    return rows;
}

void AlertListModel::setBelow(int at, bool unfolded, bool whole)
{
    Family &family = m_families[size_t(at)];
    if (unfolded == family.unfolded && whole == family.whole)
        return;
    const auto head = std::find_if(m_rows.begin(), m_rows.end(), [at](const Row &row) { return row.family == at; });
    const int first = int(head - m_rows.begin()) + 1;
    const int before = int(rowsBelow(at).size());
    family.unfolded = unfolded;
    family.whole = whole;
    const std::vector<Row> below = rowsBelow(at);
    const int after = int(below.size());
    // What is there already stays; "28 more" becomes the first of them.
    const int kept = std::min(before, after);
    if (after < before) {
        beginRemoveRows({}, first + kept, first + before - 1);
        m_rows.erase(m_rows.begin() + first + kept, m_rows.begin() + first + before);
        endRemoveRows();
    }
    std::copy_n(below.begin(), kept, m_rows.begin() + first);
    if (after > before) {
        beginInsertRows({}, first + kept, first + after - 1);
        m_rows.insert(m_rows.begin() + first + kept, below.begin() + kept, below.end());
        endInsertRows();
    }
    Q_EMIT dataChanged(index(first - 1), index(first - 1 + kept), {RowRole, ItemRole, UnfoldedRole, HiddenRole});
    Q_EMIT countChanged();
}

void AlertListModel::unfold(int row, bool unfolded)
{
    if (!isRow(row))
        return;
    const Family &family = m_families[size_t(m_rows[size_t(row)].family)];
    if (family.entries.size() < 2)
        return;
    if (unfolded)
        m_unfolded.insert(int(family.kind));
    else
        m_unfolded.remove(int(family.kind));
    setBelow(m_rows[size_t(row)].family, unfolded, family.whole);
}

void AlertListModel::showAll(int row)
{
    if (!isRow(row))
        return;
    const int at = m_rows[size_t(row)].family;
    m_unfolded.insert(int(m_families[size_t(at)].kind));
    m_whole.insert(int(m_families[size_t(at)].kind));
    setBelow(at, true, true);
}

int AlertListModel::rowOfKind(int kind) const
{
    const auto head = std::find_if(m_rows.begin(), m_rows.end(),
                                   [&](const Row &row) { return int(m_families[size_t(row.family)].kind) == kind; });
    return head == m_rows.end() ? -1 : int(head - m_rows.begin());
}

int AlertListModel::groupRow(int row) const
{
    return isRow(row) ? rowOfKind(int(m_families[size_t(m_rows[size_t(row)].family)].kind)) : -1;
}

std::vector<const AlertListModel::Entry *> AlertListModel::entriesAt(int row, int state) const
{
    std::vector<const Entry *> entries;
    if (!isRow(row))
        return entries;
    const Row &at = m_rows[size_t(row)];
    const std::vector<Entry> &all = m_families[size_t(at.family)].entries;
    const size_t end = at.kind == Item ? size_t(at.entry) + 1 : all.size();
    for (size_t i = at.kind == Group ? 0 : size_t(at.entry); i < end; ++i) {
        if (all[i].state == state)
            entries.push_back(&all[i]);
    }
    return entries;
}

QStringList AlertListModel::keysAt(int row, int state) const
{
    QStringList keys;
    for (const Entry *entry : entriesAt(row, state))
        keys.append(entry->alert.key);
    return keys;
}

QStringList AlertListModel::jobsAt(int row) const
{
    QStringList ids;
    for (const Entry *entry : entriesAt(row, AlertsModel::Open)) {
        if (!entry->alert.job.isNull())
            ids.append(entry->alert.job.toString());
    }
    return ids;
}

/// Of what can still be acted on; of what it was when nothing is left.
AlertGroup AlertListModel::groupOf(const Family &family) const
{
    std::vector<const Alert *> open, all;
    bool over = true;
    for (const Entry &entry : family.entries) {
        all.push_back(&entry.alert);
        over = over && entry.state == AlertsModel::Over;
        if (entry.state == AlertsModel::Open)
            open.push_back(&entry.alert);
    }
    if (!open.empty())
        return AlertGroup(open, AlertsModel::Open);
    return AlertGroup(all, over ? AlertsModel::Over : AlertsModel::Dismissed);
}

void AlertListModel::refresh()
{
    if (!m_open)
        return;
    QHash<QString, const Alert *> now;
    for (const Alert &alert : m_book.alerts())
        now.insert(alert.key, &alert);
    std::vector<bool> turned(m_families.size(), false);
    for (size_t at = 0; at < m_families.size(); ++at) {
        for (Entry &entry : m_families[at].entries) {
            const Alert *next = now.value(entry.alert.key);
            if (next && next->kind == entry.alert.kind)
                now.remove(entry.alert.key);
            else
                next = nullptr;
            const int state = !next                                          ? AlertsModel::Over
                              : m_book.isDismissed(next->key) == m_dismissed ? AlertsModel::Open
                                                                             : AlertsModel::Dismissed;
            if (state == entry.state && (!next || *next == entry.alert))
                continue;
            entry.state = state;
            if (next)
                entry.alert = *next;
            turned[at] = true;
        }
    }
    for (size_t row = 0; row < m_rows.size();) {
        size_t end = row;
        while (end < m_rows.size() && m_rows[end].family == m_rows[row].family)
            ++end;
        if (turned[size_t(m_rows[row].family)])
            Q_EMIT dataChanged(index(int(row)), index(int(end) - 1), {GroupRole, ItemRole});
        row = end;
    }
    int fresh = 0;
    for (const Alert *alert : std::as_const(now))
        fresh += m_book.isDismissed(alert->key) == m_dismissed && matches(*alert);
    if (fresh == m_newCount)
        return;
    m_newCount = fresh;
    Q_EMIT newCountChanged();
}

} // namespace bolt
