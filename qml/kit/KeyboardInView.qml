// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit

// Scrolls a page so that what the keyboard is at can be seen, with its label above and its error below. What the pointer
// pressed was seen already and stays where it is.
Item {
    id: follower

    required property Flickable view
    readonly property Item keyboardAt: Window.activeFocusItem

    function follow(item: Item) {
        const control = item as T.Control;
        if (control === null || control.visualFocus)
            bringIntoView(item);
    }
    function bringIntoView(item: Item) {
        let up = item;
        while (up && up !== view.contentItem)
            up = up.parent;
        if (!up)
            return;
        const margin = Theme.scaled(40);
        const top = item.mapToItem(view.contentItem, 0, 0).y - margin;
        const bottom = top + item.height + 2 * margin;
        const tall = bottom - top > view.height;
        if (tall && bottom > view.contentY && top < view.contentY + view.height)
            return; // there is no more to be seen of it than a part
        if (bottom > view.contentY + view.height)
            view.contentY = Math.max(0, Math.min(bottom, view.contentHeight) - view.height);
        if (top < view.contentY)
            view.contentY = Math.max(0, top);
    }

    onKeyboardAtChanged: follow(keyboardAt)
}
