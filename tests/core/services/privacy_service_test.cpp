// SPDX-License-Identifier: MIT
#include "core/services/person/person_service.h"
#include "core/services/privacy/privacy_service.h"
#include "tests/core/services/desk_folder.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

// Joan, and a call about her in which she said something about her health.
struct JoansCall
{
    explicit JoansCall(const DeskFolder &folder, Instant at)
    {
        person = *await(services::PersonService(folder.desk()).add(joan()));
        auto about = call(at, u"About the blue badge"_s);
        about.person = person;
        about.specialCategory = {healthItem(u"cannot walk far"_s)};
        interaction = (*await(services::InteractionService(folder.desk()).log({about}))).front()->id;
    }

    domain::PersonId person;
    domain::InteractionId interaction;
};

} // namespace

TEST_CASE("who may not know does not learn that a restricted item exists", "[privacy]")
{
    DeskFolder folder;
    folder.giveRoles({domain::Role::Handler});
    const JoansCall joans(folder, folder.clock().now());
    const bool mayKnow = domain::mayKnowOfRestrictedItems({domain::Role::Handler});
    REQUIRE_FALSE(mayKnow);

    const services::PrivacyService privacy(folder.desk());
    CHECK(await(privacy.itemsOf(joans.person)).error().code == ErrorCode::Denied);
    CHECK(await(services::PersonService(folder.desk()).open(joans.person))->restrictedItems == 0);
    const auto timeline = await(services::InteractionService(folder.desk()).timeline(joans.person, 10));
    REQUIRE(timeline->size() == 1);
    CHECK(timeline->front().restrictedItems == 0);
}

TEST_CASE("who asks to read an interaction's restricted items and is refused leaves a trace", "[privacy]")
{
    DeskFolder folder;
    folder.giveRoles({domain::Role::Handler});
    const JoansCall joans(folder, folder.clock().now());
    const services::PrivacyService privacy(folder.desk());
    ErrorCode expected = ErrorCode::Denied;
    SECTION("without the role") {}
    SECTION("at a desk that the centre lets show nobody")
    {
        folder.giveRoles({domain::Role::Safeguarding});
        REQUIRE(folder.write([&folder](store::Connection &connection) -> Result<> {
            store::DeskState state;
            state.device = folder.desk().ids().next<domain::DeviceTag>();
            state.deviceStatus = u"revoked"_s;
            return store::DeskRepository(connection).setState(state);
        }));
        expected = ErrorCode::DeviceRevoked;
    }
    CHECK(await(privacy.itemsToRead(joans.interaction, u" "_s)).error().code == ErrorCode::InvalidInput);
    CHECK(await(privacy.itemsToRead(joans.interaction, u"nosy"_s)).error().code == expected);
    const QJsonObject trace = folder.audit().back();
    CHECK(trace.value(u"action"_s) == u"restricted_item_read"_s);
    CHECK(trace.value(u"outcome"_s) == u"denied"_s);
    CHECK(trace.value(u"reason"_s) == u"nosy"_s);
    CHECK(trace.value(u"interaction"_s) == joans.interaction.toString());
}

TEST_CASE("content is shown for a reason, and the reading is written down in the same transaction", "[privacy]")
{
    DeskFolder folder;
    folder.giveRoles({domain::Role::Supervisor, domain::Role::Safeguarding, domain::Role::DataProtectionOfficer});
    const JoansCall joans(folder, folder.clock().now());
    const services::PrivacyService privacy(folder.desk());
    const auto items = await(privacy.itemsOf(joans.person));
    REQUIRE(items);
    REQUIRE(items->size() == 1);
    const domain::RestrictedItemId id = items->front().id;
    const std::size_t before = folder.outbox().size();

    SECTION("without a reason nothing is shown")
    {
        CHECK(await(privacy.reveal(id, u"  x "_s)).error().code == ErrorCode::InvalidInput);
        CHECK(folder.outbox().size() == before);
    }

    SECTION("with a reason")
    {
        const auto revealed = await(privacy.reveal(id, u"Blue badge renewal"_s));
        REQUIRE(revealed);
        REQUIRE(revealed->specialCategory);
        CHECK(revealed->specialCategory->detail == u"cannot walk far"_s);
        CHECK(folder.outbox().size() == before); // the trace is in the chain
        const QJsonObject trace = folder.audit().back();
        CHECK(trace.value(u"action"_s).toString() == u"restricted_item_read"_s);
        CHECK(trace.value(u"outcome"_s).toString() == u"shown"_s);
        CHECK(trace.value(u"object"_s).toString() == id.toString());
        CHECK(trace.value(u"person"_s).toString() == joans.person.toString());
        CHECK(trace.value(u"reason"_s).toString() == u"Blue badge renewal"_s);
        CHECK(trace.value(u"agent"_s).toString() == u"asha.patel"_s);
    }

    SECTION("once the centre has it, this desk shows the content no more")
    {
        if (GENERATE(true, false))
            folder.makeAllSafe();
        else
            folder.settleAll();
        const auto revealed = await(privacy.reveal(id, u"Blue badge renewal"_s));
        REQUIRE(revealed);
        CHECK(revealed->isAtCentre);
        CHECK_FALSE(revealed->specialCategory);
    }
}

TEST_CASE("a restricted item may be added later, on a basis that holds", "[privacy]")
{
    DeskFolder folder;
    folder.giveRoles({domain::Role::Supervisor, domain::Role::Safeguarding, domain::Role::DataProtectionOfficer});
    const JoansCall joans(folder, folder.clock().now());
    const services::PrivacyService privacy(folder.desk());

    auto item = healthItem(u"uses oxygen at home"_s);
    item.interaction = joans.interaction;
    REQUIRE(await(privacy.add(item)));
    domain::CriminalOffenceItem offence;
    offence.interaction = joans.interaction;
    offence.schedule1 = u"S1P6"_s;
    offence.detail = u"mentioned a caution"_s;
    REQUIRE(await(privacy.add(offence)));

    auto baseless = item;
    baseless.condition = u"A9D"_s;
    CHECK(await(privacy.add(baseless)).error().code == ErrorCode::InvalidInput);

    const auto items = await(privacy.itemsOf(joans.interaction));
    REQUIRE(items);
    CHECK(items->size() == 3);
    const auto entries = folder.outbox();
    CHECK(entries.at(entries.size() - 2).kind == store::EntryKind::SpecialCategoryItemAdded);
    CHECK(entries.back().kind == store::EntryKind::CriminalOffenceItemAdded);
    for (const auto &mark : *items) {
        const auto revealed = await(privacy.reveal(mark.id, u"check of the record"_s));
        REQUIRE(revealed);
        CHECK_FALSE(revealed->isAtCentre);
        CHECK(revealed->criminalOffence.has_value() == mark.isCriminalOffence);
    }
}

TEST_CASE("what an anonymous caller said is known to exist after its content has gone, and what was added too",
          "[privacy]")
{
    DeskFolder folder;
    folder.giveRoles({domain::Role::Supervisor, domain::Role::Safeguarding, domain::Role::DataProtectionOfficer});
    auto anonymous = call(folder.clock().now(), u"About the blue badge"_s);
    anonymous.specialCategory = {healthItem(u"cannot walk far"_s)};
    const auto id = (*await(services::InteractionService(folder.desk()).log({anonymous}))).front()->id;
    const services::PrivacyService privacy(folder.desk());
    auto later = healthItem(u"uses oxygen at home"_s);
    later.interaction = id;
    REQUIRE(await(privacy.add(later)));

    folder.makeAllSafe();
    const auto items = await(privacy.itemsOf(id));
    REQUIRE(items);
    REQUIRE(items->size() == 2);
    for (const auto &mark : *items) {
        const auto revealed = await(privacy.reveal(mark.id, u"Blue badge renewal"_s));
        REQUIRE(revealed);
        CHECK(revealed->isAtCentre);
    }
}
