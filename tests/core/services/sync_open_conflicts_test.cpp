// SPDX-License-Identifier: MIT
// A conflict is shown by every desk until somebody has decided it: by those that come later, too.
#include "tests/core/services/sync_desk.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<services::AttentionItem> attentionOf(const SyncDesk &desk)
{
    services::SyncService service(desk.folder.desk(), std::make_unique<ReferenceGateway>(desk.centre));
    const auto items = await(service.attention());
    REQUIRE(items);
    return *items;
}

// Two desks know one person; the first of them is about to send a name that is another one at the centre by now.
struct Disputed
{
    Disputed() : id(centre.givenPerson({{u"family_name"_s, u"Hayward"_s}, {u"known_as"_s, u"Jo"_s}}))
    {
        for (SyncDesk *desk : {&first, &second}) {
            desk->isSignedIn();
            REQUIRE(desk->sync());
        }
        const domain::Person before = *first.person(id);
        domain::Person after = before;
        after.knownAs = u"Joanie"_s;
        REQUIRE(await(services::PersonService(first.folder.desk()).edit(before, after)));
        centre.editPerson(id, {{u"known_as"_s, u"Jojo"_s}});
    }

    [[nodiscard]] static qint64 undecided(SyncDesk &desk)
    {
        const auto summary = desk.sync();
        REQUIRE(summary);
        return summary->needsAttention;
    }

    ReferenceCentre centre;
    domain::PersonId id;
    SyncDesk first{centre};
    SyncDesk second{centre};
};

} // namespace

TEST_CASE("a new desk shows what nobody has decided, and decides it", "[sync]")
{
    Disputed disputed;
    REQUIRE(Disputed::undecided(disputed.first) == 1);
    SyncDesk late(disputed.centre);
    late.isSignedIn();

    SECTION("which was raised before it came")
    {
        CHECK(Disputed::undecided(late) == 1);
        const auto items = attentionOf(late);
        REQUIRE(items.size() == 1);
        REQUIRE(items.front().conflict);
        CHECK(items.front().conflict->ours == u"Joanie"_s);
        CHECK(items.front().conflict->theirs == u"Jojo"_s);
        CHECK(items.front().personName.contains(u"Hayward"));
    }
    SECTION("and nothing that somebody has")
    {
        disputed.centre.decideConflicts(disputed.centre.now + std::chrono::seconds(1));
        CHECK(Disputed::undecided(late) == 0);
    }
    SECTION("nor what is about somebody who was erased")
    {
        disputed.centre.removePerson(disputed.id);
        CHECK(Disputed::undecided(late) == 0);
        CHECK(Disputed::undecided(disputed.second) == 0);
    }
}

TEST_CASE("a desk that reads all again shows what is open there, and nothing else", "[sync]")
{
    Disputed disputed;
    SECTION("a conflict that was decided before the centre went back")
    {
        REQUIRE(Disputed::undecided(disputed.first) == 1);
        REQUIRE(Disputed::undecided(disputed.second) == 1);
        disputed.centre.decideConflicts(disputed.centre.now + std::chrono::seconds(1));
        disputed.centre.restore(disputed.centre.backup(), true);
        CHECK(Disputed::undecided(disputed.second) == 0);
        CHECK(attentionOf(disputed.second).empty());
    }
    SECTION("a conflict that the centre has lost, until its desk has sent it again")
    {
        const auto backup = disputed.centre.backup();
        REQUIRE(Disputed::undecided(disputed.first) == 1);
        REQUIRE(Disputed::undecided(disputed.second) == 1);
        disputed.centre.restore(backup, true);
        CHECK(Disputed::undecided(disputed.second) == 0);
        CHECK(Disputed::undecided(disputed.first) == 1);
        CHECK(Disputed::undecided(disputed.second) == 1);
    }
    SECTION("a conflict whose decision the centre has lost")
    {
        REQUIRE(Disputed::undecided(disputed.first) == 1);
        const auto backup = disputed.centre.backup();
        disputed.centre.decideConflicts(disputed.centre.now + std::chrono::seconds(1));
        REQUIRE(Disputed::undecided(disputed.second) == 0);
        disputed.centre.restore(backup, true);
        CHECK(Disputed::undecided(disputed.second) == 1);
    }
    SECTION("a conflict that is still open there")
    {
        REQUIRE(Disputed::undecided(disputed.first) == 1);
        REQUIRE(Disputed::undecided(disputed.second) == 1);
        disputed.centre.restore(disputed.centre.backup(), true);
        CHECK(Disputed::undecided(disputed.second) == 1);
        CHECK(Disputed::undecided(disputed.first) == 1);
    }
}

TEST_CASE("a decision stays made here, unless the centre's value has changed since", "[sync]")
{
    Disputed disputed;
    REQUIRE(Disputed::undecided(disputed.first) == 1);
    SyncDesk &desk = disputed.first;
    store::FieldConflict conflict = *attentionOf(desk).front().conflict;
    const auto put = [&desk](const store::FieldConflict &copy) {
        REQUIRE(desk.folder.write(
            [copy](store::Connection &connection) { return store::ConflictRepository(connection).put(copy); }));
    };
    REQUIRE(desk.folder.write([&](store::Connection &connection) {
        return store::ConflictRepository(connection).decide(conflict.id, desk.folder.clock().now());
    }));
    put(conflict); // an answer that was on its way
    CHECK(attentionOf(desk).empty());
    conflict.theirs = u"Jojobet"_s;
    put(conflict);
    REQUIRE(attentionOf(desk).size() == 1);
    CHECK(attentionOf(desk).front().conflict->theirs == u"Jojobet"_s);
}
