// SPDX-License-Identifier: MIT
#include "core/domain/value_mark.h"

#include "core/domain/acting_for.h"
#include "core/domain/bereavement_policy.h"
#include "core/domain/may_contact.h"
#include "core/domain/person_fields.h"
#include "core/domain/still_right.h"

#include "tests/support/result_printing.h"
#include "tests/support/source_dir.h"

#include <QFile>
#include <QJsonArray>

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

namespace {

const PersonId someone = *PersonId::parse(u"01999999-0000-7000-8000-000000000001");
const QDate today(2026, 11, 22);

ContactPoint phone(const QString &key, const QString &value, const QString &normalised)
{
    ContactPoint point;
    point.key = key;
    point.value = value;
    point.normalised = normalised;
    return point;
}

QJsonValue fieldOf(const Person &person, const QString &field)
{
    return toFields(person).value(field);
}

ValueMark mark(const Person &person, const QString &field, MarkKind kind, qint64 at, const QString &key)
{
    ValueMark made;
    made.key = key;
    made.field = markedField(field);
    made.value = fingerprintOf(field, fieldOf(person, field));
    made.kind = kind;
    made.at = fromMilliseconds(at);
    return made;
}

Person joan()
{
    Person person;
    person.id = someone;
    person.name = {u"Mrs"_s, u"Joan"_s, {}, u"Hayward"_s};
    person.dateOfBirth = *PartialDate::parseIso(u"1942-06-21");
    person.contactPoints = {phone(u"k1"_s, u"07700 900123"_s, u"+447700900123"_s),
                            phone(u"k2"_s, u"01632 960001"_s, u"+441632960001"_s)};
    Address home;
    home.key = u"k1"_s;
    home.text = u"1 Example Road"_s;
    person.addresses = {home};
    return person;
}

Relationship relative(Authority authority, const char16_t *from, const char16_t *until)
{
    Relationship made;
    made.key = u"k1"_s;
    made.kind = RelationshipKind::Child;
    made.nameAsTold = u"Ann Hayward"_s;
    made.authority = authority;
    made.evidence = u"registered power of attorney"_s;
    if (from)
        made.from = *PartialDate::parseIso(from);
    if (until)
        made.until = *PartialDate::parseIso(until);
    return made;
}

BereavementPolicy bereavement()
{
    QFile file(test::sourcePath(u"resources/policy/bereavement.json"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    auto parsed = BereavementPolicy::parse(file.readAll());
    REQUIRE(parsed);
    return *parsed;
}

} // namespace

TEST_CASE("a confirmation belongs to the value, not to the place it stands in", "[domain][mark]")
{
    Person person = joan();
    person.marks = {mark(person, u"contact/k1"_s, MarkKind::Confirmed, 5000, u"m1"_s)};
    CHECK(standingsOf(person)[u"contact/k1"_s].confirmed);
    CHECK_FALSE(standingsOf(person)[u"contact/k2"_s].confirmed);

    SECTION("another number under the same key is not confirmed by it")
    {
        person.contactPoints[0] = phone(u"k1"_s, u"07700 900999"_s, u"+447700900999"_s);
        CHECK_FALSE(standingsOf(person)[u"contact/k1"_s].confirmed);
    }
    SECTION("the same number under another key, written otherwise, is")
    {
        person.contactPoints[0] = phone(u"k9"_s, u"+44 7700 900 123"_s, u"+447700900123"_s);
        person.contactPoints[0].label = u"mobile"_s;
        CHECK(standingsOf(person)[u"contact/k9"_s].confirmed);
    }
    SECTION("a home that is left stays the place that was confirmed")
    {
        person.marks = {mark(person, u"address/k1"_s, MarkKind::Confirmed, 5000, u"m1"_s)};
        person.addresses[0].use = AddressUse::Previous;
        CHECK(standingsOf(person)[u"address/k1"_s].confirmed);
    }
}

TEST_CASE("of several marks of one value the latest counts, on every desk the same", "[domain][mark]")
{
    Person person = joan();
    const QString field = u"contact/k1"_s;
    const ValueMark early = mark(person, field, MarkKind::Confirmed, 1000, u"m9"_s);
    const ValueMark late = mark(person, field, MarkKind::Confirmed, 2000, u"m1"_s);
    const ValueMark twin = mark(person, field, MarkKind::Confirmed, 2000, u"m2"_s);
    person.marks = {late, early, twin};
    CHECK(standingsOf(person)[field].confirmed == twin);
    person.marks = {twin, late, early};
    CHECK(standingsOf(person)[field].confirmed == twin);
    CHECK(standingsOf(person)[field].lastKnownRight() == fromMilliseconds(2000));
}

TEST_CASE("a number that reaches nobody is not offered until somebody says that it is right", "[domain][mark]")
{
    Person person = joan();
    person.contactPoints[0].preferred = true;
    person.marks = {mark(person, u"contact/k1"_s, MarkKind::Confirmed, 1000, u"m1"_s),
                    mark(person, u"contact/k1"_s, MarkKind::Unreachable, 2000, u"m2"_s)};
    const WaysToContact ways = mayContact(person, ContactPurpose::Call, today);
    REQUIRE(ways.points.size() == 1);
    CHECK(ways.points[0].key == u"k2"_s);

    person.marks.push_back(mark(person, u"contact/k2"_s, MarkKind::Unreachable, 2000, u"m3"_s));
    CHECK(mayContact(person, ContactPurpose::Call, today).bar == ContactBar::NoWayIn);

    person.marks.push_back(mark(person, u"contact/k1"_s, MarkKind::Confirmed, 3000, u"m4"_s));
    CHECK(mayContact(person, ContactPurpose::Message, today).points.at(0).key == u"k1"_s);
}

TEST_CASE("what is no number is not rung, and what is no address is not written to", "[domain][mark]")
{
    Person person = joan();
    person.contactPoints.clear();
    ContactPoint twelve;
    twelve.key = u"k1"_s;
    twelve.kind = ContactKind::Phone;
    twelve.value = u"12"_s;
    ContactPoint word = twelve;
    word.key = u"k2"_s;
    word.kind = ContactKind::Email;
    word.value = u"not-an-email"_s;
    person.contactPoints = {twelve, word};

    const WaysToContact call = mayContact(person, ContactPurpose::Call, today);
    CHECK(call.bar == ContactBar::NoWayIn);
    REQUIRE(call.leftOut.size() == 1);
    CHECK(call.leftOut[0].point.key == u"k1"_s);
    CHECK(call.leftOut[0].why == NotAWay::NoNumber);

    const WaysToContact message = mayContact(person, ContactPurpose::Message, today);
    CHECK(message.bar == ContactBar::NoWayIn);
    REQUIRE(message.leftOut.size() == 2);
    CHECK(message.leftOut[1].why == NotAWay::NoAddress);

    person.contactPoints[0].value = u"01632 960123"_s;
    person.contactPoints[1].value = u"joan@example.org"_s;
    CHECK(mayContact(person, ContactPurpose::Call, today).isAllowed());
    CHECK(mayContact(person, ContactPurpose::Message, today).points.size() == 2);
    person.marks = {mark(person, u"contact/k1"_s, MarkKind::Unreachable, 2000, u"m1"_s)};
    REQUIRE(mayContact(person, ContactPurpose::Call, today).leftOut.size() == 1);
    CHECK(mayContact(person, ContactPurpose::Call, today).leftOut[0].why == NotAWay::Unreachable);
}

TEST_CASE("whoever has died is not rung, written to or sent anything", "[domain][mark][death]")
{
    Person person = joan();
    for (const auto purpose : {ContactPurpose::Call, ContactPurpose::Message, ContactPurpose::Mailing})
        CHECK(mayContact(person, purpose, today).isAllowed());

    person.dateOfDeath = *PartialDate::parseIso(u"2026-11-01");
    person.relationships = {relative(Authority::None, nullptr, nullptr)};
    person.relationships[0].handlesEstate = true;
    for (const auto purpose : {ContactPurpose::Call, ContactPurpose::Message, ContactPurpose::Mailing}) {
        const WaysToContact ways = mayContact(person, purpose, today);
        CHECK(ways.bar == ContactBar::Deceased);
        CHECK(ways.points.empty());
        CHECK(ways.addresses.empty());
        REQUIRE(ways.estate.size() == 1);
        CHECK(ways.estate[0].nameAsTold == u"Ann Hayward"_s);
    }
}

TEST_CASE("a letter goes to no address that was left", "[domain][mark]")
{
    Person person = joan();
    person.addresses[0].to = *PartialDate::parseIso(u"2026-11");
    CHECK(mayContact(person, ContactPurpose::Mailing, today).isAllowed()); // until the end of the month
    person.addresses[0].to = *PartialDate::parseIso(u"2026-10");
    CHECK(mayContact(person, ContactPurpose::Mailing, today).bar == ContactBar::NoWayIn);
}

TEST_CASE("authority counts while it lasts, with evidence, and ends with a life", "[domain][authority]")
{
    Person person = joan();
    const auto state = [&](const Relationship &one) { return actingState(person, one, false, today); };
    CHECK(state(relative(Authority::None, nullptr, nullptr)) == ActingState::None);
    CHECK(state(relative(Authority::Deputy, nullptr, nullptr)) == ActingState::InForce);
    CHECK(state(relative(Authority::Deputy, u"2020", u"2026-11-22")) == ActingState::InForce); // its last day
    CHECK(state(relative(Authority::Deputy, u"2020", u"2026-11-21")) == ActingState::Expired);
    CHECK(state(relative(Authority::Deputy, u"2020", u"2026")) == ActingState::InForce);
    CHECK(state(relative(Authority::Deputy, u"2026-12", nullptr)) == ActingState::NotYet);
    Relationship said = relative(Authority::LastingPowerHealth, nullptr, nullptr);
    said.evidence.clear();
    CHECK(state(said) == ActingState::Unproven);
    CHECK_FALSE(mayAct(state(said)));
    said.evidenceSeen = *PartialDate::parseIso(u"2026-11");
    CHECK(mayAct(state(said)));

    person.dateOfDeath = *PartialDate::parseIso(u"2026-11-01");
    CHECK(state(said) == ActingState::EndedByDeath);
    said.handlesEstate = true;
    CHECK(state(said) == ActingState::Estate);
}

TEST_CASE("authority ends with the death of whoever holds it, and the estate is not dealt with by the dead",
          "[domain][authority]")
{
    Person person = joan();
    for (const auto authority : {Authority::LastingPowerHealth, Authority::LastingPowerProperty, Authority::Deputy,
                                 Authority::Appointee, Authority::Advocate, Authority::WrittenConsent}) {
        const Relationship held = relative(authority, u"2020", nullptr);
        CHECK(actingState(person, held, false, today) == ActingState::InForce);
        CHECK(actingState(person, held, true, today) == ActingState::HolderDied);
    }
    CHECK_FALSE(mayAct(ActingState::HolderDied));
    CHECK(actingState(person, relative(Authority::None, nullptr, nullptr), true, today) == ActingState::None);

    person.dateOfDeath = *PartialDate::parseIso(u"2026-11-01");
    Relationship estate = relative(Authority::None, nullptr, nullptr);
    estate.handlesEstate = true;
    CHECK(actingState(person, estate, false, today) == ActingState::Estate);
    CHECK(actingState(person, estate, true, today) == ActingState::HolderDied);
}

TEST_CASE("parental responsibility ends on the child's 18th birthday", "[domain][authority]")
{
    Person child = joan();
    const Relationship parent = relative(Authority::ParentalResponsibility, nullptr, nullptr);
    const auto bornOn = [&](const char16_t *iso, QDate day = today) {
        child.dateOfBirth = *PartialDate::parseIso(iso);
        return actingState(child, parent, false, day);
    };
    CHECK(bornOn(u"2008-11-23") == ActingState::InForce); // 18 tomorrow
    CHECK(bornOn(u"2008-11-22") == ActingState::CameOfAge);
    CHECK(bornOn(u"1990-01-01") == ActingState::CameOfAge);
    CHECK(bornOn(u"2008-11") == ActingState::InForce); // perhaps on its last day
    CHECK(bornOn(u"2008-10") == ActingState::CameOfAge);
    CHECK(bornOn(u"2008") == ActingState::InForce);
    CHECK(bornOn(u"~2007") == ActingState::CameOfAge);
    CHECK(bornOn(u"2008-02-29", QDate(2026, 2, 28)) == ActingState::InForce);
    CHECK(bornOn(u"2008-02-29", QDate(2026, 3, 1)) == ActingState::CameOfAge);
    CHECK_FALSE(mayAct(ActingState::CameOfAge));
    CHECK(actingState(child, relative(Authority::Deputy, nullptr, nullptr), false, QDate(2030, 1, 1)) ==
          ActingState::InForce);
    child.dateOfBirth.reset();
    CHECK(actingState(child, parent, false, today) == ActingState::InForce);
}

TEST_CASE("evidence was not seen tomorrow, and nothing ends before it began", "[domain][authority]")
{
    Relationship one = relative(Authority::Deputy, u"2026-11", u"2026-11-02");
    CHECK(checkDates(one, today));
    one.from = *PartialDate::parseIso(u"2026-11-03");
    CHECK(checkDates(one, today).error().code == ErrorCode::InvalidInput);
    one.until = *PartialDate::parseIso(u"2026");
    CHECK(checkDates(one, today));
    one.evidenceSeen = *PartialDate::parseIso(u"2026-11-22");
    CHECK(checkDates(one, today));
    one.evidenceSeen = *PartialDate::parseIso(u"2026-11-23");
    CHECK(checkDates(one, today).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("who must be told of a death follows from the policy and the person", "[domain][death]")
{
    const BereavementPolicy policy = bereavement();
    Person person = joan();
    CHECK(policy.itemsFor(person).empty());
    person.dateOfDeath = *PartialDate::parseIso(u"2026-11-01");
    const auto has = [&](const QString &code) {
        const auto items = policy.itemsFor(person);
        return std::any_of(items.begin(), items.end(), [&](const auto &item) { return item.body.code == code; });
    };
    CHECK(has(u"council_tax"_s));
    CHECK_FALSE(has(u"housing"_s));
    person.paymentReferences = {{u"k1"_s, u"rent"_s, u"80012345"_s, {}}};
    CHECK(has(u"housing"_s));

    ValueMark told = mark(person, u"date_of_death"_s, MarkKind::PassedOn, 1000, u"m1"_s);
    told.detail = u"council_tax"_s;
    person.marks = {told};
    person.dateOfDeath = *PartialDate::parseIso(u"2026-11-02"); // corrected: they know all the same
    for (const auto &item : policy.itemsFor(person))
        CHECK(item.told.has_value() == (item.body.code == u"council_tax"_s));

    CHECK_FALSE(BereavementPolicy::parse("[]"));
    CHECK_FALSE(BereavementPolicy::parse(R"({"to_be_told":[{"code":"a","en":"A"}]})"));
    CHECK_FALSE(
        BereavementPolicy::parse(R"({"to_be_told":[{"code":"a","en":"A","cy":"A"},{"code":"a","en":"B","cy":"B"}]})"));
}

TEST_CASE("what a newer version says of a value is kept, and means nothing here", "[domain][mark]")
{
    QJsonObject fields = toFields(joan());
    fields.insert(u"mark/n1"_s, QJsonObject{{u"field"_s, u"contact"_s},
                                            {u"value"_s, fingerprintOf(u"contact/k1", fields.value(u"contact/k1"_s))},
                                            {u"kind"_s, u"sung"_s},
                                            {u"source"_s, u"a bird"_s},
                                            {u"at"_s, u"2026-11-22T10:00:00.000Z"_s}});
    const auto person = personFromFields(someone, 7, fields);
    REQUIRE(person);
    CHECK(person->marks.at(0).kind == MarkKind::Other);
    CHECK(toFields(*person) == fields);
    CHECK_FALSE(standingsOf(*person)[u"contact/k1"_s].told);

    for (const QJsonValue &wrong : {QJsonValue(1), QJsonValue(u"x"_s), QJsonValue(QJsonArray())}) {
        QJsonObject broken = fields;
        broken.insert(u"mark/n1"_s, wrong);
        CHECK(personFromFields(someone, 7, broken).error().code == ErrorCode::InvalidInput);
    }
    for (const auto member : {"kind"_L1, "source"_L1, "at"_L1, "value"_L1}) {
        QJsonObject broken = fields;
        broken.insert(u"mark/n1"_s, QJsonObject{{member, 7}});
        CHECK(personFromFields(someone, 7, broken).error().code == ErrorCode::InvalidInput);
    }
}

TEST_CASE("one question at a time: what is missing, then what was longest not asked", "[domain][mark]")
{
    Person person = joan();
    const Instant now = fromMilliseconds(1'795'344'120'000);
    const qint64 day = 86'400'000;
    const auto confirmedAgo = [&](const QString &field, int days, const QString &key) {
        person.marks.push_back(mark(person, field, MarkKind::Confirmed, toMilliseconds(now) - days * day, key));
    };
    CHECK(questionFor(person, now, 365)->kind == Question::Kind::NeverConfirmed);
    confirmedAgo(u"contact/k1"_s, 400, u"m1"_s);
    CHECK(questionFor(person, now, 365)->field == u"contact/k2"); // never comes before long ago
    confirmedAgo(u"contact/k2"_s, 10, u"m2"_s);
    const auto old = questionFor(person, now, 365);
    REQUIRE(old);
    CHECK(old->kind == Question::Kind::Old);
    CHECK(old->field == u"contact/k1");
    confirmedAgo(u"contact/k1"_s, 365, u"m3"_s);
    CHECK(questionFor(person, now, 365)->field == u"address/k1");
    confirmedAgo(u"address/k1"_s, 0, u"m4"_s);
    CHECK_FALSE(questionFor(person, now, 365));
    CHECK(contactDetails(person).size() == 3);

    person.contactPoints.clear();
    CHECK(questionFor(person, now, 365)->kind == Question::Kind::NoPhone);
    person.dateOfDeath = *PartialDate::parseIso(u"2026");
    CHECK_FALSE(questionFor(person, now, 365));
}
