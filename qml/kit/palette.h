// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace bolt {

/// The colours of the desk, the only place with hex codes. Two sets: `…Text`-less names are read as text somewhere and
/// keep 4.5:1 on every ground; the `mark…` set fills shapes, keeps 3:1, and its members stay apart (ΔE00 ≥ 15) for the
/// three common colour-blindnesses. tests/kit holds both to it. Source: design, "Look", and the mock.
struct Palette
{
    // grounds
    QColor canvas, surface, raised, inset, selected, hovered, line, lineStrong;
    // text: `faint` is for lines, icons and disabled words only, `quiet` is the weakest one that may carry information
    QColor text, muted, quiet, faint;
    // brand: `accent` marks focus; `accentFill` is the ground of a primary button, `onAccent` the words on it
    QColor accent, accentFill, accentHover, onAccent;
    // words that say how something is
    QColor good, submitted, bad, warn, manual, idle;
    // shapes: mosaic, bars, marks
    QColor markApproved, markSubmitted, markFailed, markRetrying, markManual, markInFlight, markWaiting,
        markWaitingEdge, markSkipped;
    QColor barSubmitted; ///< submitted inside a stacked bar, where an outline would not be seen
    QColor scrim, shadow;

    static const Palette &dark();
    static const Palette &light();
};

} // namespace bolt
