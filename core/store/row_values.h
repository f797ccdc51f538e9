// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/store/connection.h"
#include "core/store/packed_json.h"

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace reeve::store {

// How the values of the domain stand in a row: ids as 16 bytes, instants as milliseconds, "none" as NULL.

inline void bindUuid(Statement &statement, QStringView parameter, const QUuid &uuid)
{
    if (uuid.isNull())
        statement.bindNull(parameter);
    else
        statement.bind(parameter, uuid.toRfc4122());
}

template <typename Tag>
void bindId(Statement &statement, QStringView parameter, const Id<Tag> &id)
{
    bindUuid(statement, parameter, id.uuid());
}

template <typename Tag>
void bindId(Statement &statement, QStringView parameter, const std::optional<Id<Tag>> &id)
{
    bindUuid(statement, parameter, id ? id->uuid() : QUuid());
}

inline void bindInstant(Statement &statement, QStringView parameter, const std::optional<Instant> &instant)
{
    if (instant)
        statement.bind(parameter, toMilliseconds(*instant));
    else
        statement.bindNull(parameter);
}

// As it was written, packed or not.
[[nodiscard]] inline QByteArray readJson(const Statement &statement, int column)
{
    return unpackJson(statement.view(column));
}

[[nodiscard]] inline QUuid readUuid(const Statement &statement, int column)
{
    return statement.isNull(column) ? QUuid() : QUuid::fromRfc4122(statement.bytes(column));
}

template <typename IdType>
[[nodiscard]] IdType readId(const Statement &statement, int column)
{
    return IdType(readUuid(statement, column));
}

template <typename IdType>
[[nodiscard]] std::optional<IdType> readOptionalId(const Statement &statement, int column)
{
    if (statement.isNull(column))
        return std::nullopt;
    return readId<IdType>(statement, column);
}

[[nodiscard]] inline std::optional<Instant> readInstant(const Statement &statement, int column)
{
    if (statement.isNull(column))
        return std::nullopt;
    return fromMilliseconds(statement.integer(column));
}

// What a reader makes of a row: T, whether it answers that or Result<T>.
template <typename Answer>
struct ReadValue
{
    using Type = Answer;
};
template <typename T>
struct ReadValue<Result<T>>
{
    using Type = T;
};
template <typename Reader>
using ValueOf = typename ReadValue<std::invoke_result_t<Reader &, const Statement &>>::Type;

// The one row of a statement that has at most one: row, no row and failure are three answers.
template <typename Reader>
[[nodiscard]] Result<std::optional<ValueOf<Reader>>> readOptional(Statement &statement, Reader reader)
{
    const Result<bool> hasRow = statement.step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return std::nullopt;
    Result<ValueOf<Reader>> value = reader(std::as_const(statement));
    if (!value)
        return fail(value);
    return std::optional(std::move(*value));
}

// All its rows, until one cannot be read.
template <typename Reader>
[[nodiscard]] Result<std::vector<ValueOf<Reader>>> readAll(Statement &statement, Reader reader)
{
    std::vector<ValueOf<Reader>> values;
    for (;;) {
        auto value = readOptional(statement, reader);
        if (!value)
            return fail(value);
        if (!*value)
            return values;
        values.push_back(std::move(**value));
    }
}

// The number that a query without parameters answers with; 0 without a row.
[[nodiscard]] inline Result<qint64> readNumber(Connection &connection, QStringView query)
{
    auto statement = connection.prepare(query);
    if (!statement)
        return fail(statement);
    const auto number = readOptional(*statement, [](const Statement &row) { return row.integer(0); });
    if (!number)
        return fail(number);
    return number->value_or(0);
}

// For statements whose number of changed rows says nothing.
[[nodiscard]] inline Result<> runOnly(Statement &statement)
{
    if (const Result<qint64> changed = statement.run(); !changed)
        return fail(changed);
    return {};
}

} // namespace reeve::store
