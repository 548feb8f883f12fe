// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"

#include <QStringList>
#include <QVariantList>

namespace bolt {

/// The words of what a person typed, folded; blanks and control characters part them, and what is too long is cut. Any
/// thread.
QStringList wordsTyped(const QString &text);
/// The beginning of an error code (contracts/domain.md), where the words can be that; else empty.
QString codeTyped(const QStringList &words);

/// The text in which a customer or a directory is looked for, folded.
QString searchedText(const Customer &row);
QString searchedText(const Directory &row);

/// What a person typed, as conditions on `names` and its index of trigrams (resources/sql/replica): words of three
/// letters or more by the index, shorter ones by comparison. Nothing of it is ever part of the SQL. Any thread.
class SearchWords
{
public:
    explicit SearchWords(const QString &text);

    bool empty() const { return m_phrases.isEmpty() && m_few.isEmpty(); }
    /// Condition on `names`; its values are those of values(). `kind`: 1 customer, 2 directory.
    QString where() const;
    QVariantList values(int kind) const;
    /// As codeTyped().
    const QString &code() const { return m_code; }

private:
    QStringList m_phrases; ///< each quoted for FTS5
    QStringList m_few;     ///< each as a pattern of LIKE
    QString m_code;
};

} // namespace bolt
