// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <sqlite3.h>

#include <functional>
#include <string>
#include <unordered_map>

namespace reeve::store {

// One compiled statement in a connection's cache. Lent to one Statement at a time.
struct PreparedQuery
{
    QString name;
    sqlite3_stmt *handle = nullptr;
    bool isLent = false;
    QString mistake; // of a bind: step() answers it

    // Where each parameter stands, by its name with the colon: SQLite looks through all of them each time.
    struct NameHash
    {
        using is_transparent = void;
        std::size_t operator()(std::u16string_view text) const noexcept
        {
            return std::hash<std::u16string_view>{}(text);
        }
    };
    std::unordered_map<std::u16string, int, NameHash, std::equal_to<>> places;

    PreparedQuery(QString queryName, sqlite3_stmt *statement) : name(std::move(queryName)), handle(statement)
    {
        for (int place = 1; place <= sqlite3_bind_parameter_count(handle); ++place)
            places.emplace(QString::fromUtf8(sqlite3_bind_parameter_name(handle, place)).toStdU16String(), place);
    }
    PreparedQuery(const PreparedQuery &) = delete;
    PreparedQuery &operator=(const PreparedQuery &) = delete;
    ~PreparedQuery() { sqlite3_finalize(handle); }
};

} // namespace reeve::store
