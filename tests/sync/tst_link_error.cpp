// SPDX-License-Identifier: GPL-3.0-or-later
// What the link says of an error: only what somebody else said is quoted.
#include "services/sync/link_error.h"

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
