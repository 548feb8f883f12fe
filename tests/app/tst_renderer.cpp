// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/renderer.h"

#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

class TestRenderer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chooses_data();
    void chooses();
    void asksOpenGlLast();
};

void TestRenderer::chooses_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<bool>("remote");
    QTest::addColumn<bool>("card");
    QTest::addColumn<QString>("openGl");
    QTest::addColumn<Renderer::Kind>("kind");
    using K = Renderer::Kind;
    const QString real = u"Mesa Intel(R) UHD Graphics 620 (KBL GT2)"_s, llvm = u"llvmpipe (LLVM 15.0.6, 256 bits)"_s;

    QTest::newRow("a graphics card") << u"auto"_s << QString() << false << true << real << K::Gpu;
    QTest::newRow("emulated") << u"auto"_s << QString() << false << true << llvm << K::Software;
    QTest::newRow("emulated, older") << u"auto"_s << QString() << false << true << u"softpipe"_s << K::Software;
    QTest::newRow("no OpenGL") << u"auto"_s << QString() << false << true << QString() << K::Software;
    QTest::newRow("no card") << u"auto"_s << QString() << false << false << real << K::Software;
    QTest::newRow("another machine's display") << u"auto"_s << QString() << true << true << real << K::Software;
    QTest::newRow("a variable is obeyed") << u"auto"_s << u"QSG_RHI_BACKEND=gl"_s << true << false << llvm << K::AsSet;
    QTest::newRow("the option overrules")
        << u"gpu"_s << u"QT_QUICK_BACKEND=software"_s << true << false << llvm << K::Gpu;
    QTest::newRow("the option, too") << u"software"_s << u"QSG_RHI_BACKEND=gl"_s << false << true << real
                                     << K::Software;
}

void TestRenderer::chooses()
{
    QFETCH(QString, wish);
    QFETCH(QString, environment);
    QFETCH(bool, remote);
    QFETCH(bool, card);
    QFETCH(QString, openGl);
    QFETCH(Renderer::Kind, kind);
    const auto chosen = chooseRenderer({wish, environment, remote, card, [openGl] { return openGl; }});
    QCOMPARE(chosen.kind, kind);
    QVERIFY(!chosen.words.isEmpty());
}

void TestRenderer::asksOpenGlLast()
{
    int asked = 0;
    const auto ask = [&asked] {
        ++asked;
        return u"llvmpipe"_s;
    };
    chooseRenderer({u"auto"_s, QString(), false, false, ask});
    chooseRenderer({u"software"_s, QString(), false, true, ask});
    QCOMPARE(asked, 0);
    chooseRenderer({u"auto"_s, QString(), false, true, ask});
    QCOMPARE(asked, 1);
}

QTEST_GUILESS_MAIN(TestRenderer)
#include "tst_renderer.moc"
