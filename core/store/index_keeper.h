// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/person_index.h"
#include "core/store/store_thread.h"

#include <atomic>
#include <memory>

namespace reeve::store {

// Keeps the indexes up in the background. Of people: reads the stored one when the store opens, takes in what a search
// should not wait for, and stores it again when much has changed. Of notes (note_index.h): takes in what was here
// before there was one, and what was logged, a good many at a time. A thread and a reading connection of its own; it
// writes through the writer, a piece at a time.
class IndexKeeper final
{
public:
    // `writer` must outlive it and go on until stop() returns.
    explicit IndexKeeper(StoreThread &writer);
    ~IndexKeeper() { stop(); }
    IndexKeeper(const IndexKeeper &) = delete;
    IndexKeeper &operator=(const IndexKeeper &) = delete;

    [[nodiscard]] const std::shared_ptr<PersonIndex> &index() const noexcept { return m_index; }

    [[nodiscard]] Result<> start(const StoreThread::Opener &open);
    // Stores what the next start would take long to find again.
    void stop();

    // The store was erased: nothing is read or written any more. Any thread.
    void abandon() noexcept { m_isAbandoned = true; }

    // A job of the writer is done: whom it added will be found, if it was committed. On the writer's thread, before the
    // answer.
    void settle(bool isCommitted) { m_index->settle(isCommitted); }
    // The same, after the answer: now and then that is worth a look. Returns at once.
    void written();
    // Until everybody stored before the call is in the index.
    [[nodiscard]] Result<> await();

private:
    void wake();
    void enqueue(StoreThread::Body body);
    [[nodiscard]] Result<> keep(Connection &connection);
    [[nodiscard]] Result<> store(const PersonIndex::Stored &due);
    [[nodiscard]] Result<> keepNotes(Connection &connection);
    [[nodiscard]] Result<> write(const StoreThread::Body &body);

    StoreThread &m_writer;
    const std::shared_ptr<PersonIndex> m_index = std::make_shared<PersonIndex>();
    std::atomic<bool> m_isAwake = false;
    std::atomic<bool> m_isStopping = false;
    std::atomic<bool> m_isAbandoned = false;
    std::atomic<bool> m_isCatchingUp = false;
    bool m_isRunning = false;
    bool m_haveNotesBegun = false; // used on m_thread only
    std::atomic<unsigned> m_writes = 0;
    StoreThread m_thread{Connection::Access::ReadOnly};
};

} // namespace reeve::store
