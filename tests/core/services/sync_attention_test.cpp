// SPDX-License-Identifier: MIT
// What a person does about an entry that the centre did not take.
#include "tests/core/services/running_sync.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using services::AttentionItem;

namespace {

// A desk with one call that the centre has quarantined, and one that it took.
struct Refused
{
    Refused() : desk(centre), running(desk)
    {
        desk.isSignedIn();
        auto bad = call(desk.folder.clock().now() - std::chrono::hours(1), QString::fromLatin1(poison));
        bad.id = desk.folder.desk().ids().next<domain::InteractionTag>();
        id = domain::EntryId(bad.id.uuid());
        REQUIRE(await(services::InteractionService(desk.folder.desk()).log({bad})));
        static_cast<void>(desk.logs(1));
        running.service->start();
        REQUIRE(running.eventually([](const auto &status) { return status.needsAttention == 1 && status.sent == 1; }));
    }

    [[nodiscard]] std::vector<AttentionItem> attention() const
    {
        auto items = await(running.service->attention());
        REQUIRE(items);
        return *items;
    }
    [[nodiscard]] store::OutboxEntry entry() const
    {
        const auto found =
            desk.folder.write([this](store::Connection &connection) { return store::Outbox(connection).findById(id); });
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }

    ReferenceCentre centre;
    SyncDesk desk;
    Running running;
    domain::EntryId id;
};

} // namespace

TEST_CASE("what the centre refused is shown with its reason until a person has dealt with it", "[sync]")
{
    Refused refused;
    const auto items = refused.attention();
    REQUIRE(items.size() == 1);
    CHECK(items.front().kind == AttentionItem::Kind::Quarantined);
    CHECK(items.front().sequence == 1);
    CHECK(items.front().code == u"poison"_s);

    CHECK(await(refused.running.service->dismiss(2)).error().code == ErrorCode::NotFound); // it was taken
    CHECK(refused.attention().size() == 1);

    REQUIRE(await(refused.running.service->dismiss(1)));
    CHECK(refused.attention().empty());
    REQUIRE(refused.running.eventually([](const auto &status) { return status.needsAttention == 0; }));
    CHECK(refused.centre.isQuarantined(refused.id)); // its bytes are there
    CHECK(refused.entry().state == store::EntryState::Quarantined);

    SECTION("and is no longer kept here once the centre cannot lose it")
    {
        refused.centre.settle();
        refused.running.gateway->isReachable = false;
        REQUIRE(refused.running.eventually(
            [](const auto &status) { return status.link == services::SyncStatus::Link::Offline; }));
        refused.running.gateway->isReachable = true;
        REQUIRE(refused.running.eventually([](const auto &status) { return status.sent == 0; }));
        CHECK(refused.entry().state == store::EntryState::Safe);
    }
}

TEST_CASE("a refused entry is sent once more when a person asks for it", "[sync]")
{
    Refused refused;
    CHECK(await(refused.running.service->sendAgain(2)).error().code == ErrorCode::NotFound);

    SECTION("and applied once, when what was wrong at the centre is mended")
    {
        refused.centre.takesPoison = true;
        REQUIRE(await(refused.running.service->sendAgain(1)));
        REQUIRE(refused.running.eventually([](const auto &status) { return status.sent == 2; }));
        CHECK(refused.running.service->status().needsAttention == 0);
        CHECK(refused.attention().empty());
        CHECK(refused.centre.timesApplied(refused.id) == 1);
        CHECK_FALSE(refused.centre.isQuarantined(refused.id));
    }
    SECTION("and shown again, when nothing is mended")
    {
        const int before = refused.running.gateway->pushCalls;
        REQUIRE(await(refused.running.service->sendAgain(1)));
        REQUIRE(refused.running.eventually([&](const auto &status) {
            return refused.running.gateway->pushCalls > before && status.needsAttention == 1;
        }));
        CHECK(refused.entry().state == store::EntryState::Quarantined);
        CHECK(refused.attention().size() == 1);
        CHECK(refused.centre.timesApplied(refused.id) == 0);
    }
    SECTION("after it was dismissed, too")
    {
        REQUIRE(await(refused.running.service->dismiss(1)));
        refused.centre.takesPoison = true;
        REQUIRE(await(refused.running.service->sendAgain(1)));
        REQUIRE(refused.running.eventually([](const auto &status) { return status.sent == 2; }));
        CHECK(refused.centre.timesApplied(refused.id) == 1);
    }
}
