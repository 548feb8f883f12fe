// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tiles_model.h"

#include <cmath>

namespace bolt {

namespace {

bool sameFigure(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

bool sameFigure(const QList<qreal> &a, const QList<qreal> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](double x, double y) { return sameFigure(x, y); });
}

} // namespace

TilesModel::TilesModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int TilesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(KeyCount); }

QVariant TilesModel::data(const QModelIndex &index, int role) const
{
    static constexpr const char *keys[KeyCount]{"activeJobs", "perMinute", "successRate",
                                                "needPerson", "queue",     "workers"};
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Tile &tile = m_tiles[size_t(index.row())];
    switch (role) {
    case KeyRole:
        return QString::fromLatin1(keys[index.row()]);
    case ValueRole:
        return tile.value;
    case Extra1Role:
        return tile.extra1;
    case Extra2Role:
        return tile.extra2;
    case NRole:
        return tile.n;
    case SeriesRole:
        return QVariant::fromValue(tile.series);
    case KnownRole:
        return tile.known;
    case AsOfRole:
        return millisOrZero(tile.asOf);
    case AbsentRole:
        return tile.absent;
    case LiveRole:
        return tile.live;
    case SinceRole:
        return millisOrZero(tile.since);
    case WrongRole:
        return tile.wrong;
    default:
        return {};
    }
}

QHash<int, QByteArray> TilesModel::roleNames() const
{
    return {{KeyRole, "key"},       {ValueRole, "value"},   {Extra1Role, "extra1"}, {Extra2Role, "extra2"},
            {NRole, "n"},           {SeriesRole, "series"}, {KnownRole, "known"},   {AsOfRole, "asOfMs"},
            {SinceRole, "sinceMs"}, {WrongRole, "wrong"},   {AbsentRole, "absent"}, {LiveRole, "live"}};
}

void TilesModel::setTiles(const Tiles &tiles)
{
    for (int row = 0; row < KeyCount; ++row) {
        const Tile &next = tiles[size_t(row)];
        Tile &shown = m_tiles[size_t(row)];
        QList<int> roles;
        const auto note = [&roles](bool equal, Role role) {
            if (!equal)
                roles.append(role);
        };
        note(sameFigure(shown.value, next.value), ValueRole);
        note(sameFigure(shown.extra1, next.extra1), Extra1Role);
        note(sameFigure(shown.extra2, next.extra2), Extra2Role);
        note(shown.n == next.n, NRole);
        note(sameFigure(shown.series, next.series), SeriesRole);
        note(shown.known == next.known, KnownRole);
        note(shown.asOf == next.asOf, AsOfRole);
        note(shown.absent == next.absent, AbsentRole);
        note(shown.live == next.live, LiveRole);
        note(shown.since == next.since, SinceRole);
        note(shown.wrong == next.wrong, WrongRole);
        if (roles.isEmpty())
            continue;
        shown = next;
        Q_EMIT dataChanged(index(row), index(row), roles);
    }
}

} // namespace bolt
