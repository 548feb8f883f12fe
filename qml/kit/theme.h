// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/kit/palette.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// The tokens: colours, type, spacing, motion. One object an engine; main thread. The shell sets the five inputs from
/// the AppearanceScreen; all else follows and is announced by changed() once. Lengths are device-independent pixels.
/// QML knows it as the singleton `Theme` (Theme.qml).
class Theme : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_NAMED_ELEMENT(ThemeTokens)

    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY changed FINAL)
    Q_PROPERTY(bool dense READ dense WRITE setDense NOTIFY changed FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed FINAL)
    /// Percent, 80 to 200; scales type and what must hold it.
    Q_PROPERTY(int textScale READ textScale WRITE setTextScale NOTIFY changed FINAL)

#define BOLT_COLOUR(name) Q_PROPERTY(QColor name READ name NOTIFY changed FINAL)
    BOLT_COLOUR(canvas)
    BOLT_COLOUR(surface)
    BOLT_COLOUR(raised)
    BOLT_COLOUR(inset)
    BOLT_COLOUR(selected)
    BOLT_COLOUR(hovered)
    BOLT_COLOUR(line)
    BOLT_COLOUR(lineStrong)
    BOLT_COLOUR(text)
    BOLT_COLOUR(muted)
    BOLT_COLOUR(quiet)
    BOLT_COLOUR(faint)
    BOLT_COLOUR(accent)
    BOLT_COLOUR(accentFill)
    BOLT_COLOUR(accentHover)
    BOLT_COLOUR(onAccent)
    BOLT_COLOUR(good)
    BOLT_COLOUR(submitted)
    BOLT_COLOUR(bad)
    BOLT_COLOUR(warn)
    BOLT_COLOUR(manual)
    BOLT_COLOUR(idle)
    BOLT_COLOUR(markApproved)
    BOLT_COLOUR(markFailed)
    BOLT_COLOUR(markInFlight)
    BOLT_COLOUR(scrim)
    BOLT_COLOUR(shadow)
#undef BOLT_COLOUR
    Q_PROPERTY(QString family READ family CONSTANT FINAL)
    Q_PROPERTY(QString monoFamily READ monoFamily CONSTANT FINAL)
    // type sizes in pixels, scaled
    Q_PROPERTY(int fontTiny READ fontTiny NOTIFY changed FINAL)
    Q_PROPERTY(int fontSmall READ fontSmall NOTIFY changed FINAL)
    Q_PROPERTY(int fontBody READ fontBody NOTIFY changed FINAL)
    Q_PROPERTY(int fontTitle READ fontTitle NOTIFY changed FINAL)
    Q_PROPERTY(int fontFigure READ fontFigure NOTIFY changed FINAL)
    // heights, scaled
    Q_PROPERTY(int rowHeight READ rowHeight NOTIFY changed FINAL)
    Q_PROPERTY(int controlHeight READ controlHeight NOTIFY changed FINAL)
    Q_PROPERTY(int chipHeight READ chipHeight NOTIFY changed FINAL)
    // the 4 px grid
    Q_PROPERTY(int grid READ grid CONSTANT FINAL)
    Q_PROPERTY(int gap READ gap CONSTANT FINAL)
    Q_PROPERTY(int pad READ pad CONSTANT FINAL)
    Q_PROPERTY(int page READ page CONSTANT FINAL)
    Q_PROPERTY(int radius READ radius CONSTANT FINAL)
    Q_PROPERTY(int icon READ icon NOTIFY changed FINAL)
    // motion in milliseconds; 0 with reduced motion
    Q_PROPERTY(int motion READ motion NOTIFY changed FINAL)

public:
    explicit Theme(QObject *parent = nullptr);
    void classBegin() override {}
    void componentComplete() override;
    /// The engine's Theme, for painted items. Null before QML made it.
    static Theme *of(const QObject *item);

    const Palette &palette() const { return m_dark ? Palette::dark() : Palette::light(); }
    bool dark() const { return m_dark; }
    void setDark(bool dark);
    bool dense() const { return m_dense; }
    void setDense(bool dense);
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);
    int textScale() const { return m_textScale; }
    void setTextScale(int percent);

#define BOLT_COLOUR(name)                                                                                              \
    QColor name() const { return palette().name; }
    BOLT_COLOUR(canvas)
    BOLT_COLOUR(surface)
    BOLT_COLOUR(raised)
    BOLT_COLOUR(inset)
    BOLT_COLOUR(selected)
    BOLT_COLOUR(hovered)
    BOLT_COLOUR(line)
    BOLT_COLOUR(lineStrong)
    BOLT_COLOUR(text)
    BOLT_COLOUR(muted)
    BOLT_COLOUR(quiet)
    BOLT_COLOUR(faint)
    BOLT_COLOUR(accent)
    BOLT_COLOUR(accentFill)
    BOLT_COLOUR(accentHover)
    BOLT_COLOUR(onAccent)
    BOLT_COLOUR(good)
    BOLT_COLOUR(submitted)
    BOLT_COLOUR(bad)
    BOLT_COLOUR(warn)
    BOLT_COLOUR(manual)
    BOLT_COLOUR(idle)
    BOLT_COLOUR(markApproved)
    BOLT_COLOUR(markFailed)
    BOLT_COLOUR(markInFlight)
    BOLT_COLOUR(scrim)
    BOLT_COLOUR(shadow)
#undef BOLT_COLOUR

    QString family() const { return m_family; }
    QString monoFamily() const { return m_monoFamily; }
    int fontTiny() const { return scaled(11); }
    int fontSmall() const { return scaled(12); }
    int fontBody() const { return scaled(m_dense ? 12 : 13); }
    int fontTitle() const { return scaled(17); }
    int fontFigure() const { return scaled(24); }
    int rowHeight() const { return tall(m_dense ? 26 : 32); }
    int controlHeight() const { return tall(28); }
    int chipHeight() const { return tall(22); }
    int grid() const { return 4; }
    int gap() const { return 8; }
    int pad() const { return 12; }
    int page() const { return 16; }
    int radius() const { return 6; }
    int icon() const { return scaled(16); }
    int motion() const { return m_reducedMotion ? 0 : 140; }

    int scaled(double pixels) const { return qRound(pixels * m_textScale / 100.0); }
    /// A line of text with air around it: the text grows, the air does not.
    int tall(double pixels) const
    {
        return m_textScale > 100 ? qRound(pixels + 14 * (m_textScale - 100) / 100.0) : scaled(pixels);
    }

Q_SIGNALS:
    void changed();

private:
    QString m_family;
    QString m_monoFamily;
    bool m_dark = true;
    bool m_dense = false;
    bool m_reducedMotion = false;
    int m_textScale = 100;
};

} // namespace bolt
