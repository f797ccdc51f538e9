// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace reeve::store {

class Connection;

// One numbered step of the schema. Never edited after release.
struct Migration
{
    int number = 0; // 1, 2, 3 … without gaps; PRAGMA user_version once it is done
    QString name;   // "0001_core"
    QString sql;
};

// migrations/NNNN_<name>.sql, in order.
[[nodiscard]] Result<std::vector<Migration>> builtInMigrations();

// NewerVersion when the database was made by a Reeve with more migrations. Reads only.
[[nodiscard]] Result<> checkVersion(Connection &connection, const std::vector<Migration> &migrations);

// Runs what is missing, each migration in one transaction of its own: a failing one leaves nothing of itself.
[[nodiscard]] Result<> migrate(Connection &connection, const std::vector<Migration> &migrations);

// The single statements of a script; a `;` within a trigger, a text or a comment does not end one.
[[nodiscard]] std::vector<QString> splitStatements(const QString &sql);

} // namespace reeve::store
