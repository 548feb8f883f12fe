// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/replica_file.h"
#include "tests/replica/sample.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

/// A fifth of the reference load on disk: written in parcels, read in chunks. Figures are printed; the bounds are far
/// above them and only catch a mistake of kind.
class tst_ReplicaSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesAndLoadsTheReferenceLoad();
};

void tst_ReplicaSpeed::writesAndLoadsTheReferenceLoad()
{
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const uint total = 100'000;
#else
    const uint total = 20'000;
#endif
    QTemporaryDir folder;
    ReplicaFile file(folder.filePath(u"a.replica"_s), u"me"_s);
    QVERIFY(file.open(u"d"_s).ok());
    const Submission model = sample::everything().submissions.upserts[0];
    QElapsedTimer timer;
    timer.start();
    for (uint first = 0; first < total; first += 5'000) {
        Parcel parcel;
        for (uint n = first; n < first + 5'000; ++n) {
            Submission s = model;
            s.id = sample::id<SubmissionId>(n * 2654435761U);
            parcel.state.submissions.upserts.push_back(s);
        }
        QVERIFY(file.write(parcel, true).ok());
    }
    qInfo("wrote %u rows in %lld ms, %lld MB", total, timer.restart(), file.bytes() >> 20);
    size_t rows = 0;
    qint64 firstChunk = -1;
    for (bool last = false; !last;) {
        const auto chunk = file.load(Table::Submissions, 5'000, {}, last);
        QVERIFY(chunk.ok());
        rows += (*chunk)->state.submissions.upserts.size();
        if (firstChunk < 0)
            firstChunk = timer.elapsed();
    }
    qInfo("read them in %lld ms, the first 5,000 in %lld ms", timer.elapsed(), firstChunk);
    QCOMPARE(rows, size_t(total));
    QVERIFY(firstChunk < 2'000);
}

QTEST_GUILESS_MAIN(tst_ReplicaSpeed)
#include "tst_replica_speed.moc"
