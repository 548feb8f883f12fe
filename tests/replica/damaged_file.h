// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <functional>
#include <random>
#include <sqlite3.h>

namespace bolt::test {

/// A database file that is laid down whole and damaged, thousands of times. One thread.
class DamagedFile
{
public:
    /// Starts whatever is under test on path(); answers what is wrong, or nothing.
    using Start = std::function<QString()>;

    explicit DamagedFile(const QString &name)
        : m_path(m_folder.filePath(name))
    {
        // Nearly all of the time is SQLite's own: it needs no locks here, and no book of its memory.
        sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    }

    QByteArray whole;
    QByteArray log, before; ///< a log with content, and the file that it belongs to

    QString path() const { return m_path; }
    QString folder() const { return m_folder.path(); }
    /// All else in the folder goes.
    void lay(const QByteArray &content, const QByteArray &itsLog = {}) const
    {
        QDir folder(m_folder.path());
        for (const QFileInfo &entry : folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            if (entry.isDir())
                QDir(entry.filePath()).removeRecursively();
            else
                folder.remove(entry.fileName());
        }
        put(m_path, content);
        if (!itsLog.isEmpty())
            put(logPath(), itsLog);
    }
    QString logPath() const { return m_path + QStringLiteral("-wal"); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(path));
    }
    /// Always the same.
    static QByteArray noise()
    {
        std::mt19937 dice(4); // NOLINT: the same each time
        QByteArray bytes(50'000, 0);
        std::generate(bytes.begin(), bytes.end(), [&] { return char(dice()); });
        return bytes;
    }

    // Each answers the first damage that start() found fault with, and what; or nothing.

    QString anyByteOfTheFirstPage(const Start &start) const
    {
        std::mt19937 dice(1); // NOLINT: the same each time
        for (qsizetype at = 0; at < 4'096; ++at) {
            QByteArray file = whole;
            file[at] = char(file[at] ^ (1 + dice() % 255));
            lay(file);
            if (const QString wrong = start(); !wrong.isEmpty())
                return QStringLiteral("byte %1 as %2: ").arg(at).arg(quint8(file[at])) + wrong;
        }
        return {};
    }
    QString anyByteOfTheFile(const Start &start) const
    {
        std::mt19937 dice(2); // NOLINT: the same each time
        for (int i = 0; i < 2'000; ++i) {
            QByteArray file = whole;
            const auto at = qsizetype(dice() % quint32(file.size()));
            file[at] = char(file[at] ^ (1 << dice() % 8));
            lay(file);
            if (const QString wrong = start(); !wrong.isEmpty())
                return QStringLiteral("place %1, byte %2: ").arg(i).arg(at) + wrong;
        }
        return {};
    }
    QString anyByteOfTheLog(const Start &start) const
    {
        std::mt19937 dice(3); // NOLINT: the same each time
        for (int i = 0; i < 200; ++i) {
            QByteArray bytes = log;
            const auto at = qsizetype(i < 100 ? i : int(dice() % quint32(bytes.size())));
            bytes[at] = char(bytes[at] ^ (1 << dice() % 8));
            lay(before, bytes);
            put(m_path + QStringLiteral("-shm"), whole.left(32'768)); // nobody has it open, so that it means nothing
            if (const QString wrong = start(); !wrong.isEmpty())
                return QStringLiteral("place %1, byte %2: ").arg(i).arg(at) + wrong;
        }
        return {};
    }
    QString cutOff(const Start &start) const
    {
        for (const qsizetype length :
             {qsizetype(0), qsizetype(1), qsizetype(15), qsizetype(99), qsizetype(100), qsizetype(4'095),
              qsizetype(4'096), qsizetype(8'192), whole.size() / 2, whole.size() - 1}) {
            lay(whole.left(length));
            if (const QString wrong = start(); !wrong.isEmpty())
                return QStringLiteral("of %1 bytes: ").arg(length) + wrong;
        }
        for (const qsizetype length : {1, 31, 32, 33, 4'000}) {
            lay(before, log.left(length));
            if (const QString wrong = start(); !wrong.isEmpty())
                return QStringLiteral("log of %1 bytes: ").arg(length) + wrong;
        }
        return {};
    }

private:
    /// Thousands of files are not waited for, where there is a folder in memory.
    static QString place()
    {
        const QString memory = QStringLiteral("/dev/shm");
        return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/bolt-damage-XXXXXX");
    }
    QTemporaryDir m_folder{place()};
    QString m_path;
};

} // namespace bolt::test
