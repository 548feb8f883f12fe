// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/renderer.h"

#include <QDir>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

bool isEmulated(const QString &openGl)
{
    for (const auto name : {"llvmpipe"_L1, "softpipe"_L1, "swrast"_L1, "swiftshader"_L1, "basic render"_L1}) {
        if (openGl.contains(name, Qt::CaseInsensitive))
            return true;
    }
    return openGl.isEmpty();
}

QString askOpenGl()
{
    QOffscreenSurface surface;
    surface.create();
    QOpenGLContext context;
    if (!surface.isValid() || !context.create() || !context.makeCurrent(&surface))
        return {};
    const auto *name = context.functions()->glGetString(GL_RENDERER);
    const QString words = QString::fromLatin1(reinterpret_cast<const char *>(name)).left(200);
    context.doneCurrent();
    return words;
}

/// X11 over the network or an ssh tunnel names a host before the colon; a remote desktop of Windows says so itself.
bool isRemote()
{
#ifdef Q_OS_WIN
    return GetSystemMetrics(SM_REMOTESESSION) != 0;
#else
    const QString display = qEnvironmentVariable("DISPLAY");
    return QGuiApplication::platformName() == u"xcb"_s && display.indexOf(u':') > 0 && !display.startsWith(u"unix:"_s);
#endif
}

bool hasGraphicsCard()
{
#ifdef Q_OS_LINUX
    return !QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System).isEmpty() ||
           QFile::exists(u"/dev/nvidiactl"_s) || QFile::exists(u"/dev/dxg"_s);
#else
    return true;
#endif
}

bool drawsByOpenGl()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return false; // Direct3D, Metal
#else
    return QGuiApplication::platformName() == u"xcb"_s || QGuiApplication::platformName().startsWith(u"wayland"_s);
#endif
}

} // namespace

Renderer chooseRenderer(const RendererFacts &facts)
{
    using Kind = Renderer::Kind;
    if (facts.wish == u"software"_s)
        return {Kind::Software, u"software, as asked for by --renderer"_s};
    if (facts.wish == u"gpu"_s)
        return {Kind::Gpu, u"graphics card, as asked for by --renderer"_s};
    if (!facts.environment.isEmpty())
        return {Kind::AsSet, u"as set by %1"_s.arg(facts.environment)};
    if (facts.remote)
        return {Kind::Software, u"software: the display is on another machine"_s};
    if (!facts.graphicsCard)
        return {Kind::Software, u"software: no graphics card here"_s};
    if (!facts.openGl)
        return {Kind::Gpu, u"graphics card"_s};
    const QString openGl = facts.openGl();
    if (isEmulated(openGl))
        return {Kind::Software,
                openGl.isEmpty() ? u"software: no OpenGL here"_s : u"software: OpenGL is emulated (%1)"_s.arg(openGl)};
    return {Kind::Gpu, u"graphics card (%1)"_s.arg(openGl)};
}

RendererFacts rendererFacts(const QString &wish)
{
    RendererFacts facts;
    facts.wish = wish;
    for (const char *variable : {"QT_QUICK_BACKEND", "QSG_RHI_BACKEND", "QMLSCENE_DEVICE"}) {
        if (facts.environment.isEmpty() && qEnvironmentVariableIsSet(variable))
            facts.environment = QString::fromLatin1(variable) + u'=' + qEnvironmentVariable(variable).left(40);
    }
    facts.remote = isRemote();
    if (drawsByOpenGl()) {
        facts.graphicsCard = hasGraphicsCard();
        facts.openGl = askOpenGl;
    }
    return facts;
}

} // namespace bolt
