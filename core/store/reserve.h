// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reeve::store {

// The file reeve.reserve: room on the disk that nothing is ever written to, kept for the day on which there is no
// other. New work is taken only while it is held; given up, it lets a desk on a full disk open, put what was saved
// into the database and note what was delivered (decisions/0023-room-on-a-full-disk.md).
//
// Used by one thread at a time, under the folder's lock.
class Reserve final
{
public:
    // What is held at least: half of it for a log of less than a step, half for the transactions that come then.
    static constexpr qint64 leastSize = qint64{8} * 1024 * 1024;
    static constexpr qint64 step = leastSize / 2;

    explicit Reserve(const QString &file);

    // The file, empty, when it is not there. Nothing else makes it: a store that was erased stays without.
    void make() const;

    [[nodiscard]] bool isHeld() const noexcept { return m_held > 0; }

    // Has so much of the disk, or more; false when there is no such room. Costs nothing while it is held already.
    [[nodiscard]] bool hold(qint64 size);
    // What is held beyond the least goes back.
    void trim();
    void giveUp();

    // Takes of the room there is what the least is, or as much of it as can be had, so that no other program does:
    // when the store is closed. It counts as held when the next one has looked.
    void keep();

private:
    const QByteArray m_file;
    qint64 m_held = 0; // known to be had, as far as this process has looked
};

} // namespace reeve::store
