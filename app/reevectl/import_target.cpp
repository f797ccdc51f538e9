// SPDX-License-Identifier: MIT
#include "app/reevectl/import_target.h"

#include "app/reevectl/central_access.h"
#include "app/reevectl/desk_session.h"
#include "core/central/administration.h"
#include "core/domain/person_fields.h"
#include "core/services/person/tidy_person.h"

#include <QJsonDocument>

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

class DeskTarget final : public ImportTarget
{
public:
    explicit DeskTarget(std::shared_ptr<services::Desk> desk) : m_desk(std::move(desk)) {}

    Result<Stored> store(const services::PersonColumns &columns, const std::vector<QStringList> &rows) override
    {
        const auto outcomes = await(services::PersonImport(*m_desk, columns).store(rows));
        if (!outcomes)
            return fail(outcomes);
        Stored stored;
        for (std::size_t i = 0; i < outcomes->size(); ++i) {
            const auto &outcome = (*outcomes)[i];
            if (!outcome)
                stored.rejected.emplace_back(i, outcome.error());
            else if (*outcome == services::ImportOutcome::Imported)
                ++stored.imported;
            else if (*outcome == services::ImportOutcome::Updated)
                ++stored.updated;
            else
                ++stored.unchanged;
        }
        return stored;
    }

private:
    std::shared_ptr<services::Desk> m_desk;
};

class CentralTarget final : public ImportTarget
{
public:
    explicit CentralTarget(CentralSignIn signIn) : m_signIn(std::move(signIn)) {}

    Result<Stored> store(const services::PersonColumns &columns, const std::vector<QStringList> &rows) override
    {
        Stored stored;
        std::vector<store::PulledPerson> people;
        for (const domain::Person &person : checkedPeople(columns, rows, m_ids, stored)) {
            const QJsonDocument fields(domain::toFields(person));
            people.push_back({m_ids.next<domain::PersonTag>(), 0, fields.toJson(QJsonDocument::Compact), false});
        }
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

class DryRun final : public ImportTarget
{
public:
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

Result<std::unique_ptr<ImportTarget>> importTarget(const Arguments &arguments)
{
    if (arguments.has(u"--dry-run"_s))
        return std::make_unique<DryRun>();
    if (arguments.has(u"--central"_s)) {
        auto signIn = centralSignIn(arguments);
        if (!signIn)
            return fail(signIn);
        return std::make_unique<CentralTarget>(std::move(*signIn));
    }
    auto desk = openDesk(arguments);
    if (!desk)
        return fail(desk);
    return std::make_unique<DeskTarget>(std::move(*desk));
}

} // namespace reeve::ctl
