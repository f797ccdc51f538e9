// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/import_run.h"
#include "core/store/connection.h"

namespace reeve::store {

// The table import_run. Runs inside the caller's transaction: that of the rows it tells of.
class ImportRuns final
{
public:
    explicit ImportRuns(Connection &connection) noexcept : m_connection(connection) {}

    [[nodiscard]] Result<std::optional<domain::ImportRun>> find(const QByteArray &digest) const;
    [[nodiscard]] Result<> put(const domain::ImportRun &run) const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
