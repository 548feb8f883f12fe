// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/theme.h"

#include <QFontDatabase>
#include <QQmlEngine>

using namespace Qt::StringLiterals;

namespace bolt {
namespace {

constexpr char propertyName[] = "boltdesk.theme";

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

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_family(loadFamily())
    , m_monoFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family())
{
}

void Theme::componentComplete()
{
    // Painted items look here: an engine cannot be asked for a singleton that is written in QML.
    if (QQmlEngine *engine = qmlEngine(this))
        engine->setProperty(propertyName, QVariant::fromValue(this));
}

Theme *Theme::of(const QObject *item)
{
    const QQmlEngine *engine = qmlEngine(item);
    return engine ? engine->property(propertyName).value<Theme *>() : nullptr;
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
    Q_EMIT changed();
}

} // namespace bolt
