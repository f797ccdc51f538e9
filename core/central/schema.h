// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace reeve::central {

// The SQL compiled into the program.
struct Migration
{
    int version = 0;
    QString name; // "0001_records"
    QByteArray sql;
};

// In order: 1, 2, 3 … Internal when the build is wrong.
[[nodiscard]] Result<std::vector<Migration>> migrations();

// The functions, in the order they must be made. Replaced as a whole whenever the centre is set up.
[[nodiscard]] Result<QByteArray> apiSql();

// The version of the schema that this program knows.
inline constexpr int schemaVersion = 6;

// CentralTooNew or CentralTooOld when the centre's is another.
[[nodiscard]] Result<> checkSchemaVersion(qint64 found);

} // namespace reeve::central
