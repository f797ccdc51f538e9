// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/store/connection.h"

#include <limits>
#include <optional>
#include <vector>

namespace reeve::store {

// Two people who may be one, and how likely that was when they were found.
struct LikelyPair
{
    domain::PersonId left;
    domain::PersonId right;
    double probability = 0;
    qint64 number = 0; // in the order they were found; 0: not stored yet
};

// A place in the list of them, likeliest first, and of equally likely ones those found last. It stays where it is,
// whatever comes and goes. As it is made: before them all.
struct LikelyPlace
{
    double probability = 2;
    qint64 number = std::numeric_limits<qint64>::max();

    friend bool operator==(const LikelyPlace &a, const LikelyPlace &b) = default;
};
[[nodiscard]] inline LikelyPlace placeOf(const LikelyPair &pair)
{
    return {pair.probability, pair.number};
}
[[nodiscard]] bool comesBefore(const LikelyPlace &a, const LikelyPlace &b);

// The table likely_pair: what waits for a person to review, whoever found it. What was decided of a pair is not here
// (merge_repository.h). A pair goes with either of its people. Runs inside the caller's transaction.
class LikelyPairs final
{
public:
    explicit LikelyPairs(Connection &connection) noexcept : m_connection(connection) {}

    // Whichever comes first. One that is there already keeps its place and takes the new probability; one of which
    // either is gone is not kept.
    [[nodiscard]] Result<> put(const LikelyPair &pair) const;

    // Likeliest first, those behind `after`; those that were merged are passed over.
    [[nodiscard]] Result<std::vector<LikelyPair>> likeliest(int limit, const LikelyPlace &after = {}) const;
    // The pair of these two records, whichever comes first.
    [[nodiscard]] Result<std::optional<LikelyPair>> find(domain::PersonId a, domain::PersonId b) const;

    // The number of the last one that was found; 0: none.
    [[nodiscard]] Result<qint64> last() const;
    // Those up to that number give way to `pairs`, which were found by comparing everybody afterwards.
    [[nodiscard]] Result<> replaceTo(qint64 number, const std::vector<LikelyPair> &pairs) const;

    // Whether many people came at once, and everybody has still to be compared with everybody.
    [[nodiscard]] Result<bool> isSearchDue() const;
    [[nodiscard]] Result<> askForSearch() const;
    // How often that was asked for so far; a search that began then and has kept its pairs says so.
    [[nodiscard]] Result<qint64> timesAsked() const;
    [[nodiscard]] Result<> setSearched(qint64 timesAsked) const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
