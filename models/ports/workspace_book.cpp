// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ports/workspace_book.h"

#include "models/ports/preferences.h"
#include "models/ports/workspace_address.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace bolt {

namespace {

const QString bookKey = QStringLiteral("workspaces");

QString addressOf(QUrl url)
{
    if (url.path() == u"/")
        url.setPath({});
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash).toString().toLower();
}

std::optional<Workspace> workspaceFrom(const QJsonObject &entry)
{
    Workspace w;
    w.url = QUrl(entry.value(u"url").toString(), QUrl::StrictMode);
    w.anonKey = entry.value(u"anon_key").toString();
    w.name = entry.value(u"name").toString().left(100);
    if (!wrongAddress(entry.value(u"url").toString()).isEmpty() || w.anonKey.isEmpty())
        return {};
    if (w.name.isEmpty())
        w.name = WorkspaceBook::nameFor(w.url);
    return w;
}

} // namespace

QString WorkspaceBook::nameFor(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

std::vector<Workspace> WorkspaceBook::all() const
{
    const auto text = m_preferences.value(bookKey).toString().toUtf8();
    std::vector<Workspace> list;
    for (const auto &entry : QJsonDocument::fromJson(text).array()) {
        if (auto workspace = workspaceFrom(entry.toObject()); workspace && int(list.size()) < most)
            list.push_back(std::move(*workspace));
    }
    return list;
}

std::optional<Workspace> WorkspaceBook::find(const QString &nameOrUrl) const
{
    for (const Workspace &workspace : all()) {
        if (workspace.name.compare(nameOrUrl, Qt::CaseInsensitive) == 0 ||
            addressOf(workspace.url) == addressOf(QUrl(nameOrUrl)))
            return workspace;
    }
    return {};
}

void WorkspaceBook::remember(const Workspace &workspace)
{
    auto list = all();
    std::erase_if(list, [&](const Workspace &w) { return addressOf(w.url) == addressOf(workspace.url); });
    list.insert(list.begin(), workspace);
    list.resize(std::min<size_t>(list.size(), most));
    write(list);
}

void WorkspaceBook::forget(const Workspace &workspace)
{
    auto list = all();
    std::erase_if(list, [&](const Workspace &w) { return addressOf(w.url) == addressOf(workspace.url); });
    write(list);
}

void WorkspaceBook::write(const std::vector<Workspace> &list)
{
    QJsonArray entries;
    for (const Workspace &w : list)
        entries << QJsonObject{{QStringLiteral("name"), w.name},
                               {QStringLiteral("url"), w.url.toString(QUrl::RemoveUserInfo)},
                               {QStringLiteral("anon_key"), w.anonKey}};
    m_preferences.setValue(bookKey, QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact)));
}

} // namespace bolt
