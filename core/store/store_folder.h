// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace reeve::store {

// The files of a store (see store.h).
struct StoreFiles
{
    explicit StoreFiles(const QString &storeFolder);

    QString folder;
    QString keys;     // reeve.keys
    QString newKeys;  // reeve.keys.new: there only while create() is at work
    QString database; // reeve.db
    QString wal;
    QString walIndex;
    QString mark;
    QString lock;
    QString tries;
    QString reserve; // reeve.reserve: room on the disk (reserve.h)
    QString next;    // reeve.next: a folder with the files of the store that takes this one's place
    QString wiping;  // reeve.wiping: what will be left of it, while it is being wiped
    QString wiped;   // reeve.wiped: what is left of a store that was wiped
};

// Whether a file system, by its type as mount shows it, lies on another machine. The WAL's shared memory and locks do
// not work there, and half the council would share one file.
[[nodiscard]] bool isNetworkFileSystem(const QByteArray &type);

// NotFound without such a folder, Io where we may not look into it, NetworkShare.
[[nodiscard]] Result<> checkFolder(const QString &folder);

// ReadOnly, with the file's name, where one that SQLite writes may not be written: one put back from a copy, perhaps.
// Asked before it is opened, since SQLite would make a WAL with the same rights beside it, which outlives the mending.
[[nodiscard]] Result<> checkWritable(const StoreFiles &files);

// What can be said of the database file without a key: NotFound, NotEncrypted, Corrupt (too short to be one).
[[nodiscard]] Result<> checkDatabaseFile(const QString &database);

} // namespace reeve::store
