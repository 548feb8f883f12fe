// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/state_file.h"

#include "app/desk/describe.h"
#include "models/screens/desk.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSaveFile>

namespace bolt {

StateFile::StateFile(const Desk &desk, QString path, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_path(std::move(path))
{
    connect(&m_timer, &QTimer::timeout, this, &StateFile::write);
    m_timer.start(250);
}

void StateFile::write()
{
    QJsonObject state = describe(m_desk);
    if (m_focus)
        state.insert(QStringLiteral("focus"), m_focus());
    state.insert(QStringLiteral("writtenMs"), double(QDateTime::currentMSecsSinceEpoch()));
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) {
        qWarning("cannot write %s: %s", qPrintable(m_path), qPrintable(file.errorString()));
        m_timer.stop();
        return;
    }
    file.write(QJsonDocument(state).toJson(QJsonDocument::Compact));
    file.commit();
}

} // namespace bolt
