// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

namespace bolt {

struct JobRow;

/// What a person typed over the table of active jobs. Every word has to be found in what the row shows, folded, or in
/// the name of something that it is, in the person's language or in English ("paused", "stuck", "failed"). What stands
/// in quotes is one phrase. `status:stuck` (also `state:`, also with a comma between two) asks for that alone; the
/// beginning of a word does. An id is found by itself or by at least eight characters of its beginning: shorter ones
/// are in a word by chance. Main thread.
class JobFilter
{
    Q_DECLARE_TR_FUNCTIONS(bolt::JobFilter)
public:
    JobFilter() = default;
    explicit JobFilter(const QString &typed);

    /// Every row holds it.
    bool empty() const { return m_terms.empty(); }
    /// `text` is textOf(row): the row's words, folded, kept by whoever asks often.
    bool holds(const JobRow &row, const QString &text) const;
    static QString textOf(const JobRow &row);
    /// The fields of a row that textOf() is made of, as bits.
    static quint64 textFields();

private:
    /// One of the three is enough.
    struct Term
    {
        QString word;           ///< empty: only what the row is counts
        QString id;             ///< the beginning of an id, without dashes; empty: it cannot be one
        quint32 conditions = 0; ///< bits
    };
    static quint32 conditionsBegunBy(QStringView word);
    static quint32 conditionsCalled(QStringView word);
    void add(const QString &word, bool quoted);

    std::vector<Term> m_terms;
};

} // namespace bolt
