// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/palette_screen.h"

#include "models/domain/fold.h"
#include "models/domain/reason.h"
#include "models/domain/states.h"
#include "models/ports/when_done.h"

#include <algorithm>

namespace bolt {

namespace {

using Line = PaletteModel::Line;

Line lineOf(const SearchHit &hit)
{
    Line line;
    line.id = hit.id.toString(QUuid::WithoutBraces);
    line.title = hit.name;
    line.about = hit.about;
    line.code = hit.code;
    line.at = hit.at;
    switch (hit.kind) {
    case SearchHit::Kind::Customer:
        line.kind = PaletteModel::Customer;
        break;
    case SearchHit::Kind::Directory:
        line.kind = PaletteModel::Directory;
        break;
    case SearchHit::Kind::Job:
        line.kind = PaletteModel::Job;
        line.state = int(jobState(hit.state));
        line.stateWord = hit.state;
        break;
    case SearchHit::Kind::Submission:
        line.kind = PaletteModel::Submission;
        line.state = int(submissionState(hit.state));
        line.stateWord = hit.state;
        break;
    }
    return line;
}

bool isSame(const Line &a, const Line &b) { return a.kind == b.kind && a.id == b.id; }

/// As the search would see it, so that a hit of the text before may stay until the answer comes.
bool holds(const Line &line, const QStringList &words)
{
    const QString all = folded(line.title) + u' ' + folded(line.about) + u' ' + folded(line.code);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return all.contains(word); });
}

QStringList wordsIn(const QString &text) { return folded(text).simplified().split(u' ', Qt::SkipEmptyParts); }

} // namespace

PaletteScreen::PaletteScreen(Search &search, QObject *parent)
    : QObject(parent)
    , m_search(search)
    , m_lines(new PaletteModel(this))
{
}

void PaletteScreen::setText(const QString &text)
{
    if (text == m_text)
        return;
    const bool sameWords = wordsIn(text) == wordsIn(m_text);
    m_text = text;
    Q_EMIT textChanged();
    if (!sameWords)
        ask();
}

void PaletteScreen::setCommands(const QVariantList &commands)
{
    if (commands == m_commands)
        return;
    m_commands = commands;
    Q_EMIT commandsChanged();
    if (m_open)
        ask();
}

void PaletteScreen::setCurrent(int row)
{
    const int bounded = std::clamp(row, -1, m_lines->count() - 1);
    if (bounded == m_current)
        return;
    m_current = bounded;
    Q_EMIT currentChanged();
}

void PaletteScreen::show()
{
    if (m_open)
        return;
    m_open = true;
    ask();
    Q_EMIT openChanged();
}

void PaletteScreen::close()
{
    ++m_question;
    m_lines->setLines({});
    setCurrent(-1);
    setState(Short);
    if (!m_text.isEmpty()) {
        m_text.clear();
        Q_EMIT textChanged();
    }
    if (std::exchange(m_open, false))
        Q_EMIT openChanged();
}

void PaletteScreen::take(int row)
{
    if (row < 0 || row >= m_lines->count())
        return;
    const Line line = m_lines->lines()[size_t(row)];
    close(); // first: what is done may take the keyboard
    switch (line.kind) {
    case PaletteModel::Command:
        return Q_EMIT commandWanted(line.id);
    case PaletteModel::Job:
        return Q_EMIT jobWanted(line.id);
    case PaletteModel::Submission:
        return Q_EMIT submissionWanted(line.id);
    case PaletteModel::Customer:
        return Q_EMIT customerWanted(line.id, line.title);
    case PaletteModel::Directory:
        return Q_EMIT directoryWanted(line.id, line.title);
    }
}

/// Commands are here at once; of what was found before stays what holds the new words, too, until the copy answers.
void PaletteScreen::ask()
{
    if (!m_open)
        return;
    const quint64 question = ++m_question;
    const QStringList words = wordsIn(m_text);
    const bool looked = words.join(QString()).size() >= leastLetters;
    std::vector<Line> lines = matchingCommands();
    for (const Line &line : m_lines->lines()) {
        if (looked && line.kind != PaletteModel::Command && holds(line, words))
            lines.push_back(line);
    }
    m_lines->setLines(std::move(lines));
    setCurrent(m_lines->count() > 0 ? 0 : -1);
    setState(looked ? Searching : Short);
    if (!looked)
        return;
    whenDone(m_search.find(m_text), this, [this, question](const Result<std::vector<SearchHit>> &hits) {
        if (question == m_question)
            answer(hits);
    });
}

void PaletteScreen::answer(const Result<std::vector<SearchHit>> &hits)
{
    std::vector<Line> lines = m_lines->lines();
    const auto isCommand = [](const Line &line) { return line.kind == PaletteModel::Command; };
    const auto commands = std::count_if(lines.begin(), lines.end(), isCommand);
    // Down to the chosen line all stays as it is.
    lines.resize(size_t(std::max<qsizetype>(commands, m_current + 1)));
    if (!hits) {
        m_lines->setLines(std::move(lines));
        const Error &e = hits.error();
        return setState(e.kind == Error::Kind::NotFound ? NoCopy : Failed, reasonOf(e));
    }
    const size_t kept = lines.size();
    for (const SearchHit &hit : *hits) {
        const Line line = lineOf(hit);
        const auto end = lines.begin() + qptrdiff(kept);
        if (std::none_of(lines.begin(), end, [&](const Line &held) { return isSame(held, line); }))
            lines.push_back(line);
    }
    m_lines->setLines(std::move(lines));
    if (m_current < 0)
        setCurrent(m_lines->count() > 0 ? 0 : -1);
    setState(Answered);
}

std::vector<Line> PaletteScreen::matchingCommands() const
{
    const QStringList words = wordsIn(m_text);
    std::vector<Line> lines;
    for (const QVariant &value : m_commands) {
        const QVariantMap command = value.toMap();
        Line line;
        line.id = command.value(QStringLiteral("id")).toString();
        line.title = command.value(QStringLiteral("title")).toString();
        line.icon = command.value(QStringLiteral("icon")).toString();
        line.shortcut = command.value(QStringLiteral("shortcut")).toString();
        if (!line.id.isEmpty() && holds(line, words))
            lines.push_back(line);
    }
    return lines;
}

void PaletteScreen::setState(State state, const QString &error)
{
    if (state == m_state && error == m_error)
        return;
    m_state = state;
    m_error = error;
    Q_EMIT stateChanged();
}

} // namespace bolt
