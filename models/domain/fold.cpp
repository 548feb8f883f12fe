// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fold.h"

#include <algorithm>

namespace bolt {

namespace {

/// Letters that Unicode does not take apart, after case folding. By code.
struct Letter
{
    char16_t letter;
    QStringView plain;
};
constexpr Letter letters[] = {
    {u'\u00DF', u"ss"}, {u'\u00E6', u"ae"}, {u'\u00F0', u"d"},  {u'\u00F8', u"o"},  {u'\u00FE', u"th"},
    {u'\u0111', u"d"},  {u'\u0127', u"h"},  {u'\u0131', u"i"},  {u'\u0138', u"k"},  {u'\u0142', u"l"},
    {u'\u014B', u"n"},  {u'\u0153', u"oe"}, {u'\u0167', u"t"},  {u'\u0180', u"b"},  {u'\u0183', u"b"},
    {u'\u0188', u"c"},  {u'\u018C', u"d"},  {u'\u0192', u"f"},  {u'\u0199', u"k"},  {u'\u019A', u"l"},
    {u'\u019E', u"n"},  {u'\u01A5', u"p"},  {u'\u01AB', u"t"},  {u'\u01AD', u"t"},  {u'\u01B4', u"y"},
    {u'\u01B6', u"z"},  {u'\u01E5', u"g"},  {u'\u0225', u"z"},  {u'\u023C', u"c"},  {u'\u023F', u"s"},
    {u'\u0240', u"z"},  {u'\u0247', u"e"},  {u'\u0249', u"j"},  {u'\u024B', u"q"},  {u'\u024D', u"r"},
    {u'\u024F', u"y"},  {u'\u0253', u"b"},  {u'\u0254', u"o"},  {u'\u0256', u"d"},  {u'\u0257', u"d"},
    {u'\u0259', u"e"},  {u'\u025B', u"e"},  {u'\u0260', u"g"},  {u'\u0263', u"g"},  {u'\u0268', u"i"},
    {u'\u0272', u"n"},  {u'\u0289', u"u"},  {u'\u028B', u"v"},  {u'\u02BB', u"'"},  {u'\u02BC', u"'"},
    {u'\u05F3', u"'"},  {u'\u05F4', u"\""}, {u'\u2010', u"-"},  {u'\u2011', u"-"},  {u'\u2012', u"-"},
    {u'\u2013', u"-"},  {u'\u2014', u"-"},  {u'\u2015', u"-"},  {u'\u2018', u"'"},  {u'\u2019', u"'"},
    {u'\u201A', u"'"},  {u'\u201B', u"'"},  {u'\u201C', u"\""}, {u'\u201D', u"\""}, {u'\u201E', u"\""},
    {u'\u201F', u"\""}, {u'\u2044', u"/"},  {u'\u2212', u"-"},
};
static_assert(std::is_sorted(std::begin(letters), std::end(letters),
                             [](const Letter &a, const Letter &b) { return a.letter < b.letter; }));

QStringView plainOf(char16_t letter)
{
    const auto *const found = std::lower_bound(std::begin(letters), std::end(letters), letter,
                                               [](const Letter &l, char16_t c) { return l.letter < c; });
    return found != std::end(letters) && found->letter == letter ? found->plain : QStringView();
}

/// What is written beside a letter, or not to be seen at all.
bool isDropped(char32_t c)
{
    constexpr char32_t tatweel = 0x640, joiner = 0x200D;
    constexpr uchar voicing = 8, virama = 9;
    if (c < 0x80)
        return false;
    const uchar beside = QChar::combiningClass(c);
    if (beside != 0)
        return beside != voicing && beside != virama;
    // What a pictograph of several, or a flag, is made of stays.
    return c == tatweel || (c != joiner && c <= 0xFFFF && QChar::category(c) == QChar::Other_Format);
}

QString withoutDropped(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool two = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (!isDropped(two ? QChar::surrogateToUcs4(c, text[i + 1]) : char32_t(c.unicode()))) {
            kept += c;
            if (two)
                kept += text[i + 1];
        }
        i += two ? 1 : 0;
    }
    return kept;
}

QString decomposed(const QString &text) { return withoutDropped(text.normalized(QString::NormalizationForm_KD)); }

QString withPlainLetters(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const QStringView same = c.unicode() < 0x80 ? QStringView() : plainOf(c.unicode());
        if (same.isEmpty())
            plain += c;
        else
            plain += same;
    }
    return plain;
}

/// Never half of a pair.
QStringView cut(QStringView text)
{
    if (text.size() <= mostFolded)
        return text;
    return text.first(mostFolded - (text[mostFolded - 1].isHighSurrogate() ? 1 : 0));
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

QString folded(QStringView text)
{
    const QStringView read = cut(text);
    if (isAscii(read))
        return read.toString().toLower();
    // Once more after the case: a folded letter may have parts again.
    const QString parts = decomposed(decomposed(read.toString()).toCaseFolded());
    return cut(withPlainLetters(parts)).toString();
}

} // namespace bolt
