// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/alert.h"

#include <QAbstractListModel>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class AlertBook;

/// Every alert, below the line of its kind, for a person who goes through them. Empty until it is opened.
///
/// While it is open no row moves by itself: values change in place, what is over, was dismissed or was brought back is
/// marked, and what is new is counted (newCount) until apply(). Only folding moves rows, which a person does. A kind
/// with one alert is one row; of a kind with more than four the first three show until all are asked for. Main thread.
class AlertListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(bool open READ isOpen WRITE setOpen NOTIFY openChanged FINAL)
    Q_PROPERTY(bool dismissed READ dismissed WRITE setDismissed NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString filterText READ filterText WRITE setFilterText NOTIFY viewChanged FINAL)
    Q_PROPERTY(QStringList kindWords READ kindWords WRITE setKindWords NOTIFY viewChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int newCount READ newCount NOTIFY newCountChanged FINAL)
public:
    enum RowKind { Group, Item, More };
    Q_ENUM(RowKind)
    enum Role { RowRole = Qt::UserRole + 1, GroupRole, ItemRole, UnfoldedRole, HiddenRole };
    static constexpr size_t longGroup = 4;
    static constexpr size_t shownOfLong = 3;

    /// The book outlives it.
    AlertListModel(const AlertBook &book, QObject *parent);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    /// Shows what was dismissed instead of what is open.
    bool dismissed() const { return m_dismissed; }
    void setDismissed(bool dismissed);
    /// Parts of names, codes and the words of kinds; every word must be found.
    QString filterText() const { return m_filterText; }
    void setFilterText(const QString &text);
    /// What each kind is called in the person's language, for the filter.
    QStringList kindWords() const { return m_kindWords; }
    void setKindWords(const QStringList &words);
    int count() const { return int(m_rows.size()); }
    int newCount() const { return m_newCount; }

    /// Takes new ones in and lets go what is over.
    Q_INVOKABLE void apply();
    /// Folds or unfolds the group of the row. Nothing where there is nothing to fold.
    Q_INVOKABLE void unfold(int row, bool unfolded);
    /// Shows the whole group of the row.
    Q_INVOKABLE void showAll(int row);
    Q_INVOKABLE int rowOfKind(int kind) const;
    /// The line of the row's kind.
    Q_INVOKABLE int groupRow(int row) const;
    /// What the row stands for, one alert, all of its kind, or those not shown, as far as it is in this state
    /// (AlertsModel::State).
    Q_INVOKABLE QStringList keysAt(int row, int state) const;
    /// Their jobs, as far as the alerts still stand.
    Q_INVOKABLE QStringList jobsAt(int row) const;

    /// The book changed.
    void refresh();

Q_SIGNALS:
    void openChanged();
    void viewChanged();
    void countChanged();
    void newCountChanged();

private:
    struct Entry
    {
        Alert alert;
        int state = 0;
    };
    struct Family
    {
        AlertKind kind = AlertKind::NoWorkers;
        std::vector<Entry> entries;
        bool unfolded = false;
        bool whole = false;
    };
    struct Row
    {
        RowKind kind = Group;
        int family = 0;
        int entry = 0;
    };
    void rebuild();
    bool matches(const Alert &alert) const;
    std::vector<Row> rowsBelow(int family) const;
    void setBelow(int family, bool unfolded, bool whole);
    AlertGroup groupOf(const Family &family) const;
    std::vector<const Entry *> entriesAt(int row, int state) const;
    bool isRow(int row) const { return row >= 0 && row < count(); }

    const AlertBook &m_book;
    std::vector<Family> m_families;
    std::vector<Row> m_rows;
    QSet<int> m_unfolded, m_whole; ///< kinds a person opened
    QStringList m_kindWords;
    QString m_filterText;
    int m_newCount = 0;
    bool m_open = false, m_dismissed = false;
};

} // namespace bolt
