// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <sqlite3.h>

namespace reeve::store {

// One compiled statement in a connection's cache. Lent to one Statement at a time.
struct PreparedQuery
{
    QString name;
    sqlite3_stmt *handle = nullptr;
    bool isLent = false;
    QString mistake; // of a bind: step() answers it

    PreparedQuery(QString queryName, sqlite3_stmt *statement) : name(std::move(queryName)), handle(statement) {}
    PreparedQuery(const PreparedQuery &) = delete;
    PreparedQuery &operator=(const PreparedQuery &) = delete;
    ~PreparedQuery() { sqlite3_finalize(handle); }
};

} // namespace reeve::store
