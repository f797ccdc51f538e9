// SPDX-License-Identifier: MIT
#include "core/services/sync/people_to_open.h"
#include "core/services/sync/sync_work.h"
#include "core/store/interaction_repository.h"
#include "tests/core/services/running_sync.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using Link = services::SyncStatus::Link;

namespace {

// People with one interaction each at the centre, and who of them was refreshed at the desk.
struct Opening
{
    explicit Opening(int count) : desk(centre), running(desk)
    {
        for (int n = 0; n < count; ++n) {
            people.push_back(centre.givenPerson({{u"family_name"_s, u"Hayward"_s}}));
            auto past = call(desk.folder.clock().now() - std::chrono::hours(30), u"asked about bins"_s);
            past.id = desk.folder.desk().ids().next<domain::InteractionTag>();
            past.person = people.back();
            past.notes[0].id = desk.folder.desk().ids().next<domain::NoteTag>();
            centre.givenInteraction(past, u"ben.okafor"_s);
        }
        QObject::connect(running.service.get(), &services::SyncService::refreshed, running.service.get(),
                         [this](const domain::PersonId &person) { refreshed.push_back(person); });
    }

    void goesOffline()
    {
        running.gateway->isReachable = false;
        REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Offline; }));
    }
    // Until everything asked for before was answered, one way or the other.
    void isDone()
    {
        const auto last =
            running.service->reveal(desk.folder.desk().ids().next<domain::RestrictedItemTag>(), u"to wait for"_s);
        REQUIRE(running.eventually([&](const auto &) { return last.isFinished(); }));
    }

    ReferenceCentre centre;
    SyncDesk desk;
    Running running;
    std::vector<domain::PersonId> people;
    std::vector<domain::PersonId> refreshed;
};

} // namespace

TEST_CASE("a person opened while the centre was away is refreshed at the next contact", "[sync]")
{
    Opening opening(2);
    opening.desk.isSignedIn();
    opening.running.service->start();
    REQUIRE(opening.running.eventually([](const auto &status) { return status.people == 2; }));

    SECTION("after an outage")
    {
        opening.goesOffline();
        opening.running.service->openPerson(opening.people[0]);
        opening.isDone();
        CHECK(opening.refreshed.empty());
        opening.running.gateway->isReachable = true;
    }
    SECTION("after a practised one")
    {
        opening.running.service->practiseOutage(true);
        opening.running.service->openPerson(opening.people[0]);
        opening.isDone();
        CHECK(opening.refreshed.empty());
        opening.running.service->practiseOutage(false);
    }
    SECTION("when the outage is noticed in the middle of asking")
    {
        opening.running.gateway->faults = [isFirst = true](ReferenceGateway::At at) mutable {
            if (at != ReferenceGateway::At::Open || !std::exchange(isFirst, false))
                return Fault{};
            return Fault{Fault::Kind::LoseReply, ErrorCode::Offline};
        };
        opening.running.service->openPerson(opening.people[0]);
        opening.isDone();
        CHECK(opening.refreshed.empty());
        opening.goesOffline();
        opening.running.gateway->isReachable = true;
    }
    REQUIRE(opening.running.eventually([&](const auto &) { return !opening.refreshed.empty(); }));
    CHECK(opening.refreshed == std::vector{opening.people[0]});
    opening.isDone();
    CHECK(opening.refreshed.size() == 1);
    CHECK(await(services::InteractionService(opening.desk.folder.desk()).timeline(opening.people[0], 5))->size() == 1);
}

TEST_CASE("a person opened before anybody has signed in is refreshed once somebody has", "[sync]")
{
    Opening opening(1);
    opening.running.service->start();
    REQUIRE(opening.running.eventually([](const auto &status) { return status.link == Link::SignInNeeded; }));
    opening.running.service->openPerson(opening.people[0]);
    opening.isDone();
    static_cast<void>(opening.running.service->signIn(crypto::Secret(QByteArrayView("central password"))));
    REQUIRE(opening.running.eventually([&](const auto &) { return opening.refreshed.size() == 1; }));
}

TEST_CASE("of the people opened meanwhile only the last few are remembered, each once", "[sync]")
{
    TestClock clock;
    IdSource ids(clock, 3);
    services::PeopleToOpen people;
    std::vector<domain::PersonId> all;
    for (int n = 0; n < 30; ++n) {
        all.push_back(ids.next<domain::PersonTag>());
        people.add(all.back());
    }
    people.add(all[15]);
    people.remove(all[20]);
    const auto taken = people.takeAll();
    REQUIRE(taken.size() == services::PeopleToOpen::most - 1);
    CHECK(taken.front() == all[10]);
    CHECK(taken.back() == all[15]);
    CHECK(std::count(taken.begin(), taken.end(), all[15]) == 1);
    CHECK(std::count(taken.begin(), taken.end(), all[20]) == 0);
    CHECK(people.takeAll().empty());
}

TEST_CASE("what was said long ago with somebody who was opened just now is still there when the centre is away",
          "[sync]")
{
    Opening opening(1);
    const domain::PersonId joan = opening.people.front();
    auto past = call(opening.desk.folder.clock().now() - std::chrono::days(200), u"asked about a ramp"_s);
    past.id = opening.desk.folder.desk().ids().next<domain::InteractionTag>();
    past.person = joan;
    past.notes[0].id = opening.desk.folder.desk().ids().next<domain::NoteTag>();
    opening.centre.givenInteraction(past, u"ben.okafor"_s);
    opening.desk.isSignedIn();
    opening.running.service->start();
    REQUIRE(opening.running.eventually([](const auto &status) { return status.people == 1; }));
    opening.running.service->openPerson(joan);
    opening.isDone();
    const auto lines = [&](std::chrono::days later) {
        const Instant now = opening.desk.folder.clock().now() + later;
        REQUIRE(opening.desk.folder.write([&](store::Connection &connection) {
            return services::purgeOld(connection, opening.desk.folder.desk().policy(), now);
        }));
        return opening.desk.folder
            .write([&](store::Connection &connection) {
                return store::InteractionRepository(connection).timeline(joan, 10);
            })
            .value()
            .size();
    };
    CHECK(lines(std::chrono::days(0)) == 2);
    CHECK(lines(std::chrono::days(13)) == 2);
    CHECK(lines(std::chrono::days(15)) == 0);
}
