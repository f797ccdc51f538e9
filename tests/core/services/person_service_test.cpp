// SPDX-License-Identifier: MIT
#include "core/services/person/merge/merge_service.h"
#include "core/services/person/person_service.h"
#include "tests/core/services/desk_folder.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

TEST_CASE("a person who was added is found, opened and on the way to the centre", "[person]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto id = await(people.add(joan()));
    REQUIRE(id);

    folder.reopen();
    const services::PersonService later(folder.desk());
    for (const QString &query : {u"hayward joan"_s, u"aa1 1aa"_s, u"+44 7700 900123"_s, u"21/6/1979"_s}) {
        const auto hits = await(later.search(query, 10));
        REQUIRE(hits);
        REQUIRE(hits->size() == 1);
        CHECK(hits->front().id == *id);
        CHECK(hits->front().name == u"Mrs Joan Hayward"_s);
        CHECK(hits->front().address == u"14 Orchard Way, Exampleton, AA1 1AA"_s);
        CHECK(hits->front().phone == u"07700 900123"_s);
    }

    const auto view = await(later.open(*id));
    REQUIRE(view);
    CHECK(view->person.contactPoints.front().normalised == u"+447700900123"_s);
    CHECK(view->hasWaitingEdits);

    const auto entries = folder.outbox();
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().kind == store::EntryKind::PersonCreated);
    CHECK(entries.front().aggregate == id->uuid());
    CHECK(entries.front().agent == u"asha.patel"_s);
    const QJsonObject payload = QJsonDocument::fromJson(entries.front().payload).object();
    CHECK(payload.value(u"fields"_s).toObject() == domain::toFields(view->person));
}

TEST_CASE("an edit carries only what changed, what it was, and the revision it was made on", "[person]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto id = await(people.add(joan()));
    REQUIRE(id);
    const auto opened = await(people.open(*id));
    REQUIRE(opened);

    domain::Person after = opened->person;
    after.knownAs = u"Jo"_s;
    REQUIRE(await(people.edit(opened->person, after)));
    REQUIRE(await(people.edit(opened->person, opened->person))); // nothing changed

    const auto entries = folder.outbox();
    REQUIRE(entries.size() == 2);
    CHECK(entries.back().kind == store::EntryKind::PersonEdited);
    CHECK(entries.back().baseRevision == opened->person.revision);
    const QJsonObject payload = QJsonDocument::fromJson(entries.back().payload).object();
    CHECK(payload.value(u"set"_s).toObject() == QJsonObject{{u"known_as"_s, u"Jo"_s}});
    CHECK(payload.value(u"was"_s).toObject() == QJsonObject{{u"known_as"_s, QJsonValue::Null}});
    CHECK(await(people.open(*id))->person.knownAs == u"Jo"_s);
}

TEST_CASE("who marries or moves is still found by the name and the home of before", "[person]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    domain::Person before = joan();
    const auto id = await(people.add(before));
    REQUIRE(id);
    const auto view = await(people.open(*id));
    REQUIRE(view);
    domain::Person after = view->person;
    after.name.family = u"Marlowe"_s;
    after.addresses.front().text = u"3 Mill Lane, Exampleton"_s;
    REQUIRE(await(people.edit(view->person, after)));
    const auto changed = await(people.open(*id));
    REQUIRE(changed);
    REQUIRE(changed->person.formerNames.size() == view->person.formerNames.size() + 1);
    CHECK(changed->person.formerNames.back().name.family == view->person.name.family);
    CHECK(changed->person.addresses.size() == view->person.addresses.size() + 1);
    CHECK(changed->person.homeAddress()->text == u"3 Mill Lane, Exampleton");
    CHECK(await(people.search(view->person.name.family, 10))->size() == 1);
}

TEST_CASE("two windows that edit different fields of one person both keep their change", "[person]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto id = await(people.add(joan()));
    const auto opened = await(people.open(*id));
    REQUIRE(opened);

    domain::Person first = opened->person;
    first.knownAs = u"Jo"_s;
    domain::Person second = opened->person;
    second.maritalStatus = domain::MaritalStatus::Married;
    REQUIRE(await(people.edit(opened->person, first)));
    REQUIRE(await(people.edit(opened->person, second)));

    const auto now = await(people.open(*id));
    REQUIRE(now);
    CHECK(now->person.knownAs == u"Jo"_s);
    CHECK(now->person.maritalStatus == domain::MaritalStatus::Married);
}

TEST_CASE("a person who cannot be stored leaves nothing behind", "[person]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    domain::Person nobody;
    CHECK(await(people.add(nobody)).error().code == ErrorCode::InvalidInput);

    domain::Person withCard = joan();
    withCard.communicationNeeds = u"card 4242 4242 4242 4242"_s;
    CHECK(await(people.add(withCard)).error().code == ErrorCode::CardNumber);

    CHECK(folder.outbox().empty());
    CHECK(await(people.search(u"hayward"_s, 10))->empty());
}

TEST_CASE("while somebody is being typed in, the one who is here already is named", "[person]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto id = await(people.add(joan()));
    REQUIRE(id);
    domain::Person husband = joan();
    husband.name = {u"Mr"_s, u"Peter"_s, {}, u"Hayward"_s};
    husband.dateOfBirth = *domain::PartialDate::parseIso(u"1975-02-03");
    REQUIRE(await(people.add(husband)));

    domain::Person typed;
    typed.name.given = u"Joan"_s;
    typed.name.family = u"Hayward"_s;
    typed.dateOfBirth = *domain::PartialDate::parseIso(u"1979-06-21");
    const auto likely = await(people.likelyMatches(typed, 5));
    REQUIRE(likely);
    REQUIRE(!likely->people.empty());
    CHECK(likely->people.front().hit.id == *id);
    CHECK(likely->outcome == likely->people.front().match.outcome);
    CHECK_FALSE(likely->people.front().match.reasons.empty());

    domain::Person stranger;
    stranger.name.given = u"Zbigniew"_s;
    stranger.name.family = u"Nowak"_s;
    const auto nobody = await(people.likelyMatches(stranger, 5));
    CHECK(nobody->people.empty());
    CHECK(nobody->outcome == matching::MatchOutcome::None);
}

TEST_CASE("nobody is said to be unknown who has the very name that is typed, however common it is here", "[person]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto id = await(people.add(joan()));
    REQUIRE(id);
    for (int i = 0; i < 25; ++i) {
        domain::Person namesake;
        namesake.name.given = u"Given"_s + QChar(u'a' + i);
        namesake.name.family = u"Hayward"_s;
        REQUIRE(await(people.add(namesake)));
    }
    domain::Person typed;
    typed.name.given = u"Joan"_s;
    typed.name.family = u"Hayward"_s;
    const auto likely = await(people.likelyMatches(typed, 5));
    REQUIRE(likely);
    CHECK(likely->outcome != matching::MatchOutcome::None);
    REQUIRE(!likely->people.empty());
    CHECK(likely->people.front().hit.id == *id);
}

TEST_CASE("a desk without contact for too long locks its people and still takes new work", "[person]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto id = await(people.add(joan()));
    REQUIRE(id);
    REQUIRE(folder.write([now = folder.clock().now()](store::Connection &connection) -> Result<> {
        store::DeskState state;
        state.device = domain::DeviceId(QUuid::createUuid());
        state.deskName = u"Desk 14"_s;
        state.centralUri = u"postgresql://centre.example.org/reeve"_s;
        state.lastSyncAt = now;
        return store::DeskRepository(connection).setState(state);
    }));
    REQUIRE(await(people.search(u"hayward"_s, 10)));

    folder.clock().advance(std::chrono::hours(8 * 24));
    const auto locked = await(people.search(u"hayward"_s, 10));
    REQUIRE_FALSE(locked);
    CHECK(locked.error() ==
          Error{ErrorCode::Denied,
                u"lease expired: people are shown again after the next sync; new work is taken and kept"_s});
    CHECK(await(people.open(*id)).error().code == ErrorCode::Denied);
    CHECK(await(people.add(joan())));
    CHECK(await(services::InteractionService(folder.desk()).log({call(folder.clock().now(), u"Bin missed"_s)})));
}

TEST_CASE("a relationship is seen from its other side, whoever has written it down", "[person][relationship]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto add = [&people](const QString &given, std::vector<domain::Relationship> relationships = {}) {
        domain::Person person;
        person.name = {{}, given, {}, u"Hayward"_s};
        person.relationships = std::move(relationships);
        const auto id = await(people.add(person));
        REQUIRE(id);
        return *id;
    };
    const auto open = [&people](domain::PersonId id) {
        const auto view = await(people.open(id));
        REQUIRE(view);
        return *view;
    };
    const auto relation = [](domain::RelationshipKind kind, domain::PersonId other) {
        domain::Relationship one;
        one.kind = kind;
        one.other = other;
        return one;
    };
    using Kind = domain::RelationshipKind;
    const auto joan = add(u"Joan"_s);
    CHECK(open(joan).namedBy.empty());
    auto acting = relation(Kind::Child, joan); // "Joan is my daughter, and acts for me"
    acting.authority = domain::Authority::LastingPowerProperty;
    acting.evidence = u"certified copy seen"_s;
    const auto ann = add(u"Ann"_s, {acting});
    const auto tom = add(u"Tom"_s, {relation(Kind::Parent, joan)});

    auto named = open(joan).namedBy;
    REQUIRE(named.size() == 2);
    CHECK(named[0].person == ann);
    CHECK(named[0].name == u"Ann Hayward");
    CHECK(named[0].acting == domain::ActingState::InForce);
    CHECK(services::otherSideOf(named[0].relationship.kind) == Kind::Parent);
    CHECK(named[1].person == tom);
    CHECK(named[1].acting == domain::ActingState::None);
    CHECK(services::otherSideOf(named[1].relationship.kind) == Kind::Child);
    CHECK(open(tom).namedBy.empty());

    SECTION("once, where both records say the same")
    {
        auto view = open(joan);
        domain::Person after = view.person;
        after.relationships = {relation(Kind::Child, tom), relation(Kind::Parent, ann)};
        REQUIRE(await(people.edit(view.person, after)));
        named = open(joan).namedBy;
        REQUIRE(named.size() == 1);
        CHECK(named[0].person == ann); // it says more: that Joan may act for her
        CHECK(open(tom).namedBy.empty());
    }
    SECTION("until it is taken away")
    {
        const auto view = open(tom);
        domain::Person after = view.person;
        after.relationships.clear();
        REQUIRE(await(people.edit(view.person, after)));
        CHECK(open(joan).namedBy.size() == 1);
    }
    SECTION("through merges of either, and back")
    {
        const auto jo = add(u"Jo"_s);
        const auto thomas = add(u"Thomas"_s);
        services::MergeService merges(folder.desk());
        const auto merge = [&merges](domain::PersonId survivor, domain::PersonId absorbed) {
            services::MergeRequest request;
            request.survivor = survivor;
            request.absorbed = absorbed;
            const auto merged = await(merges.merge(request));
            REQUIRE(merged);
            return *merged;
        };
        merge(jo, joan);
        const auto ofTom = merge(thomas, tom);
        named = open(joan).namedBy;
        REQUIRE(named.size() == 2);
        CHECK(named[1].person == thomas);
        REQUIRE(await(merges.unmerge(ofTom, {}, false)));
        named = open(jo).namedBy;
        REQUIRE(named.size() == 2);
        CHECK(named[1].person == tom);
    }
}
