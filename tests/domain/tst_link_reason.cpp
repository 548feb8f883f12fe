// SPDX-License-Identifier: GPL-3.0-or-later
// Why the link is not live: our sentence, then what was said.
#include "models/ports/link_reason.h"

#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

class LinkReasonTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingOfNothing();
    void quotesWhatWasSaid();
    void tellsSinceWhen();
};

void LinkReasonTest::saysNothingOfNothing()
{
    QVERIFY(LinkReason().empty());
    QCOMPARE(linkWords({}), QString());
    QCOMPARE(plainWords({}), QString());
}

void LinkReasonTest::quotesWhatWasSaid()
{
    const LinkReason alone{LinkReason::NotConnected};
    QCOMPARE(linkWords(alone), u"The server could not be reached."_s);
    const LinkReason said{LinkReason::NotConnected, u"100%1 no <b>route</b>"_s};
    QCOMPARE(linkWords(said), u"The server could not be reached. Reported: “100%1 no <b>route</b>”"_s);
    QCOMPARE(plainWords(said), linkWords(said));
}

void LinkReasonTest::tellsSinceWhen()
{
    const LinkReason why{LinkReason::Unpublished, u"no %1"_s, fromMicros(1'700'000'000'000'000)};
    QCOMPARE(plainWords(why), u"Waiting since 22:13:20Z for the server to publish the tables. Reported: “no %1”"_s);
    QVERIFY(linkWords(why).endsWith(u"for the server to publish the tables. Reported: “no %1”"_s));
}

QTEST_GUILESS_MAIN(LinkReasonTest)
#include "tst_link_reason.moc"
