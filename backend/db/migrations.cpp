// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/migrations.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

// A static library's resources are linked only when something asks for them; the macro must stand outside a namespace.
static void initResources() { Q_INIT_RESOURCE(backend_sql); }

namespace bolt::backend {

Result<std::vector<QByteArray>> migrations()
{
    initResources();
    const QDir folder(u":/sql/backend"_s);
    std::vector<QByteArray> texts;
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool inOrder = name.left(4).toInt() == int(texts.size()) + 1;
        if (!inOrder || !file.open(QIODevice::ReadOnly))
            return Error{Error::Kind::Internal, u"bad_migration"_s, u"The program lacks a migration."_s, name};
        texts.push_back(file.readAll());
    }
    return texts;
}

bool makesName(const std::vector<QByteArray> &migrations, std::string_view name)
{
    static const QRegularExpression made(u"CREATE (?:UNIQUE )?(?:TABLE|INDEX) (?:IF NOT EXISTS )?(\\w+)"_s);
    const QString wanted = QString::fromUtf8(name.data(), qsizetype(name.size()));
    return std::any_of(migrations.begin(), migrations.end(), [&](const QByteArray &text) {
        for (auto it = made.globalMatch(QString::fromUtf8(text)); it.hasNext();) {
            if (it.next().captured(1).compare(wanted, Qt::CaseInsensitive) == 0)
                return true;
        }
        return false;
    });
}

} // namespace bolt::backend
