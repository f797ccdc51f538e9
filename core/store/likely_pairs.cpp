// SPDX-License-Identifier: MIT
#include "core/store/likely_pairs.h"

#include "core/domain/merge_event.h"
#include "core/store/row_values.h"

#include <algorithm>

using reeve::domain::PersonId;

namespace reeve::store {

namespace {

constexpr double million = 1'000'000;

} // namespace

Result<> LikelyPairs::put(const LikelyPair &pair) const
{
    auto statement = m_connection.prepare(u"likely_pair_put");
    if (!statement)
        return fail(statement);
    const auto [first, second] = std::minmax(pair.left, pair.right, domain::ByBytes());
    bindId(*statement, u":first", first);
    bindId(*statement, u":second", second);
    statement->bind(u":millionths", qRound64(pair.probability * million));
    return runOnly(*statement);
}

Result<std::vector<LikelyPair>> LikelyPairs::likeliest(int limit, qint64 passed) const
{
    auto statement = m_connection.prepare(u"likely_pair_likeliest");
    if (!statement)
        return fail(statement);
    statement->bind(u":limit", limit);
    statement->bind(u":passed", passed);
    return readAll(*statement, [](const Statement &row) {
        return LikelyPair{readId<PersonId>(row, 0), readId<PersonId>(row, 1),
                          static_cast<double>(row.integer(2)) / million};
    });
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
