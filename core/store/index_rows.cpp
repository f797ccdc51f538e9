// SPDX-License-Identifier: MIT
#include "core/store/index_rows.h"

#include "core/base/logging.h"
#include "core/domain/person_from_json.h"
#include "core/store/row_values.h"

#include <limits>

namespace reeve::store {

namespace {

std::optional<matching::SearchCard> cardOf(const Statement &row, int id, int revision, int fields)
{
    if (row.isNull(id))
        return std::nullopt; // gone
    const auto read =
        domain::personFromJson(readId<domain::PersonId>(row, id), row.integer(revision), readJson(row, fields));
    if (!read)
        return std::nullopt; // not to be shown
    return matching::searchCard(*read);
}

} // namespace

Result<StoredIndex> readStoredIndex(Connection &connection)
{
    qint64 segment = 0;
    qint64 bytes = 0;
    StoredIndex stored;
    {
        auto state = connection.prepare(u"search_state");
        if (!state)
            return fail(state);
        if (const Result<bool> hasRow = state->step(); !hasRow)
            return fail(hasRow);
        segment = state->integer(0);
        bytes = state->integer(1);
        stored.number = state->integer(2);
        stored.change = state->integer(3);
    }
    if (segment == 0)
        return StoredIndex{};

    auto chunks = connection.prepare(u"search_chunks");
    if (!chunks)
        return fail(chunks);
    chunks->bind(u":segment", segment);
    std::vector<char> image;
    image.reserve(static_cast<std::size_t>(std::max<qint64>(bytes, 0)));
    for (;;) {
        const Result<bool> hasRow = chunks->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            break;
        const QByteArrayView chunk = chunks->view(0);
        image.insert(image.end(), chunk.begin(), chunk.end());
    }
    const bool isWhole = static_cast<qint64>(image.size()) == bytes;
    stored.segment = isWhole ? matching::Segment::fromImage(std::move(image)) : nullptr;
    if (!stored.segment) {
        qCWarning(logStore) << "the index of people is not usable and is built anew";
        return StoredIndex{};
    }
    return stored;
}

Result<qint64> nextSegment(Connection &connection)
{
    return readNumber(connection, u"search_next_segment");
}

Result<> storeChunk(Connection &connection, qint64 segment, qint64 part, std::span<const char> bytes)
{
    auto statement = connection.prepare(u"search_chunk_add");
    if (!statement)
        return fail(statement);
    statement->bind(u":segment", segment);
    statement->bind(u":part", part);
    statement->bind(u":bytes", QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return runOnly(*statement);
}

Result<> finishStoring(Connection &connection, qint64 segment, qint64 bytes, qint64 number, qint64 change)
{
    {
        auto statement = connection.prepare(u"search_state_set");
        if (!statement)
            return fail(statement);
        statement->bind(u":segment", segment);
        statement->bind(u":bytes", bytes);
        statement->bind(u":covered_number", number);
        statement->bind(u":covered_change", change);
        if (const Result<> set = runOnly(*statement); !set)
            return set;
    }
    auto statement = connection.prepare(u"person_change_drop");
    if (!statement)
        return fail(statement);
    statement->bind(u":upto", change);
    return runOnly(*statement);
}

Result<bool> dropOldChunks(Connection &connection)
{
    constexpr qint64 few = 2;
    auto state = connection.prepare(u"search_state");
    if (!state)
        return fail(state);
    if (const Result<bool> hasRow = state->step(); !hasRow)
        return fail(hasRow);
    auto statement = connection.prepare(u"search_chunk_drop");
    if (!statement)
        return fail(statement);
    statement->bind(u":segment", state->integer(0));
    statement->bind(u":limit", few);
    const Result<qint64> dropped = statement->run();
    if (!dropped)
        return fail(dropped);
    return *dropped == few;
}

Result<> dropStoredIndex(Connection &connection)
{
    if (const Result<> finished = finishStoring(connection, 0, 0, 0, 0); !finished)
        return finished;
    auto statement = connection.prepare(u"search_chunk_drop");
    if (!statement)
        return fail(statement);
    statement->bind(u":segment", qint64{0});
    statement->bind(u":limit", std::numeric_limits<qint64>::max());
    return runOnly(*statement);
}

Result<std::vector<matching::SearchIndex::Change>> changedPeople(Connection &connection, qint64 after, qint64 upTo,
                                                                 qint64 known)
{
    auto statement = connection.prepare(u"person_changes");
    if (!statement)
        return fail(statement);
    statement->bind(u":after", after);
    statement->bind(u":upto", upTo);
    statement->bind(u":known", known);
    std::vector<matching::SearchIndex::Change> changes;
    for (;;) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return changes;
        changes.push_back({static_cast<quint32>(statement->integer(0)), cardOf(*statement, 1, 2, 3)});
    }
}

Result<std::vector<matching::SearchIndex::Change>> peopleAfter(Connection &connection, qint64 number, qint64 limit)
{
    auto statement = connection.prepare(u"people_after");
    if (!statement)
        return fail(statement);
    statement->bind(u":after", number);
    statement->bind(u":limit", limit);
    std::vector<matching::SearchIndex::Change> people;
    for (;;) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return people;
        people.push_back({static_cast<quint32>(statement->integer(0)), cardOf(*statement, 1, 2, 3)});
    }
}

} // namespace reeve::store
