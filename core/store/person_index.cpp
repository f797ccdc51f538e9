// SPDX-License-Identifier: MIT
#include "core/store/person_index.h"

#include "core/base/logging.h"
#include "core/store/index_rows.h"

#include <algorithm>
#include <utility>

namespace reeve::store {

namespace {

// People that are read and indexed between two looks at whether anybody waits.
constexpr qint64 stepSize = 20'000;
// More who wait in memory, some 70 MB, are read again instead.
constexpr qint64 mostWaiting = 100'000;
// Changes that are left to be read again at the next start: a second's work.
constexpr qint64 mostUnstored = 20'000;

} // namespace

PersonIndex::PersonIndex() : m_index(std::make_shared<const matching::SearchIndex>()) {}

const matching::NameVariants &PersonIndex::variants()
{
    static const matching::NameVariants tables = matching::NameVariants::builtIn();
    return tables;
}

Result<PersonIndex::Positions> PersonIndex::positionsOf(Connection &connection)
{
    auto statement = connection.prepare(u"search_positions");
    if (!statement)
        return fail(statement);
    if (const Result<bool> hasRow = statement->step(); !hasRow)
        return fail(hasRow);
    return Positions{statement->integer(0), statement->integer(1)};
}

Result<> PersonIndex::load(Connection &connection)
{
    const Result<StoredIndex> read = readStoredIndex(connection);
    if (!read)
        return fail(read);
    const Result<Positions> now = positionsOf(connection);
    if (!now)
        return fail(now);
    m_isLoaded = true;
    m_lookedAt = now->number; // who was here before did not just come in
    if (!read->segment)
        return {};
    m_index = std::make_shared<const matching::SearchIndex>(
        std::vector<matching::SearchIndex::Part>{{read->segment, nullptr, 0}});
    m_at = {read->number, read->change};
    m_storedCount = static_cast<qint64>(m_index->size());
    m_known = m_storedCount;
    return {};
}

Result<PersonIndex::NewPeople> PersonIndex::newPeopleAfter(Connection &connection, qint64 number)
{
    const Result<Positions> now = positionsOf(connection);
    if (!now)
        return fail(now);
    return NewPeople{number, now->change, {}};
}

void PersonIndex::propose(NewPeople people)
{
    m_proposed = std::move(people);
}

void PersonIndex::settle(bool isCommitted)
{
    if (!m_proposed)
        return;
    NewPeople people = std::move(*m_proposed);
    m_proposed.reset();
    const auto count = static_cast<qint64>(people.people.size());
    if (!isCommitted || m_waiting + count > mostWaiting)
        return;
    const std::scoped_lock lock(m_mutex);
    m_committed.push_back(std::move(people));
    m_waiting += count;
}

// The next people, where they are in memory. Changes that were reported before them must not be in the index yet: one
// of these very people among them would be lost.
std::optional<PersonIndex::NewPeople> PersonIndex::takeWaiting(const Positions &from, const Positions &upTo)
{
    std::optional<NewPeople> taken;
    qint64 reached = from.number;
    while (!m_committed.empty() && m_committed.front().after <= reached) {
        NewPeople next = std::move(m_committed.front());
        m_committed.pop_front();
        m_waiting -= static_cast<qint64>(next.people.size());
        const qint64 last = next.people.back().number;
        if (next.after < reached || next.change < from.change || last > upTo.number)
            continue;
        reached = last;
        if (taken)
            taken->people.insert(taken->people.end(), next.people.begin(), next.people.end());
        else
            taken = std::move(next);
    }
    return taken;
}

// Takes the next people in. The lock is open while they are read: searches go on with what there is.
Result<> PersonIndex::step(Connection &connection, const Positions &upTo, std::unique_lock<std::mutex> &lock)
{
    const Positions from = m_at;
    const Snapshot before = m_index;
    const auto waiting = takeWaiting(from, upTo);
    const bool isLong = upTo.number - from.number > mostAtOnce;
    if (isLong)
        lock.unlock();
    Positions reached = from;
    Result<std::vector<matching::SearchIndex::Change>> changes = std::vector<matching::SearchIndex::Change>();
    if (waiting) {
        reached.number = waiting->people.back().number;
    } else if (upTo.change > from.change) {
        changes = changedPeople(connection, from.change, upTo.change, from.number);
        reached.change = upTo.change;
    } else {
        changes = peopleAfter(connection, from.number, stepSize);
        reached.number = changes && !changes->empty() ? qint64{changes->back().number} : upTo.number;
    }
    Snapshot after = waiting ? before->withNew(waiting->people) : changes ? before->with(*changes) : nullptr;
    const std::size_t count = waiting ? waiting->people.size() : changes ? changes->size() : 0;
    if (isLong)
        lock.lock();
    if (!changes)
        return fail(changes);
    if (m_index != before)
        return {}; // somebody was quicker
    m_index = std::move(after);
    m_at = reached;
    m_isMerged = false;
    m_unstored += static_cast<qint64>(count);
    m_known = static_cast<qint64>(m_index->size());
    m_missing = std::max<qint64>(0, upTo.number - reached.number);
    return {};
}

Result<PersonIndex::Snapshot> PersonIndex::current(Connection &connection)
{
    std::unique_lock lock(m_mutex);
    if (!m_isLoaded) {
        if (const Result<> loaded = load(connection); !loaded)
            return fail(loaded);
    }
    if (connection.isWriting())
        return m_index;
    const Result<Positions> now = positionsOf(connection);
    if (!now)
        return fail(now);
    while (now->number > m_at.number || now->change > m_at.change) {
        const qint64 behind = std::max(now->number - m_at.number, now->change - m_at.change);
        if (m_work && behind > mostAtOnce) {
            m_missing = behind;
            m_work();
            break;
        }
        if (const Result<> stepped = step(connection, *now, lock); !stepped)
            return fail(stepped);
    }
    return m_index;
}

Result<PersonIndex::Lately> PersonIndex::lately(Connection &connection)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_isLoaded) {
        if (const Result<> loaded = load(connection); !loaded)
            return fail(loaded);
    }
    Lately lately{m_index, m_at.number, {}};
    for (const NewPeople &committed : m_committed) {
        for (const matching::SearchIndex::NewPerson &person : committed.people) {
            if (qint64{person.number} > m_at.number)
                lately.people.push_back(person);
        }
    }
    return lately;
}

void PersonIndex::setHeld(bool isHeld)
{
    const std::scoped_lock lock(m_mutex);
    m_isHeld = isHeld;
    if (!isHeld && m_work)
        m_work();
}

void PersonIndex::append(std::shared_ptr<const matching::Segment> people, qint64 after, qint64 upTo)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_isLoaded || m_at.number != after || people->size() == 0)
        return;
    m_unstored += people->size();
    m_index = m_index->withNew(std::move(people));
    m_at.number = upTo;
    m_isMerged = false;
    m_known = static_cast<qint64>(m_index->size());
}

Result<> PersonIndex::catchUp(Connection &connection)
{
    std::unique_lock lock(m_mutex);
    if (m_isHeld)
        return {};
    if (!m_isLoaded) {
        if (const Result<> loaded = load(connection); !loaded)
            return loaded;
    }
    const Result<Positions> now = positionsOf(connection);
    if (!now)
        return fail(now);
    while (now->number > m_at.number || now->change > m_at.change) {
        if (const Result<> stepped = step(connection, *now, lock); !stepped)
            return stepped;
        if (!lock.owns_lock())
            lock.lock();
    }
    m_missing = 0;
    return {};
}

void PersonIndex::setBackground(std::function<void()> work)
{
    const std::scoped_lock lock(m_mutex);
    m_work = std::move(work);
}

PersonIndex::Stored PersonIndex::due(bool isClosing)
{
    Snapshot index;
    Positions at;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isHeld)
            return {};
        const qint64 much = std::max(mostUnstored, isClosing ? qint64{0} : m_storedCount / 4);
        // While many come in, each store would soon be out of date.
        const bool areMany = m_at.number - std::exchange(m_lookedAt, m_at.number) > mostAtOnce;
        if (m_unstored <= much || (areMany && !isClosing))
            return {};
        index = m_index;
        at = m_at;
    }
    auto segment = index->merged();
    const std::scoped_lock lock(m_mutex);
    if (m_index == index) {
        m_index = std::make_shared<const matching::SearchIndex>(
            std::vector<matching::SearchIndex::Part>{{segment, nullptr, 0}});
        m_isMerged = true;
    }
    return {std::move(segment), at.number, at.change};
}

void PersonIndex::stored(const Stored &done)
{
    const std::scoped_lock lock(m_mutex);
    m_storedCount = done.segment->size();
    m_unstored = m_isMerged ? 0 : std::max<qint64>(0, m_at.number - done.number) + (m_at.change - done.change);
}

void PersonIndex::forgetStored()
{
    const std::scoped_lock lock(m_mutex);
    m_storedCount = 0;
    m_unstored = static_cast<qint64>(m_index->size());
}

PersonIndex::Scratch::Scratch(PersonIndex &index) : m_index(index)
{
    const std::scoped_lock lock(index.m_mutex);
    if (index.m_scratches.empty()) {
        m_scratch = std::make_unique<matching::SearchScratch>();
    } else {
        m_scratch = std::move(index.m_scratches.back());
        index.m_scratches.pop_back();
    }
}

PersonIndex::Scratch::~Scratch()
{
    const std::scoped_lock lock(m_index.m_mutex);
    m_index.m_scratches.push_back(std::move(m_scratch));
}

} // namespace reeve::store
