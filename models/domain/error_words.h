// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bolt {

/// The wire's error code as a person says it: SELECTOR_NOT_FOUND is "form changed", an unknown NEW_CODE "new code".
/// What does not look like a code stays as it came.
QString errorWords(const QString &code);
/// With the code beside it, where it identifies something: "form changed (SELECTOR_NOT_FOUND)".
QString errorWordsAndCode(const QString &code);

} // namespace bolt
