// SPDX-License-Identifier: MIT
#include "app/reevectl/desk_dry_run.h"

#include "app/reevectl/desk_session.h"
#include "core/domain/person_to_json.h"
#include "core/services/person/central_rows.h"
#include "core/services/person/import_row.h"
#include "core/services/session/leased_job.h"
#include "core/store/import_runs.h"
#include "core/store/person_repository.h"
#include "core/store/shown_people.h"
#include "core/store/store.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

using services::CentralRows;

constexpr qint64 pageSize = 5'000; // people

CentralRows::Record recordOf(const domain::Person &person)
{
    return {person.id, person.revision, domain::personToJson(person)};
}

// Under the lease, as the import is (services/person/bulk_import.h): it says who is here already. That nobody else
// brings people in meanwhile, the store itself sees to: one process has it open.
class DeskDryRun final : public ImportTarget
{
public:
    DeskDryRun(std::shared_ptr<services::Desk> desk, const services::PersonColumns &columns)
        : m_desk(std::move(desk)),
          m_rows(columns, m_desk->ids(), QDateTime::currentDateTimeUtc().date())
    {
        m_rows.setDryRun(true);
    }

    // Of a file that was cut off: none, for this looks at the whole of it.
    Result<std::optional<domain::ImportRun>> earlier(const QByteArray &digest) override
    {
        auto run = await(m_desk->store().read(
            [digest](store::Connection &connection) { return store::ImportRuns(connection).find(digest); }));
        if (run && *run && !(*run)->finishedAt)
            return std::nullopt;
        return run;
    }

    Result<> begin(Terminal &terminal) override
    {
        static_cast<void>(terminal);
        for (store::PeoplePage page; !page.isEnd;) {
            auto next = await(services::leasedRead(*m_desk, [after = page.last](const services::Job &job) {
                return store::shownPeopleAfter(job.connection(), after, pageSize);
            }));
            if (!next)
                return fail(next);
            page = std::move(*next);
            for (const domain::Person &person : page.people)
                m_rows.addHere(person);
        }
        m_rows.hereIsAll();
        return {};
    }

    void prepare(std::vector<QStringList> rows) override { m_ready = m_rows.makeReady(std::move(rows)); }

    void post(const OnStored &onStored) override { m_done = look(*std::exchange(m_ready, nullptr), onStored); }

    Result<> take() override { return m_done; }

private:
    Result<> look(CentralRows::Batch &batch, const OnStored &onStored)
    {
        auto known = await(
            services::leasedRead(*m_desk, [references = CentralRows::referencesIn(batch)](const services::Job &job) {
                return withReferences(job, references);
            }));
        if (!known)
            return fail(known);
        CentralRows::Decided decided = m_rows.decide(batch, std::move(*known));
        const auto others =
            await(services::leasedRead(*m_desk, [people = m_rows.lookFor(batch, decided)](const services::Job &job) {
                return recordsOf(job.connection(), people);
            }));
        if (!others)
            return fail(others);
        m_rows.compare(batch, *others, decided);
        const auto noted = onStored(storedOf(decided.rows));
        return noted ? Result<>() : fail(noted);
    }

    static Result<QHash<QString, CentralRows::Record>> withReferences(const services::Job &job,
                                                                      const QStringList &references)
    {
        QHash<QString, CentralRows::Record> known;
        for (const QString &reference : references) {
            const auto person = services::personWithReference(job, reference);
            if (!person)
                return fail(person);
            if (*person)
                known.insert(reference, recordOf(**person));
        }
        return known;
    }

    static Result<std::vector<CentralRows::Record>> recordsOf(store::Connection &connection,
                                                              const std::vector<domain::PersonId> &ids)
    {
        const store::PersonRepository people(connection);
        std::vector<CentralRows::Record> records;
        for (const domain::PersonId &id : ids) {
            const auto person = people.find(id);
            if (!person)
                return fail(person);
            if (*person)
                records.push_back(recordOf(**person));
        }
        return records;
    }

    const std::shared_ptr<services::Desk> m_desk;
    CentralRows m_rows;
    std::shared_ptr<CentralRows::Batch> m_ready;
    Result<> m_done;
};

} // namespace

std::unique_ptr<ImportTarget> deskDryRun(std::shared_ptr<services::Desk> desk, const services::PersonColumns &columns)
{
    return std::make_unique<DeskDryRun>(std::move(desk), columns);
}

} // namespace reeve::ctl
