// SPDX-License-Identifier: MIT
#include "core/domain/person_fields.h"

#include "tests/support/result_printing.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

namespace {

const PersonId someone = *PersonId::parse(u"01999999-0000-7000-8000-000000000001");

// Every field of a person filled in.
Person joan()
{
    Person person;
    person.id = someone;
    person.revision = 7;
    person.name = {u"Mrs"_s, u"Joan"_s, u"Mary"_s, u"O'Brien-Llŷr"_s};
    person.knownAs = u"Joanie 🙂"_s;
    person.formerNames = {{u"k1"_s, {{}, u"Joan"_s, {}, u"Hayward"_s}}};
    person.dateOfBirth = *PartialDate::parseIso(u"1942-06-21");
    person.dateOfDeath = *PartialDate::parseIso(u"~2025");
    person.maritalStatus = MaritalStatus::SurvivingCivilPartner;
    person.roles = {PersonRole::Resident, PersonRole::ServiceUser};
    person.contactPoints = {
        {u"k1"_s, ContactKind::Phone, u"07700 900123"_s, u"+447700900123"_s, u"mobile"_s, true, false,
         fromMilliseconds(1'795'344'120'000)},
        {u"k2"_s, ContactKind::Email, u"Joan@example.org"_s, u"joan@example.org"_s, {}, false, true, {}}};
    person.addresses = {
        {u"k1"_s,
         AddressUse::Home,
         u"1 Example Road, Exampleton"_s,
         u"AA1 1AA"_s,
         999000000001,
         *PartialDate::parseIso(u"1999"),
         {},
         fromMilliseconds(1'000)},
        {u"k2"_s, AddressUse::Previous, u"no fixed abode"_s, {}, {}, {}, *PartialDate::parseIso(u"1999"), {}}};
    person.relationships = {{u"k1"_s,
                             RelationshipKind::Child,
                             someone,
                             {},
                             Authority::LastingPowerProperty,
                             u"seen"_s,
                             *PartialDate::parseIso(u"2024-03"),
                             *PartialDate::parseIso(u"2024"),
                             *PartialDate::parseIso(u"2034"),
                             u"07700 900456"_s,
                             true}};
    person.marks = {{u"k1"_s, u"contact"_s, fingerprintOf(u"contact/k1", {}), MarkKind::Unreachable,
                     ValueSource::Relative, u"phone"_s, fromMilliseconds(2'000), u"asha.patel"_s, u"wrong_number"_s}};
    person.paymentReferences = {{u"k1"_s, u"council_tax"_s, u"80012345"_s, u"direct debit set up"_s}};
    person.externalReferences = {{u"k1"_s, u"housing"_s, u"H/1"_s}};
    person.externalId = u"EX0001234"_s;
    person.preferredLanguage = u"cy"_s;
    person.communicationNeeds = u"large print"_s;
    person.contactPreference = u"phone, mornings"_s;
    person.nhsNumber = u"9990000018"_s;
    person.niNumber = u"AB123456C"_s;
    person.isDemo = true;
    return person;
}

} // namespace

TEST_CASE("a person goes through fields and back unchanged", "[domain][person]")
{
    const Person before = joan();
    REQUIRE(validate(before));
    const QByteArray wire = QJsonDocument(toFields(before)).toJson(QJsonDocument::Compact);
    const auto after = personFromFields(before.id, before.revision, QJsonDocument::fromJson(wire).object());
    REQUIRE(after);
    CHECK(*after == before);

    const auto blank = personFromFields(someone, 0, toFields(Person{}));
    REQUIRE(blank);
    CHECK(blank->name.isEmpty());
}

TEST_CASE("what a newer version wrote comes back untouched", "[domain][person]")
{
    QJsonObject fields = toFields(joan());
    fields.insert(u"star_sign"_s, u"Leo"_s);
    fields.insert(u"flag/k1"_s, QJsonObject{{u"colour"_s, u"red"_s}});
    QJsonObject contact = fields.value(u"contact/k1"_s).toObject();
    contact.insert(u"ok_to_sms"_s, true);
    fields.insert(u"contact/k1"_s, contact);

    auto person = personFromFields(someone, 0, fields);
    REQUIRE(person);
    CHECK(toFields(*person) == fields);

    // What belongs to an object goes with it.
    person->contactPoints.erase(person->contactPoints.begin());
    CHECK_FALSE(toFields(*person).contains(u"contact/k1"_s));
    CHECK(toFields(*person).contains(u"flag/k1"_s));
}

TEST_CASE("a field of the wrong shape is named, and its value is not", "[domain][person]")
{
    const QJsonObject object;
    const QList<std::pair<QString, QJsonValue>> wrong = {
        {u"given_name"_s, 7},
        {u"family_name"_s, QJsonArray{u"secret"_s}},
        {u"known_as"_s, true},
        {u"date_of_birth"_s, u"secret"_s},
        {u"date_of_birth"_s, u"1979-02-31"_s},
        {u"date_of_death"_s, 1979},
        {u"marital_status"_s, u"secret"_s},
        {u"roles"_s, u"resident"_s},
        {u"roles"_s, QJsonArray{u"secret"_s}},
        {u"roles"_s, QJsonArray{1}},
        {u"is_demo"_s, u"true"_s},
        {u"external_id"_s, object},
        {u"contact/k"_s, u"secret"_s},
        {u"contact/k"_s, QJsonObject{{u"kind"_s, u"secret"_s}}},
        {u"contact/k"_s, QJsonObject{{u"preferred"_s, u"secret"_s}}},
        {u"contact/k"_s, QJsonObject{{u"confirmed_at"_s, u"secret"_s}}},
        {u"address/k"_s, QJsonArray{}},
        {u"address/k"_s, QJsonObject{{u"uprn"_s, u"secret"_s}}},
        {u"address/k"_s, QJsonObject{{u"uprn"_s, 1.5}}},
        {u"address/k"_s, QJsonObject{{u"uprn"_s, -1}}},
        {u"address/k"_s, QJsonObject{{u"uprn"_s, 1e300}}},
        {u"address/k"_s, QJsonObject{{u"from"_s, u"secret"_s}}},
        {u"relationship/k"_s, QJsonObject{{u"other"_s, u"secret"_s}}},
        {u"relationship/k"_s, QJsonObject{{u"authority"_s, u"secret"_s}}},
        {u"payment/k"_s, 1},
        {u"former_name/k"_s, QJsonObject{{u"given_name"_s, 1}}},
        {u"reference/k"_s, QJsonObject{{u"system"_s, false}}},
    };
    for (const auto &[name, value] : wrong) {
        INFO(name.toStdString());
        const auto person = personFromFields(someone, 0, {{name, value}});
        REQUIRE_FALSE(person);
        CHECK(person.error().code == ErrorCode::InvalidInput);
        CHECK(person.error().detail.contains(name));
        CHECK_FALSE(person.error().detail.contains(u"secret"));
        CHECK(personFromFields(someone, 0, {{name, QJsonValue(QJsonValue::Null)}}));
    }
}

TEST_CASE("changes are the fields that differ, with what they were", "[domain][person]")
{
    const Person before = joan();
    Person after = before;
    after.name.family = u"Smith"_s;
    after.knownAs.clear();
    after.contactPoints[0].label = u"daughter's"_s;
    after.paymentReferences.clear();
    after.externalReferences.push_back({u"k2"_s, u"tax"_s, u"T1"_s});

    const QJsonObject was = toFields(before);
    const QJsonObject is = toFields(after);
    const FieldChanges changes = changesBetween(was, is);
    CHECK(changes.set.keys() ==
          QStringList{u"contact/k1"_s, u"family_name"_s, u"known_as"_s, u"payment/k1"_s, u"reference/k2"_s});
    CHECK(changes.was.keys() == changes.set.keys());
    CHECK(changes.set.value(u"family_name"_s) == u"Smith"_s);
    CHECK(changes.was.value(u"family_name"_s) == before.name.family);
    CHECK(changes.set.value(u"known_as"_s).isNull());
    CHECK(changes.was.value(u"reference/k2"_s).isNull());
    CHECK(withChanges(was, changes.set) == is);
    CHECK(withChanges(is, changes.was) == was);
    CHECK(changesBetween(was, was).isEmpty());
    CHECK(changesBetween({{u"a"_s, QJsonValue::Null}}, {}).isEmpty());
    CHECK(changesBetween({}, {{u"a"_s, QJsonValue::Null}}).isEmpty());
}

TEST_CASE("a person that cannot be stored is refused, naming the field", "[domain][person]")
{
    const auto outcome = [](auto change) {
        Person person = joan();
        change(person);
        const auto result = validate(person);
        return result ? u"ok"_s : errorName(result.error().code) + u' ' + result.error().detail.section(u' ', 0, 0);
    };
    CHECK(outcome([](Person &) {}) == u"ok"_s);
    CHECK(outcome([](Person &p) { p.name = {{}, {}, {}, u"Prince"_s}; }) == u"ok"_s);
    CHECK(outcome([](Person &p) { p.name.given = QString(1000, u'x'); }) == u"ok"_s);
    CHECK(outcome([](Person &p) { p.name.given = u"سلمى \u202b👩🏽‍🦱"_s; }) == u"ok"_s);
    CHECK(outcome([](Person &p) {
              p.name = {u"Mr"_s, u" "_s, {}, {}}, p.knownAs.clear();
          }).startsWith(u"InvalidInput"));
    CHECK(outcome([](Person &p) { p.name.given = QString(1001, u'x'); }) == u"InvalidInput given_name"_s);
    CHECK(outcome([](Person &p) { p.name.family = QString(1'000'000, u'x'); }) == u"InvalidInput family_name"_s);
    CHECK(outcome([](Person &p) { p.name.family = u"a\0b"_s; }) == u"InvalidInput family_name"_s);
    CHECK(outcome([](Person &p) { p.name.title = u"Mr\n"_s; }) == u"InvalidInput title"_s);
    CHECK(outcome([](Person &p) { p.knownAs = QChar(0xdc00); }) == u"InvalidInput known_as"_s);
    CHECK(outcome([](Person &p) { p.formerNames[0].name.given = u"\u0007"_s; }) == u"InvalidInput given_name"_s);
    CHECK(outcome([](Person &p) { p.addresses[0].text = u"a\u0085b"_s; }) == u"InvalidInput address.text"_s);
    CHECK(outcome([](Person &p) { p.communicationNeeds = u"card 4111 1111 1111 1111"_s; }) ==
          u"CardNumber communication_needs"_s);
    CHECK(outcome([](Person &p) { p.paymentReferences[0].reference = u"4242424242424242"_s; }) ==
          u"CardNumber payment.reference"_s);
    CHECK(outcome([](Person &p) { p.relationships[0].evidence = u"CVV 123"_s; }) ==
          u"CardNumber relationship.evidence"_s);
    CHECK(outcome([](Person &p) { p.contactPoints[0].value = u"4111111111111111"_s; }) ==
          u"CardNumber contact.value"_s);
}

TEST_CASE("names are shown without gaps", "[domain][person]")
{
    Person person = joan();
    CHECK(person.displayName() == u"Mrs Joan O'Brien-Llŷr"_s);
    CHECK(person.name.full() == u"Mrs Joan Mary O'Brien-Llŷr"_s);
    REQUIRE(person.homeAddress());
    CHECK(person.homeAddress()->postcode == u"AA1 1AA"_s);
    person.name = {{}, {}, {}, u"Prince"_s};
    CHECK(person.displayName() == u"Prince"_s);
    person.name = {};
    CHECK(person.displayName() == person.knownAs);
    CHECK(Person{}.displayName().isEmpty());
    CHECK(Person{}.homeAddress() == nullptr);
}
