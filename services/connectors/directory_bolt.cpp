// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/connectors/directory_bolt.h"

#include <QUrl>

namespace bolt {

DirectoryBoltConnector::DirectoryBoltConnector()
{
    const auto name = [this](Table table, const char *theirs) -> wire::TableNaming & {
        auto &naming = m_naming.tables[static_cast<size_t>(table)];
        naming.name = theirs;
        return naming;
    };
    name(Table::Packages, "packages");
    name(Table::Customers, "customers");
    name(Table::Directories, "directories");
    name(Table::Workers, "workers");
    auto &jobs = name(Table::Jobs, "jobs");
    // What older deployments called them.
    jobs.columns = {{"dirs_total", "directories_total"}, {"dirs_done", "directories_completed"}};
    jobs.words = {{"processing", "in_progress"}};
    name(Table::Submissions, "directory_submissions");
    name(Table::Attempts, "submission_attempts");
}

QString DirectoryBoltConnector::name() const { return QStringLiteral("directorybolt"); }

Connector::Stream DirectoryBoltConnector::stream(const Workspace &workspace) const
{
    Stream stream;
    stream.url = workspace.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const bool tls = workspace.url.scheme() == QLatin1StringView("https");
    stream.url.setScheme(tls ? QStringLiteral("wss") : QStringLiteral("ws"));
    QString path = stream.url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    stream.url.setPath(path + QStringLiteral("/realtime/v1/websocket"));
    stream.topic = "realtime:desk";
    for (int i = 0; i < tableCount; ++i)
        stream.bindings.push_back(
            {"public", QByteArray::fromStdString(m_naming.of(Table(i)).name), "*", isOptional(Table(i))});
    stream.bindings.push_back({"public", QByteArray::fromStdString(m_naming.tick), "*", true});
    return stream;
}

} // namespace bolt
