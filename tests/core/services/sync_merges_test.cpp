// SPDX-License-Identifier: MIT
// Merges and erasures at real desks, when the centre goes back in time or work waits.
#include "core/services/person/merge/merge_service.h"
#include "core/services/person/person_service.h"
#include "core/services/sync/sync_work.h"
#include "core/store/merge_repository.h"

#include "tests/core/services/sync_desk.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using domain::PersonId;

namespace {

PersonId shownFor(const SyncDesk &desk, PersonId record)
{
    const auto survivor = desk.folder.write(
        [record](store::Connection &connection) { return store::MergeRepository(connection).survivorOf(record); });
    REQUIRE(survivor);
    return *survivor;
}

// Two desks, two records of one woman, and a backup of the centre from before the first desk has merged them.
class TwoDesks final
{
public:
    TwoDesks()
    {
        for (SyncDesk *desk : {&first, &second}) {
            desk->isSignedIn();
            REQUIRE(desk->sync());
        }
        backup = centre.backup();
        services::MergeRequest request;
        request.survivor = joan;
        request.absorbed = joanna;
        const auto merged = await(services::MergeService(first.folder.desk()).merge(request));
        REQUIRE(merged);
        merge = *merged;
    }

    ReferenceCentre centre;
    PersonId joan = centre.givenPerson({{u"given_name"_s, u"Joan"_s}, {u"family_name"_s, u"Hayward"_s}});
    PersonId joanna = centre.givenPerson({{u"given_name"_s, u"Joanna"_s}, {u"family_name"_s, u"O'Brien"_s}});
    SyncDesk first{centre};
    SyncDesk second{centre};
    ReferenceCentre::State backup;
    domain::MergeEventId merge;
};

} // namespace

TEST_CASE("a merge that a restored centre does not have, and that nobody tells again, is shown no more",
          "[sync][merge]")
{
    TwoDesks council;
    REQUIRE(council.first.sync());
    REQUIRE(council.second.sync());
    REQUIRE(shownFor(council.second, council.joanna) == council.joan);

    council.centre.restore(council.backup, true);
    REQUIRE(council.second.sync()); // the first is a burnt-out laptop
    CHECK(shownFor(council.second, council.joanna) == council.joanna);
    const auto hits = await(services::PersonService(council.second.folder.desk()).search(u"o'brien"_s, 10));
    REQUIRE(hits);
    REQUIRE(hits->size() == 1);
    CHECK(hits->front().id == council.joanna);

    SECTION("and is shown again when the desk that made it comes after all")
    {
        REQUIRE(council.first.sync());
        CHECK(shownFor(council.first, council.joanna) == council.joan);
        REQUIRE(council.second.sync());
        CHECK(shownFor(council.second, council.joanna) == council.joan);
    }
}

TEST_CASE("a merge that a restored centre still has stays, and so does one that waits here", "[sync][merge]")
{
    TwoDesks council;
    SECTION("told before the backup")
    {
        REQUIRE(council.first.sync());
        REQUIRE(council.second.sync());
        const auto later = council.centre.backup();
        council.centre.restore(later, true);
        REQUIRE(council.second.sync());
        CHECK(shownFor(council.second, council.joanna) == council.joan);
    }
    SECTION("made here, and not safe yet")
    {
        const auto readAgain = [&council] { // and the reading brings nothing
            REQUIRE(council.first.folder.write([](store::Connection &connection) -> Result<> {
                const store::MergeRepository merges(connection);
                const auto forgotten = merges.forgetConfirmations();
                return forgotten ? merges.removeUnknown() : forgotten;
            }));
        };
        readAgain();
        CHECK(shownFor(council.first, council.joanna) == council.joan);
        council.first.folder.makeAllSafe();
        readAgain();
        CHECK(shownFor(council.first, council.joanna) == council.joanna);
    }
}

TEST_CASE("whoever is erased while work about them waits goes when that was answered for, whatever work it is",
          "[sync]")
{
    ReferenceCentre centre;
    const auto id = centre.givenPerson({{u"family_name"_s, u"Hayward"_s}});
    const auto other = centre.givenPerson({{u"family_name"_s, u"Newcombe"_s}});
    SyncDesk desk(centre);
    desk.isSignedIn();
    REQUIRE(desk.sync());
    SECTION("a call")
    {
        domain::Interaction spoken = call(desk.folder.clock().now(), u"asked about bins"_s);
        spoken.person = id;
        REQUIRE(await(services::InteractionService(desk.folder.desk()).log({spoken})));
    }
    SECTION("a merge")
    {
        services::MergeRequest request;
        request.survivor = id;
        request.absorbed = other;
        REQUIRE(await(services::MergeService(desk.folder.desk()).merge(request)));
    }
    const auto entries = desk.folder.outbox();
    REQUIRE(entries.size() == 1);
    REQUIRE(desk.folder.write([id](store::Connection &connection) {
        return store::PersonRepository(connection).applyPulled(std::vector<store::PulledPerson>{{id, 2, {}, true}});
    }));
    const auto isKept = [&desk, id] {
        const auto kept = desk.folder.write(
            [id](store::Connection &connection) { return store::PersonRepository(connection).findOwn(id); });
        REQUIRE(kept);
        return kept->has_value();
    };
    CHECK(isKept());

    sync::PushReply reply;
    reply.transaction = 100;
    reply.outcomes.push_back({entries.front().sequence, store::EntryState::Sent, {}, 0});
    REQUIRE(desk.folder.write(
        [&](store::Connection &connection) { return services::storeOutcomes(connection, entries, reply); }));
    CHECK_FALSE(isKept());
}
