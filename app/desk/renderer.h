// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace bolt {

/// What is known of this machine before the first window.
struct RendererFacts
{
    QString wish;                    ///< `--renderer`: auto, gpu or software
    QString environment;             ///< QT_QUICK_BACKEND or QSG_RHI_BACKEND, when somebody set one of them
    bool remote = false;             ///< the window is shown on another machine
    bool graphicsCard = true;        ///< a card that can draw is there; true where nobody can tell
    std::function<QString()> openGl; ///< what OpenGL calls its renderer; costs a context, so it is asked last
};

/// Who draws the window, and why, in plain English for the diagnostics.
struct Renderer
{
    enum class Kind : quint8 { Gpu, Software, AsSet };
    Kind kind = Kind::Gpu;
    QString words;
};

/// Qt would take an OpenGL that is emulated on the processor (llvmpipe), which costs five times what Qt's own software
/// renderer does and twice the memory.
Renderer chooseRenderer(const RendererFacts &facts);

/// The facts of this machine. After QGuiApplication was made and before the first window.
RendererFacts rendererFacts(const QString &wish);

} // namespace bolt
