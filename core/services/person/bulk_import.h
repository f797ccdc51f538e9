// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/import_run.h"
#include "core/matching/search/segment_builder.h"
#include "core/services/person/known_already.h"
#include "core/services/person/person_import.h"
#include "core/services/person/same_keys.h"

#include <functional>
#include <memory>
#include <optional>

namespace reeve::store {
class PersonIndex;
class PersonLoader;
} // namespace reeve::store

namespace reeve::services {

// What became of one row.
struct ImportedRow
{
    Result<ImportOutcome> outcome;
    domain::PersonId person; // null where the row was refused
    std::optional<PossibleDuplicate> duplicate;
};

// Brings many people in from another system, as PersonImport does, at the speed of the store: rows are made ready on
// the calling thread while the writer stores those before, and the search index is made of what is in hand instead of
// being read again. From its making to finish() the index is not kept up by anybody else.
//
// It says who is here already, and changes them: Denied, and DeviceRevoked, on a desk that may not show people any more
// (session/lease.h). Not thread-safe; `desk` must outlive it. One at a time on a desk.
class BulkImport final
{
public:
    // Waits until everybody who is here can be found.
    [[nodiscard]] static Result<std::unique_ptr<BulkImport>> begin(Desk &desk, const PersonColumns &columns);
    BulkImport(const BulkImport &) = delete;
    BulkImport &operator=(const BulkImport &) = delete;
    ~BulkImport();

    // How far the file with this digest has come; none: it was never seen.
    [[nodiscard]] Result<std::optional<domain::ImportRun>> earlier(const QByteArray &digest) const;

    // Rows as far as they can be made ready without the store: on the calling thread, while another batch is stored.
    struct Batch;
    [[nodiscard]] std::shared_ptr<Batch> makeReady(std::vector<QStringList> rows) const;

    // Answers how far the file has come with these rows; it is stored with them. Called on the writer's thread, before
    // the rows count; an error leaves nothing of the batch.
    using BeforeCommit = std::function<Result<domain::ImportRun>(const std::vector<ImportedRow> &rows)>;

    // All rows in one transaction, each with an answer of its own, in order. The next batch is stored after this one
    // was answered for; after an error, none. Keep `batch` until then: memory is given back best where it was taken.
    [[nodiscard]] QFuture<Result<std::vector<ImportedRow>>> store(const std::shared_ptr<Batch> &batch,
                                                                  const BeforeCommit &beforeCommit);

    // After the last batch, if all went well: its people can be found. Stores the run as it ended, where one is given.
    [[nodiscard]] Result<> finish(const std::optional<domain::ImportRun> &run);

private:
    struct Ready;
    struct Work;
    BulkImport(Desk &desk, const PersonColumns &columns, std::shared_ptr<Work> work)
        : m_desk(desk),
          m_columns(columns),
          m_work(std::move(work))
    {}
    [[nodiscard]] Ready makeReady(QStringList row, QDate today) const;

    Desk &m_desk;
    PersonColumns m_columns;
    std::shared_ptr<Work> m_work; // the writer's thread uses it
};

} // namespace reeve::services
