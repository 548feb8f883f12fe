// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bolt {

/// What is wrong with the address of a workspace that a sign-in is sent to. Stable words, empty when it is right:
/// `empty`, `no-url`, `scheme`, `no-host`, `credentials` (they do not belong into an address), `insecure` (plain http
/// to another machine: the password is readable on the way).
QString wrongAddress(const QString &text);
/// The same in one line, for a command line.
inline constexpr auto addressWords = "an https address without a password in it; http only to this machine";

} // namespace bolt
