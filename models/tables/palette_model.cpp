// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/palette_model.h"

#include <algorithm>

namespace bolt {

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int PaletteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines[size_t(index.row())];
    switch (role) {
    case KindRole:
        return line.kind;
    case IdRole:
        return line.id;
    case Qt::DisplayRole:
    case TitleRole:
        return line.title;
    case AboutRole:
        return line.about;
    case StateRole:
        return line.state;
    case StateWordRole:
        return line.stateWord;
    case CodeRole:
        return line.code;
    case AtMsRole:
        return line.at ? double(toMillis(*line.at)) : 0.0;
    case IconRole:
        return line.icon;
    case ShortcutRole:
        return line.shortcut;
    default:
        return {};
    }
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    return {{KindRole, "kind"},           {IdRole, "lineId"},        {TitleRole, "title"}, {AboutRole, "about"},
            {StateRole, "stateNumber"},   {CodeRole, "code"},        {AtMsRole, "atMs"},   {IconRole, "iconName"},
            {StateWordRole, "stateWord"}, {ShortcutRole, "shortcut"}};
}

void PaletteModel::setLines(std::vector<Line> lines)
{
    const auto [held, come] = std::mismatch(m_lines.begin(), m_lines.end(), lines.begin(), lines.end());
    const int same = int(held - m_lines.begin());
    const bool counted = lines.size() != m_lines.size();
    if (same < count()) {
        beginRemoveRows({}, same, count() - 1);
        m_lines.resize(size_t(same));
        endRemoveRows();
    }
    if (come != lines.end()) {
        beginInsertRows({}, same, int(lines.size()) - 1);
        m_lines.insert(m_lines.end(), come, lines.end());
        endInsertRows();
    }
    if (counted)
        Q_EMIT countChanged();
}

} // namespace bolt
