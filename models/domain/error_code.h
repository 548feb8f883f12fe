// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace bolt {

/// Classes of contracts/domain.md, "Error classes".
enum class ErrorClass : quint8 { Transient, SiteChanged, Manual, Data, Permanent, Unknown };

ErrorClass errorClass(QStringView code);

/// Are attempts made again by themselves? Only transient errors are; data, permanent, manual and unknown wait for a
/// person.
inline bool retriesByItself(ErrorClass c) { return c == ErrorClass::Transient; }

} // namespace bolt
