// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import BoltDesk.Kit

// The queue takes the lowest first; 1 is what an enterprise package has. Below 0: no override, the package's own.
Menu {
    id: menu

    /// -1 where the package decides, -2 where nothing is to be shown as chosen.
    property int current: -2
    signal chosen(int level)

    Instantiator {
        model: 5
        delegate: MenuItem {
            required property int index

            checkable: true
            checked: menu.current === index
            text: index === 0 ? qsTr("0 – ahead of all packages") : index === 1 ? qsTr("1 – as Enterprise") : index === 2 ? qsTr("2 – as Professional") : index === 3 ? qsTr("3 – as Growth") : qsTr("4 – as Starter")
            onTriggered: menu.chosen(index)
        }
        onObjectAdded: (index, object) => menu.insertItem(index, object as MenuItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as MenuItem)
    }
    MenuItem {
        checkable: true
        checked: menu.current === -1
        text: qsTr("Package default")
        onTriggered: menu.chosen(-1)
    }
}
