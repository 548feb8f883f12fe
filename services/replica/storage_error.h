// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "services/replica/copy_words.h"

#include <QSqlError>

namespace bolt {

/// What SQLite said, with its extended result code. Where it said nothing, a statement of ours was none to it: the
/// tables are not ours then.
inline Error storageError(const QSqlError &error)
{
    if (error.nativeErrorCode().isEmpty())
        return {Error::Kind::Storage, QStringLiteral("1"), CopyWords::tr("its tables are damaged"), error.text(), 0};
    return {Error::Kind::Storage, error.nativeErrorCode(), error.databaseText(), error.driverText(), 0};
}

} // namespace bolt
