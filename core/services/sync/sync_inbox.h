// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace reeve::services {

// What other threads hand to the sync thread. Thread-safe; held by all who may still have something to hand in.
class SyncInbox final
{
public:
    using Task = std::function<void()>;

    void post(Task task)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_arrived.notify_one();
    }

    [[nodiscard]] std::optional<Task> take()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_tasks.empty())
            return std::nullopt;
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        return task;
    }

    // Until something arrives, or so long.
    void wait(std::chrono::milliseconds atMost)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, atMost, [this] { return !m_tasks.empty(); });
    }

private:
    std::mutex m_mutex; // guards m_tasks
    std::condition_variable m_arrived;
    std::deque<Task> m_tasks;
};

} // namespace reeve::services
