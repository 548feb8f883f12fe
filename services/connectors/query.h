// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "services/wire/row.h"

#include <QByteArray>
#include <QString>
#include <span>

namespace bolt {

/// A PostgREST query string that is percent-encoded as it grows: QUrlQuery leaves `+` bare, which a server reads as a
/// blank (contracts/supabase.md §3.1, bug 43).
class Query
{
public:
    explicit Query(QByteArray path)
        : m_target(std::move(path))
    {
    }
    Query &add(QByteArrayView name, QStringView value);
    const QByteArray &target() const { return m_target; }

private:
    QByteArray m_target;
    bool m_any = false;
};

/// For use inside `in.(…)`, `or=(…)`: double-quoted, with `"` and `\` escaped.
QString quoted(QStringView value);
/// `in.("a","b")`
QString inList(std::span<const wire::Key> keys);

} // namespace bolt
