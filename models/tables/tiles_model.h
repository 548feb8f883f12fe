// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QAbstractListModel>
#include <QList>
#include <QtQml/qqmlregistration.h>
#include <array>
#include <limits>
#include <optional>

namespace bolt {

/// One figure with what it rests on. NaN: unknown.
struct Tile
{
    double value = std::numeric_limits<double>::quiet_NaN();
    double extra1 = std::numeric_limits<double>::quiet_NaN();
    double extra2 = std::numeric_limits<double>::quiet_NaN();
    int n = 0;
    std::optional<Instant> since; ///< since when it is so, where that is told
    bool wrong = false;           ///< what it says is wrong now, and red
    QList<qreal> series;          ///< oldest first
    bool known = false;           ///< the tables behind it are here in full
    bool absent = false;          ///< the server does not keep what it rests on: it will stay unknown
    bool live = false;            ///< the tables behind it are live: what it says is of now
    std::optional<Instant> asOf;
};

/// The six figures on top of the Live page. Order and meaning of the rows are fixed; see `Figures` for the definitions.
class TilesModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
public:
    enum Key { ActiveJobs, PerMinute, SuccessRate, NeedPerson, Queue, Workers, KeyCount };
    Q_ENUM(Key)
    enum Role {
        KeyRole = Qt::UserRole + 1,
        ValueRole,
        Extra1Role,
        Extra2Role,
        NRole,
        SeriesRole,
        KnownRole,
        AsOfRole,
        SinceRole,
        WrongRole,
        AbsentRole,
        LiveRole
    };
    using Tiles = std::array<Tile, KeyCount>;

    explicit TilesModel(QObject *parent); // no default: QML must not be able to make one
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Announces the roles that differ, row by row.
    void setTiles(const Tiles &tiles);
    const Tile &tile(Key key) const { return m_tiles[size_t(key)]; }

private:
    Tiles m_tiles;
};

} // namespace bolt
