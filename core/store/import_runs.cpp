// SPDX-License-Identifier: MIT
#include "core/store/import_runs.h"

#include "core/store/row_values.h"

using reeve::domain::ImportRun;

namespace reeve::store {

Result<std::optional<ImportRun>> ImportRuns::find(const QByteArray &digest) const
{
    auto statement = m_connection.prepare(u"import_run_find");
    if (!statement)
        return fail(statement);
    statement->bind(u":digest", digest);
    return readOptional(*statement, [&digest](const Statement &row) {
        return ImportRun{digest,         row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                         row.integer(4), row.integer(5), row.integer(6), row.integer(7), readInstant(row, 8)};
    });
}

Result<> ImportRuns::put(const ImportRun &run) const
{
    auto statement = m_connection.prepare(u"import_run_put");
    if (!statement)
        return fail(statement);
    statement->bind(u":digest", run.digest);
    statement->bind(u":rows", run.rows);
    statement->bind(u":imported", run.imported);
    statement->bind(u":updated", run.updated);
    statement->bind(u":unchanged", run.unchanged);
    statement->bind(u":rejected", run.rejected);
    statement->bind(u":rejected_bytes", run.rejectedBytes);
    statement->bind(u":duplicates", run.duplicates);
    statement->bind(u":duplicate_bytes", run.duplicateBytes);
    bindInstant(*statement, u":finished_at", run.finishedAt);
    return runOnly(*statement);
}

} // namespace reeve::store
