// SPDX-License-Identifier: MIT
#include "app/reevectl/import_target.h"

#include "app/reevectl/central_target.h"
#include "app/reevectl/desk_dry_run.h"
#include "app/reevectl/desk_session.h"
#include "core/services/person/import_row.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

Stored storedOf(const std::vector<services::ImportedRow> &rows)
{
    Stored stored;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const services::ImportedRow &row = rows[i];
        if (!row.outcome)
            stored.rejected.emplace_back(i, row.outcome.error());
        else if (*row.outcome == services::ImportOutcome::Imported)
            ++stored.imported;
        else if (*row.outcome == services::ImportOutcome::Updated)
            ++stored.updated;
        else
            ++stored.unchanged;
        if (row.duplicate)
            stored.duplicates.push_back({i, row.person, *row.duplicate});
    }
    return stored;
}

namespace {

// How many rows of a batch are good; the others go to `rejected`.
std::size_t checkedPeople(const services::PersonColumns &columns, const std::vector<QStringList> &rows, IdSource &ids,
                          Stored &stored)
{
    const QDate today = QDate::currentDate();
    std::size_t good = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto person = services::newPerson(columns, rows[i], ids, today);
        if (person)
            ++good;
        else
            stored.rejected.emplace_back(i, person.error());
    }
    return good;
}

class DeskTarget final : public ImportTarget
{
public:
    DeskTarget(std::shared_ptr<services::Desk> desk, std::unique_ptr<services::BulkImport> import)
        : m_desk(std::move(desk)),
          m_import(std::move(import))
    {}

    Result<std::optional<domain::ImportRun>> earlier(const QByteArray &digest) override
    {
        return m_import->earlier(digest);
    }

    void prepare(std::vector<QStringList> rows) override { m_ready = m_import->makeReady(std::move(rows)); }

    void post(const OnStored &onStored) override
    {
        m_posted = std::move(m_ready);
        m_pending = m_import->store(
            m_posted, [onStored](const std::vector<services::ImportedRow> &rows) { return onStored(storedOf(rows)); });
    }

    Result<> take() override
    {
        const auto outcomes = await(m_pending);
        m_posted.reset();
        return outcomes ? Result<>() : fail(outcomes);
    }

    Result<> finish(const domain::ImportRun &run) override { return m_import->finish(run); }

private:
    std::shared_ptr<services::Desk> m_desk; // outlives what follows
    std::unique_ptr<services::BulkImport> m_import;
    std::shared_ptr<services::BulkImport::Batch> m_ready;
    std::shared_ptr<services::BulkImport::Batch> m_posted;
    QFuture<Result<std::vector<services::ImportedRow>>> m_pending;
};

// Checks the rows and stores nothing.
class DryRun final : public ImportTarget
{
public:
    explicit DryRun(services::PersonColumns columns) : m_columns(std::move(columns)) {}

    void prepare(std::vector<QStringList> rows) override { m_rows = std::move(rows); }

    void post(const OnStored &onStored) override
    {
        Stored stored;
        stored.imported = static_cast<qint64>(checkedPeople(m_columns, std::exchange(m_rows, {}), m_ids, stored));
        const auto noted = onStored(stored);
        m_done = noted ? Result<>() : fail(noted);
    }

    Result<> take() override { return m_done; }

private:
    services::PersonColumns m_columns;
    IdSource m_ids{systemClock()};
    std::vector<QStringList> m_rows;
    Result<> m_done;
};

} // namespace

Result<std::unique_ptr<ImportTarget>> importTarget(const Arguments &arguments, const services::PersonColumns &columns)
{
    const bool isDryRun = arguments.has(u"--dry-run"_s);
    if (arguments.has(u"--central"_s)) {
        const auto signIn = centralSignIn(arguments);
        if (!signIn)
            return fail(signIn);
        return centralTarget(*signIn, columns, isDryRun);
    }
    if (isDryRun && !arguments.has(u"--store"_s))
        return std::make_unique<DryRun>(columns);
    auto desk = openDesk(arguments);
    if (!desk)
        return fail(desk);
    if (isDryRun)
        return deskDryRun(std::move(*desk), columns);
    auto import = services::BulkImport::begin(**desk, columns);
    if (!import)
        return fail(import);
    return std::make_unique<DeskTarget>(std::move(*desk), std::move(*import));
}

} // namespace reeve::ctl
