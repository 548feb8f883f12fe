// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/feed_entry.h"

#include <QHash>
#include <QSet>

namespace bolt {

/// Which line of the feed a new thing belongs to: "Foxglove: 42 approved" is 42 things. What goes well is told by kind
/// and job; what fails by kind, code and directory; work begun, workers, circuits and states of jobs by kind alone. A
/// line grows for five minutes from its first, by the things' own times, so that the same things make the same lines
/// when they are read from disk again. A kind or a code that fills the feed with lines goes on in a single one.
///
/// A look-up a thing. The lines belong to the caller and stay where they are while they are known here.
class FeedBatches final
{
public:
    static constexpr Seconds span{5 * 60};
    /// Lines of one kind that may begin in one span; what is more shares one.
    static constexpr int linesPerKind = 40;
    /// The same for what fails by one code: a fleet meets more directories in five minutes than anybody reads lines.
    static constexpr int linesPerCode = 6;
    /// Different things one line can tell apart.
    static constexpr int mostSubjects = 4096;

    /// The line that took it in; null when it is to begin one of its own.
    FeedEntry *grow(const FeedEntry &thing);
    /// From now on things may join the line.
    void begin(FeedEntry &line);
    /// Nothing more joins it.
    void close(const FeedEntry &line);
    void closeAll();
    /// Lines of the past that may still grow, where there is no newer one.
    void adopt(FeedBatches &older);

private:
    struct Key
    {
        int kind = 0;
        QString word;
        QUuid subject; ///< job or directory
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.kind, key.word, key.subject);
        }
    };
    struct Batch
    {
        FeedEntry *line = nullptr;
        QSet<QUuid> jobs;
        QSet<QUuid> directories;
        QSet<QString> workers;
    };
    struct Window
    {
        Instant from;
        int begun = 0;
    };
    static bool isTold(int kind);
    static Key keyOf(const FeedEntry &thing, bool wide);
    static bool hasTold(const Batch &batch, const FeedEntry &thing);
    static bool fits(const Batch &batch, const FeedEntry &thing);
    static void note(Batch &batch, const FeedEntry &thing);
    Batch *find(const Key &key, const FeedEntry &thing);
    bool isCrowded(const FeedEntry &thing) const;
    void prune(Instant now);

    QHash<Key, Batch> m_open;
    QHash<Key, Window> m_windows; ///< by kind and word
    qsizetype m_pruneAt = 256;
};

} // namespace bolt
