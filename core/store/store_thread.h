// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

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
class StoreThread final
{
public:
    using Opener = std::function<Result<std::unique_ptr<Connection>>()>;
    using Body = std::function<Result<>(Connection &)>;
    using Finish = std::function<void(Result<>)>;

    explicit StoreThread(Connection::Access access) : m_access(access) {}
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;
    ~StoreThread() { stop(); }

    // Starts the thread and opens the connection there. Waits for the outcome; on failure the thread has ended.
    [[nodiscard]] Result<> start(const Opener &open);

    // Each job is one transaction: committed when `body` succeeds, rolled back otherwise. `finish` is told how it went.
    void enqueue(Body body, Finish finish);

    void stop();

private:
    struct Job
    {
        Body body;
        Finish finish;
    };

    void run(const Opener &open, std::promise<Result<>> &started);
    void work();
    void lookOut() const;
    void tidy();
    [[nodiscard]] Result<> transact(const Body &body) noexcept;
    [[nodiscard]] bool isIdleWorkDue() const;

    const Connection::Access m_access;
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
