// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QExplicitlySharedDataPointer>
#include <QLatin1StringView>
#include <QSharedData>
#include <QString>
#include <span>
#include <vector>

namespace bolt {

/// A cell whose value the record's member cannot tell as the server has it.
struct OddCell
{
    enum class Why : quint8 {
        None, ///< nothing is odd
        NoText,
        NoNumber,
        NoTime,
        NoId,
        NoTruth, ///< neither true nor false
        Missing, ///< it did not come, or it is null where there must be a value
        Beyond,  ///< a number the member has no room for; `text` is the value
        Exact    ///< the member is the nearest number, `text` the very one
    };
    QString column; ///< as in contracts/domain.md
    QString text;   ///< as it came, at most textLimit characters; empty when nothing did
    Why why = Why::None;
    static constexpr qsizetype textLimit = 256;
    bool operator==(const OddCell &) const = default;

    /// The value shown is not the server's: it needs a mark.
    bool isWrong() const { return why != Why::None && why != Why::Exact; }
};

/// The odd cells of one record. Nearly always there are none, which costs a pointer. A value; crosses threads.
class OddCells
{
public:
    OddCells() = default;
    explicit OddCells(std::vector<OddCell> cells);

    bool empty() const { return !m_cells; }
    std::span<const OddCell> all() const;
    /// Null where that cell is as it should be.
    const OddCell *find(QLatin1StringView column) const;
    bool has(QLatin1StringView column) const { return find(column); }
    /// One of them needs a mark.
    bool anyWrong() const;

    /// For the copy on disk; empty when there are none. What is no such text is none.
    QString toText() const;
    static OddCells fromText(const QString &text);

    friend bool operator==(const OddCells &a, const OddCells &b)
    {
        return a.m_cells == b.m_cells || (a.m_cells && b.m_cells && a.m_cells->list == b.m_cells->list);
    }

private:
    struct Cells : QSharedData
    {
        std::vector<OddCell> list;
    };
    QExplicitlySharedDataPointer<Cells> m_cells;
};

/// The stable word of it: `time`, `missing`, …
QLatin1StringView wordOf(OddCell::Why why);
/// What is the matter, for a person: “abc” is not a time.
QString oddWords(const OddCell &cell);
/// The same for all that need a mark, a line each, with the names of the columns.
QString oddWords(const OddCells &cells);

} // namespace bolt
