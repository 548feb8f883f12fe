// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import BoltDesk.Kit

// The tokens as QML reads them. The colours and sizes are C++; these functions are not, because only what is read inside a
// function of QML makes a binding follow: a call into C++ would keep the old length when the text size changes.
ThemeTokens {
    /// So many menus are open; no tooltip opens over one.
    property int openMenus: 0

    /// A length that must grow with the text it holds.
    function scaled(length: double): int {
        return Math.round(length * textScale / 100);
    }
    /// The height of one line of text with air around it: the text grows, the air does not.
    function tall(height: double): int {
        return textScale > 100 ? Math.round(height + 14 * (textScale - 100) / 100) : scaled(height);
    }
}
