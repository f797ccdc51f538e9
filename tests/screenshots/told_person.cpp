// SPDX-License-Identifier: MIT
#include "tests/screenshots/told_person.h"

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace reeve::test {

namespace {

domain::PartialDate date(const char16_t *iso)
{
    return domain::PartialDate::parseIso(iso).value();
}

domain::ContactPoint phone(const QString &value, const QString &label, std::optional<Instant> confirmedAt)
{
    domain::ContactPoint point;
    point.value = value;
    point.label = label;
    point.confirmedAt = confirmedAt;
    return point;
}

domain::Relationship acting(const QString &name, domain::Authority authority, const QString &evidence)
{
    domain::Relationship made;
    made.kind = domain::RelationshipKind::Child;
    made.nameAsTold = name;
    made.authority = authority;
    made.evidence = evidence;
    return made;
}

} // namespace

domain::Person toldPerson(Instant now)
{
    constexpr auto day = std::chrono::hours(24);
    domain::Person person;
    person.name = {u"Mrs"_s, u"Elspeth"_s, {}, u"Marlowe"_s};
    person.dateOfBirth = date(u"1941-02-03");
    person.contactPoints = {phone(u"01632 960417"_s, u"home"_s, now - 1200 * day),
                            phone(u"07700 900417"_s, u"mobile"_s, now - 40 * day)};
    domain::Address home;
    home.text = u"7 Orchard Way, Exampleton"_s;
    home.postcode = u"AA1 1AA"_s;
    home.from = date(u"2016-05");
    home.confirmedAt = now - 40 * day;
    domain::Address before;
    before.use = domain::AddressUse::Previous;
    before.text = u"22 Mill Lane, Exampleton"_s;
    before.from = date(u"1988");
    before.to = date(u"2016-05");
    person.addresses = {home, before};
    auto daughter =
        acting(u"Ruth Marlowe"_s, domain::Authority::LastingPowerProperty, u"registered document, OPG stamp"_s);
    daughter.evidenceSeen = date(u"2025-03-11");
    daughter.reach = u"07700 900551"_s;
    auto son = acting(u"Daniel Marlowe"_s, domain::Authority::Appointee, u"DWP letter"_s);
    son.until = date(u"2024-06-30");
    person.relationships = {daughter, son};
    person.paymentReferences = {{{}, u"rent"_s, u"70041233"_s, u"direct debit set up"_s}};
    return person;
}

} // namespace reeve::test
