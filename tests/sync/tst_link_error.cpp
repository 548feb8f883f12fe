// SPDX-License-Identifier: GPL-3.0-or-later
// What the link says of an error: only what somebody else said is quoted.
#include "services/sync/link_error.h"
#include "services/wire/exchange.h"

#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

class LinkErrorTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsQuoted()
    {
        const Error refused{Error::Kind::Forbidden, u"42501"_s, u"permission denied for table workers"_s, u"HTTP 403"_s,
                            0};
        QCOMPARE(reasonFor(LinkReason::Unreadable, refused),
                 (LinkReason{LinkReason::Unreadable, u"permission denied for table workers"_s}));
    }
    void anAnswerWithoutWordsIsItsStatus()
    {
        wire::Answer away;
        away.status = 503;
        away.body = "<html>nobody reads this</html>";
        QCOMPARE(reasonFor(LinkReason::Unreadable, wire::errorOf(away)),
                 (LinkReason{LinkReason::Unreadable, u"HTTP 503"_s}));
        const Error elsewhere{Error::Kind::Forbidden, u"redirect"_s, u"Der Server leitete die Anfrage um."_s,
                              u"HTTP 302: portal.example"_s, 0};
        QCOMPARE(reasonFor(LinkReason::Unreadable, elsewhere),
                 (LinkReason{LinkReason::Unreadable, u"HTTP 302: portal.example"_s}));
    }
    void ourOwnWordsAreNotQuoted()
    {
        const Error large{Error::Kind::TooLarge, u"answer_size"_s, u"Die Antwort des Servers war zu groß."_s, {}, 0};
        QCOMPARE(reasonFor(LinkReason::Unreadable, large), LinkReason{LinkReason::Unreadable});
        const Error out{Error::Kind::Unauthorized, u"signed_out"_s, u"Sie sind nicht angemeldet."_s, {}, 0};
        QCOMPARE(reasonFor(LinkReason::NoToken, out), LinkReason{LinkReason::NoToken});
        const Error odd{Error::Kind::Invalid, u"body"_s, u"The server's answer could not be read."_s,
                        u"bytes that are no text"_s, 0};
        QCOMPARE(reasonFor(LinkReason::Unreadable, odd), LinkReason{LinkReason::Unreadable});
    }
    /// The sentence of such an error is ours, and said already by the kind.
    void nobodyAnswered()
    {
        const Error away{Error::Kind::Network, u"unreached"_s, u"Der Server war nicht erreichbar."_s,
                         u"Connection refused"_s, 0};
        QCOMPARE(reasonFor(LinkReason::Unreadable, away),
                 (LinkReason{LinkReason::NotConnected, u"Connection refused"_s}));
        const Error late{Error::Kind::Network, u"timeout"_s, u"Der Server hat nicht rechtzeitig geantwortet."_s, {}, 0};
        QCOMPARE(reasonFor(LinkReason::NoToken, late), LinkReason{LinkReason::NoAnswer});
    }
    /// Of a session that ended there is no error at hand.
    void nobodySaidAnything() { QCOMPARE(reasonFor(LinkReason::NotSignedIn, {}), LinkReason{LinkReason::NotSignedIn}); }
};

QTEST_GUILESS_MAIN(LinkErrorTest)
#include "tst_link_error.moc"
