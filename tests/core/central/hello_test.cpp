// SPDX-License-Identifier: MIT
#include "core/central/desk_administration.h"
#include "tests/core/central/centre.h"

#include <QThread>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("an agent signs in with their own password, and only with that", "[central]")
{
    PostgresServer server({PostgresServer::Authentication::Scram, PostgresServer::Durability::Fast, {}});
    const Centre centre(server);
    TestDesk desk(centre);
    CHECK(desk.enrolment.councilPublicKey == centre.setup().councilPublicKey);
    CHECK(desk.enrolment.session.displayName == u"asha"_s);
    CHECK(desk.enrolment.session.roles == domain::Roles{domain::Role::Handler});

    const auto in = desk.gateway().signIn(u"sam"_s, Centre::passwordOf(u"sam"_s), desk.device);
    REQUIRE(in);
    CHECK(in->roles == domain::Roles{domain::Role::Handler, domain::Role::Supervisor});
    CHECK(in->token != desk.token);
    for (const auto &[agent, password] : {std::pair{u"sam"_s, "wrong"}, {u"nobody"_s, "x"}, {u"sam"_s, ""}}) {
        const auto refused = desk.gateway().signIn(agent, crypto::Secret(password), desk.device);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::SignInNeeded);
        CHECK_FALSE(refused.error().detail.contains(agent));
    }
    // The role is there, but is not an agent of ours.
    CHECK(desk.gateway().signIn(PostgresServer::superuser(), centre.superuserPassword(), desk.device).error().code ==
          ErrorCode::SignInNeeded);
}

TEST_CASE("a token that is unknown, expired or of another desk opens nothing", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    TestDesk other(centre);
    const QString own = desk.token;
    SECTION("unknown")
    {
        desk.token = QString(64, u'0');
    }
    SECTION("of another desk")
    {
        desk.token = other.token;
    }
    SECTION("expired")
    {
        (void)centre.sql(u"UPDATE reeve.session SET expires_at = now() - interval '1 s'"_s);
    }
    SECTION("of an agent who left")
    {
        (void)centre.sql(u"UPDATE reeve.agent SET is_active = false"_s);
    }
    CHECK(desk.hello().error().code == ErrorCode::SignInNeeded);
    CHECK(desk.push({desk.logged(desk.interaction())}).error().code == ErrorCode::SignInNeeded);
    CHECK(desk.pull().error().code == ErrorCode::SignInNeeded);
    CHECK(desk.gateway().firstLoad(desk.token, desk.device, {}, 10).error().code == ErrorCode::SignInNeeded);
    CHECK(desk.gateway().openPerson(desk.token, desk.device, desk.ids().next<domain::PersonTag>()).error().code ==
          ErrorCode::SignInNeeded);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"0"_s);
}

TEST_CASE("a session that a clock running ahead made long ends in time after the next hello", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    (void)centre.sql(u"UPDATE reeve.session SET expires_at = now() + interval '10 years'"_s);
    REQUIRE(desk.hello());
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.session WHERE expires_at > now() + interval '1 year'"_s) == u"0"_s);
}

TEST_CASE("nobody has a right to a table", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    for (const QString &user : {desk.enrolment.poolUser, u"asha"_s}) {
        for (const QString &table : {u"person"_s, u"interaction"_s, u"note"_s, u"special_category_item"_s, u"setting"_s,
                                     u"session"_s, u"change_log"_s, u"person_name"_s}) {
            for (const QString &right : {u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s})
                CHECK(centre.sql(u"SELECT has_table_privilege('%1', 'reeve.%2', '%3')"_s.arg(user, table, right)) ==
                      u"f"_s);
        }
        CHECK(centre.sql(u"SET ROLE %1; SELECT coalesce((SELECT 'seen' FROM pg_namespace WHERE nspname = 'reeve'"
                         " AND has_schema_privilege(oid, 'USAGE')), 'no')"_s.arg(user)) == u"no"_s);
    }
    // What each may execute is not the other's.
    const auto may = [&](const QString &user, const QString &function) {
        return centre.sql(
                   u"SELECT bool_or(has_function_privilege('%1', p.oid, 'EXECUTE')) FROM pg_proc p"
                   " JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = '%2' WHERE p.proname LIKE '%3'"_s
                       .arg(user, function.section(u'.', 0, 0), function.section(u'.', 1))) == u"t"_s;
    };
    CHECK_FALSE(may(desk.enrolment.poolUser, u"reeve.%"_s));
    CHECK_FALSE(may(u"asha"_s, u"reeve.%"_s));
    CHECK(may(desk.enrolment.poolUser, u"reeve_api.sync_push"_s));
    CHECK_FALSE(may(u"asha"_s, u"reeve_api.sync_push"_s));
    CHECK_FALSE(may(desk.enrolment.poolUser, u"reeve_api.show_person"_s));
    CHECK(may(u"asha"_s, u"reeve_api.show_person"_s));
}

TEST_CASE("restricted content is hidden even from the owner of the tables", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    domain::Interaction call = desk.interaction();
    call.specialCategory.push_back({desk.ids().next<domain::RestrictedItemTag>(),
                                    call.id,
                                    {},
                                    domain::SpecialCategory::Health,
                                    u"A9B"_s,
                                    u"S1P1"_s,
                                    {},
                                    u"x"_s,
                                    call.startedAt});
    REQUIRE(desk.push({desk.logged(call)}));
    CHECK(centre.sql(u"SET ROLE reeve_owner; SELECT count(*) FROM reeve.special_category_item"_s) == u"0"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.special_category_item"_s) == u"1"_s); // a superuser passes by it
}

TEST_CASE("a hello whose answer was lost does not look like a copy", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const QUuid before = desk.incarnation;
    const auto device = desk.device;
    for (int i = 0; i < 3; ++i) {
        REQUIRE(desk.hello());
        desk.incarnation = before; // as if we had not heard
        CHECK(desk.device == device);
    }
    REQUIRE(desk.push({desk.logged(desk.interaction())})); // delivers with the last one it knows
    REQUIRE(desk.hello());
    CHECK(desk.device == device);
}

TEST_CASE("a copy of a desk becomes a desk of its own, and delivers again without doubling anything", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto device = desk.device;
    const QUuid copied = desk.incarnation;
    const auto delivered = desk.logged(desk.interaction());
    REQUIRE(desk.push({delivered}));
    REQUIRE(desk.hello());
    REQUIRE(desk.push({desk.logged(desk.interaction())}));
    const QUuid own = desk.incarnation;

    desk.incarnation = copied;
    CHECK(desk.push({desk.logged(desk.interaction())}).error().code == ErrorCode::StaleIncarnation);
    REQUIRE(desk.hello());
    CHECK(desk.device != device);
    REQUIRE(desk.push({delivered}));
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"2"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit WHERE action = 'copy_found'"_s) == u"1"_s);

    desk.device = device; // and the original is still itself
    desk.incarnation = own;
    REQUIRE(desk.hello());
    CHECK(desk.device == device);
}

namespace {

// What a snapshot of the centre's machine keeps of its desks; put back, the server is the same one on the same
// timeline, and by now has handed out more transactions than before.
void takeSnapshot(const Centre &centre)
{
    (void)centre.sql(u"CREATE TABLE public.kept_device AS SELECT * FROM reeve.device;"
                     "CREATE TABLE public.kept_epoch AS SELECT * FROM reeve.epoch"_s);
}
void putBack(const Centre &centre)
{
    (void)centre.sql(u"DELETE FROM reeve.device; INSERT INTO reeve.device SELECT * FROM public.kept_device;"
                     "DELETE FROM reeve.epoch; INSERT INTO reeve.epoch OVERRIDING SYSTEM VALUE"
                     " SELECT * FROM public.kept_epoch;"
                     "DELETE FROM reeve.sync_entry; DELETE FROM reeve.note; DELETE FROM reeve.interaction"_s);
}

} // namespace

TEST_CASE("a centre put back to an earlier picture of itself finds out by what it handed out since", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    TestDesk other(centre);
    TestDesk away(centre);
    const QUuid first = desk.epoch;
    const auto device = desk.device;
    REQUIRE(desk.hello());
    REQUIRE(desk.push({desk.logged(desk.interaction())}));
    takeSnapshot(centre);
    REQUIRE(desk.push({desk.logged(desk.interaction())}));
    REQUIRE(desk.hello());
    REQUIRE(other.hello());
    putBack(centre);
    REQUIRE(away.hello()); // has seen nothing of the lost time
    CHECK(away.epoch == first);

    const auto greeted = desk.hello();
    REQUIRE(greeted);
    CHECK(desk.device == device); // itself, and no copy
    CHECK(greeted->hasEntriesTo == 1);
    const QUuid second = desk.epoch;
    CHECK(second != first);
    REQUIRE(desk.hello());
    CHECK(desk.epoch == second);
    // Another desk that can prove the same opens no further one.
    REQUIRE(other.hello());
    CHECK(other.epoch == second);
    REQUIRE(away.hello());
    CHECK(away.epoch == second);

    // Once more, to before the new epoch: it was lost as well.
    putBack(centre);
    REQUIRE(desk.hello());
    CHECK(desk.device == device);
    const QUuid third = desk.epoch;
    CHECK(third != second);
    CHECK(third != first);
    REQUIRE(other.hello());
    CHECK(other.epoch == third);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit WHERE action = 'copy_found'"_s) == u"0"_s);
}

TEST_CASE("no desk makes the centre believe that it went back in time", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    TestDesk other(centre);
    const QUuid first = desk.epoch;
    const auto bytes = [](QUuid nonce) { return nonce.toRfc4122(); };
    SECTION("by a number")
    {
        desk.highest += 1'000'000'000;
        REQUIRE(desk.hello());
    }
    SECTION("by a nonce that it makes up")
    {
        QByteArray later = bytes(desk.incarnation);
        later[5] = char(later[5] + 1);
        desk.incarnation = QUuid::fromRfc4122(later);
        REQUIRE(desk.hello());
    }
    SECTION("by another desk's, which is later than its own")
    {
        REQUIRE(other.hello());
        desk.incarnation = other.incarnation;
        REQUIRE(desk.hello());
    }
    SECTION("by an epoch that it makes up")
    {
        const QUuid earlier = desk.incarnation;
        REQUIRE(desk.hello());
        REQUIRE(desk.push({desk.logged(desk.interaction())}));
        desk.incarnation = earlier;
        desk.epoch = QUuid::createUuid();
        REQUIRE(desk.hello());
    }
    CHECK(desk.epoch == first);
    REQUIRE(other.hello());
    CHECK(other.epoch == first);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.epoch"_s) == u"1"_s);
}

TEST_CASE("a desk is told up to which entry the centre has its work, a copy too", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    CHECK(desk.hello()->hasEntriesTo == 0);
    REQUIRE(desk.push({desk.logged(desk.interaction()), desk.logged(desk.interaction())}));
    const QUuid copied = desk.incarnation;
    CHECK(desk.hello()->hasEntriesTo == 2);
    REQUIRE(desk.push({desk.logged(desk.interaction())}));
    desk.incarnation = copied;
    const auto device = desk.device;
    CHECK(desk.hello()->hasEntriesTo == 3); // what it does not have of these it never had answered
    CHECK(desk.device != device);
}

TEST_CASE("a restored or promoted server opens a new epoch although it is ahead", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const QUuid first = desk.epoch;
    (void)centre.sql(u"UPDATE reeve.epoch SET server = '7000000000000000000/00000001'"_s);
    REQUIRE(desk.hello());
    CHECK(desk.epoch != first);
}

TEST_CASE("a centre that holds reading after a restore shows nobody before an administrator has revoked again",
          "[central]")
{
    const Centre centre;
    (void)centre.sql(u"UPDATE reeve.setting SET value = 'on' WHERE name = 'hold_after_restore'"_s);
    TestDesk desk(centre);
    TestDesk stolen(centre);
    const central::DeskAdministration administrator(centre.uri(), centre.superuserPassword());
    const central::DeskAdministration supervisor(centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s));
    const auto person = desk.ids().next<domain::PersonTag>();
    REQUIRE(desk.push({desk.personCreated(person, {{u"family_name"_s, u"Hayward"_s}})}));
    CHECK(desk.pull());
    // The backup was made before the desk was stolen and revoked, and is all there is now.
    (void)centre.sql(u"UPDATE reeve.epoch SET server = '7000000000000000000/00000001'"_s);

    CHECK(stolen.hello()->deviceStatus == u"active"_s);
    CHECK(stolen.pull().error().code == ErrorCode::CentralBusy);
    CHECK(stolen.gateway().changeLogStart(stolen.token, stolen.device).error().code == ErrorCode::CentralBusy);
    CHECK(stolen.gateway().firstLoad(stolen.token, stolen.device, {}, 10).error().code == ErrorCode::CentralBusy);
    CHECK(stolen.gateway().openPerson(stolen.token, stolen.device, person).error().code == ErrorCode::CentralBusy);
    CHECK(central::showPerson(centre.uriAs(u"asha"_s), Centre::passwordOf(u"asha"_s), person).error().code ==
          ErrorCode::CentralBusy);
    REQUIRE(desk.hello());
    CHECK(desk.push({desk.logged(desk.interaction())})); // work is taken all the while
    CHECK(central::centralStatus(centre.uri(), centre.superuserPassword())->value(u"awaits_confirmation"_s).toBool());

    REQUIRE(administrator.setDeskStatus(stolen.device, u"revoked"_s, u"stolen on Friday"_s));
    CHECK(administrator.confirmRestore(u" "_s).error().code == ErrorCode::InvalidInput);
    CHECK_FALSE(supervisor.confirmRestore(u"looks fine"_s));
    CHECK(desk.pull().error().code == ErrorCode::CentralBusy);
    REQUIRE(administrator.confirmRestore(u"one desk revoked again"_s));
    CHECK(desk.pull());
    CHECK(stolen.pull().error().code == ErrorCode::DeviceRevoked);
    CHECK_FALSE(
        central::centralStatus(centre.uri(), centre.superuserPassword())->value(u"awaits_confirmation"_s).toBool());
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit WHERE action = 'restore_confirmed'"_s) == u"1"_s);
}

TEST_CASE("a restored centre serves at once, and says that somebody has to revoke again", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    (void)centre.sql(u"UPDATE reeve.epoch SET server = '7000000000000000000/00000001'"_s);
    REQUIRE(desk.hello());
    CHECK(desk.pull());
    const auto awaits = [&] {
        const auto status = central::centralStatus(centre.uri(), centre.superuserPassword());
        return status && status->value(u"awaits_confirmation"_s).toBool();
    };
    CHECK(awaits());
    const central::DeskAdministration administrator(centre.uri(), centre.superuserPassword());
    REQUIRE(administrator.confirmRestore(u"nobody was revoked"_s));
    CHECK_FALSE(awaits());
}

TEST_CASE("a promoted standby knows who was revoked, and serves at once", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    (void)centre.sql(u"UPDATE reeve.epoch SET server = '7000000000000000000/00000001'"_s);
    (void)centre.sql(u"SELECT reeve.current_epoch(NULL, NULL)"_s); // packaging/central/promote-standby
    const QUuid before = desk.epoch;
    REQUIRE(desk.hello());
    CHECK(desk.epoch != before);
    CHECK(desk.pull());
}

TEST_CASE("a desk that may only deliver delivers and reads nothing; a revoked one does neither", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto set = [&](const QString &status) {
        (void)centre.sql(u"UPDATE reeve.device SET status = '%1'"_s.arg(status));
    };
    set(u"push_only"_s);
    REQUIRE(desk.hello());
    CHECK(desk.hello()->deviceStatus == u"push_only"_s);
    CHECK(desk.push({desk.logged(desk.interaction())}));
    CHECK(desk.pull().error().code == ErrorCode::Denied);
    CHECK(desk.gateway().firstLoad(desk.token, desk.device, {}, 10).error().code == ErrorCode::Denied);
    for (const QString &status : {u"revoked"_s, u"wipe"_s}) {
        set(status);
        const auto told = desk.hello();
        REQUIRE(told);
        CHECK(told->deviceStatus == status);
        if (status == u"revoked")
            CHECK(desk.push({desk.logged(desk.interaction())}).error().code == ErrorCode::DeviceRevoked);
        CHECK(desk.pull().error().code == ErrorCode::DeviceRevoked);
        CHECK(desk.gateway().signIn(u"asha"_s, Centre::passwordOf(u"asha"_s), desk.device).error().code ==
              ErrorCode::DeviceRevoked);
    }
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"1"_s);
}

TEST_CASE("what was pushed becomes safe, and not before", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto reply = desk.push({desk.logged(desk.interaction())});
    REQUIRE(reply);
    const auto before = desk.hello();
    REQUIRE(before);
    CHECK(before->settledHorizon <= reply->transaction);
    // The probes age without our waiting.
    (void)centre.sql(u"UPDATE reeve.horizon_probe SET at = at - interval '10 s'"_s);
    REQUIRE(desk.hello());
    (void)centre.sql(u"UPDATE reeve.horizon_probe SET at = at - interval '10 s'"_s);
    const auto after = desk.hello();
    REQUIRE(after);
    CHECK(after->settledHorizon > reply->transaction);

    // A server whose clock ran ahead, and was set back, goes on from there.
    (void)centre.sql(u"UPDATE reeve.horizon_probe SET at = at + interval '10 years'"_s);
    const auto later = desk.push({desk.logged(desk.interaction())});
    REQUIRE(later);
    REQUIRE(desk.hello());
    (void)centre.sql(u"UPDATE reeve.horizon_probe SET at = at - interval '10 s' WHERE at < now() + interval '1 day'"_s);
    const auto afterwards = desk.hello();
    REQUIRE(afterwards);
    CHECK(afterwards->settledHorizon > later->transaction);

    // Told to wait for an archive that does not get anywhere, the centre calls nothing safe.
    (void)centre.sql(u"UPDATE reeve.setting SET value = 'archive' WHERE name = 'settled_by'"_s);
    CHECK(desk.hello()->settledHorizon == 0);
}
