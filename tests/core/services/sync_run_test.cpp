// SPDX-License-Identifier: MIT
#include "core/services/person/duplicates/duplicate_service.h"
#include "core/store/likely_pairs.h"
#include "core/store/person_index.h"
#include "tests/core/services/sync_desk.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("one run pushes everything that waits and pulls everything that is new", "[sync]")
{
    ReferenceCentre centre;
    const auto resident = centre.givenPerson({{u"family_name"_s, u"Hayward"_s}});
    SyncDesk desk(centre);
    desk.isSignedIn();
    const auto ids = desk.logs(1200);

    const auto summary = desk.sync();
    REQUIRE(summary);
    CHECK(summary->pushed == 1200);
    CHECK(summary->pulled == 1);
    CHECK(summary->pending == 0);
    CHECK(summary->needsAttention == 0);
    for (const auto &id : ids)
        CHECK(centre.timesApplied(id) == 1);
    REQUIRE(desk.person(resident));
    CHECK(desk.person(resident)->name.family == u"Hayward");
    CHECK(desk.state().isFirstLoadDone);
    CHECK(desk.state().lastSyncAt == desk.folder.clock().now());

    SECTION("and the next run only what came since")
    {
        centre.editPerson(resident, {{u"given_name"_s, u"Joan"_s}});
        const auto next = desk.sync();
        REQUIRE(next);
        CHECK(next->pushed == 0);
        CHECK(next->pulled == 1);
        CHECK(desk.person(resident)->name.given == u"Joan");
    }
    SECTION("and when the centre says it is settled, it is safe")
    {
        CHECK(desk.counts().sent == 1200);
        centre.settle();
        REQUIRE(desk.sync());
        CHECK(desk.counts().safe == 1200);
    }
}

TEST_CASE("an answer lost on the way is made good by the next run, and nothing is applied twice", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    const auto ids = desk.logs(30);
    desk.faults = [](ReferenceGateway::At at) {
        return at == ReferenceGateway::At::Push ? Fault{Fault::Kind::LoseReply} : Fault{};
    };
    const auto failed = desk.sync();
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::Offline);
    CHECK(desk.counts().waiting == 30);

    desk.faults = {};
    REQUIRE(desk.sync());
    CHECK(desk.counts().waiting == 0);
    for (const auto &id : ids)
        CHECK(centre.timesApplied(id) == 1);
}

TEST_CASE("a centre that cannot be reached is told at once, and everything waits", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    static_cast<void>(desk.logs(3));
    desk.isReachable = false;
    const auto failed = desk.sync();
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::Offline);
    CHECK(desk.counts().waiting == 3);
}

TEST_CASE("without a session the run signs in when it is given the password, and says so when it is not", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    static_cast<void>(desk.logs(3));
    const auto failed = desk.sync();
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::SignInNeeded);
    CHECK(desk.counts().waiting == 3);

    const auto summary = desk.sync(true);
    REQUIRE(summary);
    CHECK(summary->pushed == 3);

    centre.endSessions(); // expired at the centre: the old one is refused, a new one asked for
    static_cast<void>(desk.logs(2));
    REQUIRE_FALSE(desk.sync());
    CHECK(desk.counts().waiting == 2);
    REQUIRE(desk.sync(true));
}

TEST_CASE("a poisoned entry goes to quarantine and an unspeakable one is set aside here; the rest arrives", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    const auto now = desk.folder.clock().now();
    std::vector<domain::Interaction> batch;
    for (int n = 0; n < 60; ++n)
        batch.push_back(call(now - std::chrono::hours(1), n == 20   ? u"POISON"_s
                                                          : n == 40 ? u"UNSPEAKABLE"_s
                                                                    : u"call"_s));
    REQUIRE(await(services::InteractionService(desk.folder.desk()).log(batch)));

    const auto summary = desk.sync();
    REQUIRE(summary);
    CHECK(summary->pending == 0);
    CHECK(summary->needsAttention == 2);
    CHECK(centre.recordCount() == 58);
}

TEST_CASE("the same field changed twice is a conflict that a person decides", "[sync]")
{
    ReferenceCentre centre;
    const auto id = centre.givenPerson({{u"family_name"_s, u"Hayward"_s}, {u"known_as"_s, u"Jo"_s}});
    SyncDesk desk(centre);
    desk.isSignedIn();
    REQUIRE(desk.sync());

    const domain::Person before = *desk.person(id);
    domain::Person after = before;
    after.knownAs = u"Joanie"_s;
    const services::PersonService people(desk.folder.desk());
    REQUIRE(await(people.edit(before, after)));
    centre.editPerson(id, {{u"known_as"_s, u"Jojo"_s}});

    const auto summary = desk.sync();
    REQUIRE(summary);
    CHECK(summary->needsAttention == 1);
    CHECK(desk.person(id)->knownAs == u"Jojo");

    services::SyncService service(desk.folder.desk(), std::make_unique<ReferenceGateway>(centre));
    const auto items = await(service.attention());
    REQUIRE(items);
    REQUIRE(items->size() == 1);
    REQUIRE(items->front().conflict);
    CHECK(items->front().conflict->ours == u"Joanie"_s);
    CHECK(items->front().personName.contains(u"Hayward"));

    SECTION("for our value")
    {
        REQUIRE(await(service.decide(items->front().conflict->id, services::SyncService::Decision::KeepOurs)));
        CHECK(desk.person(id)->knownAs == u"Joanie");
        const auto decided = desk.sync();
        REQUIRE(decided);
        CHECK(decided->needsAttention == 0);
        CHECK(centre.people().at(id.uuid()).value(u"known_as"_s) == u"Joanie"_s);
        CHECK(desk.person(id)->knownAs == u"Joanie");
    }
    SECTION("for the centre's value")
    {
        REQUIRE(await(service.decide(items->front().conflict->id, services::SyncService::Decision::KeepTheirs)));
        const auto decided = desk.sync();
        REQUIRE(decided);
        CHECK(decided->needsAttention == 0);
        CHECK(centre.people().at(id.uuid()).value(u"known_as"_s) == u"Jojo"_s);
        CHECK(desk.person(id)->knownAs == u"Jojo");
    }
}

TEST_CASE("a centre restored from backup gets back what its desks still have", "[sync]")
{
    ReferenceCentre centre;
    const auto id = centre.givenPerson({{u"family_name"_s, u"Hayward"_s}});
    SyncDesk desk(centre);
    desk.isSignedIn();
    REQUIRE(desk.sync());
    const auto backup = centre.backup();
    const auto ids = desk.logs(10);
    for (int edit = 0; edit < 5; ++edit)
        centre.editPerson(id, {{u"title"_s, u"Mrs"_s}});
    REQUIRE(desk.sync());

    centre.restore(backup, false); // nobody says so: the desk has seen more
    REQUIRE(desk.sync());
    for (const auto &entry : ids)
        CHECK(centre.timesApplied(entry) == 1);
    CHECK(desk.person(id)->name.title.isEmpty()); // as the centre has it now
    CHECK(desk.state().epoch == centre.backup().epoch);
}

TEST_CASE("who was removed, or is not known to a restored centre, goes from a desk that reads all again", "[sync]")
{
    ReferenceCentre centre;
    const auto stays = centre.givenPerson({{u"family_name"_s, u"Hayward"_s}});
    const auto removed = centre.givenPerson({{u"family_name"_s, u"Newcombe"_s}});
    SyncDesk desk(centre);
    desk.isSignedIn();
    REQUIRE(desk.sync());
    centre.removePerson(removed); // the desk is away, and hears nothing of it
    const auto backup = centre.backup();

    SECTION("a removal from before the backup")
    {
        centre.restore(backup, true);
        REQUIRE(desk.sync());
        CHECK_FALSE(desk.person(removed));
    }
    SECTION("a person from after the backup")
    {
        const auto lost = centre.givenPerson({{u"family_name"_s, u"Trethewey"_s}});
        REQUIRE(desk.sync());
        REQUIRE(desk.person(lost));
        centre.restore(backup, true);
        REQUIRE(desk.sync());
        CHECK_FALSE(desk.person(lost));
    }
    CHECK(desk.person(stays));
    CHECK(desk.state().firstLoadAfter.isNull());
}

TEST_CASE("a copy of a desk becomes a desk of its own, and both deliver", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    REQUIRE(desk.sync());
    const auto before = desk.state();
    REQUIRE(desk.sync());
    REQUIRE(desk.sync());
    // The store is put back to an earlier day.
    REQUIRE(desk.folder.write([before](store::Connection &connection) -> Result<> {
        return store::DeskRepository(connection).setState(before);
    }));
    const auto ids = desk.logs(2);
    REQUIRE(desk.sync());
    CHECK(desk.state().device != before.device);
    for (const auto &id : ids)
        CHECK(centre.timesApplied(id) == 1);
}

TEST_CASE("a desk that may only deliver delivers, and learns nothing", "[sync]")
{
    ReferenceCentre centre;
    const auto id = centre.givenPerson({{u"family_name"_s, u"Hayward"_s}});
    SyncDesk desk(centre);
    desk.isSignedIn();
    centre.setDeviceStatus(desk.state().device, u"push_only"_s);
    static_cast<void>(desk.logs(2));
    const auto summary = desk.sync();
    REQUIRE(summary);
    CHECK(summary->pushed == 2);
    CHECK_FALSE(desk.person(id));
}

TEST_CASE("a pull that would remove one person in four asks first", "[sync]")
{
    ReferenceCentre centre;
    std::vector<domain::PersonId> people;
    for (int n = 0; n < 100; ++n)
        people.push_back(centre.givenPerson({{u"family_name"_s, u"Hayward %1"_s.arg(n)}}));
    SyncDesk desk(centre);
    desk.isSignedIn();
    REQUIRE(desk.sync());
    for (int n = 0; n < 25; ++n)
        centre.removePerson(people[std::size_t(n)]);
    const auto held = desk.sync();
    REQUIRE(held);
    CHECK(held->removalsHeld == 25);
    CHECK(desk.person(people[0]));
}

TEST_CASE("a desk is enrolled once, with everything it needs to sync", "[sync]")
{
    ReferenceCentre centre;
    centre.givenAgent(u"asha.patel"_s, u"central password"_s);
    ReferenceGateway gateway(centre);
    TestClock clock;
    const QTemporaryDir folder;
    const services::Enrolment enrolment{folder.filePath(u"store"_s),
                                        u"asha.patel"_s,
                                        DeskFolder::passphrase(),
                                        crypto::Secret(QByteArrayView("central password")),
                                        u"Desk 14"_s,
                                        u"postgresql://127.0.0.1/reeve"_s,
                                        {8ULL << 20, 1}};
    const auto device = services::enrol(enrolment, gateway, clock);
    REQUIRE(device);
    const auto again = services::enrol(enrolment, gateway, clock);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::InvalidInput);

    const auto policy = services::Policy::builtIn();
    REQUIRE(policy);
    const auto desk = services::Desk::openNow(enrolment.folder, {}, DeskFolder::passphrase(), clock, *policy);
    REQUIRE(desk);
    CHECK((*desk)->deskName() == u"Desk 14");
    CHECK(services::syncOnce(**desk, gateway, std::nullopt));
}

TEST_CASE("a desk that cannot be made asks no centre, and one that the centre does not take leaves nothing", "[sync]")
{
    ReferenceCentre centre;
    centre.givenAgent(u"asha.patel"_s, u"central password"_s);
    ReferenceGateway gateway(centre);
    TestClock clock;
    const QTemporaryDir folder;
    services::Enrolment enrolment{folder.filePath(u"store"_s),
                                  u"asha.patel"_s,
                                  crypto::Secret(QByteArrayView("short")),
                                  crypto::Secret(QByteArrayView("another password")),
                                  u"Desk 14"_s,
                                  u"postgresql://127.0.0.1/reeve"_s,
                                  {8ULL << 20, 1}};
    const auto refusedHere = services::enrol(enrolment, gateway, clock);
    REQUIRE_FALSE(refusedHere);
    CHECK(refusedHere.error().code == ErrorCode::InvalidInput); // not SignInNeeded: nobody was asked

    enrolment.passphrase = DeskFolder::passphrase();
    const auto refusedThere = services::enrol(enrolment, gateway, clock);
    REQUIRE_FALSE(refusedThere);
    CHECK(refusedThere.error().code == ErrorCode::SignInNeeded);
    CHECK_FALSE(QFileInfo::exists(enrolment.folder));

    enrolment.otherPassword = crypto::Secret(QByteArrayView("central password"));
    CHECK(services::enrol(enrolment, gateway, clock));
}

TEST_CASE("a store that is no desk's becomes one with the work that waits in it", "[sync]")
{
    ReferenceCentre centre;
    centre.givenAgent(u"asha.patel"_s, u"central password"_s);
    ReferenceGateway gateway(centre);
    TestClock clock;
    const QTemporaryDir folder;
    const services::Enrolment enrolment{folder.filePath(u"store"_s),
                                        u"asha.patel"_s,
                                        DeskFolder::passphrase(),
                                        crypto::Secret(QByteArrayView("central password")),
                                        u"Desk 14"_s,
                                        u"postgresql://127.0.0.1/reeve"_s,
                                        {8ULL << 20, 1}};
    REQUIRE(store::Store::create({enrolment.folder, enrolment.agent, enrolment.passphrase, {}, enrolment.cost}));
    const auto policy = services::Policy::builtIn();
    REQUIRE(policy);
    {
        const auto unowned = services::Desk::openNow(enrolment.folder, {}, enrolment.passphrase, clock, *policy);
        REQUIRE(unowned);
        const auto logged =
            await(services::InteractionService(**unowned).log({call(clock.now() - std::chrono::hours(1), u"kept"_s)}));
        REQUIRE(logged);
        REQUIRE(logged->front());
    }
    REQUIRE(services::enrol(enrolment, gateway, clock));
    const auto desk = services::Desk::openNow(enrolment.folder, {}, enrolment.passphrase, clock, *policy);
    REQUIRE(desk);
    const auto done = services::syncOnce(**desk, gateway, std::nullopt);
    REQUIRE(done);
    CHECK(done->pushed == 1);
    CHECK(done->pending == 0);
}

TEST_CASE("one run stops before a mass removal, sends what waits, and removes once it is allowed to", "[sync]")
{
    ReferenceCentre centre;
    std::vector<domain::PersonId> people;
    for (int n = 0; n < 60; ++n)
        people.push_back(centre.givenPerson({{u"family_name"_s, u"Hayward"_s}}));
    SyncDesk desk(centre);
    desk.isSignedIn();
    REQUIRE(desk.sync());
    for (int n = 0; n < 30; ++n)
        centre.removePerson(people[std::size_t(n)]);
    desk.logs(1);

    const auto held = desk.sync();
    REQUIRE(held);
    CHECK(held->removalsHeld == 30);
    CHECK(held->pushed == 1);
    CHECK(held->pending == 0);
    for (const domain::PersonId &one : people)
        CHECK(desk.person(one));

    const auto allowed = desk.sync(false, services::ManyRemovals::Allowed);
    REQUIRE(allowed);
    CHECK(allowed->removalsHeld == 0);
    CHECK(std::ranges::count_if(people, [&](const auto &one) { return desk.person(one).has_value(); }) == 30);
}

TEST_CASE("whom another desk took down though we know them waits for a review, and a first load asks nobody", "[sync]")
{
    ReferenceCentre centre;
    const QJsonObject joan{
        {u"given_name"_s, u"Joan"_s},
        {u"family_name"_s, u"Hayward"_s},
        {u"date_of_birth"_s, u"1979-06-21"_s},
        {u"contact/a"_s,
         QJsonObject{{u"kind"_s, u"phone"_s}, {u"value"_s, u"07700 900123"_s}, {u"normalised"_s, u"+447700900123"_s}}}};
    const auto first = centre.givenPerson(joan);
    centre.givenPerson(joan); // twice from the start
    SyncDesk desk(centre);
    desk.isSignedIn();
    REQUIRE(desk.sync());
    services::DuplicateService duplicates(desk.folder.desk());
    CHECK(await(duplicates.waiting())->pairs.empty());
    CHECK(await(duplicates.isSearchDue()).value()); // after it

    centre.givenPerson({{u"given_name"_s, u"Ann"_s}, {u"family_name"_s, u"Morris"_s}});
    const auto another = centre.givenPerson(joan);
    REQUIRE(desk.folder.desk().store().awaitIndex());
    REQUIRE(desk.sync());
    const auto waiting = await(duplicates.waiting());
    REQUIRE(waiting);
    REQUIRE(waiting->pairs.size() == 1);
    const auto &pair = waiting->pairs.front();
    CHECK((pair.left.id == another || pair.right.id == another));

    REQUIRE(desk.sync());
    centre.removePerson(first);
    centre.removePerson(another);
    REQUIRE(desk.sync());
    CHECK(await(duplicates.waiting())->pairs.empty());
    const auto left =
        desk.folder.write([](store::Connection &connection) { return store::LikelyPairs(connection).likeliest(10); });
    REQUIRE(left);
    CHECK(left->empty()); // a pair goes with either of its people
}

TEST_CASE("whom the poll before this one brought is compared with who comes now, though they cannot be found yet",
          "[sync]")
{
    ReferenceCentre centre;
    centre.givenPerson({{u"given_name"_s, u"Ann"_s}, {u"family_name"_s, u"Morris"_s}});
    SyncDesk desk(centre);
    desk.isSignedIn();
    REQUIRE(desk.sync());
    store::Store &store = desk.folder.desk().store();
    REQUIRE(store.awaitIndex());
    const auto index = store
                           .read([](store::Connection &connection) {
                               return Result<std::shared_ptr<store::PersonIndex>>(connection.personIndex());
                           })
                           .takeResult();
    REQUIRE(index);
    (*index)->setHeld(true); // as slow as can be

    const QJsonObject joan{
        {u"given_name"_s, u"Joan"_s},
        {u"family_name"_s, u"Hayward"_s},
        {u"date_of_birth"_s, u"1979-06-21"_s},
        {u"contact/a"_s,
         QJsonObject{{u"kind"_s, u"phone"_s}, {u"value"_s, u"07700 900123"_s}, {u"normalised"_s, u"+447700900123"_s}}}};
    bool isTyped = false;
    SECTION("pulled") {}
    SECTION("taken down on this desk")
    {
        isTyped = true;
    }
    if (isTyped)
        REQUIRE(await(services::PersonService(desk.folder.desk()).add(reeve::test::joan())));
    else
        centre.givenPerson(joan);
    REQUIRE(desk.sync());
    centre.givenPerson(joan);
    REQUIRE(desk.sync());
    (*index)->setHeld(false);
    services::DuplicateService duplicates(desk.folder.desk());
    CHECK(await(duplicates.waiting())->pairs.size() == 1);
}
