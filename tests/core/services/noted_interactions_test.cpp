// SPDX-License-Identifier: MIT
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/person_service.h"
#include "core/services/privacy/privacy_service.h"
#include "tests/core/services/desk_folder.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using domain::InteractionId;
using domain::PersonId;
using services::InteractionService;

namespace {

struct Noted
{
    DeskFolder folder;
    services::PersonService people{folder.desk()};
    InteractionService interactions{folder.desk()};
    PersonId joan = added(u"Joan"_s);

    PersonId added(const QString &given) const
    {
        domain::Person person = test::joan();
        person.name.given = given;
        const auto id = await(people.add(person));
        REQUIRE(id);
        return *id;
    }
    InteractionId logged(domain::Interaction interaction) const
    {
        const auto receipts = await(interactions.log({std::move(interaction)}));
        REQUIRE(receipts);
        REQUIRE(receipts->front());
        return receipts->front()->id;
    }
    InteractionId anonymous(const QString &note) { return logged(call(folder.clock().now(), note)); }
    [[nodiscard]] std::vector<InteractionId> timeline(PersonId person) const
    {
        const auto rows = await(interactions.timeline(person, 50));
        REQUIRE(rows);
        std::vector<InteractionId> ids;
        for (const auto &row : *rows)
            ids.push_back(row.id);
        return ids;
    }
    [[nodiscard]] std::optional<PersonId> whoseByNotes(const QString &word) const
    {
        const auto found = await(interactions.findNotes(word, 5));
        REQUIRE(found);
        REQUIRE(found->hits.size() == 1);
        return found->hits.front().match.person;
    }
    [[nodiscard]] std::size_t restrictedItems(PersonId person) const
    {
        const auto items = await(services::PrivacyService(folder.desk()).itemsOf(person));
        REQUIRE(items);
        return items->size();
    }
};

} // namespace

TEST_CASE("what was noted without a person is given to one, with its flags, and taken back", "[noted]")
{
    Noted noted;
    noted.folder.giveRoles({domain::Role::Handler, domain::Role::Supervisor});
    domain::Interaction interaction = call(noted.folder.clock().now(), u"A heron sits on the roof"_s);
    interaction.specialCategory = {healthItem(u"uses a wheelchair"_s)};
    const InteractionId id = noted.logged(interaction);
    CHECK(noted.timeline(noted.joan).empty());
    CHECK_FALSE(noted.whoseByNotes(u"heron"_s));

    const auto was = await(noted.interactions.give(id, noted.joan));
    REQUIRE(was);
    CHECK_FALSE(*was);
    CHECK(noted.timeline(noted.joan) == std::vector{id});
    CHECK(noted.whoseByNotes(u"heron"_s) == noted.joan);
    CHECK(noted.restrictedItems(noted.joan) == 1);
    const auto one = await(noted.interactions.noted(id));
    REQUIRE(one);
    CHECK(one->name == u"Mrs Joan Hayward"_s);
    CHECK(one->mayBeGiven);

    SECTION("back to nobody")
    {
        const auto back = await(noted.interactions.give(id, *was));
        REQUIRE(back);
        CHECK(*back == noted.joan);
        CHECK(noted.timeline(noted.joan).empty());
        CHECK(noted.restrictedItems(noted.joan) == 0);
        CHECK_FALSE(noted.whoseByNotes(u"heron"_s));
        CHECK_FALSE(await(noted.interactions.noted(id))->person);
    }
    SECTION("to somebody else after all")
    {
        const PersonId jane = noted.added(u"Jane"_s);
        CHECK(await(noted.interactions.give(id, jane)).value() == noted.joan);
        CHECK(noted.timeline(noted.joan).empty());
        CHECK(noted.timeline(jane) == std::vector{id});
        CHECK(noted.restrictedItems(jane) == 1);
    }
    SECTION("and what is noted and flagged later goes there too")
    {
        REQUIRE(await(noted.interactions.addNote(id, u"rang again"_s)));
        auto item = healthItem(u"and a hearing aid"_s);
        item.interaction = id;
        REQUIRE(await(services::PrivacyService(noted.folder.desk()).add(item)));
        CHECK(noted.restrictedItems(noted.joan) == 2);
    }
}

TEST_CASE("giving follows the interaction in the outbox, and twice the same is told once", "[noted]")
{
    Noted noted;
    const InteractionId id = noted.anonymous(u"about a bin"_s);
    REQUIRE(await(noted.interactions.give(id, noted.joan)));
    const auto entries = noted.folder.outbox();
    CHECK(entries.back().kind == store::EntryKind::ItemAssigned);
    CHECK(entries.back().aggregate == id.uuid()); // the centre has the interaction first
    CHECK(entries.back().person == noted.joan.uuid());

    CHECK(await(noted.interactions.give(id, noted.joan)).value() == noted.joan);
    CHECK(noted.folder.outbox().size() == entries.size());
}

TEST_CASE("what was noted for a person is not given away, and nothing goes to nobody known", "[noted]")
{
    Noted noted;
    domain::Interaction interaction = call(noted.folder.clock().now(), u"hers"_s);
    interaction.person = noted.joan;
    const InteractionId hers = noted.logged(interaction);
    const PersonId jane = noted.added(u"Jane"_s);
    CHECK(await(noted.interactions.give(hers, jane)).error().code == ErrorCode::InvalidInput);
    CHECK(await(noted.interactions.give(InteractionId(QUuid::createUuid()), jane)).error().code == ErrorCode::NotFound);
    const InteractionId id = noted.anonymous(u"anonymous"_s);
    CHECK(await(noted.interactions.give(id, PersonId(QUuid::createUuid()))).error().code == ErrorCode::NotFound);
    CHECK(noted.timeline(noted.joan) == std::vector{hers});
}

TEST_CASE("the last interactions of an agent are theirs, with and without a person, the last first", "[noted]")
{
    Noted noted;
    static_cast<void>(noted.anonymous(u"long ago"_s));
    noted.folder.clock().advance(std::chrono::days(8));
    domain::Interaction interaction = call(noted.folder.clock().now(), u"hers"_s);
    interaction.person = noted.joan;
    const InteractionId hers = noted.logged(interaction);
    noted.folder.clock().advance(std::chrono::hours(1));
    const InteractionId nobodys = noted.anonymous(u"anonymous"_s);
    REQUIRE(noted.folder.write([&](store::Connection &connection) -> Result<> { // a colleague's
        domain::Interaction other = call(noted.folder.clock().now(), u"theirs"_s);
        other.id = InteractionId(QUuid::createUuid());
        other.notes.front().id = domain::NoteId(QUuid::createUuid());
        return store::InteractionRepository(connection).insert(other, u"bob.jones"_s, true);
    }));

    const auto last = await(noted.interactions.ownLast(10));
    REQUIRE(last);
    REQUIRE(last->size() == 2);
    CHECK(last->at(0).row.id == nobodys);
    CHECK_FALSE(last->at(0).person);
    CHECK(last->at(1).row.id == hers);
    CHECK(last->at(1).name == u"Mrs Joan Hayward"_s);
    CHECK_FALSE(last->at(1).mayBeGiven);
    CHECK(await(noted.interactions.ownLast(1))->size() == 1);
}
