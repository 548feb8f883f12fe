// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/worker_token.h"

#include "backend/workers/stdin_bytes.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace bolt::workers {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longest = 64 * 1024;

Error unfit(const QString &message) { return {Error::Kind::Invalid, u"token"_s, message, {}, 0}; }

} // namespace

Result<QByteArray> tokenOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unfit(u"cannot read the token file %1: %2"_s.arg(path, file.errorString()));
    QByteArray text = file.read(longest).trimmed();
    if (text.startsWith('{'))
        text = QJsonDocument::fromJson(text).object().value("worker_token"_L1).toString().toLatin1();
    if (text.isEmpty() || text.contains('\n'))
        return unfit(u"%1 holds no worker token"_s.arg(path));
    return text;
}

Result<QByteArray> tokenOfStdin()
{
    QByteArray line;
    while (line.size() < longest) {
        const std::optional<char> byte = nextByteOfStdin();
        if (!byte || *byte == '\n')
            break;
        line.append(*byte);
    }
    line = line.trimmed();
    if (line.isEmpty())
        return unfit(u"no worker token on stdin"_s);
    return line;
}

} // namespace bolt::workers
