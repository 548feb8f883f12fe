// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/feed_model.h"
#include "models/tables/feed_writer.h"
#include "tests/tables/board.h"

#include <QAbstractItemModelTester>

namespace bolt::test {

/// A feed with its writer, a store and one job.
struct Feed : Board
{
    FeedModel model{store, ticker};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    FeedWriter writer{store, clock, model};

    Feed()
    {
        QObject::connect(&store, &Store::changed, &model, [this](const Changed &changed) { writer.write(changed); });
        furnish();
        put(makeJob(1), true);
    }
    QVariant value(int row, FeedModel::Role role) const { return model.data(model.index(row), role); }
    int kind(int row = 0) const { return value(row, FeedModel::KindRole).toInt(); }
    void add(int count)
    {
        for (int i = 0; i < count; ++i) {
            FeedEntry entry;
            entry.kind = FeedModel::JobDone; // each a line of its own
            entry.at = clock.now();
            entry.n1 = m_added++;
            model.add(entry);
        }
    }
    /// Newest first without a hole.
    bool isWhole(int newest) const
    {
        for (int row = 0; row < model.count(); ++row) {
            if (value(row, FeedModel::N1Role).toInt() != newest - row)
                return false;
        }
        return true;
    }

private:
    int m_added = 0;
};

} // namespace bolt::test
