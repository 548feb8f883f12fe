// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/private_file.h"

#include <QCoreApplication>
#include <QFile>
#include <filesystem>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

Error cannotWrite(const QString &path, const QString &why)
{
    return {Error::Kind::Storage, u"not_written"_s, u"cannot write %1: %2"_s.arg(path, why), {}, 0};
}

} // namespace

Outcome mayBeReplaced(const QString &path)
{
    std::error_code error;
    switch (std::filesystem::symlink_status(path.toStdU16String(), error).type()) {
    case std::filesystem::file_type::not_found:
    case std::filesystem::file_type::regular:
        return Done{};
    case std::filesystem::file_type::symlink:
        return cannotWrite(path, u"it is a link, and is not replaced"_s);
    case std::filesystem::file_type::directory:
        return cannotWrite(path, u"it is a folder"_s);
    case std::filesystem::file_type::none:
        return cannotWrite(path, QString::fromStdString(error.message()));
    default:
        return cannotWrite(path, u"it is a device or a pipe, and is not replaced"_s);
    }
}

Outcome writePrivately(const QString &path, const QByteArray &text)
{
    if (const Outcome free = mayBeReplaced(path); !free)
        return free;
    const QString beside = u"%1.%2.new"_s.arg(path).arg(QCoreApplication::applicationPid());
    QFile::remove(beside);
    QFile file(beside);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(text) == text.size() && file.flush();
    const QString why = file.errorString();
    file.close();
    std::error_code error;
    if (written)
        std::filesystem::rename(beside.toStdU16String(), path.toStdU16String(), error);
    if (written && !error)
        return Done{};
    QFile::remove(beside);
    return cannotWrite(path, error ? QString::fromStdString(error.message()) : why);
}

} // namespace bolt
