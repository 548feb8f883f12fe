// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/odd_cells.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

using Why = OddCell::Why;

constexpr std::array oddKinds{""_L1,     "text"_L1,    "number"_L1, "time"_L1, "id"_L1,
                              "bool"_L1, "missing"_L1, "beyond"_L1, "exact"_L1};

class OddWords
{
    Q_DECLARE_TR_FUNCTIONS(OddWords)
public:
    static QString of(const OddCell &cell)
    {
        constexpr qsizetype shown = 60;
        const QString text = cell.text.size() > shown ? cell.text.left(shown) + u'…' : cell.text;
        switch (cell.why) {
        case Why::None:
        case Why::Exact:
            break;
        case Why::NoText:
            return tr("“%1” is not a text").arg(text);
        case Why::NoNumber:
            return tr("“%1” is not a number").arg(text);
        case Why::NoTime:
            return tr("“%1” is not a time").arg(text);
        case Why::NoId:
            return tr("“%1” is not an id").arg(text);
        case Why::NoTruth:
            return tr("“%1” is neither yes nor no").arg(text);
        case Why::Missing:
            return tr("The server sent no value");
        case Why::Beyond:
            return tr("The number is %1").arg(text);
        }
        return {};
    }
    /// As the desk calls it where it shows it; a column that has no name there keeps its own.
    static QString nameOf(const QString &column)
    {
        static constexpr std::pair<QLatin1StringView, const char *> names[] = {
            {"attempt"_L1, QT_TR_NOOP("Attempt")},
            {"company_name"_L1, QT_TR_NOOP("Customer")},
            {"customer_id"_L1, QT_TR_NOOP("Customer")},
            {"current_submission_id"_L1, QT_TR_NOOP("Submission")},
            {"directories_completed"_L1, QT_TR_NOOP("Done")},
            {"directories_failed"_L1, QT_TR_NOOP("Failed")},
            {"directories_total"_L1, QT_TR_NOOP("Directories")},
            {"directory_id"_L1, QT_TR_NOOP("Directory")},
            {"due_at"_L1, QT_TR_NOOP("SLA")},
            {"heartbeat_at"_L1, QT_TR_NOOP("Last sign of life")},
            {"last_error_code"_L1, QT_TR_NOOP("Error code")},
            {"package_type"_L1, QT_TR_NOOP("Package")},
            {"priority_override"_L1, QT_TR_NOOP("Priority")},
            {"processing_ms"_L1, QT_TR_NOOP("Duration")},
            {"progress"_L1, QT_TR_NOOP("Progress")},
            {"status"_L1, QT_TR_NOOP("State")},
            {"submission_queue_id"_L1, QT_TR_NOOP("Job")},
            {"success_probability"_L1, QT_TR_NOOP("Predicted")},
            {"updated_at"_L1, QT_TR_NOOP("Changed")},
            {"worker_id"_L1, QT_TR_NOOP("Worker")}};
        const auto *const it = std::ranges::find(names, column, &std::pair<QLatin1StringView, const char *>::first);
        return it == std::end(names) ? column : tr(it->second);
    }
};

} // namespace

OddCells::OddCells(std::vector<OddCell> cells)
{
    if (cells.empty())
        return;
    m_cells = new Cells;
    m_cells->list = std::move(cells);
}

std::span<const OddCell> OddCells::all() const
{
    return m_cells ? std::span<const OddCell>(m_cells->list) : std::span<const OddCell>();
}

const OddCell *OddCells::find(QLatin1StringView column) const
{
    if (!m_cells)
        return nullptr;
    const auto it = std::ranges::find(m_cells->list, column, &OddCell::column);
    return it == m_cells->list.end() ? nullptr : &*it;
}

bool OddCells::anyWrong() const { return std::ranges::any_of(all(), &OddCell::isWrong); }

QString OddCells::toText() const
{
    if (!m_cells)
        return {};
    QJsonArray list;
    for (const OddCell &cell : m_cells->list)
        list.append(QJsonArray{cell.column, wordOf(cell.why), cell.text});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

OddCells OddCells::fromText(const QString &text)
{
    if (text.isEmpty())
        return {};
    std::vector<OddCell> cells;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &entry : list) {
        const QJsonArray parts = entry.toArray();
        const auto *const word = std::ranges::find(oddKinds, parts.at(1).toString());
        if (word == oddKinds.begin() || word == oddKinds.end())
            continue;
        cells.push_back({parts.at(0).toString(), parts.at(2).toString(), static_cast<Why>(word - oddKinds.begin())});
    }
    return OddCells(std::move(cells));
}

QLatin1StringView wordOf(OddCell::Why why) { return oddKinds[size_t(why)]; }

QString oddWords(const OddCell &cell) { return OddWords::of(cell); }

QString oddWords(const OddCells &cells)
{
    QStringList lines;
    for (const OddCell &cell : cells.all()) {
        if (cell.isWrong())
            lines << OddWords::nameOf(cell.column) + u": "_s + oddWords(cell);
    }
    return lines.join(u'\n');
}

} // namespace bolt
