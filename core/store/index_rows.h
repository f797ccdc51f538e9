// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_index.h"
#include "core/store/connection.h"

#include <memory>
#include <vector>

namespace reeve::store {

// The tables of the search index (0003_search.sql). Each function runs inside the caller's transaction.

// What was stored last. No segment when there is none, or none that can be read: then it is built anew.
struct StoredIndex
{
    std::shared_ptr<const matching::Segment> segment;
    qint64 number = 0; // the highest person.number it knows
    qint64 change = 0; // person_change.position up to which it knows changes
};
[[nodiscard]] Result<StoredIndex> readStoredIndex(Connection &connection);

// Storing goes in pieces of a megabyte, each a transaction of its own, and counts from the last of them: until
// finishStoring() the one before is in use.
[[nodiscard]] Result<qint64> nextSegment(Connection &connection);
inline constexpr qsizetype chunkSize = 1 << 20;
[[nodiscard]] Result<> storeChunk(Connection &connection, qint64 segment, qint64 part, std::span<const char> bytes);
[[nodiscard]] Result<> finishStoring(Connection &connection, qint64 segment, qint64 bytes, qint64 number,
                                     qint64 change);
// A few chunks that belong to no segment in use; true when there may be more.
[[nodiscard]] Result<bool> dropOldChunks(Connection &connection);
// All of it: nothing of erased people is left. The next start builds the index anew.
[[nodiscard]] Result<> dropStoredIndex(Connection &connection);

// People whose row changed after the one position, up to the other; of new people, with a number above `known`, none.
[[nodiscard]] Result<std::vector<matching::SearchIndex::Change>> changedPeople(Connection &connection, qint64 after,
                                                                               qint64 upTo, qint64 known);
// The next people by number. Those whose row cannot be read are left out.
[[nodiscard]] Result<std::vector<matching::SearchIndex::Change>> peopleAfter(Connection &connection, qint64 number,
                                                                             qint64 limit);

} // namespace reeve::store
