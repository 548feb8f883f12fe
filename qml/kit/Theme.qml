// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import BoltDesk.Kit

// The tokens as QML reads them. The colours and sizes are C++; this function is not, because only what is read inside a
// function of QML makes a binding follow: a call into C++ would keep the old length when the text size changes.
ThemeTokens {
    /// A length that must grow with the text it holds.
    function scaled(length: double): int {
        return Math.round(length * textScale / 100);
    }
}
