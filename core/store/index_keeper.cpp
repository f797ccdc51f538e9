// SPDX-License-Identifier: MIT
#include "core/store/index_keeper.h"

#include "core/base/logging.h"
#include "core/store/index_rows.h"
#include "core/store/note_index.h"

#include <future>

namespace reeve::store {

namespace {

// Looking costs two reads; a commit must not pay for it each time.
constexpr unsigned writesPerLook = 8;
// Notes wait until there are many: each transaction that takes some in is waited for by the commits behind it. A search
// takes in what is missing itself.
constexpr qint64 manyNotes = 4'000;
constexpr qint64 mostNotesAtClose = 20'000;

} // namespace

IndexKeeper::IndexKeeper(StoreThread &writer) : m_writer(writer) {}

Result<> IndexKeeper::start(const StoreThread::Opener &open)
{
    if (const Result<> started = m_thread.start(open); !started)
        return started;
    m_isRunning = true;
    m_index->setBackground([this] { wake(); });
    wake();
    return {};
}

void IndexKeeper::stop()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_isStopping = true;
    m_isAwake = false;
    wake();
    m_thread.stop();
    m_index->setBackground({});
}

void IndexKeeper::written()
{
    if (m_index->isMuchWaiting() && !m_isCatchingUp.exchange(true)) {
        enqueue([this](Connection &connection) {
            m_isCatchingUp = false;
            return m_index->catchUp(connection);
        });
    }
    if (m_writes.fetch_add(1) % writesPerLook == writesPerLook - 1)
        wake();
}

void IndexKeeper::wake()
{
    if (m_isAwake.exchange(true))
        return; // it will look anyway
    enqueue([this](Connection &connection) { return keep(connection); });
}

void IndexKeeper::enqueue(StoreThread::Body body)
{
    m_thread.enqueue(std::move(body), [](const Result<> &outcome) {
        if (!outcome)
            qCWarning(logStore) << "keeping the indexes:" << errorName(outcome.error().code);
    });
}

Result<> IndexKeeper::await()
{
    auto done = std::make_shared<std::promise<Result<>>>();
    std::future<Result<>> outcome = done->get_future();
    m_thread.enqueue([this](Connection &connection) { return m_index->catchUp(connection); },
                     [done](const Result<> &result) { done->set_value(result); });
    return outcome.get();
}

Result<> IndexKeeper::keep(Connection &connection)
{
    m_isAwake = false;
    if (m_isAbandoned)
        return {};
    if (const Result<> caughtUp = m_index->catchUp(connection); !caughtUp)
        return caughtUp;
    const PersonIndex::Stored due = m_index->due(m_isStopping);
    if (due.segment) // a job of its own, that reads nothing: a reader would keep the WAL from being emptied
        enqueue([this, due](Connection &) { return store(due); });
    return keepNotes(connection);
}

Result<> IndexKeeper::keepNotes(Connection &connection)
{
    const Result<qint64> behind = NoteIndex(connection).behind();
    if (!behind)
        return fail(behind);
    const bool isDue = m_isStopping ? *behind <= mostNotesAtClose : !m_haveNotesBegun || *behind >= manyNotes;
    m_haveNotesBegun = true;
    if (*behind == 0 || !isDue)
        return {};
    enqueue([this](Connection &) -> Result<> {
        for (bool isMore = true; isMore && !m_isAbandoned;) {
            const Result<> stepped = write([&isMore](Connection &writing) -> Result<> {
                const Result<bool> more = NoteIndex(writing).step();
                if (!more)
                    return fail(more);
                isMore = *more;
                return {};
            });
            if (!stepped)
                return stepped;
        }
        return {};
    });
    return {};
}

// Each piece is a job of its own: what a handler saves meanwhile waits for one of them at most.
Result<> IndexKeeper::store(const PersonIndex::Stored &due)
{
    qint64 segment = 0;
    const std::span<const char> image = due.segment->image();
    std::size_t at = 0;
    for (qint64 part = 0; at < image.size() && !m_isAbandoned; ++part) {
        const auto piece = image.subspan(at, std::min<std::size_t>(chunkSize, image.size() - at));
        const Result<> written = write([&segment, part, piece](Connection &connection) -> Result<> {
            if (segment == 0) {
                const Result<qint64> next = nextSegment(connection);
                if (!next)
                    return fail(next);
                segment = *next;
            }
            return storeChunk(connection, segment, part, piece);
        });
        if (!written)
            return written;
        at += piece.size();
    }
    if (m_isAbandoned)
        return {};
    const Result<> finished = write([&](Connection &connection) {
        return finishStoring(connection, segment, static_cast<qint64>(image.size()), due.number, due.change);
    });
    if (!finished)
        return finished;
    m_index->stored(due);
    for (bool isMore = true; isMore;) {
        const Result<> dropped = write([&isMore](Connection &connection) -> Result<> {
            const Result<bool> more = dropOldChunks(connection);
            if (!more)
                return fail(more);
            isMore = *more;
            return {};
        });
        if (!dropped)
            return dropped;
    }
    return {};
}

Result<> IndexKeeper::write(const StoreThread::Body &body)
{
    std::promise<Result<>> done;
    std::future<Result<>> outcome = done.get_future();
    m_writer.enqueue(body, [&done](const Result<> &result) { done.set_value(result); });
    return outcome.get();
}

} // namespace reeve::store
