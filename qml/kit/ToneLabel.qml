// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Words in the colour of what they say; `tone` is a Words.Tone. The words themselves say it too.
Label {
    property int tone: Words.Neutral
    property color neutral: Theme.text

    color: tone === Words.Good ? Theme.good : tone === Words.Submitted ? Theme.submitted : tone === Words.Bad ? Theme.bad : tone === Words.Warn ? Theme.warn : tone === Words.Manual ? Theme.manual : tone === Words.Idle ? Theme.muted : neutral
}
