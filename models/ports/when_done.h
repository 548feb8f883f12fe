// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace bolt {

/// Calls `fn(result)` in `owner`'s thread once the future has its one result, unless `owner` died before or the future
/// was cancelled. QFuture::then(context, …) of Qt 6.4 aborts in debug builds when the context is gone; this does not.
template<class T, class Fn>
void whenDone(const QFuture<T> &future, QObject *owner, Fn fn)
{
    auto *watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            fn(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace bolt
