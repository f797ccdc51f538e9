// SPDX-License-Identifier: MIT
#include "core/domain/may_contact.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve::domain;

namespace {

const QDate today(2026, 11, 22);

Person withNumberAndHome()
{
    Person person;
    ContactPoint phone;
    phone.key = u"k1"_s;
    phone.value = u"07700 900123"_s;
    person.contactPoints = {phone};
    Address home;
    home.key = u"a1"_s;
    home.text = u"14 Orchard Way, Exampleton"_s;
    person.addresses = {home};
    return person;
}

} // namespace

TEST_CASE("a number is a way to call and no way to write, and a home is one for letters", "[domain][contact]")
{
    Person person = withNumberAndHome();
    CHECK(mayContact(person, Channel::Phone, today).isAllowed());
    CHECK(mayContact(person, Channel::Letter, today).isAllowed());
    CHECK(mayContact(person, Channel::Email, today).bar == ContactBar::NoWayIn);

    ContactPoint email;
    email.key = u"k2"_s;
    email.kind = ContactKind::Email;
    email.value = u"joan@example.org"_s;
    person.contactPoints.push_back(email);
    const WaysToContact ways = mayContact(person, Channel::Email, today);
    REQUIRE(ways.points.size() == 1);
    CHECK(ways.points[0].key == u"k2"_s);
}

TEST_CASE("somebody without any number is met all the same, and somebody who has died in no way at all",
          "[domain][contact][death]")
{
    Person person;
    for (const Channel channel : {Channel::FaceToFace, Channel::Web, Channel::Telecare})
        CHECK(mayContact(person, channel, today).isAllowed());
    person.dateOfDeath = *PartialDate::parseIso(u"2026-11-01");
    for (const Channel channel :
         {Channel::Phone, Channel::Email, Channel::FaceToFace, Channel::Web, Channel::Letter, Channel::Telecare})
        CHECK(mayContact(person, channel, today).bar == ContactBar::Deceased);
}
