// SPDX-License-Identifier: GPL-3.0-or-later
// The colours hold what design "Look" promises: 4.5:1 for words, 3:1 for shapes, states apart for every eye, one file.

#include "qml/kit/palette.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <array>
#include <cmath>
#include <numbers>

using namespace bolt;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

/// WCAG 2.1.
double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;
/// Machado, Oliveira, Fernandes 2009, severity 1.
constexpr Matrix eyes[]{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}};

Triple labAsSeen(const QColor &colour, const Matrix &eye)
{
    const Triple rgb{linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    Triple seen{};
    for (size_t i = 0; i < 3; ++i)
        seen[i] = std::clamp(eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2], 0.0, 1.0);
    const double x = (0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047;
    const double y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2];
    const double z = (0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883;
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

/// CIEDE2000.
double deltaE(const Triple &one, const Triple &two)
{
    const double rad = std::numbers::pi / 180;
    const double mean = (std::hypot(one[1], one[2]) + std::hypot(two[1], two[2])) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(mean, 7) / (std::pow(mean, 7) + std::pow(25.0, 7))));
    const double a1 = one[1] * (1 + g), a2 = two[1] * (1 + g);
    const double c1 = std::hypot(a1, one[2]), c2 = std::hypot(a2, two[2]);
    const auto hue = [&](double a, double b) {
        return a == 0 && b == 0 ? 0.0 : std::fmod(std::atan2(b, a) / rad + 360, 360);
    };
    const double h1 = hue(a1, one[2]), h2 = hue(a2, two[2]);
    const bool grey = c1 * c2 == 0;
    const double dh = grey ? 0 : std::fmod(h2 - h1 + 540, 360) - 180;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(rad * dh / 2);
    const double l = (one[0] + two[0]) / 2, c = (c1 + c2) / 2;
    const double h = grey ? h1 + h2 : std::abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : std::fmod((h1 + h2 + 360) / 2, 360);
    const double t = 1 - 0.17 * std::cos(rad * (h - 30)) + 0.24 * std::cos(rad * 2 * h) +
                     0.32 * std::cos(rad * (3 * h + 6)) - 0.2 * std::cos(rad * (4 * h - 63));
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
    const double rt = -std::sin(2 * rad * 30 * std::exp(-std::pow((h - 275) / 25, 2))) * 2 *
                      std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)));
    const double dl = (two[0] - one[0]) / sl, dc = (c2 - c1) / sc, dhh = dH / sh;
    return std::sqrt(dl * dl + dc * dc + dhh * dhh + rt * dc * dhh);
}

using Field = QColor Palette::*;
struct Named
{
    const char *name;
    Field field;
};
constexpr Named grounds[]{{"canvas", &Palette::canvas},     {"surface", &Palette::surface},
                          {"raised", &Palette::raised},     {"inset", &Palette::inset},
                          {"selected", &Palette::selected}, {"hovered", &Palette::hovered}};
constexpr Named words[]{{"text", &Palette::text},           {"muted", &Palette::muted},  {"quiet", &Palette::quiet},
                        {"good", &Palette::good},           {"bad", &Palette::bad},      {"warn", &Palette::warn},
                        {"submitted", &Palette::submitted}, {"manual", &Palette::manual}};
/// What a shape is told by: for waiting, its edge.
constexpr Named shapes[]{{"accent", &Palette::accent},           {"faint", &Palette::faint},
                         {"approved", &Palette::markApproved},   {"submitted", &Palette::markSubmitted},
                         {"failed", &Palette::markFailed},       {"retrying", &Palette::markRetrying},
                         {"manual", &Palette::markManual},       {"inFlight", &Palette::markInFlight},
                         {"waiting", &Palette::markWaitingEdge}, {"skipped", &Palette::markSkipped}};
constexpr Named shapeGrounds[]{{"surface", &Palette::surface}, {"raised", &Palette::raised}};
/// One colour each; submitted shares approved's and differs by form.
constexpr Named states[]{{"approved", &Palette::markApproved}, {"failed", &Palette::markFailed},
                         {"retrying", &Palette::markRetrying}, {"manual", &Palette::markManual},
                         {"inFlight", &Palette::markInFlight}, {"waiting", &Palette::markWaiting}};

} // namespace

class PaletteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreReadable_data() { themes(); }
    void wordsAreReadable();
    void shapesAreSeen_data() { themes(); }
    void shapesAreSeen();
    void primaryButtonIsReadable_data() { themes(); }
    void primaryButtonIsReadable();
    void statesStayApart_data() { themes(); }
    void statesStayApart();
    void hexCodesOnlyHere();

private:
    static void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    static const Palette &palette(bool dark) { return dark ? Palette::dark() : Palette::light(); }
};

void PaletteTest::wordsAreReadable()
{
    QFETCH(bool, dark);
    const Palette &p = palette(dark);
    for (const Named &word : words) {
        for (const Named &ground : grounds) {
            const double ratio = contrast(p.*word.field, p.*ground.field);
            QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3")
                                                  .arg(QLatin1StringView(word.name), QLatin1StringView(ground.name))
                                                  .arg(ratio)));
        }
    }
}

void PaletteTest::shapesAreSeen()
{
    QFETCH(bool, dark);
    const Palette &p = palette(dark);
    for (const Named &shape : shapes) {
        for (const Named &ground : shapeGrounds) {
            const double ratio = contrast(p.*shape.field, p.*ground.field);
            QVERIFY2(ratio >= 3, qPrintable(QStringLiteral("%1 on %2: %3")
                                                .arg(QLatin1StringView(shape.name), QLatin1StringView(ground.name))
                                                .arg(ratio)));
        }
    }
}

void PaletteTest::primaryButtonIsReadable()
{
    QFETCH(bool, dark);
    const Palette &p = palette(dark);
    QVERIFY(contrast(p.onAccent, p.accentFill) >= 4.5);
    QVERIFY(contrast(p.onAccent, p.accentHover) >= 4.5);
}

void PaletteTest::statesStayApart()
{
    QFETCH(bool, dark);
    const Palette &p = palette(dark);
    for (const Matrix &eye : eyes) {
        for (const Named &a : states) {
            for (const Named &b : states) {
                if (a.field == b.field)
                    continue;
                const double distance = deltaE(labAsSeen(p.*a.field, eye), labAsSeen(p.*b.field, eye));
                QVERIFY2(distance >= 15, qPrintable(QStringLiteral("%1 and %2, eye %3: %4")
                                                        .arg(QLatin1StringView(a.name), QLatin1StringView(b.name))
                                                        .arg(&eye - eyes)
                                                        .arg(distance)));
            }
        }
    }
}

void PaletteTest::hexCodesOnlyHere()
{
    const QRegularExpression hex(QStringLiteral("[\"']#[0-9A-Fa-f]{3,8}[\"']"));
    QDirIterator files(QStringLiteral(BOLT_TREE "/qml"),
                       {QStringLiteral("*.qml"), QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().endsWith(QStringLiteral("qml/kit/palette.cpp")))
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!QString::fromUtf8(file.readAll()).contains(hex), qPrintable(file.fileName()));
        ++seen;
    }
    QVERIFY(seen > 50);
}

QTEST_GUILESS_MAIN(PaletteTest)
#include "palette_test.moc"
