// SPDX-License-Identifier: MIT
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/person_service.h"
#include "core/services/person/tell_once_service.h"
#include "tests/core/services/desk_folder.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using domain::Channel;
using domain::ContactBar;
using domain::PersonId;
using services::InteractionService;
using services::PersonService;
using services::TellOnceService;

namespace {

PersonId added(const DeskFolder &folder, const domain::Person &person)
{
    const auto id = await(PersonService(folder.desk()).add(person));
    REQUIRE(id);
    return *id;
}

domain::Relationship related(domain::RelationshipKind kind, const QString &name)
{
    domain::Relationship one;
    one.key = name;
    one.kind = kind;
    one.nameAsTold = name;
    return one;
}

void recordDeath(const DeskFolder &folder, PersonId person, QStringView day,
                 const std::optional<domain::Relationship> &estate = {})
{
    services::DeathNotice notice{*domain::PartialDate::parseIso(day), {}, false, estate};
    REQUIRE(await(TellOnceService(folder.desk()).recordDeath(person, notice)));
}

services::ContactCheck checked(const DeskFolder &folder, PersonId person, Channel channel)
{
    const auto check = await(InteractionService(folder.desk()).checkContact(person, channel));
    REQUIRE(check);
    return *check;
}

} // namespace

TEST_CASE("whoever lives and can be reached is called without a question", "[contact]")
{
    DeskFolder folder;
    const auto check = checked(folder, added(folder, joan()), Channel::Phone);
    CHECK(check.ways.isAllowed());
    CHECK(check.instead.empty());
    CHECK(check.name == u"Mrs Joan Hayward"_s);
    CHECK(await(InteractionService(folder.desk()).checkContact(PersonId(QUuid::createUuid()), Channel::Phone))
              .error()
              .code == ErrorCode::NotFound);
}

TEST_CASE("after a death one speaks to whoever deals with the estate, by the number that is theirs now",
          "[contact][death]")
{
    DeskFolder folder;
    domain::Person ann = joan();
    ann.name = {{}, u"Ann"_s, {}, u"Hayward"_s};
    ann.contactPoints[0].value = u"07700 900456"_s;
    const PersonId daughter = added(folder, ann);
    domain::Person mother = joan();
    mother.relationships = {related(domain::RelationshipKind::Sibling, u"Peter Hayward"_s)};
    const PersonId id = added(folder, mother);
    auto estate = related(domain::RelationshipKind::Child, {});
    estate.key.clear();
    estate.other = daughter;
    recordDeath(folder, id, u"2026-11-01", estate);

    const auto check = checked(folder, id, Channel::Phone);
    CHECK(check.ways.bar == ContactBar::Deceased);
    CHECK(check.dateOfDeath->toIso() == u"2026-11-01");
    REQUIRE(check.instead.size() == 1); // a brother is related, and no more
    CHECK(check.instead[0].name == u"Ann Hayward"_s);
    CHECK(check.instead[0].reach == u"07700 900456"_s);
    CHECK(check.instead[0].role == domain::PartyRole::Family);
    CHECK(check.instead[0].mayAct);

    recordDeath(folder, daughter, u"2026-11-02");
    const auto after = checked(folder, id, Channel::Phone); // she has died too: the next of kin is all there is
    REQUIRE(after.instead.size() == 1);
    CHECK(after.instead[0].name == u"Peter Hayward"_s);
    CHECK_FALSE(after.instead[0].mayAct);
}

TEST_CASE("somebody whom no number reaches is barred, with whoever may act for them instead", "[contact]")
{
    DeskFolder folder;
    domain::Person person = joan();
    auto attorney = related(domain::RelationshipKind::Professional, u"A. Notary"_s);
    attorney.authority = domain::Authority::LastingPowerProperty;
    attorney.evidence = u"stamped copy"_s;
    attorney.reach = u"01632 960123"_s;
    person.relationships = {attorney};
    const PersonId id = added(folder, person);
    const auto view = await(PersonService(folder.desk()).open(id));
    REQUIRE(view);
    folder.clock().advance(std::chrono::hours(1));
    REQUIRE(await(TellOnceService(folder.desk())
                      .markUnreachable(id, u"contact/"_s + view->person.contactPoints[0].key,
                                       services::UnreachableWhy::WrongNumber, {})));

    const auto check = checked(folder, id, Channel::Phone);
    CHECK(check.ways.bar == ContactBar::NoWayIn);
    CHECK(check.ways.leftOut.size() == 1);
    REQUIRE(check.instead.size() == 1);
    CHECK(check.instead[0].role == domain::PartyRole::Advocate);
    CHECK(checked(folder, id, Channel::Letter).ways.isAllowed());
}

TEST_CASE("what was sent to somebody who had died is logged, and told", "[contact][death]")
{
    DeskFolder folder;
    const PersonId id = added(folder, joan());
    const Instant now = folder.clock().now();
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), Qt::UTC).date();
    recordDeath(folder, id, day.addDays(-3).toString(Qt::ISODate));

    domain::Interaction out = call(now - std::chrono::hours(1), u"Rang about the bill"_s);
    out.person = id;
    out.direction = domain::Direction::Outbound;
    domain::Interaction before = out; // while they lived
    before.startedAt = now - std::chrono::hours(24 * 5);
    before.endedAt = before.startedAt;
    domain::Interaction onTheDay = out;
    onTheDay.startedAt = now - std::chrono::hours(24 * 3);
    onTheDay.endedAt = onTheDay.startedAt;
    domain::Interaction in = out;
    in.direction = domain::Direction::Inbound;
    domain::Interaction withDaughter = out;
    withDaughter.parties = {{{}, domain::PartyRole::Family, {}, u"Ann Hayward"_s}};

    const auto logged = await(InteractionService(folder.desk()).log({out, before, onTheDay, in, withDaughter}));
    REQUIRE(logged);
    std::vector<ContactBar> bars;
    for (const auto &receipt : *logged) {
        REQUIRE(receipt);
        CHECK(receipt->sequence > 0);
        bars.push_back(receipt->bar);
    }
    CHECK(bars ==
          std::vector{ContactBar::Deceased, ContactBar::None, ContactBar::None, ContactBar::None, ContactBar::None});
}
