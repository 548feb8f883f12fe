// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/search_words.h"

#include "models/domain/fold.h"

#include <QRegularExpression>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype trigram = 3;     ///< letters
constexpr qsizetype mostTyped = 200; ///< units of UTF-16

/// One by one: none that is too long hides another.
template<class... Texts>
QString foldedAll(const Texts &...texts)
{
    return QStringList{folded(texts)...}.join(u' ');
}

} // namespace

QStringList wordsTyped(const QString &text)
{
    // A NUL would end a question to SQLite in the middle.
    static const QRegularExpression blank(u"[\\s\\p{Cc}]+"_s);
    return folded(QStringView(text).left(mostTyped)).split(blank, Qt::SkipEmptyParts);
}

QString codeTyped(const QStringList &words)
{
    static const QRegularExpression code(u"^[A-Z][A-Z0-9_]+$"_s);
    const QString word = words.size() == 1 ? words.first().toUpper() : QString();
    return code.match(word).hasMatch() ? word : QString();
}

QString searchedText(const Customer &row) { return foldedAll(row.companyName, row.email, row.website); }

QString searchedText(const Directory &row) { return foldedAll(row.name, row.website, row.category); }

SearchWords::SearchWords(const QString &text)
{
    const QStringList words = wordsTyped(text);
    for (QString word : words) {
        if (word.toUcs4().size() < trigram)
            m_few << u'%' + word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s) + u'%';
        else
            m_phrases << u'"' + word.replace(u'"', u"\"\""_s) + u'"';
    }
    m_code = codeTyped(words);
}

QString SearchWords::where() const
{
    QString sql = u"kind=?"_s;
    if (!m_phrases.isEmpty())
        sql += u" AND n IN (SELECT rowid FROM names_index WHERE names_index MATCH ?)"_s;
    for (qsizetype i = 0; i < m_few.size(); ++i)
        sql += u" AND text LIKE ? ESCAPE '\\'"_s;
    return sql;
}

QVariantList SearchWords::values(int kind) const
{
    QVariantList list{kind};
    if (!m_phrases.isEmpty())
        list << m_phrases.join(u" AND "_s);
    for (const QString &word : m_few)
        list << word;
    return list;
}

} // namespace bolt
