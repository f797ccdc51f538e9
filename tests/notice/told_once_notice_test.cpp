// SPDX-License-Identifier: MIT
// Told once: what the two notices promise of information that is here already, and of the people around somebody.
#include "core/domain/acting_for.h"
#include "core/domain/may_contact.h"
#include "core/domain/still_right.h"
#include "core/services/person/tell_once_service.h"
#include "tests/core/services/desk_folder.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

const services::ToldBy byPhone{domain::ValueSource::Person, u"phone"_s};

} // namespace

TEST_CASE("'you only have to tell us your information once': what is known is asked about, one thing at a time, and "
          "not again within the year",
          "[notice][A16]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto id = await(people.add(joan(), byPhone));
    REQUIRE(id);
    const int days = folder.desk().policy().askAgainDays;
    const auto question = [&] {
        return domain::questionFor(await(people.open(*id))->person, folder.clock().now(), days);
    };
    CHECK_FALSE(question()); // they have just told us

    folder.clock().advance(std::chrono::hours(24) * (days + 1));
    const services::TellOnceService once(folder.desk());
    for (int asked = 0; asked < 2; ++asked) { // the number, then the home
        REQUIRE(question());
        REQUIRE(await(once.confirm(*id, {question()->field}, byPhone)));
    }
    CHECK_FALSE(question());
}

TEST_CASE("'date of death': told once, and nothing goes to them any more, but to whoever deals with the estate",
          "[notice][B25]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto id = await(people.add(joan()));
    REQUIRE(id);
    domain::Relationship daughter;
    daughter.nameAsTold = u"Anna Hayward"_s;
    daughter.reach = u"07700 900456"_s;
    const services::DeathNotice notice{
        *domain::PartialDate::parseIso(u"2026-10"), {domain::ValueSource::Relative, u"phone"_s}, false, daughter};
    REQUIRE(await(services::TellOnceService(folder.desk()).recordDeath(*id, notice)));

    const domain::Person person = await(people.open(*id))->person;
    const QDate today(2026, 11, 22);
    for (const auto purpose :
         {domain::ContactPurpose::Call, domain::ContactPurpose::Message, domain::ContactPurpose::Mailing}) {
        const auto ways = domain::mayContact(person, purpose, today);
        CHECK_FALSE(ways.isAllowed());
        CHECK(ways.points.empty());
        CHECK(ways.addresses.empty());
        CHECK(ways.estate.size() == 1);
    }
    CHECK_FALSE(folder.desk().policy().bereavement.itemsFor(person).empty());
}

TEST_CASE("'relationship information': being related is not being told, and an authority lasts as long as it says",
          "[notice][B25]")
{
    domain::Person person = joan();
    domain::Relationship son;
    son.kind = domain::RelationshipKind::Child;
    son.nameAsTold = u"Peter Hayward"_s;
    const QDate today(2026, 11, 22);
    const auto mayBeTold = [&] { return domain::mayAct(domain::actingState(person, son, false, today)); };
    CHECK_FALSE(mayBeTold());
    son.authority = domain::Authority::Appointee;
    CHECK_FALSE(mayBeTold()); // nothing was seen of it
    son.evidence = u"letter of appointment"_s;
    CHECK(mayBeTold());
    son.until = *domain::PartialDate::parseIso(u"2026-10");
    CHECK_FALSE(mayBeTold());
}
