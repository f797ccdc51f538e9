// SPDX-License-Identifier: MIT
#include "core/store/likely_pairs.h"

#include "core/domain/merge_event.h"
#include "core/store/row_values.h"

#include <algorithm>
#include <utility>

using reeve::domain::PersonId;

namespace reeve::store {

namespace {

constexpr double million = 1'000'000;

qint64 millionthsOf(double probability)
{
    return qRound64(probability * million);
}

LikelyPair readPair(const Statement &row)
{
    return {readId<PersonId>(row, 0), readId<PersonId>(row, 1), static_cast<double>(row.integer(2)) / million,
            row.integer(3)};
}

} // namespace

bool comesBefore(const LikelyPlace &a, const LikelyPlace &b)
{
    return std::pair(millionthsOf(a.probability), a.number) > std::pair(millionthsOf(b.probability), b.number);
}

Result<> LikelyPairs::put(const LikelyPair &pair) const
{
    auto statement = m_connection.prepare(u"likely_pair_put");
    if (!statement)
        return fail(statement);
    const auto [first, second] = std::minmax(pair.left, pair.right, domain::ByBytes());
    bindId(*statement, u":first", first);
    bindId(*statement, u":second", second);
    statement->bind(u":millionths", millionthsOf(pair.probability));
    return runOnly(*statement);
}

Result<std::vector<LikelyPair>> LikelyPairs::likeliest(int limit, const LikelyPlace &after) const
{
    auto statement = m_connection.prepare(u"likely_pair_likeliest");
    if (!statement)
        return fail(statement);
    statement->bind(u":limit", limit);
    statement->bind(u":millionths", millionthsOf(after.probability));
    statement->bind(u":number", after.number);
    return readAll(*statement, readPair);
}

Result<std::optional<LikelyPair>> LikelyPairs::find(PersonId a, PersonId b) const
{
    auto statement = m_connection.prepare(u"likely_pair_of_two");
    if (!statement)
        return fail(statement);
    const auto [first, second] = std::minmax(a, b, domain::ByBytes());
    bindId(*statement, u":first", first);
    bindId(*statement, u":second", second);
    return readOptional(*statement, readPair);
}

Result<qint64> LikelyPairs::last() const
{
    return readNumber(m_connection, u"likely_pair_highest");
}

Result<bool> LikelyPairs::isSearchDue() const
{
    const Result<qint64> isDue = readNumber(m_connection, u"duplicate_search_due");
    if (!isDue)
        return fail(isDue);
    return *isDue != 0;
}

Result<> LikelyPairs::askForSearch() const
{
    auto statement = m_connection.prepare(u"duplicate_search_ask");
    if (!statement)
        return fail(statement);
    return runOnly(*statement);
}

Result<qint64> LikelyPairs::timesAsked() const
{
    return readNumber(m_connection, u"duplicate_search_asked");
}

Result<> LikelyPairs::setSearched(qint64 timesAsked) const
{
    auto statement = m_connection.prepare(u"duplicate_search_done");
    if (!statement)
        return fail(statement);
    statement->bind(u":asked", timesAsked);
    return runOnly(*statement);
}

Result<> LikelyPairs::replaceTo(qint64 number, const std::vector<LikelyPair> &pairs) const
{
    {
        auto statement = m_connection.prepare(u"likely_pair_drop_to");
        if (!statement)
            return fail(statement);
        statement->bind(u":number", number);
        if (const Result<> dropped = runOnly(*statement); !dropped)
            return dropped;
    }
    for (const LikelyPair &pair : pairs) {
        if (const Result<> stored = put(pair); !stored)
            return stored;
    }
    return {};
}

} // namespace reeve::store
