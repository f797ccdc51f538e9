// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/reserve.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace reeve::store {

// One thread with a connection of its own, and the jobs that wait for it, done in the order they came.
// The destructor does what is queued, closes the connection and ends the thread.
//
// The writer's knows the reserve: new work is done only while as much is held as the log may make the database grow by,
// so that what was saved can be moved there and delivered on a disk that is full. What must go on may use the
// reserve up.
class StoreThread final
{
public:
    using Opener = std::function<Result<std::unique_ptr<Connection>>()>;
    using Body = std::function<Result<>(Connection &)>;
    using Finish = std::function<void(Result<>)>;

    // Something new, or what must go on when the disk is full. The latter is done a second time when the first found
    // no room.
    enum class Purpose { NewWork, GoingOn };

    explicit StoreThread(Connection::Access access, Reserve *reserve = nullptr) : m_access(access), m_reserve(reserve)
    {}
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;
    ~StoreThread() { stop(); }

    // Starts the thread and opens the connection there. Waits for the outcome; on failure the thread has ended.
    [[nodiscard]] Result<> start(const Opener &open);

    // Each job is one transaction: committed when `body` succeeds, rolled back otherwise. `finish` is told how it went.
    // DiskFull for new work when there is no room for it.
    void enqueue(Body body, Finish finish, Purpose purpose = Purpose::NewWork);

    // New work is taken, as far as was looked: when the thread started, and before each job of new work.
    [[nodiscard]] bool hasRoom() const noexcept { return m_hasRoom; }

    void stop();

private:
    struct Job
    {
        Body body;
        Finish finish;
        Purpose purpose = Purpose::NewWork;
    };

    void run(const Opener &open, std::promise<Result<>> &started);
    void work();
    void lookOut() const;
    void tidy();
    [[nodiscard]] Result<> perform(const Job &job);
    [[nodiscard]] Result<> transact(const Body &body) noexcept;
    void makeRoom();
    [[nodiscard]] bool findRoom();
    [[nodiscard]] bool isIdleWorkDue() const;

    const Connection::Access m_access;
    Reserve *const m_reserve; // used on m_thread only
    std::atomic<bool> m_hasRoom = true;
    std::unique_ptr<Connection> m_connection; // used on m_thread only
    int m_jobsSinceTidy = 0;                  // likewise
    std::mutex m_mutex;                       // guards what follows
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    std::atomic<int> m_queued = 0; // their number: to be looked at without the mutex
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace reeve::store
