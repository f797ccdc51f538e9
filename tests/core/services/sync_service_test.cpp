// SPDX-License-Identifier: MIT
#include "tests/core/services/running_sync.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using Link = services::SyncStatus::Link;

TEST_CASE("what is saved is sent by itself, told of or not, and the status says so", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    Running running(desk);
    running.service->start();
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Online && status.lastSyncAt; }));

    const auto ids = desk.logs(5);
    REQUIRE(running.eventually([](const auto &status) { return status.sent == 5 && status.waiting == 0; }));
    for (const auto &id : ids)
        CHECK(centre.timesApplied(id) == 1);
}

TEST_CASE("an outage is noticed, waited out and made good without anybody doing anything", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    Running running(desk);
    running.service->start();
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Online; }));

    running.gateway->isReachable = false;
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Offline; }));
    CHECK(running.service->status().offlineSince);
    static_cast<void>(desk.logs(3));
    REQUIRE(running.eventually([](const auto &status) { return status.waiting == 3; }));

    running.gateway->isReachable = true;
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Online && status.sent == 3; }));
    CHECK_FALSE(running.service->status().offlineSince);
}

TEST_CASE("a practised outage sends nothing until the plug is in again, then everything at once", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    Running running(desk);
    running.service->start();
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Online; }));

    running.service->practiseOutage(true);
    REQUIRE(running.eventually([](const auto &status) { return status.isPractisedOutage; }));
    CHECK(running.service->status().link == Link::Offline);
    static_cast<void>(desk.logs(2));
    running.service->noteLocalChange();
    REQUIRE(running.eventually([](const auto &status) { return status.waiting == 2; }));
    CHECK(centre.recordCount() == 0);

    running.service->practiseOutage(false);
    REQUIRE(running.eventually([](const auto &status) { return status.sent == 2; }));
}

TEST_CASE("signing in at the centre takes up the work that waited", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    static_cast<void>(desk.logs(1));
    Running running(desk);
    running.service->start();
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::SignInNeeded; }));

    auto wrong = running.service->signIn(crypto::Secret(QByteArrayView("wrong password")));
    REQUIRE(running.eventually([&](const auto &) { return wrong.isFinished(); }));
    CHECK(wrong.result().error().code == ErrorCode::SignInNeeded);

    auto right = running.service->signIn(crypto::Secret(QByteArrayView("central password")));
    REQUIRE(running.eventually([&](const auto &) { return right.isFinished(); }));
    CHECK(right.result());
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Online && status.sent == 1; }));
}

TEST_CASE("opening a person brings their timeline from the centre", "[sync]")
{
    ReferenceCentre centre;
    const auto id = centre.givenPerson({{u"family_name"_s, u"Hayward"_s}});
    SyncDesk desk(centre);
    desk.isSignedIn();
    domain::Interaction past = call(desk.folder.clock().now() - std::chrono::hours(30), u"asked about bins"_s);
    past.id = domain::InteractionId(desk.folder.desk().ids().next());
    past.person = id;
    past.notes[0].id = domain::NoteId(desk.folder.desk().ids().next());
    centre.givenInteraction(past, u"ben.okafor"_s);

    Running running(desk);
    int refreshed = 0;
    QObject::connect(running.service.get(), &services::SyncService::refreshed, running.service.get(),
                     [&](const domain::PersonId &person) { refreshed += person == id ? 1 : 0; });
    running.service->start();
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Online && status.people == 1; }));
    running.service->openPerson(id);
    REQUIRE(running.eventually([&](const auto &) { return refreshed == 1; }));
    const auto timeline = await(services::InteractionService(desk.folder.desk()).timeline(id, 10));
    REQUIRE(timeline);
    REQUIRE(timeline->size() == 1);
    CHECK(timeline->front().isSent);
}

TEST_CASE("a desk is known to show a sample council once its first people have come", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    Running running(desk);
    running.service->start();
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Online && status.lastSyncAt; }));
    CHECK_FALSE(desk.folder.desk().isDemo());
    static_cast<void>(centre.givenPerson({{u"family_name"_s, u"Hayward"_s}, {u"is_demo"_s, true}}));
    REQUIRE(running.eventually([](const auto &status) { return status.people == 1; }));
    CHECK(desk.folder.desk().isDemo());
}

TEST_CASE("a held mass removal is shown, and done once a person allows it", "[sync]")
{
    ReferenceCentre centre;
    std::vector<domain::PersonId> people;
    for (int n = 0; n < 60; ++n)
        people.push_back(centre.givenPerson({{u"family_name"_s, u"Hayward"_s}}));
    SyncDesk desk(centre);
    desk.isSignedIn();
    Running running(desk);
    running.service->start();
    REQUIRE(running.eventually([](const auto &status) { return status.people == 60; }));
    for (int n = 0; n < 30; ++n)
        centre.removePerson(people[std::size_t(n)]);
    REQUIRE(running.eventually([](const auto &status) { return status.removalsHeld == 30; }));
    CHECK(running.service->status().link == Link::Refused);
    running.service->allowRemovals();
    REQUIRE(running.eventually([](const auto &status) { return status.people == 30 && status.removalsHeld == 0; }));
}

TEST_CASE("the service stops in the middle of the work, and nothing is lost", "[sync]")
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    const auto ids = desk.logs(3000);
    {
        Running running(desk);
        running.service->start();
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
    }
    const auto summary = desk.sync();
    REQUIRE(summary);
    CHECK(desk.counts().waiting == 0);
    for (const auto &id : ids)
        CHECK(centre.timesApplied(id) == 1);
}
