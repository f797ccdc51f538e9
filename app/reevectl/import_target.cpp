// SPDX-License-Identifier: MIT
#include "app/reevectl/import_target.h"

#include "app/reevectl/central_access.h"
#include "app/reevectl/desk_session.h"
#include "core/central/administration.h"
#include "core/domain/person_fields.h"
#include "core/domain/person_to_json.h"
#include "core/services/person/tidy_person.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// The good rows of a batch as people, ready to be stored; the others go to `rejected`.
std::vector<domain::Person> checkedPeople(const services::PersonColumns &columns, const std::vector<QStringList> &rows,
                                          IdSource &ids, Stored &stored)
{
    const QDate today = QDate::currentDate();
    std::vector<domain::Person> people;
    people.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto person = columns.apply(rows[i], domain::Person(), today);
        if (person) {
            person = services::tidyPerson(std::move(*person), ids);
            if (const auto valid = domain::validate(*person); !valid)
                person = fail(valid);
        }
        if (person)
            people.push_back(std::move(*person));
        else
            stored.rejected.emplace_back(i, person.error());
    }
    return people;
}

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

class DeskTarget final : public ImportTarget
{
public:
    DeskTarget(std::shared_ptr<services::Desk> desk, std::unique_ptr<services::BulkImport> import)
        : m_desk(std::move(desk)),
          m_import(std::move(import))
    {}

    Result<std::optional<store::ImportRun>> earlier(const QByteArray &digest) override
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

    Result<> finish(const store::ImportRun &run) override { return m_import->finish(run); }

private:
    std::shared_ptr<services::Desk> m_desk; // outlives what follows
    std::unique_ptr<services::BulkImport> m_import;
    std::shared_ptr<services::BulkImport::Batch> m_ready;
    std::shared_ptr<services::BulkImport::Batch> m_posted;
    QFuture<Result<std::vector<services::ImportedRow>>> m_pending;
};

// One that does all its work in post().
class PlainTarget : public ImportTarget
{
public:
    explicit PlainTarget(services::PersonColumns columns) : m_columns(std::move(columns)) {}

    void prepare(std::vector<QStringList> rows) override { m_rows = std::move(rows); }

    void post(const OnStored &onStored) override
    {
        m_done = {};
        const auto stored = store(m_columns, std::exchange(m_rows, {}));
        if (!stored)
            m_done = fail(stored);
        else if (const auto noted = onStored(*stored); !noted)
            m_done = fail(noted);
    }

    Result<> take() override { return m_done; }

protected:
    [[nodiscard]] virtual Result<Stored> store(const services::PersonColumns &columns,
                                               const std::vector<QStringList> &rows) = 0;

private:
    services::PersonColumns m_columns;
    std::vector<QStringList> m_rows;
    Result<> m_done;
};

class CentralTarget final : public PlainTarget
{
public:
    CentralTarget(services::PersonColumns columns, CentralSignIn signIn)
        : PlainTarget(std::move(columns)),
          m_signIn(std::move(signIn))
    {}

protected:
    Result<Stored> store(const services::PersonColumns &columns, const std::vector<QStringList> &rows) override
    {
        Stored stored;
        std::vector<store::PulledPerson> people;
        for (const domain::Person &person : checkedPeople(columns, rows, m_ids, stored))
            people.push_back({m_ids.next<domain::PersonTag>(), 0, domain::personToJson(person), false});
        const auto counts = central::importPeople(m_signIn.uri, m_signIn.password, people);
        if (!counts)
            return fail(counts);
        stored.imported = counts->added;
        stored.updated = counts->changed;
        stored.unchanged = counts->unchanged;
        return stored;
    }

private:
    CentralSignIn m_signIn;
    IdSource m_ids{systemClock()};
};

class DryRun final : public PlainTarget
{
public:
    using PlainTarget::PlainTarget;

protected:
    Result<Stored> store(const services::PersonColumns &columns, const std::vector<QStringList> &rows) override
    {
        Stored stored;
        stored.imported = static_cast<qint64>(checkedPeople(columns, rows, m_ids, stored).size());
        return stored;
    }

private:
    IdSource m_ids{systemClock()};
};

} // namespace

Result<std::unique_ptr<ImportTarget>> importTarget(const Arguments &arguments, const services::PersonColumns &columns)
{
    if (arguments.has(u"--dry-run"_s))
        return std::make_unique<DryRun>(columns);
    if (arguments.has(u"--central"_s)) {
        auto signIn = centralSignIn(arguments);
        if (!signIn)
            return fail(signIn);
        return std::make_unique<CentralTarget>(columns, std::move(*signIn));
    }
    auto desk = openDesk(arguments);
    if (!desk)
        return fail(desk);
    auto import = services::BulkImport::begin(**desk, columns);
    if (!import)
        return fail(import);
    return std::make_unique<DeskTarget>(std::move(*desk), std::move(*import));
}

} // namespace reeve::ctl
