// SPDX-License-Identifier: MIT
#include "app/reevectl/central_target.h"

#include "app/reevectl/desk_session.h"
#include "core/central/people_import.h"
#include "core/services/person/central_rows.h"

#include <QElapsedTimer>

#include <future>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

using services::CentralRows;

constexpr qint64 progressEvery = 2'000; // milliseconds

class CentralTarget final : public ImportTarget
{
public:
    CentralTarget(std::unique_ptr<central::PeopleImport> centre, const services::PersonColumns &columns, bool isDryRun)
        : m_centre(std::move(centre)),
          m_isDryRun(isDryRun),
          m_rows(columns, m_ids, QDate::currentDate())
    {
        m_rows.setDryRun(isDryRun);
    }

    Result<std::optional<domain::ImportRun>> earlier(const QByteArray &digest) override
    {
        m_centre->setFile(digest);
        if (m_isDryRun)
            return std::nullopt;
        return m_centre->run(digest);
    }

    Result<> begin(Terminal &terminal) override
    {
        QElapsedTimer sinceProgress;
        sinceProgress.start();
        domain::PersonId last;
        for (qint64 read = 0;;) {
            const auto people = m_centre->peopleAfter(last);
            if (!people)
                return fail(people);
            if (people->empty())
                break;
            for (const auto &person : *people)
                m_rows.addHere(CentralRows::Record{person.id, 0, person.fields});
            read += static_cast<qint64>(people->size());
            last = people->back().id;
            if (sinceProgress.elapsed() >= progressEvery) {
                sinceProgress.restart();
                terminal.message(u"%1 people at the centre were read, to be compared with"_s.arg(read));
            }
        }
        m_rows.hereIsAll();
        return {};
    }

    void prepare(std::vector<QStringList> rows) override { m_ready = m_rows.makeReady(std::move(rows)); }

    void post(const OnStored &onStored) override
    {
        m_posted = std::move(m_ready);
        m_pending = std::async(std::launch::async, [this, onStored] { return store(*m_posted, onStored); });
    }

    Result<> take() override
    {
        const auto stored = m_pending.get();
        m_posted.reset();
        return stored;
    }

    Result<> finish(const domain::ImportRun &run) override
    {
        if (m_isDryRun)
            return {};
        if (const auto begun = m_centre->begin(); !begun)
            return begun;
        if (const auto put = m_centre->putRun(run); !put)
            return put;
        return m_centre->commit();
    }

private:
    // One batch: on a thread of its own, while the next is made ready.
    Result<> store(CentralRows::Batch &batch, const OnStored &onStored)
    {
        if (const auto begun = m_centre->begin(); !begun)
            return begun;
        auto decided = decide(batch);
        if (!decided)
            return fail(decided);
        if (const auto put = m_isDryRun ? Result<>() : write(*decided); !put)
            return put;
        const auto others = m_centre->people(m_rows.lookFor(batch, *decided));
        if (!others)
            return fail(others);
        std::vector<CentralRows::Record> found;
        for (const auto &other : *others)
            found.push_back({other.id, 0, other.fields});
        m_rows.compare(batch, found, *decided);
        const auto run = onStored(storedOf(decided->rows));
        if (!run)
            return fail(run);
        if (const auto put = m_isDryRun ? Result<>() : m_centre->putRun(*run); !put)
            return put;
        return m_centre->commit();
    }

    Result<CentralRows::Decided> decide(CentralRows::Batch &batch)
    {
        const auto there = m_centre->known(CentralRows::referencesIn(batch));
        if (!there)
            return fail(there);
        QHash<QString, CentralRows::Record> known;
        for (const auto &one : *there)
            known.insert(one.reference, {one.id, one.revision, one.fields});
        return m_rows.decide(batch, std::move(known));
    }

    Result<> write(CentralRows::Decided &decided)
    {
        std::vector<central::PeopleImport::Record> people;
        people.reserve(decided.writes.size());
        for (const auto &one : decided.writes)
            people.push_back({one.record.id, one.record.fields});
        const auto refused = m_centre->put(people);
        if (!refused)
            return fail(refused);
        for (const std::size_t place : *refused) {
            for (const std::size_t row : decided.writes[place].rows)
                decided.rows[row].outcome = fail(ErrorCode::InvalidInput, u"the centre does not take this record"_s);
        }
        return {};
    }

    const std::unique_ptr<central::PeopleImport> m_centre;
    const bool m_isDryRun;
    IdSource m_ids{systemClock()};
    CentralRows m_rows;
    std::shared_ptr<CentralRows::Batch> m_ready;
    std::shared_ptr<CentralRows::Batch> m_posted;
    std::future<Result<>> m_pending; // last: it is waited for before anything above goes
};

} // namespace

Result<std::unique_ptr<ImportTarget>> centralTarget(const CentralSignIn &signIn, const services::PersonColumns &columns,
                                                    bool isDryRun)
{
    auto centre = central::PeopleImport::connect(signIn.uri, signIn.password);
    if (!centre)
        return fail(centre);
    return std::make_unique<CentralTarget>(std::move(*centre), columns, isDryRun);
}

} // namespace reeve::ctl
