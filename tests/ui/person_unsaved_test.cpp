// SPDX-License-Identifier: MIT
#include "ui/person/unsaved_person.h"
#include "ui/shell/place.h"

#include "tests/core/services/desk_folder.h"

using namespace reeve;
using namespace Qt::Literals::StringLiterals;

namespace {

ui::UnsavedPerson again(const ui::UnsavedPerson &person)
{
    const QByteArray text = QJsonDocument(ui::toJson(person)).toJson(QJsonDocument::Compact);
    const auto read = ui::unsavedPersonFrom(QJsonDocument::fromJson(text).object());
    REQUIRE(read);
    return *read;
}

domain::ContactPoint phone(const QString &value)
{
    domain::ContactPoint contact;
    contact.value = value;
    return contact;
}

} // namespace

TEST_CASE("a new person half written down comes back as typed, readable or not and in the same order", "[person][lock]")
{
    ui::PersonInput input;
    input.person.name = {u"Mr"_s, u"Idris"_s, {}, u" "_s};
    input.dateOfBirth = u"31/02/19"_s;
    input.person.contactPoints = {phone(u"01632 9609"_s), phone({}), phone(u"07700 900123"_s)};
    domain::Address address;
    address.text = u"3 Mill Lane"_s;
    address.postcode = u"AA1"_s;
    input.addresses = {{address, u"10009"_s, u"spring"_s, {}}};
    domain::Relationship daughter;
    daughter.nameAsTold = u"Nest"_s;
    input.relationships = {{daughter, u"yesterday"_s, {}, u"2030"_s}};
    const auto read = again({std::nullopt, input});
    CHECK_FALSE(read.before);
    CHECK(read.input == input);
}

TEST_CASE("a change half made comes back, and saving it changes only what was typed", "[person][lock]")
{
    domain::Person before = test::joan();
    before.id = domain::PersonId(QUuid::createUuid());
    before.revision = 7;
    before.contactPoints.front().key = u"c1"_s;
    before.addresses.front().key = u"a1"_s;
    before.unknownFields = {{u"of_a_newer_version"_s, u"kept"_s}, {u"contact/c1"_s, QJsonObject{{u"newer"_s, true}}}};
    ui::PersonInput input = ui::inputFrom(before);
    input.person.knownAs = u"Nana"_s;
    input.person.contactPoints.push_back(phone(u"01632 960 111"_s));
    const auto read = again({before, input});
    REQUIRE(read.before);
    CHECK(*read.before == before);
    CHECK(read.before->revision == 7);

    const auto today = QDate(2026, 11, 22);
    const auto changes = [&](const ui::PersonInput &of) {
        return domain::changesBetween(domain::toFields(before), domain::toFields(ui::read(of, today).person)).set;
    };
    CHECK(changes(read.input) == changes(input));
    CHECK(changes(read.input).value(u"known_as"_s) == u"Nana"_s);
}

TEST_CASE("no card number typed into a form or a note is kept with the place", "[person][lock]")
{
    ui::Place place;
    place.form.emplace();
    place.form->input.person.name.family = u"4111 1111 1111 1111"_s;
    place.timeline.noteFor = domain::InteractionId(QUuid::createUuid());
    place.timeline.note = u"card 4111 1111 1111 1111"_s;
    const QString text = ui::toText(place);
    CHECK_FALSE(text.contains(u"1111 1111"_s));
    const ui::Place read = ui::placeFrom(text);
    REQUIRE(read.form);
    CHECK(read.form->input.person.name.family.endsWith(u"1111"_s));
    CHECK(read.timeline.noteFor == place.timeline.noteFor);
}

TEST_CASE("a place that cannot be read is no place, and not the end of the window", "[lock]")
{
    for (const QString &text : {u""_s, u"nonsense"_s, u"[]"_s, u"{\"form\":{\"input\":7},\"person\":\"x\"}"_s}) {
        const ui::Place place = ui::placeFrom(text);
        CHECK_FALSE(place.person);
        CHECK_FALSE(place.form);
        CHECK(place.region == -1);
    }
}
