// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/search.h"
#include "models/tables/palette_model.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// Search or command: as one types, the commands that hold every word of it, then what the local copy finds. Nothing
/// here asks a server, so that it works without one. Main thread.
///
/// The chosen line is chosen by a person only: an answer that comes late changes nothing at or above it, and an answer
/// to an older question is dropped.
class PaletteScreen final : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("models/tables/palette_model.h")
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(bool open READ open NOTIFY openChanged FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(QVariantList commands READ commands WRITE setCommands NOTIFY commandsChanged FINAL)
    Q_PROPERTY(bolt::PaletteModel *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged FINAL)
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString error READ error NOTIFY stateChanged FINAL)
public:
    /// What is known of the copy for this text. Short: too little was typed to look for it.
    enum State { Short, Searching, Answered, NoCopy, Failed };
    Q_ENUM(State)
    /// So many letters a search needs.
    static constexpr int leastLetters = 2;

    /// `search` outlives it.
    explicit PaletteScreen(Search &search, QObject *parent = nullptr);

    bool open() const { return m_open; }
    QString text() const { return m_text; }
    /// A new text is a new question, and its first line is chosen.
    void setText(const QString &text);
    QVariantList commands() const { return m_commands; }
    /// What the desk can be told, in the person's language: a list of `{id, title, icon, shortcut}`.
    void setCommands(const QVariantList &commands);
    PaletteModel *lines() const { return m_lines; }
    /// -1: there is none.
    int current() const { return m_current; }
    void setCurrent(int row);
    State state() const { return m_state; }
    QString error() const { return m_error; }

    Q_INVOKABLE void show();
    /// Forgets what was typed and found.
    Q_INVOKABLE void close();
    /// Does what the line stands for, and closes. Nothing where there is no such line.
    Q_INVOKABLE void take(int row);

Q_SIGNALS:
    void openChanged();
    void textChanged();
    void commandsChanged();
    void currentChanged();
    void stateChanged();
    void commandWanted(const QString &id);
    void jobWanted(const QString &id);
    void submissionWanted(const QString &id);
    void customerWanted(const QString &id, const QString &name);
    void directoryWanted(const QString &id, const QString &name);

private:
    void ask();
    void answer(const Result<std::vector<SearchHit>> &hits);
    std::vector<PaletteModel::Line> matchingCommands() const;
    void setState(State state, const QString &error = {});

    Search &m_search;
    PaletteModel *m_lines;
    QVariantList m_commands;
    QString m_text, m_error;
    int m_current = -1;
    State m_state = Short;
    quint64 m_question = 0;
    bool m_open = false;
};

} // namespace bolt
