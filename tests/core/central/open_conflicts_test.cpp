// SPDX-License-Identifier: MIT
// A conflict that nobody has decided is seen by a desk that comes later, too.
#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// Three people, and two desks that have changed the title of each to something else.
struct Disputed
{
    Disputed()
    {
        for (domain::PersonId &person : people) {
            person = domain::PersonId(QUuid::createUuid());
            REQUIRE(first.push({first.personCreated(person, {{u"family_name"_s, u"Hayward"_s}})}));
        }
        std::ranges::sort(people, {}, [](const auto &person) { return person.uuid().toRfc4122(); });
        for (const domain::PersonId &person : people) {
            REQUIRE(first.push({first.personEdited(person, 1, {{u"title"_s, u"Mrs"_s}}, {{u"title"_s, {}}})}));
            const auto late =
                second.push({second.personEdited(person, 1, {{u"title"_s, u"Dr"_s}}, {{u"title"_s, {}}})});
            REQUIRE(late);
            REQUIRE(late->conflicts.size() == 1);
            conflicts.push_back(late->conflicts.front());
        }
    }

    // All of the first load, page by page: about whom there is something to decide.
    [[nodiscard]] static std::vector<domain::PersonId> undecidedFor(TestDesk &desk, int limit)
    {
        std::vector<domain::PersonId> about;
        QUuid after;
        for (bool isLast = false; !isLast;) {
            const auto page = desk.gateway().firstLoad(desk.token, desk.device, after, limit);
            REQUIRE(page);
            for (const store::FieldConflict &conflict : page->conflicts) {
                CHECK(conflict.field == u"title"_s);
                CHECK(conflict.ours == QJsonValue(u"Dr"_s));
                CHECK(conflict.theirs == QJsonValue(u"Mrs"_s));
                CHECK_FALSE(conflict.decidedAt);
                // With the page that brings the person, or on the last.
                CHECK((page->isLast ||
                       std::ranges::any_of(page->people, [&](const auto &row) { return row.id == conflict.person; })));
                about.push_back(conflict.person);
            }
            after = page->lastId;
            isLast = page->isLast;
        }
        return about;
    }

    Centre centre;
    TestDesk first{centre, u"asha"_s};
    TestDesk second{centre, u"sam"_s};
    std::array<domain::PersonId, 3> people;
    std::vector<store::FieldConflict> conflicts;
};

} // namespace

TEST_CASE("a desk that starts from nothing gets what nobody has decided yet, with the people", "[central]")
{
    Disputed disputed;
    TestDesk late(disputed.centre, u"dpo"_s);
    const std::vector<domain::PersonId> all(disputed.people.begin(), disputed.people.end());
    SECTION("on one page, or on one for each of them")
    {
        CHECK(Disputed::undecidedFor(late, 100) == all);
        CHECK(Disputed::undecidedFor(late, 1) == all);
    }
    SECTION("without what was decided before")
    {
        REQUIRE(disputed.first.push({disputed.first.personEdited(
            all[1], 2, {{u"title"_s, u"Dr"_s}}, {{u"title"_s, u"Mrs"_s}}, disputed.conflicts[1].id.toString())}));
        CHECK(Disputed::undecidedFor(late, 2) == std::vector{all[0], all[2]});
    }
    SECTION("and without what is about somebody who was erased, which the log does not bring either")
    {
        REQUIRE(disputed.first.pull());
        (void)disputed.centre.sql(
            u"UPDATE reeve.person SET removed = true, fields = '{}' WHERE id = '%1'"_s.arg(all[0].toString()));
        CHECK(Disputed::undecidedFor(late, 2) == std::vector{all[1], all[2]});
        (void)disputed.centre.sql(u"INSERT INTO reeve.change_log (kind, pk, person) SELECT 3, id, person FROM"
                                  " reeve.conflict"_s);
        const auto page = disputed.first.pull();
        REQUIRE(page);
        CHECK(page->conflicts.size() == 2);
    }
    SECTION("unless it may only deliver")
    {
        (void)disputed.centre.sql(
            u"UPDATE reeve.device SET status = 'push_only' WHERE id = '%1'"_s.arg(late.device.toString()));
        CHECK(late.gateway().firstLoad(late.token, late.device, {}, 10).error().code == ErrorCode::Denied);
    }
}

TEST_CASE("a desk that began without the open conflicts is told of them when the centre is brought up to date, once",
          "[central]")
{
    Disputed disputed;
    TestDesk early(disputed.centre, u"dpo"_s);
    const auto start = early.gateway().changeLogStart(early.token, early.device);
    REQUIRE(start);
    early.cursor = *start;
    const auto told = [&early] {
        const auto page = early.pull();
        REQUIRE(page);
        return page->conflicts.size();
    };
    (void)disputed.centre.sql(u"DELETE FROM reeve.setting WHERE name = 'open_conflicts_told'"_s); // of before
    REQUIRE(central::initCentral(disputed.centre.uri(), {}));
    CHECK(told() == 3);
    REQUIRE(central::initCentral(disputed.centre.uri(), {}));
    CHECK(told() == 0);
}
