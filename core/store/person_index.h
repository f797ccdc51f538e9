// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_index.h"
#include "core/matching/search/search_scratch.h"
#include "core/store/connection.h"

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace reeve::store {

// The index of people in memory, one for all connections of a store. It is read from the database (search_state,
// search_chunk) and kept up by looking at what changed since: each search sees what was committed before it, whichever
// connection or process wrote it. What cannot be read back is built from the people: an index is never a reason for an
// error. Thread-safe.
class PersonIndex final
{
public:
    PersonIndex();
    PersonIndex(const PersonIndex &) = delete;
    PersonIndex &operator=(const PersonIndex &) = delete;

    using Snapshot = std::shared_ptr<const matching::SearchIndex>;

    // As this connection sees the people. Within a write transaction, what is not committed yet is left out. While a
    // background thread makes a large part of the index, what there is so far.
    [[nodiscard]] Result<Snapshot> current(Connection &connection);

    // The same within a write transaction, with those who were committed and are not in it yet, as far as they are
    // still in memory: others whose number is more than `number` have to be read.
    struct Lately
    {
        Snapshot index;
        qint64 number = 0;                                    // up to which people are in `index`
        std::vector<matching::SearchIndex::NewPerson> people; // by rising number
    };
    [[nodiscard]] Result<Lately> lately(Connection &connection);

    // Brings the index up however much is missing, in steps between which searches go on. For a background thread.
    [[nodiscard]] Result<> catchUp(Connection &connection);

    // While an import brings many people in, nobody else looks for them: catchUp() and due() do nothing.
    void setHeld(bool isHeld);
    // A segment of the people after number `after` up to `upTo`, made by the one who stored them, instead of reading
    // them again. Does nothing where the index is not just at `after`: they are read then.
    void append(std::shared_ptr<const matching::Segment> people, qint64 after, qint64 upTo);

    // People whom one transaction adds, with what they are found by: the index need not read them again. Numbers rise
    // without a gap.
    struct NewPeople
    {
        qint64 after = 0;  // the number before the first
        qint64 change = 0; // person_change.position before the transaction: what it reports itself comes later
        std::vector<matching::SearchIndex::NewPerson> people;
    };
    [[nodiscard]] static Result<NewPeople> newPeopleAfter(Connection &connection, qint64 number);
    // Called on the writer's thread: first what its job has added, then whether it was committed. Nothing is lost where
    // that is never told, or too much waits already: the people are read then.
    void propose(NewPeople people);
    void settle(bool isCommitted);
    // Whether so many wait that the next search should not find them waiting.
    [[nodiscard]] bool isMuchWaiting() const noexcept { return m_waiting > mostAtOnce; }

    // People who were not in the index when it was last looked at, and those that are: for a progress bar.
    struct Progress
    {
        qint64 known = 0;
        qint64 missing = 0;
    };
    [[nodiscard]] Progress progress() const noexcept { return {m_known, m_missing}; }

    // From now on a background thread calls catchUp() and store(): large parts are left to it. `work` wakes it.
    void setBackground(std::function<void()> work);

    // The whole index for storing, when so much changed since it was stored that reading it back takes too long.
    // Null when nothing is due.
    struct Stored
    {
        std::shared_ptr<const matching::Segment> segment;
        qint64 number = 0; // covered
        qint64 change = 0;
    };
    [[nodiscard]] Stored due(bool isClosing);
    void stored(const Stored &done);
    // The stored one is gone; that in memory stays.
    void forgetStored();

    // Read when first asked for, and shared by all: tables that never change.
    [[nodiscard]] static const matching::NameVariants &variants();

    // What one search writes on; given back by destruction.
    class Scratch final
    {
    public:
        explicit Scratch(PersonIndex &index);
        Scratch(const Scratch &) = delete;
        Scratch &operator=(const Scratch &) = delete;
        ~Scratch();
        [[nodiscard]] matching::SearchScratch &operator*() const noexcept { return *m_scratch; }

    private:
        PersonIndex &m_index;
        std::unique_ptr<matching::SearchScratch> m_scratch;
    };

private:
    // As many as a search adds itself before it answers; more are left to the background thread.
    static constexpr qint64 mostAtOnce = 2'000;

    struct Positions
    {
        qint64 number = 0;
        qint64 change = 0;
    };
    [[nodiscard]] static Result<Positions> positionsOf(Connection &connection);
    [[nodiscard]] Result<> load(Connection &connection);
    [[nodiscard]] Result<> step(Connection &connection, const Positions &upTo, std::unique_lock<std::mutex> &lock);
    [[nodiscard]] std::optional<NewPeople> takeWaiting(const Positions &from, const Positions &upTo);

    std::mutex m_mutex; // guards what follows
    Snapshot m_index;
    Positions m_at;           // what m_index knows
    qint64 m_storedCount = 0; // people in the stored index, and how many changes it has not seen
    qint64 m_unstored = 0;
    bool m_isLoaded = false;
    bool m_isHeld = false;
    bool m_isMerged = false; // m_index is one segment, just made
    std::function<void()> m_work;
    std::vector<std::unique_ptr<matching::SearchScratch>> m_scratches;
    std::deque<NewPeople> m_committed;   // stored, and not yet in m_index
    qint64 m_lookedAt = 0;               // m_at.number when due() looked last
    std::optional<NewPeople> m_proposed; // by the job that is under way; used on the writer's thread only
    std::atomic<qint64> m_waiting = 0;   // people in m_committed
    std::atomic<qint64> m_known = 0;
    std::atomic<qint64> m_missing = 0;
};

} // namespace reeve::store
