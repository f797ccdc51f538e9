// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace reeve::ui {

// Calls onDone(value) on the receiver's thread once `future` has a value, and never after the receiver is gone.
// A cancelled future calls nothing.
//
// Not QFuture::then(context, …): in Qt 6.4 that asserts when the context dies first.
template <typename T, typename OnDone>
void deliver(const QFuture<T> &future, QObject *receiver, OnDone onDone)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, onDone = std::move(onDone)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            onDone(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace reeve::ui
