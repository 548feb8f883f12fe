// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/theme.h"

#include <QFontDatabase>
#include <QQmlEngine>

using namespace Qt::StringLiterals;

namespace bolt {
namespace {

// The family the three faces carry; without them (a build without resources) the system's font is the honest fallback.
QString loadFamily()
{
    QString family;
    for (const auto face : {"Regular"_L1, "Medium"_L1, "SemiBold"_L1}) {
        const int id =
            QFontDatabase::addApplicationFont(u":/qt/qml/BoltDesk/Kit/fonts/BoltDeskSans-%1.otf"_s.arg(face));
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        if (!families.isEmpty() && family.isEmpty())
            family = families.constFirst();
    }
    return family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::GeneralFont).family() : family;
}

} // namespace

Theme::Theme(QJSEngine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_family(loadFamily())
    , m_monoFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family())
{
    makeScaled();
}

void Theme::makeScaled()
{
    if (m_engine)
        m_scaled = m_engine->evaluate(u"(length => Math.round(length * %1 / 100))"_s.arg(m_textScale));
}

Theme *Theme::of(const QObject *item)
{
    QQmlEngine *engine = qmlEngine(item);
    // By type id: the overload that takes names is newer than Qt 6.4.
    const int type = qmlTypeId("BoltDesk.Kit", 1, 0, "Theme");
    return engine && type >= 0 ? engine->singletonInstance<Theme *>(type) : nullptr;
}

void Theme::setDark(bool dark)
{
    if (std::exchange(m_dark, dark) != dark)
        Q_EMIT changed();
}

void Theme::setDense(bool dense)
{
    if (std::exchange(m_dense, dense) != dense)
        Q_EMIT changed();
}

void Theme::setReducedMotion(bool reduced)
{
    if (std::exchange(m_reducedMotion, reduced) != reduced)
        Q_EMIT changed();
}

void Theme::setTextScale(int percent)
{
    const int bounded = qBound(80, percent, 200);
    if (std::exchange(m_textScale, bounded) == bounded)
        return;
    makeScaled();
    Q_EMIT changed();
}

} // namespace bolt
