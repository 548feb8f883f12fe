// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <vector>

namespace bolt::bench {

/// A board of running jobs as realtime frames: first the rows, then changes as a fleet would make them. Everything is
/// made from numbers, so that two runs show the same.
class BoardBytes
{
public:
    struct Plan
    {
        int jobs = 200;
        int each = 50; ///< submissions of a job
        int directories = 300;
        int workers = 36;
        int late = 30;                      ///< jobs that missed their SLA, so that alerts stand
        QByteArray topic;                   ///< of the channel, with its prefix
        QHash<QByteArray, qint64> bindings; ///< by table: the ids the server gave
    };
    explicit BoardBytes(Plan plan);

    /// Inserts of all rows.
    QByteArray rows();
    /// The next `count` changes: four of a submission, then one of its job.
    QByteArray changes(int count);
    /// The row that proves that the stream is not deaf.
    QByteArray tick();

private:
    void frame(QByteArray &out, const QByteArray &table, const QByteArray &type, const QByteArray &key,
               const QByteArray &fields);
    QByteArray submission(int row) const;
    QByteArray job(int n) const;

    Plan m_plan;
    QByteArray m_created;         ///< of all rows; no server moves it
    std::vector<quint8> m_states; ///< of each submission, as an index of its words
    std::vector<int> m_done;      ///< of each job
    qint64 m_version = 0;
    qint64 m_changes = 0;
    qint64 m_ticks = 0;
};

} // namespace bolt::bench
