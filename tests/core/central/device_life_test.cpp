// SPDX-License-Identifier: MIT
// What becomes of a desk after its enrolment, as the centre sees it.
#include "core/central/desk_administration.h"
#include "core/crypto/wipe_order.h"
#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

central::DeskAdministration administration(const Centre &centre)
{
    return {centre.uri(), {}};
}

const Instant now = fromMilliseconds(1'790'000'000'000);

// The centre of a test is a copy; its signing key was handed out when the original was set up.
const crypto::Secret &signingSeed(const Centre &centre)
{
    return centre.setup().signingSeed;
}

} // namespace

TEST_CASE("C9 an administrator makes a desk deliver only, revokes it and takes it back, and each is written down",
          "[central][life]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto admin = administration(centre);
    REQUIRE(admin.setDeskStatus(desk.device, u"push_only"_s, u"left on Friday"_s));
    REQUIRE(desk.hello());
    CHECK(desk.push({desk.logged(desk.interaction())}));
    CHECK(desk.pull().error().code == ErrorCode::Denied);

    REQUIRE(admin.setDeskStatus(desk.device, u"revoked"_s, u"not seen since"_s));
    CHECK(desk.hello()->deviceStatus == u"revoked"_s);
    CHECK(desk.push({desk.logged(desk.interaction())}).error().code == ErrorCode::DeviceRevoked);

    REQUIRE(admin.setDeskStatus(desk.device, u"active"_s, u"found"_s));
    CHECK(desk.hello()->deviceStatus == u"active"_s);
    CHECK(desk.pull());
    CHECK(centre.sql(u"SELECT string_agg(action || ' ' || (detail ->> 'reason'), ', ' ORDER BY n) FROM reeve.audit"
                     " WHERE action LIKE 'device%'"_s) ==
          u"device_push_only left on Friday, device_revoked not seen since, device_active found"_s);

    const auto desks = admin.desks();
    REQUIRE(desks);
    REQUIRE(desks->size() == 1);
    CHECK(desks->front().value(u"version"_s).toString() == QStringLiteral(REEVE_VERSION));
    CHECK(desks->front().value(u"reason"_s).toString() == u"found"_s);
}

TEST_CASE("only an administrator decides about desks and agents", "[central][life]")
{
    const Centre centre;
    TestDesk desk(centre);
    const central::DeskAdministration asHandler(centre.uriAs(u"asha"_s), Centre::passwordOf(u"asha"_s));
    const central::DeskAdministration asSupervisor(centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s));
    CHECK(asHandler.desks().error().code == ErrorCode::Denied);
    CHECK(asHandler.quarantine(false).error().code == ErrorCode::Denied);
    CHECK(asSupervisor.desks());
    CHECK(asSupervisor.setDeskStatus(desk.device, u"revoked"_s, u"x"_s).error().code == ErrorCode::Denied);
    CHECK(asSupervisor.setAgentActive(u"asha"_s, false, u"x"_s).error().code == ErrorCode::Denied);
    CHECK(asSupervisor.orderWipe(desk.device, signingSeed(centre), u"x"_s, now).error().code == ErrorCode::Denied);
    CHECK(administration(centre).setDeskStatus(desk.device, u"wipe"_s, u"x"_s).error().code ==
          ErrorCode::InvalidInput); // takes a signed order
    CHECK(
        administration(centre).setDeskStatus(desk.ids().next<domain::DeviceTag>(), u"revoked"_s, u"x"_s).error().code ==
        ErrorCode::NotFound);
}

TEST_CASE("a wipe order is made with the council's key only, reaches its desk, and is void once it was taken back",
          "[central][life][wipe]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto admin = administration(centre);
    CHECK(desk.enrolment.councilSigningKey == centre.setup().signingPublicKey);
    CHECK(admin.orderWipe(desk.device, crypto::makeSigningKeyPair().seed, u"stolen"_s, now).error().code ==
          ErrorCode::InvalidInput);
    CHECK(desk.hello()->deviceStatus == u"active"_s);

    REQUIRE(admin.orderWipe(desk.device, signingSeed(centre), u"stolen"_s, now));
    const auto told = desk.hello();
    REQUIRE(told);
    CHECK(told->deviceStatus == u"wipe"_s);
    REQUIRE(told->wipeOrder);
    const auto order = crypto::readOrder(desk.enrolment.councilSigningKey, *told->wipeOrder);
    REQUIRE(order);
    CHECK(order->device == desk.device.uuid());
    CHECK(order->serial == 1);

    // Without a session too; and for no other desk.
    (void)centre.sql(u"DELETE FROM reeve.session"_s);
    CHECK(desk.hello().error().code == ErrorCode::SignInNeeded);
    const auto asked = desk.gateway().wipeOrder(desk.device);
    REQUIRE(asked);
    CHECK(*asked);
    CHECK_FALSE(*desk.gateway().wipeOrder(desk.ids().next<domain::DeviceTag>()));

    REQUIRE(admin.setDeskStatus(desk.device, u"active"_s, u"found in the car"_s));
    CHECK_FALSE(*desk.gateway().wipeOrder(desk.device));
    const auto in = desk.gateway().signIn(u"asha"_s, Centre::passwordOf(u"asha"_s), desk.device);
    REQUIRE(in);
    desk.token = in->token;
    const auto again = desk.hello();
    REQUIRE(again);
    CHECK(again->orderFloor == 1); // from here on the desk takes no order up to 1
}

TEST_CASE("what a desk under a wipe order delivers waits for somebody, once, and can be applied",
          "[central][life][wipe]")
{
    const Centre centre;
    TestDesk desk(centre);
    REQUIRE(administration(centre).orderWipe(desk.device, signingSeed(centre), u"stolen"_s, now));
    REQUIRE(desk.hello());
    const auto entry = desk.logged(desk.interaction());
    for (int i = 0; i < 2; ++i) {
        const auto reply = desk.push({entry});
        REQUIRE(reply);
        CHECK(reply->outcomes.front().state == store::EntryState::Quarantined);
        CHECK(reply->outcomes.front().code == u"desk_under_wipe"_s);
    }
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"0"_s);
    CHECK(desk.pull().error().code == ErrorCode::DeviceRevoked);

    REQUIRE(desk.gateway().reportWiped(desk.device, desk.incarnation, 1, 0));
    CHECK(centre.sql(u"SELECT unsent FROM reeve.wipe_order WHERE wiped_at IS NOT NULL"_s) == u"0"_s);
    CHECK(administration(centre).setDeskStatus(desk.device, u"active"_s, u"x"_s).error().code ==
          ErrorCode::InvalidInput); // there is nothing left of it
    const auto applied = administration(centre).reapply(entry.id);
    REQUIRE(applied);
    CHECK(applied->value(u"outcome"_s).toString() == u"applied"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"1"_s);
}

TEST_CASE("a copy that wipes itself does not report for the desk it was copied from", "[central][life][wipe]")
{
    const Centre centre;
    TestDesk desk(centre);
    const QUuid copied = desk.incarnation;
    const auto isWiped = [&centre] { return centre.sql(u"SELECT wiped_at IS NOT NULL FROM reeve.wipe_order"_s); };

    SECTION("that has greeted since")
    {
        REQUIRE(desk.hello());
        REQUIRE(desk.hello());
        REQUIRE(administration(centre).orderWipe(desk.device, signingSeed(centre), u"stolen"_s, now));
        REQUIRE(desk.gateway().wipeOrder(desk.device));
        REQUIRE(desk.gateway().reportWiped(desk.device, copied, 1, 0));
        CHECK(isWiped() == u"f"_s);
        CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit WHERE action = 'copy_wiped'"_s) == u"1"_s);
    }
    SECTION("that asks for its order when both were the same to the centre")
    {
        REQUIRE(administration(centre).orderWipe(desk.device, signingSeed(centre), u"stolen"_s, now));
        REQUIRE(desk.gateway().wipeOrder(desk.device));
        REQUIRE(desk.gateway().reportWiped(desk.device, copied, 1, 0));
        CHECK(isWiped() == u"t"_s);
        REQUIRE(*desk.gateway().wipeOrder(desk.device));
        CHECK(isWiped() == u"f"_s);
        CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit WHERE action = 'wiped_desk_seen'"_s) == u"1"_s);
    }
    REQUIRE(desk.gateway().reportWiped(desk.device, desk.incarnation, 1, 0));
    CHECK(isWiped() == u"t"_s);
}

TEST_CASE("an agent who left is out at once, and a colleague of the same desk delivers what they wrote",
          "[central][life]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto written = desk.logged(desk.interaction());
    const auto colleague = desk.gateway().signIn(u"sam"_s, Centre::passwordOf(u"sam"_s), desk.device);
    REQUIRE(colleague);
    const auto disabled = administration(centre).setAgentActive(u"asha"_s, false, u"left"_s);
    REQUIRE(disabled);
    CHECK(disabled->value(u"login_changed"_s).toBool());
    CHECK(desk.hello().error().code == ErrorCode::SignInNeeded);

    desk.token = colleague->token;
    const auto told = desk.hello();
    REQUIRE(told);
    CHECK(told->inactiveAgents == QStringList{u"asha"_s});
    REQUIRE(desk.push({written}));
    CHECK(centre.sql(u"SELECT agent || ' ' || delivered_by FROM reeve.sync_entry"_s) == u"asha sam"_s);
    REQUIRE(administration(centre).setAgentActive(u"asha"_s, true, u"came back"_s));
    CHECK(desk.gateway().signIn(u"asha"_s, Centre::passwordOf(u"asha"_s), desk.device));
}

TEST_CASE("desks of the first release go on delivering, and read as long as the council lets them", "[central][life]")
{
    const Centre centre;
    TestDesk desk(centre);
    // As the first release spoke: hello of eight parameters, and a version of its own.
    const QString hello = u"SELECT schema_version || ' ' || device_status || ' ' || incarnation FROM reeve_api.hello("
                          "'%1', '%2', '%3', NULL, '0', 0, 0, 0)"_s;
    const auto asFirstRelease = [&] {
        const QStringList told =
            centre.sql(hello.arg(desk.token, desk.device.toString(), desk.incarnation.toString(QUuid::WithoutBraces)))
                .split(u' ');
        REQUIRE(told.size() == 3);
        CHECK(told[0] == u"2"_s);
        CHECK(told[1] == u"active"_s);
        desk.incarnation = QUuid::fromString(told[2]);
    };
    asFirstRelease();
    CHECK(desk.push({desk.logged(desk.interaction())}));
    CHECK(desk.pull());

    (void)centre.sql(u"UPDATE reeve.setting SET value = '3' WHERE name = 'least_reading_protocol'"_s);
    asFirstRelease();
    CHECK(desk.push({desk.logged(desk.interaction())}));
    CHECK(desk.pull().error().code == ErrorCode::CentralTooNew);
    REQUIRE(desk.hello()); // brought up to date
    CHECK(desk.pull());
}

TEST_CASE("what waits at a desk shrinks with each push, without another hello", "[central][life]")
{
    const Centre centre;
    TestDesk desk(centre);
    std::vector<store::OutboxEntry> entries;
    for (int i = 0; i < 5; ++i)
        entries.push_back(desk.logged(desk.interaction()));
    (void)centre.sql(u"UPDATE reeve.device SET waiting = 7"_s);
    REQUIRE(desk.push(entries));
    CHECK(centre.sql(u"SELECT waiting FROM reeve.device"_s) == u"2"_s);
    REQUIRE(desk.push(entries)); // the same again
    CHECK(centre.sql(u"SELECT waiting FROM reeve.device"_s) == u"2"_s);
}
