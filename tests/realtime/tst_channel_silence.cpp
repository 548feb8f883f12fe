// SPDX-License-Identifier: GPL-3.0-or-later
// A server that does not answer: when it is said, when it is taken back, and that a slow link is none. Virtual time.
#include "machine_rig.h"

#include <QtTest>
#include <map>
#include <random>

using namespace bolt;
using namespace std::chrono_literals;

namespace {

/// A live channel with a way of a given length to a server that answers, or freezes.
class SlowLink
{
public:
    explicit SlowLink(Micros roundTrip)
    {
        way = [roundTrip] { return roundTrip; };
        rig.onPing = [this] {
            if (pongs)
                answer([this, payload = rig.lastPing] { rig.pong(payload); });
        };
        rig.onBeat = [this] { answer([this, ref = rig.beatRef] { rig.beatOk(ref); }); };
        rig.give("jwt1", Seconds(1'000'000));
        rig.start();
        rig.opened();
        pass(way());
        rig.joinOk();
        rig.subscribed();
        pass(4s);
    }

    void change(Micros in)
    {
        onTheWay.emplace(rig.at + in, [this] { rig.change(); });
    }
    /// The server stops: nothing of what it has not sent comes.
    void freeze() { frozen = true; }
    /// Deadlines and arrivals in the order of their times.
    void pass(Micros time)
    {
        const Micros end = rig.at + time;
        for (;;) {
            const auto arrival = onTheWay.empty() ? Micros::max() : onTheWay.begin()->first;
            const auto deadline = rig.machine.nextDeadline().value_or(Micros::max());
            const auto next = std::min(arrival, deadline);
            if (next > end)
                break;
            rig.pass(std::max(Micros(0), std::min(next, end) - rig.at));
            if (arrival <= rig.at) {
                const auto arrive = onTheWay.extract(onTheWay.begin()).mapped();
                arrive();
            }
            look();
        }
        rig.pass(end - rig.at);
        look();
    }
    std::optional<Instant> silent() const { return rig.machine.status().silentSince; }
    /// How long after now the silence is said; nothing within a minute: -1.
    Micros untilSilent()
    {
        for (const Micros begin = rig.at; rig.at - begin < 60s; pass(1ms)) {
            if (silent())
                return rig.at - begin;
        }
        return Micros(-1);
    }

    MachineRig rig;
    std::function<Micros()> way;
    bool pongs = true;
    bool frozen = false;
    int silences = 0;

private:
    void answer(std::function<void()> arrive)
    {
        if (!frozen)
            onTheWay.emplace(rig.at + way(), std::move(arrive));
    }
    void look()
    {
        const bool now = silent().has_value();
        silences += now && !m_was;
        m_was = now;
    }

    std::multimap<Micros, std::function<void()>> onTheWay;
    bool m_was = false;
};

} // namespace

class ChannelSilenceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSaidInTime_data();
    void isSaidInTime();
    void isNotSaidOfAHealthyLink_data();
    void isNotSaidOfAHealthyLink();
    void asksOnlyWhenNothingCame();
    void takesDataForAnAnswer();
    void takesPongsForAnAnswer();
    void asksAServerWithoutPongsByHeartbeat();
    void endsWithAnAnswerThatIsLate();
    void endsWithWhateverComes();
    void readsTheSocketFirst();
    void learnsThatALinkBecameSlow();
    void learnsThatALinkIsSlowByTurns();
    void takesOneFreezeForNoHabit();
    void isOverWithTheSocket();
    void measuresTheAnswerOnly();
};

void ChannelSilenceTest::isSaidInTime_data()
{
    QTest::addColumn<int>("roundTrip");
    QTest::addColumn<int>("within");
    QTest::newRow("10 ms") << 10 << 3000;
    QTest::newRow("250 ms") << 250 << 3000;
    QTest::newRow("800 ms") << 800 << 2000 + 4 * 800;
    QTest::newRow("1.5 s") << 1500 << 2000 + 4 * 1500;
}

void ChannelSilenceTest::isSaidInTime()
{
    QFETCH(int, roundTrip);
    QFETCH(int, within);
    // Whatever was under way when it froze.
    for (Millis moment{0}; moment <= Millis(4000); moment += Millis(133)) {
        SlowLink link{Millis(roundTrip)};
        link.pass(moment);
        QVERIFY(!link.silent());
        link.freeze();
        // What it sent before is still on its way for half a round trip at most; here, for a whole one.
        const Micros said = link.untilSilent();
        QVERIFY(said >= 0us);
        const Micros sinceHeard = link.rig.wall - *link.silent();
        QVERIFY2(sinceHeard <= Millis(within) && sinceHeard >= 2900ms, qPrintable(QString::number(sinceHeard.count())));
        QCOMPARE(link.silent(), link.rig.machine.status().heardAt);
        QCOMPARE(link.rig.phase(), LinkPhase::Live); // the socket stands; reconnecting is the heartbeat's business
    }
}

void ChannelSilenceTest::isNotSaidOfAHealthyLink_data()
{
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("10 ms") << 10 << 10;
    QTest::newRow("10 ms, with a hitch now and then") << 10 << 990;
    QTest::newRow("800 ms") << 800 << 800;
    QTest::newRow("800 ms, unsteady") << 300 << 1600;
}

void ChannelSilenceTest::isNotSaidOfAHealthyLink()
{
    QFETCH(int, least);
    QFETCH(int, most);
    std::mt19937 dice(7);
    SlowLink link{Millis(least)};
    link.way = [&] { return Micros(Millis(std::uniform_int_distribution(least, most)(dice))); };
    for (int second = 0; second < 3600; ++second) {
        if (dice() % 15 == 0)
            link.change(Micros(Millis(dice() % 1000)));
        link.pass(1s);
    }
    QCOMPARE(link.silences, 0);
    QCOMPARE(link.rig.log.count(QStringLiteral("open")), 1); // one socket in all the hour
}

void ChannelSilenceTest::asksOnlyWhenNothingCame()
{
    SlowLink link{10ms};
    link.rig.told();
    for (int i = 0; i < 20; ++i) {
        link.change(0us);
        link.pass(1500ms);
    }
    QVERIFY(!link.rig.did(QStringLiteral("ping")));
    link.rig.told();
    link.pass(20s);
    const auto pings = link.rig.told().count(QStringLiteral("ping"));
    QVERIFY2(pings >= 9 && pings <= 11, qPrintable(QString::number(pings))); // one in about two seconds
}

void ChannelSilenceTest::takesDataForAnAnswer()
{
    SlowLink link{10ms};
    link.pongs = false;
    for (int i = 0; i < 600; ++i) {
        link.change(0us);
        link.pass(i % 3 == 0 ? 2500ms : 500ms); // a ping goes out each time and gets no pong
    }
    QCOMPARE(link.silences, 0);
}

void ChannelSilenceTest::takesPongsForAnAnswer()
{
    SlowLink link{10ms};
    link.pass(600s); // no data at all
    QCOMPARE(link.silences, 0);
    QCOMPARE(link.rig.machine.status().latencyMs, 10);
}

void ChannelSilenceTest::asksAServerWithoutPongsByHeartbeat()
{
    // From the first moment on: the one heartbeat of the beginning tells.
    SlowLink link{10ms};
    link.pongs = false;
    link.rig.machine.rejoin({LinkReason::NoChanges}, link.rig.now());
    link.rig.drain();
    link.rig.joinOk();
    link.rig.subscribed();
    link.pass(30s);
    link.rig.told();
    link.pass(600s);
    QCOMPARE(link.silences, 0);
    QVERIFY(!link.rig.did(QStringLiteral("ping")));
    link.freeze();
    const Micros said = link.untilSilent();
    QVERIFY(said > 0us && said <= 3s);
}

void ChannelSilenceTest::endsWithAnAnswerThatIsLate()
{
    SlowLink link{10ms};
    link.pass(20s);
    link.freeze();
    link.rig.told();
    while (!link.rig.did(QStringLiteral("ping")))
        link.pass(1ms);
    const QByteArray payload = link.rig.lastPing;
    link.pass(999ms);
    QVERIFY(!link.silent());
    link.pass(1ms);
    QVERIFY(link.silent());
    link.pass(1ms);
    link.rig.pong(payload);
    QVERIFY(!link.silent());
    QCOMPARE(link.rig.machine.status().latencyMs, 1001);
}

void ChannelSilenceTest::endsWithWhateverComes()
{
    for (const auto &come : std::vector<std::function<void(MachineRig &)>>{
             [](MachineRig &rig) { rig.change(); }, [](MachineRig &rig) { rig.pong("another"); },
             [](MachineRig &rig) { rig.machine.received(7, rig.now()); }, // garbage, binary, a part of a message
             [](MachineRig &rig) { rig.recv(R"([null,null,"phoenix","phx_reply",{}])"); }}) {
        SlowLink link{10ms};
        link.freeze();
        link.untilSilent();
        QVERIFY(link.silent());
        link.pass(3s);
        QVERIFY(link.silent());
        come(link.rig);
        QVERIFY(!link.silent());
        link.pass(1s);
        QVERIFY(!link.silent());
        link.pass(2s); // and begins again
        QVERIFY(link.silent());
    }
}

/// The thread was busy: its timer and the answer come at the same time.
void ChannelSilenceTest::readsTheSocketFirst()
{
    SlowLink link{10ms};
    link.freeze();
    link.rig.told();
    while (!link.rig.did(QStringLiteral("ping")))
        link.pass(1ms);
    link.rig.oversleep(2s, 2s);
    QVERIFY(!link.silent());
    link.rig.pong(link.rig.lastPing);
    QVERIFY(!link.silent());
    link.rig.told();
    while (!link.rig.did(QStringLiteral("ping")))
        link.pass(1ms);
    link.rig.oversleep(2s, 2s);
    QVERIFY(!link.silent());
    link.pass(100ms); // once is enough
    QVERIFY(link.silent());
}

void ChannelSilenceTest::learnsThatALinkBecameSlow()
{
    SlowLink link{10ms};
    link.pass(60s);
    link.way = [] { return Micros(1500ms); };
    link.pass(60s);
    const int first = link.silences;
    QVERIFY2(first >= 1 && first <= 5, qPrintable(QString::number(first)));
    link.pass(3600s);
    QCOMPARE(link.silences, first);
}

void ChannelSilenceTest::learnsThatALinkIsSlowByTurns()
{
    SlowLink link{10ms};
    link.pass(60s);
    bool slow = false;
    link.way = [&slow] { return (slow = !slow) ? Micros(1500ms) : Micros(50ms); };
    link.pass(120s);
    const int first = link.silences;
    link.pass(3600s);
    QCOMPARE(link.silences, first);
}

void ChannelSilenceTest::takesOneFreezeForNoHabit()
{
    SlowLink link{10ms};
    int beats = 0;
    for (int freezes = 0; freezes < 12; ++freezes) {
        link.freeze();
        const QByteArray beat = link.rig.beatRef;
        const Micros said = link.untilSilent();
        QVERIFY2(said > 0us && said <= 3s, qPrintable(QString::number(said.count())));
        link.pass(4s);
        link.frozen = false;
        link.rig.pong(link.rig.lastPing);
        QVERIFY(!link.silent());
        QVERIFY(link.rig.machine.status().latencyMs > 4000);
        if (link.rig.beatRef != beat) { // one went out meanwhile
            link.rig.beatOk(link.rig.beatRef);
            ++beats;
        }
        for (int i = 0; i < 3; ++i) { // busy, and so hardly asked
            link.change(0us);
            link.pass(1s);
        }
        link.pass(2s);
    }
    QVERIFY(beats > 0);
}

void ChannelSilenceTest::isOverWithTheSocket()
{
    SlowLink link{10ms};
    link.freeze();
    link.untilSilent();
    QVERIFY(link.silent());
    link.rig.told();
    link.pass(40s); // the heartbeat gives it up, as ever
    QVERIFY(link.rig.did(QStringLiteral("abort")));
    QVERIFY(link.rig.did(QStringLiteral("interrupted")));
    QVERIFY(!link.silent());

    SlowLink other{10ms};
    other.freeze();
    other.untilSilent();
    other.rig.told();
    other.rig.machine.retryNow(other.rig.now()); // a person does not wait for it
    other.rig.drain();
    QCOMPARE(other.rig.told(),
             (QStringList{QStringLiteral("interrupted"), QStringLiteral("abort"), QStringLiteral("open")}));
    QVERIFY(!other.silent());
}

/// Data that comes is an answer, but no measure of the way.
void ChannelSilenceTest::measuresTheAnswerOnly()
{
    SlowLink link{300ms};
    link.pass(28s); // past a heartbeat, which measures, too
    QCOMPARE(link.rig.machine.status().latencyMs, 300);
    const auto at = link.rig.machine.status().latencyAt;
    for (int i = 0; i < 10; ++i) {
        link.change(0us);
        link.pass(1s);
    }
    QVERIFY(link.rig.machine.status().latencyAt);
    QVERIFY(*link.rig.machine.status().latencyAt - *at <= 300ms + 1900ms);
    QCOMPARE(link.rig.machine.status().latencyMs, 300);
    QCOMPARE(link.rig.machine.status().heardAt, std::optional(link.rig.wall - 1s));
}

QTEST_GUILESS_MAIN(ChannelSilenceTest)
#include "tst_channel_silence.moc"
