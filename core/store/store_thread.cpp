// SPDX-License-Identifier: MIT
#include "core/store/store_thread.h"

#include "core/base/logging.h"
#include "core/store/sealed_wal.h"

#include <chrono>
#include <exception>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// Checkpoints run when nobody waits, so that no commit has to. A WAL of fewer frames is not worth a sync.
constexpr int idleCheckpointFrames = 64;
constexpr std::chrono::milliseconds idleAfter{200};
// In a burst that leaves no idle moment the log is begun again after so many commits: the disk takes what is written
// over in half the time of what makes a file longer. A first load has fewer, and goes by without.
constexpr int commitsOfOneLog = 400;

// Who has just been answered often asks again at once. Going to sleep and being woken costs both sides more than
// looking out for a moment.
constexpr std::chrono::microseconds lookout{30};

bool isDiskFull(const Result<> &outcome)
{
    return !outcome && outcome.error().code == ErrorCode::DiskFull;
}

} // namespace

Result<> StoreThread::start(const Opener &open)
{
    std::promise<Result<>> started;
    std::future<Result<>> outcome = started.get_future();
    m_thread = std::thread([this, open, promise = std::move(started)]() mutable { run(open, promise); });
    Result<> result = outcome.get();
    if (!result)
        m_thread.join();
    return result;
}

void StoreThread::run(const Opener &open, std::promise<Result<>> &started)
{
    Result<std::unique_ptr<Connection>> connection = open();
    if (!connection) {
        started.set_value(fail(connection));
        return;
    }
    m_connection = std::move(*connection);
    if (m_reserve) {
        tidy(); // what a crash or a full disk left in the log
        m_hasRoom = findRoom();
    }
    started.set_value({});
    work();
    if (m_reserve && m_connection->walFrames() > 0)
        tidy(); // closing would do it too, but not give up the reserve for it
    m_connection.reset();
}

void StoreThread::lookOut() const
{
    const auto until = std::chrono::steady_clock::now() + lookout;
    while (m_queued.load(std::memory_order_relaxed) == 0 && std::chrono::steady_clock::now() < until) {
    }
}

void StoreThread::work()
{
    bool hasAnswered = false;
    for (;;) {
        Job job;
        if (hasAnswered)
            lookOut();
        {
            std::unique_lock lock(m_mutex);
            const auto isWoken = [this] { return m_isStopping || !m_jobs.empty(); };
            if (isIdleWorkDue() && !m_wake.wait_for(lock, idleAfter, isWoken)) {
                lock.unlock();
                tidy();
                lock.lock();
            }
            m_wake.wait(lock, isWoken);
            if (m_jobs.empty())
                return; // stopping, and everything is done
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
            --m_queued;
        }
        hasAnswered = true;
        const Result<> outcome = perform(job);
        try {
            job.finish(outcome);
        } catch (const std::exception &) {
            qCCritical(logStore) << "telling the outcome of a job failed";
        }
        if (++m_jobsSinceTidy >= commitsOfOneLog && isIdleWorkDue())
            tidy(); // after the answer: whoever waited for it has it
    }
}

bool StoreThread::isIdleWorkDue() const
{
    return m_access == Connection::Access::ReadWrite && m_connection->walFrames() >= idleCheckpointFrames;
}

void StoreThread::tidy()
{
    m_jobsSinceTidy = 0;
    Result<> done = m_connection->checkpoint();
    if (isDiskFull(done) && m_reserve && m_reserve->isHeld()) {
        m_reserve->giveUp();
        done = m_connection->checkpoint();
    }
    if (!done && done.error().code != ErrorCode::Busy)
        qCWarning(logStore) << "checkpoint:" << errorName(done.error().code) << done.error().detail;
    else if (m_reserve)
        m_reserve->trim();
}

void StoreThread::makeRoom()
{
    m_reserve->giveUp();
    tidy();
}

// Whether new work can be taken: with what is still in the log moved to the database there is room left to deliver it.
bool StoreThread::findRoom()
{
    const auto isHad = [this] {
        const qint64 log = qint64{m_connection->walFrames()} * SealedWal::frameSize;
        return m_reserve->hold(Reserve::leastSize + log / Reserve::step * Reserve::step);
    };
    if (isHad())
        return true;
    makeRoom();
    if (isHad())
        return true;
    m_reserve->giveUp(); // what it had of the last room is for delivering
    return false;
}

Result<> StoreThread::perform(const Job &job)
{
    if (!m_reserve)
        return transact(job.body);
    if (job.purpose == Purpose::NewWork) {
        m_hasRoom = findRoom();
        if (!m_hasRoom)
            return fail(ErrorCode::DiskFull, u"no room for new work"_s);
        Result<> outcome = transact(job.body);
        if (isDiskFull(outcome)) {
            makeRoom();
            m_hasRoom = findRoom();
        }
        return outcome;
    }
    Result<> outcome = transact(job.body);
    if (isDiskFull(outcome)) {
        makeRoom();
        outcome = transact(job.body);
    }
    if (!m_reserve->isHeld())
        tidy(); // the log begins anew, and takes no more of the little room there is
    return outcome;
}

Result<> StoreThread::transact(const Body &body) noexcept
{
    try {
        if (const Result<> begun = m_connection->begin(m_access); !begun)
            return begun;
        Result<> outcome = body(*m_connection);
        if (outcome)
            outcome = m_connection->commit();
        if (!outcome)
            m_connection->rollback();
        return outcome;
    } catch (...) {
        m_connection->rollback();
        return fail(ErrorCode::Internal, u"a store job threw"_s);
    }
}

void StoreThread::enqueue(Body body, Finish finish, Purpose purpose)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back({std::move(body), std::move(finish), purpose});
        ++m_queued;
    }
    m_wake.notify_one();
}

void StoreThread::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace reeve::store
