// SPDX-License-Identifier: MIT
// What one person on record is to another, on a real store.
#include "core/services/person/relate_people.h"

#include "core/services/person/merge/merge_service.h"

#include "tests/core/services/desk_folder.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using domain::Authority;
using domain::PersonId;
using domain::Relationship;
using domain::RelationshipKind;

namespace {

struct TwoOnRecord
{
    DeskFolder folder;
    services::PersonService people{folder.desk()};
    services::MergeService merges{folder.desk()};
    PersonId mother = add(u"Joan"_s);
    PersonId daughter = add(u"Ann"_s);

    PersonId add(const QString &given) const
    {
        domain::Person person = joan();
        person.name.given = given;
        const auto id = await(people.add(person));
        REQUIRE(id);
        return *id;
    }
    [[nodiscard]] domain::MergeEventId merge(PersonId survivor, PersonId absorbed) const
    {
        services::MergeRequest request;
        request.survivor = survivor;
        request.absorbed = absorbed;
        const auto merged = await(merges.merge(request));
        REQUIRE(merged);
        return *merged;
    }
    [[nodiscard]] services::PersonView open(PersonId id) const
    {
        const auto view = await(people.open(id));
        REQUIRE(view);
        return *view;
    }
    [[nodiscard]] Relationship asChild(PersonId who) const
    {
        Relationship told;
        told.kind = RelationshipKind::Child;
        told.other = who;
        return told;
    }
    [[nodiscard]] Result<QString> relate(PersonId person, const Relationship &told) const
    {
        return await(services::relate(folder.desk(), person, told, services::ToldBy{domain::ValueSource::Person, {}}));
    }
    [[nodiscard]] bool isIn(PersonId person, const Result<QString> &key) const
    {
        const auto &all = open(person).person.relationships;
        return key && std::any_of(all.cbegin(), all.cend(), [&](const Relationship &one) { return one.key == *key; });
    }
};

} // namespace

TEST_CASE("two records are linked, and the other one says so from its side", "[person][relationship]")
{
    const TwoOnRecord here;
    Relationship told = here.asChild(here.daughter);
    told.authority = Authority::LastingPowerProperty;
    told.evidence = u" certified copy seen "_s;
    const auto key = here.relate(here.mother, told);
    REQUIRE(key);

    const auto mother = here.open(here.mother);
    REQUIRE(mother.person.relationships.size() == 1);
    const Relationship &stored = mother.person.relationships.front();
    CHECK(stored.key == *key);
    CHECK(stored.other == here.daughter);
    CHECK(stored.nameAsTold.isEmpty());
    CHECK(stored.evidence == u"certified copy seen"_s);
    CHECK(domain::standingsOf(mother.person)[u"relationship/"_s + *key].told->source == domain::ValueSource::Person);
    const auto daughter = here.open(here.daughter);
    REQUIRE(daughter.namedBy.size() == 1);
    CHECK(daughter.namedBy.front().person == here.mother);
    CHECK(daughter.namedBy.front().acting == domain::ActingState::InForce);
    CHECK(here.folder.outbox().back().kind == store::EntryKind::PersonEdited);
}

TEST_CASE("what is said of the same two again takes the place of what was said", "[person][relationship]")
{
    const TwoOnRecord here;
    const auto first = here.relate(here.mother, here.asChild(here.daughter));
    const auto waiting = here.folder.outbox().size();
    CHECK(here.relate(here.mother, here.asChild(here.daughter)) == first);
    CHECK(here.folder.outbox().size() == waiting); // nothing new was said

    Relationship reached = here.asChild(here.daughter);
    reached.reach = u"07700 900456"_s;
    CHECK(here.relate(here.mother, reached) == first);
    REQUIRE(here.open(here.mother).person.relationships.size() == 1);
    CHECK(here.open(here.mother).person.relationships.front().reach == u"07700 900456"_s);

    reached.kind = RelationshipKind::Carer; // and their carer, too
    CHECK(here.relate(here.mother, reached) != first);
    CHECK(here.open(here.mother).person.relationships.size() == 2);
}

TEST_CASE("a relationship is taken away again, one kind or all of it", "[person][relationship]")
{
    const TwoOnRecord here;
    const auto child = here.relate(here.mother, here.asChild(here.daughter));
    Relationship cares = here.asChild(here.daughter);
    cares.kind = RelationshipKind::Carer;
    const auto carer = here.relate(here.mother, cares);
    REQUIRE(here.isIn(here.mother, carer));

    CHECK(await(services::unrelate(here.folder.desk(), here.mother, here.daughter, RelationshipKind::Child)) == 1);
    CHECK_FALSE(here.isIn(here.mother, child));
    CHECK(here.isIn(here.mother, carer));
    CHECK(await(services::unrelate(here.folder.desk(), here.mother, here.daughter)) == 1);
    CHECK(here.open(here.daughter).namedBy.empty());
    const auto none = await(services::unrelate(here.folder.desk(), here.mother, here.daughter));
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::NotFound);
}

TEST_CASE("nobody is related to themselves, nor to whoever is not on record", "[person][relationship]")
{
    const TwoOnRecord here;
    const auto own = here.relate(here.mother, here.asChild(here.mother));
    REQUIRE_FALSE(own);
    CHECK(own.error().code == ErrorCode::InvalidInput);
    const PersonId nobody = here.folder.desk().ids().next<domain::PersonTag>();
    for (const auto &refused :
         {here.relate(here.mother, here.asChild(nobody)), here.relate(nobody, here.asChild(here.mother))}) {
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::NotFound);
    }
    Relationship card = here.asChild(here.daughter);
    card.reach = u"4111 1111 1111 1111"_s;
    const auto refused = here.relate(here.mother, card);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::CardNumber);
    CHECK(here.open(here.mother).person.relationships.empty());
}

TEST_CASE("whoever acts for somebody acts no more once they have died, as both records say",
          "[person][relationship][authority]")
{
    const TwoOnRecord here;
    Relationship told = here.asChild(here.daughter);
    told.authority = Authority::Deputy;
    told.evidence = u"court order seen"_s;
    REQUIRE(here.relate(here.mother, told));
    CHECK_FALSE(here.open(here.mother).hasDied(here.open(here.mother).person.relationships.front()));

    const auto before = here.open(here.daughter).person;
    auto after = before;
    after.dateOfDeath = *domain::PartialDate::parseIso(u"2026-11-01");
    REQUIRE(await(here.people.edit(before, after)));
    const auto mother = here.open(here.mother);
    REQUIRE(mother.hasDied(mother.person.relationships.front()));
    CHECK(domain::actingState(mother.person, mother.person.relationships.front(), true, QDate(2026, 11, 22)) ==
          domain::ActingState::HolderDied);
    const auto daughter = here.open(here.daughter);
    REQUIRE(daughter.namedBy.size() == 1);
    CHECK(daughter.namedBy.front().acting == domain::ActingState::HolderDied);

    Relationship stranger = told;
    stranger.other = {};
    CHECK_FALSE(mother.hasDied(stranger)); // nobody's record says so
}

TEST_CASE("a relationship with dates that cannot be is refused", "[person][relationship][authority]")
{
    const TwoOnRecord here;
    Relationship told = here.asChild(here.daughter);
    told.evidenceSeen = *domain::PartialDate::parseIso(u"2999-01-01");
    Relationship turned = here.asChild(here.daughter);
    turned.from = *domain::PartialDate::parseIso(u"2026-02");
    turned.until = *domain::PartialDate::parseIso(u"2026-01-31");
    for (const Relationship &impossible : {told, turned}) {
        const auto refused = here.relate(here.mother, impossible);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidInput);
    }
    CHECK(here.open(here.mother).person.relationships.empty());
}

TEST_CASE("a record that was merged stands for the person in a relationship", "[person][relationship]")
{
    const TwoOnRecord here;
    const auto key = here.relate(here.mother, here.asChild(here.daughter));
    const PersonId anne = here.add(u"Anne"_s);
    const auto merged = here.merge(anne, here.daughter);

    CHECK(here.relate(here.mother, here.asChild(anne)) == key); // said of the two already
    const auto own = here.relate(anne, here.asChild(here.daughter));
    REQUIRE_FALSE(own);
    CHECK(own.error().code == ErrorCode::InvalidInput);
    REQUIRE(await(here.merges.unmerge(merged, {}, false)));
    CHECK(here.open(here.daughter).namedBy.size() == 1); // as it was told first
    CHECK(here.open(anne).namedBy.empty());
}

TEST_CASE("authority over somebody whose record is merged stays with the record that was named when they are two again",
          "[person][relationship]")
{
    const TwoOnRecord here;
    const PersonId anne = here.add(u"Anne"_s);
    const auto merged = here.merge(anne, here.daughter);
    REQUIRE(here.relate(here.mother, here.asChild(here.daughter)));
    CHECK(here.open(anne).namedBy.size() == 1); // as long as they are one
    REQUIRE(await(here.merges.unmerge(merged, {}, false)));
    CHECK(here.open(here.daughter).namedBy.size() == 1);
    CHECK(here.open(anne).namedBy.empty());
}
