// SPDX-License-Identifier: MIT
#include "core/services/person/relate_people.h"

#include "core/domain/acting_for.h"
#include "core/services/person/person_changes.h"
#include "core/services/person/tidy_person.h"
#include "core/store/merge_repository.h"
#include "core/store/shown_people.h"
#include "core/store/store.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::Person;
using reeve::domain::PersonId;
using reeve::domain::Relationship;

namespace reeve::services {

namespace {

// The person whose record it is, and every record of the other.
struct TwoPeople
{
    Person person;
    std::vector<PersonId> recordsOfOther;

    [[nodiscard]] bool isOfThem(const Relationship &one, std::optional<domain::RelationshipKind> kind) const
    {
        return one.other && (!kind || one.kind == *kind) &&
               std::find(recordsOfOther.cbegin(), recordsOfOther.cend(), *one.other) != recordsOfOther.cend();
    }
};

Result<Person> shownFor(const Job &job, PersonId asked)
{
    auto person = store::shownPerson(job.connection(), asked);
    if (!person)
        return fail(person);
    if (!*person)
        return fail(ErrorCode::NotFound, u"person "_s + asked.toString());
    return std::move(**person);
}

Result<TwoPeople> bothOf(const Job &job, PersonId person, PersonId other)
{
    auto whose = shownFor(job, person);
    if (!whose)
        return fail(whose);
    const auto who = shownFor(job, other);
    if (!who)
        return fail(who);
    if (whose->id == who->id)
        return fail(ErrorCode::InvalidInput, u"both are one person"_s);
    auto records = store::MergeRepository(job.connection()).recordsOf(who->id);
    if (!records)
        return fail(records);
    return TwoPeople{std::move(*whose), std::move(*records)};
}

Result<> storeChange(const Job &job, const Person &before, const Person &after, const std::optional<ToldBy> &by)
{
    const auto changes =
        domain::changesBetween(domain::toFields(before), domain::toFields(tidyPerson(after, job.desk().ids())));
    return editPerson(job, before.id, before.revision, changes, by);
}

} // namespace

QFuture<Result<QString>> relate(Desk &desk, PersonId person, const Relationship &told, const std::optional<ToldBy> &by)
{
    return desk.store().write([&desk, person, told, by](store::Connection &connection) -> Result<QString> {
        if (!told.other)
            return fail(ErrorCode::InvalidInput, u"related to nobody"_s);
        const Job job(desk, connection);
        if (const auto possible = domain::checkDates(told, job.today()); !possible)
            return fail(possible);
        const auto two = bothOf(job, person, *told.other);
        if (!two)
            return fail(two);
        Person after = two->person;
        const auto known = std::find_if(after.relationships.begin(), after.relationships.end(),
                                        [&](const Relationship &one) { return two->isOfThem(one, told.kind); });
        Relationship said = told;
        if (known == after.relationships.end()) {
            said.key = desk.ids().next().toString(QUuid::WithoutBraces);
            said.other = told.other; // that record, though another may be shown: they may come to be two again
            after.relationships.push_back(said);
        } else {
            said.key = known->key;
            said.other = known->other; // which of their records was meant: it may come to stand alone again
            said.handlesEstate = said.handlesEstate || known->handlesEstate;
            *known = said;
        }
        if (const auto stored = storeChange(job, two->person, after, by); !stored)
            return fail(stored);
        return said.key;
    });
}

QFuture<Result<int>> unrelate(Desk &desk, PersonId person, PersonId other, std::optional<domain::RelationshipKind> kind)
{
    return desk.store().write([&desk, person, other, kind](store::Connection &connection) -> Result<int> {
        const Job job(desk, connection);
        const auto two = bothOf(job, person, other);
        if (!two)
            return fail(two);
        Person after = two->person;
        const auto taken =
            std::erase_if(after.relationships, [&](const Relationship &one) { return two->isOfThem(one, kind); });
        if (taken == 0)
            return fail(ErrorCode::NotFound, u"nothing is said of the two"_s);
        if (const auto stored = storeChange(job, two->person, after, {}); !stored)
            return fail(stored);
        return static_cast<int>(taken);
    });
}

} // namespace reeve::services
