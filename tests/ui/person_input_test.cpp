// SPDX-License-Identifier: MIT
#include "tests/core/services/desk_folder.h"
#include "tests/ui/interaction_waiting.h"
#include "ui/person/person_editor_view_model.h"
#include "ui/person/person_input.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

const QDate today(2026, 11, 22);

bool says(const ui::PersonReading &reading, ui::PersonCheck::Field field, bool blocks)
{
    return std::any_of(reading.checks.cbegin(), reading.checks.cend(),
                       [&](const ui::PersonCheck &check) { return check.field == field && check.blocks == blocks; });
}

} // namespace

TEST_CASE("a person shown in the form and read from it again is the same person", "[person]")
{
    domain::Person person = joan();
    person.name.middle = u"Mary Ann"_s;
    person.maritalStatus = domain::MaritalStatus::Widowed;
    person.preferredLanguage = u"cy"_s;
    person.addresses.front().uprn = 999000000001;
    person.relationships = {{u"r1"_s,
                             domain::RelationshipKind::Child,
                             {},
                             u"Ann Hayward"_s,
                             domain::Authority::LastingPowerProperty,
                             u"seen 3 March"_s}};
    person.paymentReferences = {{u"p1"_s, u"council_tax"_s, u"80012345"_s, {}}};
    for (const QString &iso : {u"1979-06-21"_s, u"1979-06"_s, u"1979"_s, u"~1979"_s}) {
        person.dateOfBirth = *domain::PartialDate::parseIso(iso);
        person.addresses.front().from = person.dateOfBirth;
        const ui::PersonReading reading = ui::read(ui::inputFrom(person), today);
        CHECK(reading.checks.empty());
        CHECK(reading.person == person);
    }
}

TEST_CASE("only a name is needed, and any part of it will do", "[person]")
{
    ui::PersonInput input;
    CHECK_FALSE(ui::read(input, today).canSave());
    input.person.name.given = u"Suharto"_s;
    CHECK(ui::read(input, today).canSave());
}

TEST_CASE("what cannot be a date is said at the field, what is merely odd is kept as told", "[person]")
{
    ui::PersonInput input = ui::inputFrom(joan());
    SECTION("31 February")
    {
        input.dateOfBirth = u"31/2/1979"_s;
        const auto reading = ui::read(input, today);
        CHECK(says(reading, ui::PersonCheck::Field::DateOfBirth, true));
        CHECK_FALSE(reading.canSave());
    }
    SECTION("a day that has not come")
    {
        input.dateOfBirth = u"23/11/2026"_s;
        CHECK(says(ui::read(input, today), ui::PersonCheck::Field::DateOfBirth, true));
    }
    SECTION("death before birth")
    {
        input.dateOfDeath = u"1970"_s;
        CHECK(says(ui::read(input, today), ui::PersonCheck::Field::DateOfDeath, true));
    }
    SECTION("a number that is none")
    {
        input.person.contactPoints.front().value = u"ask at the shop"_s;
        const auto reading = ui::read(input, today);
        CHECK(says(reading, ui::PersonCheck::Field::Contact, false));
        CHECK(reading.canSave());
        CHECK(reading.person.contactPoints.front().value == u"ask at the shop"_s);
    }
    SECTION("a postcode that is none")
    {
        input.addresses.front().address.postcode = u"no fixed abode"_s;
        const auto reading = ui::read(input, today);
        CHECK(says(reading, ui::PersonCheck::Field::AddressPostcode, false));
        CHECK(reading.canSave());
    }
}

TEST_CASE("what was typed in the find box is put where it belongs", "[person]")
{
    const ui::PersonInput named = ui::inputFromQuery(u"joan mary hayward 21/6/1979"_s, today);
    CHECK(named.person.name.given == u"Joan"_s);
    CHECK(named.person.name.middle == u"Mary"_s);
    CHECK(named.person.name.family == u"Hayward"_s);
    CHECK(named.dateOfBirth == u"21/6/1979"_s);

    const ui::PersonInput phoned = ui::inputFromQuery(u"hayward 07700 900123"_s, today);
    REQUIRE(phoned.person.contactPoints.size() == 1);
    CHECK(phoned.person.contactPoints.front().value == u"07700 900123"_s);

    const ui::PersonInput placed = ui::inputFromQuery(u"hayward aa11aa"_s, today);
    REQUIRE(placed.addresses.size() == 1);
    CHECK(placed.addresses.front().address.postcode == u"AA1 1AA"_s);
}

TEST_CASE("somebody on record already is offered while a new person is being typed", "[person]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    const auto known = await(people.add(joan()));
    REQUIRE(known);
    ui::PersonEditorViewModel editor(people);
    editor.startNew({});
    ui::PersonInput input = editor.input();
    input.person.name.given = u"Joan"_s;
    input.person.name.family = u"Hayward"_s;
    input.dateOfBirth = u"21/6/79"_s;
    editor.setInput(input);
    REQUIRE(waitUntil([&] { return editor.matches().rowCount() > 0; }));
    CHECK(editor.matches().rows().front().key() == *known);
}

TEST_CASE("what is set aside comes back whole, and saving changes only what was changed", "[person]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    const auto id = await(people.add(joan()));
    REQUIRE(id);
    const auto view = await(people.open(*id));
    REQUIRE(view);
    ui::PersonEditorViewModel editor(people);
    editor.start(view->person);
    CHECK_FALSE(editor.setAside()); // nothing typed: nothing to undo

    editor.start(view->person);
    ui::PersonInput input = editor.input();
    input.person.communicationNeeds = u"large print"_s;
    editor.setInput(input);
    REQUIRE(editor.setAside());
    editor.takeBack();
    CHECK(editor.input().person.communicationNeeds == u"large print"_s);

    bool isSaved = false;
    QObject::connect(&editor, &ui::PersonEditorViewModel::saved, &editor, [&] { isSaved = true; });
    editor.save();
    REQUIRE(waitUntil([&] { return isSaved; }));
    const auto after = await(people.open(*id));
    REQUIRE(after);
    CHECK(after->person.communicationNeeds == u"large print"_s);
    CHECK(folder.outbox().back().payload.contains("communication_needs"));
    CHECK_FALSE(folder.outbox().back().payload.contains("family_name"));
}
