// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/migrations.h"

#include "services/replica/copy_words.h"

#include <QDir>
#include <QFile>

// A static library's resources are linked only when something asks for them; the macro must stand outside a namespace.
static void initReplicaResources() { Q_INIT_RESOURCE(replica_sql); }

namespace bolt {

Result<std::vector<QByteArray>> replicaMigrations()
{
    initReplicaResources();
    const QDir folder(QStringLiteral(":/sql/replica"));
    std::vector<QByteArray> texts;
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (name.left(4).toInt() != int(texts.size()) + 1 || !file.open(QIODevice::ReadOnly))
            return Error{Error::Kind::Internal, QStringLiteral("migration"),
                         CopyWords::tr("the program is incomplete: a migration is missing"), name, 0};
        texts.push_back(file.readAll());
    }
    return texts;
}

QStringList statementsOf(const QByteArray &text)
{
    QString plain;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.trimmed().startsWith("--"))
            plain += QString::fromUtf8(line) + u'\n';
    }
    QStringList statements;
    for (const QString &statement : plain.split(u';')) {
        if (!statement.trimmed().isEmpty())
            statements << statement.trimmed();
    }
    return statements;
}

} // namespace bolt
