// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class tst_SyncMerge : public QObject
{
    Q_OBJECT
};
QTEST_GUILESS_MAIN(tst_SyncMerge)
#include "tst_sync_merge.moc"
