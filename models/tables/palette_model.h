// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <optional>
#include <vector>

namespace bolt {

/// The lines of the palette. Main thread; data() is O(1).
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Kind { Command, Customer, Directory, Job, Submission };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1,
        IdRole,
        TitleRole,
        AboutRole,
        StateRole,
        StateWordRole,
        CodeRole,
        AtMsRole,
        IconRole,
        ShortcutRole
    };
    struct Line
    {
        Kind kind = Command;
        QString id; ///< a command's word, or the id of the thing
        QString title;
        QString about;
        int state = -1;    ///< JobState or SubmissionState; -1: has none
        QString stateWord; ///< the server's word for a state this version does not know
        QString code;
        std::optional<Instant> at;
        QString icon;     ///< of a command
        QString shortcut; ///< of a command
        bool operator==(const Line &) const = default;
    };

    explicit PaletteModel(QObject *parent);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return int(m_lines.size()); }

    /// What begins the same stays and only the rest changes: a line that a person looks at is never moved by what comes
    /// after it.
    void setLines(std::vector<Line> lines);
    const std::vector<Line> &lines() const { return m_lines; }

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Line> m_lines;
};

} // namespace bolt
