// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fold.h"

#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

class tst_Fold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folds_data();
    void folds();
    void isTheSameTwice();
    void isTheSameForParts();
    void isBounded();
};

void tst_Fold::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char *name, const QString &text, const QString &plain) {
        QTest::newRow(name) << text << plain;
    };
    row("nothing", u""_s, u""_s);
    row("plain", u"Oak & Sons #12"_s, u"oak & sons #12"_s);
    row("French", u"Café de la Gare"_s, u"cafe de la gare"_s);
    row("French, in parts", u"Cafe\u0301"_s, u"cafe"_s);
    row("French, one letter of two", u"Cœur d’Œuvre"_s, u"coeur d'oeuvre"_s);
    row("German", u"Zürcher Straße GROẞ"_s, u"zurcher strasse gross"_s);
    row("Danish", u"Smørrebrød Ærø Århus"_s, u"smorrebrod aero arhus"_s);
    row("Polish", u"Łódź Żółw"_s, u"lodz zolw"_s);
    row("Croatian", u"Đurđevac"_s, u"durdevac"_s);
    row("Icelandic", u"Þórður Ðe"_s, u"thordur de"_s);
    row("Turkish", u"Diyarbakır İSTANBUL"_s, u"diyarbakir istanbul"_s);
    row("Vietnamese", u"Nguyễn Đình"_s, u"nguyen dinh"_s);
    row("Catalan", u"Paral·lel Ŀ"_s, u"paral·lel l·"_s);
    row("Maltese, Sami, Hausa", u"Ħal ŋ ɓauna"_s, u"hal n bauna"_s);
    row("Azerbaijani", u"Gəncə"_s, u"gence"_s);
    row("Cyrillic", u"Йошкар-Ола Ёлка"_s, u"иошкар-ола елка"_s);
    row("Ukrainian", u"Київ Ґанок"_s, u"киів ґанок"_s);
    row("Greek", u"Καφές ΌΧΙ ΰ ᾳ"_s, u"καφεσ οχι υ α"_s);
    row("Arabic", u"أَحْمَد مـــقهى"_s, u"احمد مقهى"_s);
    row("Arabic, forms of print", u"\uFEFB"_s, u"\u0644\u0627"_s);
    row("Hebrew", u"שָׁלוֹם צ׳ק"_s, u"שלום צ'ק"_s);
    row("Hindi keeps its vowels", u"कि क"_s, u"कि क"_s);
    row("Japanese keeps its voicing", u"ガ"_s, u"カ\u3099"_s);
    row("Japanese of half width", u"ｶﾞ"_s, u"カ\u3099"_s);
    row("Thai", u"ร้าน"_s, u"ราน"_s);
    row("Chinese", u"北京 咖啡"_s, u"北京 咖啡"_s);
    row("full width", u"ＡＢＣ１２"_s, u"abc12"_s);
    row("ligatures", u"ﬁn ﬄ ĳ ½ ²"_s, u"fin ffl ij 1/2 2"_s);
    row("dashes and blanks", u"40–55\u00A0min\u202F− ‑"_s, u"40-55 min - -"_s);
    row("quotes", u"„a“ ‘b’"_s, u"\"a\" 'b'"_s);
    row("not to be seen", u"\u2068Oak\u2069 soft\u00ADhyphen \u200Fx"_s, u"oak softhyphen x"_s);
    row("emoji", u"🥨 👩‍👩‍👧 🇫🇷 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s,
        u"🥨 👩‍👩‍👧 🇫🇷 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s);
    row("capitals outside of the first plane", u"𐐀"_s, u"𐐨"_s);
    row("half of a pair", QString(QChar(0xD83E)) + u'É', QString(QChar(0xD83E)) + u'e');
    row("only marks", u"\u0301\u0308"_s, u""_s);
}

void tst_Fold::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QCOMPARE(folded(text), plain);
}

void tst_Fold::isTheSameTwice()
{
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (QChar::isSurrogate(c))
            continue;
        const QString once = folded(QString::fromUcs4(&c, 1));
        if (folded(once) != once)
            QFAIL(qPrintable(u"U+%1"_s.arg(uint(c), 0, 16)));
    }
}

/// Words are typed one by one, and a search shows what is found of a part.
void tst_Fold::isTheSameForParts()
{
    const QString once = folded(u"Žluťoučký kůň, ガス, أَحْمَد, कि, Ǆ, ΐ, ﷺ"_s);
    for (qsizetype from = 0; from < once.size(); ++from) {
        for (qsizetype n = 1; n <= once.size() - from; ++n)
            QCOMPARE(folded(QStringView(once).sliced(from, n)), once.sliced(from, n));
    }
}

void tst_Fold::isBounded()
{
    QCOMPARE(folded(QString(100'000, u'A')).size(), mostFolded);
    // One letter of print that is eighteen in parts.
    const QString many = folded(QString(100'000, QChar(0xFDFA)));
    QCOMPARE(many.size(), mostFolded);
    QCOMPARE(folded(many), many);
    QString pairs = u"x"_s;
    for (int i = 0; i < 5'000; ++i)
        pairs += u"🥨"_s;
    const QString cut = folded(pairs);
    QCOMPARE(cut.size(), mostFolded - 1);
    QVERIFY(cut.back().isLowSurrogate());
}

QTEST_APPLESS_MAIN(tst_Fold)
#include "tst_fold.moc"
