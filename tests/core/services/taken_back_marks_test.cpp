// SPDX-License-Identifier: MIT
// A slip of the key is taken back: what was said of a value before stands again, on every desk.
#include "core/services/person/tell_once_service.h"

#include "tests/core/services/sync_desk.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using domain::PersonId;
using services::PersonService;
using services::TellOnceService;
using services::UnreachableWhy;

namespace {

const services::ToldBy byPhone{domain::ValueSource::Person, u"phone"_s};

domain::Person shown(const DeskFolder &folder, PersonId id)
{
    const auto view = await(PersonService(folder.desk()).open(id));
    REQUIRE(view);
    return view->person;
}

PersonId added(const DeskFolder &folder)
{
    const auto id = await(PersonService(folder.desk()).add(joan(), byPhone));
    REQUIRE(id);
    return *id;
}

QString phoneOf(const domain::Person &person)
{
    return u"contact/"_s + person.contactPoints.at(0).key;
}

} // namespace

TEST_CASE("what was confirmed, struck or ticked off by a slip is as it was before", "[tell-once]")
{
    DeskFolder folder;
    const PersonId id = added(folder);
    const TellOnceService once(folder.desk());
    const QString phone = phoneOf(shown(folder, id));
    folder.clock().advance(std::chrono::hours(1));
    REQUIRE(await(once.confirm(id, {phone}, byPhone)));
    folder.clock().advance(std::chrono::hours(24));

    SECTION("a confirmation: the one before it counts again")
    {
        const QJsonObject before = domain::toFields(shown(folder, id));
        const auto written = await(once.confirm(id, {phone, u"date_of_birth"_s}, byPhone));
        REQUIRE(written);
        REQUIRE(await(once.takeBack(*written)));
        CHECK(domain::toFields(shown(folder, id)) == before);
        REQUIRE(await(once.takeBack(*written))); // nothing is left to take back
        CHECK(domain::toFields(shown(folder, id)) == before);
    }
    SECTION("a number that reaches nobody: it is offered again")
    {
        const QJsonObject before = domain::toFields(shown(folder, id));
        const auto written = await(once.markUnreachable(id, phone, UnreachableWhy::WrongNumber, byPhone));
        REQUIRE(written);
        REQUIRE(await(once.takeBack(*written)));
        CHECK(domain::toFields(shown(folder, id)) == before);
    }
    SECTION("somebody who was told of a death: they still must be")
    {
        const services::DeathNotice notice{*domain::PartialDate::parseIso(u"2026-11-01"), byPhone, false, {}};
        REQUIRE(await(once.recordDeath(id, notice)));
        const QJsonObject before = domain::toFields(shown(folder, id));
        const auto written = await(once.passOn(id, u"council_tax"_s));
        REQUIRE(written);
        REQUIRE(await(once.takeBack(*written)));
        CHECK(domain::toFields(shown(folder, id)) == before);
    }
    SECTION("of a number that was changed since, nothing comes back")
    {
        const auto written = await(once.confirm(id, {phone}, byPhone));
        REQUIRE(written);
        const domain::Person before = shown(folder, id);
        domain::Person after = before;
        after.contactPoints[0].value = u"07700 900999"_s;
        REQUIRE(await(PersonService(folder.desk()).edit(before, after, byPhone)));
        const QJsonObject changed = domain::toFields(shown(folder, id));
        REQUIRE(await(once.takeBack(*written)));
        CHECK(domain::toFields(shown(folder, id)) == changed);
    }
    SECTION("of nobody who is here")
    {
        const services::WrittenMarks nobodys{{PersonId(QUuid::createUuid()), {}, {}}};
        CHECK(await(once.takeBack(nobodys)).error().code == ErrorCode::NotFound);
    }
}

TEST_CASE("a confirmation taken back after it was sent is taken back everywhere, and what was said since stands",
          "[tell-once][sync]")
{
    ReferenceCentre centre;
    SyncDesk first(centre);
    SyncDesk second(centre);
    first.isSignedIn();
    second.isSignedIn();
    const PersonId id = added(first.folder);
    const auto bothSync = [&] {
        for (SyncDesk *desk : {&first, &second, &first, &second}) {
            const auto summary = desk->sync();
            REQUIRE(summary);
            CHECK(summary->needsAttention == 0);
        }
        CHECK(domain::toFields(shown(first.folder, id)) == domain::toFields(shown(second.folder, id)));
        CHECK(await(PersonService(first.folder.desk()).open(id))->openConflicts == 0);
    };
    bothSync();
    const QString phone = phoneOf(shown(first.folder, id));
    const TellOnceService here(first.folder.desk());
    const auto written = await(here.confirm(id, {phone}, byPhone));
    REQUIRE(written);
    bothSync();

    SECTION("nothing was said since")
    {
        REQUIRE(await(here.takeBack(*written)));
        bothSync();
        CHECK_FALSE(domain::standingsOf(shown(second.folder, id))[phone].confirmed);
    }
    SECTION("the other desk confirmed it, too, before it heard")
    {
        second.folder.clock().advance(std::chrono::hours(1));
        REQUIRE(await(TellOnceService(second.folder.desk()).confirm(id, {phone}, byPhone)));
        REQUIRE(await(here.takeBack(*written)));
        bothSync();
        const auto confirmed = domain::standingsOf(shown(first.folder, id))[phone].confirmed;
        REQUIRE(confirmed);
        CHECK(confirmed->at == second.folder.clock().now());
    }
}
