// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/palette.h"

namespace bolt {
namespace {

QColor hex(const char *code) { return QColor(QLatin1StringView(code)); }

Palette makeDark()
{
    Palette p;
    p.canvas = hex("#0F1216");
    p.surface = hex("#161A20");
    p.raised = hex("#1E242C");
    p.inset = hex("#12161B");
    p.selected = hex("#232B36");
    p.hovered = hex("#1B2027");
    p.line = hex("#2B333E");
    p.lineStrong = hex("#3A4451");
    p.text = hex("#E8ECF1");
    p.muted = hex("#A3AFBD");
    p.quiet = hex("#8996A6");
    p.faint = hex("#6E7B8B");
    p.accent = hex("#F2B53A");
    p.accentFill = hex("#F2B53A");
    p.accentHover = hex("#FFC85A");
    p.onAccent = hex("#14171C");
    p.good = hex("#35B58A");
    p.submitted = hex("#4C9FE8");
    p.bad = hex("#E8704F");
    p.warn = hex("#E0A13A");
    p.manual = hex("#B18CF0");
    p.idle = hex("#5C6876");
    p.markApproved = hex("#48B387");
    p.markSubmitted = hex("#48B387");
    p.markFailed = hex("#E05016");
    p.markRetrying = hex("#ECCD44");
    p.markManual = hex("#CB30F4");
    p.markInFlight = hex("#C3CFE0");
    p.markWaiting = hex("#3E4751");
    p.markWaitingEdge = hex("#6E7B8B");
    p.markSkipped = hex("#6E7B8B");
    p.barSubmitted = hex("#48806B");
    p.scrim = hex("#66000000");
    p.shadow = hex("#70000000");
    return p;
}

Palette makeLight()
{
    Palette p;
    p.canvas = hex("#F5F6F8");
    p.surface = hex("#FFFFFF");
    p.raised = hex("#FFFFFF");
    p.inset = hex("#F5F6F8");
    p.selected = hex("#EEF2F7");
    p.hovered = hex("#F7F9FB");
    p.line = hex("#D9DEE5");
    p.lineStrong = hex("#C3CAD3");
    p.text = hex("#171B21");
    p.muted = hex("#525E6C");
    p.quiet = hex("#616D7B");
    p.faint = hex("#7A8694");
    p.accent = hex("#A86A00");
    p.accentFill = hex("#9E6300");
    p.accentHover = hex("#875400");
    p.onAccent = hex("#FFFFFF");
    p.good = hex("#0B7A55");
    p.submitted = hex("#1565B5");
    p.bad = hex("#B83A1B");
    p.warn = hex("#8F5B00");
    p.manual = hex("#6B3FC4");
    p.idle = hex("#8893A0");
    p.markApproved = hex("#10A580");
    p.markSubmitted = hex("#10A580");
    p.markFailed = hex("#A61812");
    p.markRetrying = hex("#D66C0F");
    p.markManual = hex("#67475B");
    p.markInFlight = hex("#194BCD");
    p.markWaiting = hex("#D5DAE1");
    p.markWaitingEdge = hex("#8893A0");
    p.markSkipped = hex("#7A8694");
    p.barSubmitted = hex("#83C4B2");
    p.scrim = hex("#33171B21");
    p.shadow = hex("#38000000");
    return p;
}

} // namespace

const Palette &Palette::dark()
{
    static const Palette palette = makeDark();
    return palette;
}

const Palette &Palette::light()
{
    static const Palette palette = makeLight();
    return palette;
}

} // namespace bolt
