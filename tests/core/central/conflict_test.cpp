// SPDX-License-Identifier: MIT
#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using store::EntryState;

namespace {

// Two desks that know one person at revision 1.
struct TwoDesks
{
    Centre centre;
    TestDesk first{centre, u"asha"_s};
    TestDesk second{centre, u"sam"_s};
    domain::PersonId person = first.ids().next<domain::PersonTag>();

    TwoDesks()
    {
        REQUIRE(first.push({first.personCreated(
            person, {{u"given_name"_s, u"Joan"_s}, {u"family_name"_s, u"Hayward"_s}, {u"known_as"_s, u"Jo"_s}})}));
        REQUIRE(first.pull());
        REQUIRE(second.pull());
    }
    QJsonObject fields() const { return central::showPerson(centre.uri(), {}, person)->value(u"fields"_s).toObject(); }
};

} // namespace

TEST_CASE("edits of different fields merge", "[central]")
{
    TwoDesks both;
    REQUIRE(both.first.push(
        {both.first.personEdited(both.person, 1, {{u"given_name"_s, u"Joanna"_s}}, {{u"given_name"_s, u"Joan"_s}})}));
    const auto reply = both.second.push(
        {both.second.personEdited(both.person, 1, {{u"family_name"_s, u"Hay"_s}, {u"known_as"_s, QJsonValue::Null}},
                                  {{u"family_name"_s, u"Hayward"_s}, {u"known_as"_s, u"Jo"_s}})});
    REQUIRE(reply);
    CHECK(reply->outcomes[0].state == EntryState::Sent);
    CHECK(reply->outcomes[0].revision == 3);
    CHECK(reply->conflicts.empty());
    CHECK(both.fields() == QJsonObject{{u"given_name"_s, u"Joanna"_s}, {u"family_name"_s, u"Hay"_s}});
}

TEST_CASE("the same value set twice is no conflict and no change", "[central]")
{
    TwoDesks both;
    const auto edit = [&](TestDesk &desk) {
        return desk.push(
            {desk.personEdited(both.person, 1, {{u"given_name"_s, u"Joanna"_s}}, {{u"given_name"_s, u"Joan"_s}})});
    };
    REQUIRE(edit(both.first));
    const auto reply = edit(both.second);
    REQUIRE(reply);
    CHECK(reply->outcomes[0].state == EntryState::Sent);
    CHECK(reply->outcomes[0].revision == 2);
}

TEST_CASE("a desk may edit again what it has just edited, before it has heard of the new revision", "[central]")
{
    TwoDesks both;
    const auto reply = both.first.push(
        {both.first.personEdited(both.person, 1, {{u"title"_s, u"Mrs"_s}}, {{u"title"_s, QJsonValue::Null}}),
         both.first.personEdited(both.person, 1, {{u"title"_s, u"Dr"_s}}, {{u"title"_s, u"Mrs"_s}})});
    REQUIRE(reply);
    CHECK(reply->outcomes[1].state == EntryState::Sent);
    CHECK(both.fields().value(u"title"_s).toString() == u"Dr"_s);
}

TEST_CASE("a field changed by two desks is a conflict with both values, seen by every desk, decided once", "[central]")
{
    TwoDesks both;
    REQUIRE(both.first.push(
        {both.first.personEdited(both.person, 1, {{u"given_name"_s, u"Joanna"_s}}, {{u"given_name"_s, u"Joan"_s}})}));
    const auto late = both.second.personEdited(both.person, 1, {{u"given_name"_s, u"June"_s}, {u"title"_s, u"Ms"_s}},
                                               {{u"given_name"_s, u"Joan"_s}, {u"title"_s, QJsonValue::Null}});
    const auto reply = both.second.push({late});
    REQUIRE(reply);
    CHECK(reply->outcomes[0].state == EntryState::Conflict);
    REQUIRE(reply->conflicts.size() == 1);
    const store::FieldConflict &conflict = reply->conflicts[0];
    CHECK(conflict.person == both.person);
    CHECK(conflict.field == u"given_name"_s);
    CHECK(conflict.ours == QJsonValue(u"June"_s));
    CHECK(conflict.theirs == QJsonValue(u"Joanna"_s));
    CHECK(conflict.ourAgent == u"sam"_s);
    CHECK(conflict.theirAgent == u"asha"_s);
    CHECK(both.fields().value(u"given_name"_s).toString() == u"Joanna"_s); // nobody wins by being last
    CHECK(both.fields().value(u"title"_s).toString() == u"Ms"_s);          // what did not clash is there

    const auto seen = both.first.pull();
    REQUIRE(seen);
    REQUIRE(seen->conflicts.size() == 1);
    CHECK(seen->conflicts[0].id == conflict.id);
    CHECK_FALSE(seen->conflicts[0].decidedAt);

    const auto repeated = both.second.push({late});
    REQUIRE(repeated);
    CHECK(repeated->outcomes[0].state == EntryState::Conflict);
    CHECK(repeated->conflicts.size() == 1);

    SECTION("the late value is taken")
    {
        const auto decided = both.first.push({both.first.personEdited(
            both.person, 2, {{u"given_name"_s, u"June"_s}}, {{u"given_name"_s, u"Joanna"_s}}, conflict.id.toString())});
        REQUIRE(decided);
        CHECK(decided->outcomes[0].state == EntryState::Sent);
        CHECK(both.fields().value(u"given_name"_s).toString() == u"June"_s);
        CHECK(both.centre.sql(u"SELECT count(*) FROM reeve.conflict WHERE decided_at IS NOT NULL"_s) == u"1"_s);
        const auto told = both.second.pull();
        REQUIRE(told);
        REQUIRE(told->conflicts.size() == 1);
        CHECK(told->conflicts[0].decidedAt);
    }
    SECTION("the value there is kept")
    {
        REQUIRE(both.first.push({both.first.personEdited(both.person, 2, {}, {}, conflict.id.toString())}));
        CHECK(both.fields().value(u"given_name"_s).toString() == u"Joanna"_s);
        CHECK(both.centre.sql(u"SELECT decided_by FROM reeve.conflict"_s) == u"asha"_s);
    }
    SECTION("it changed once more before it was decided: whoever decides has to see that")
    {
        REQUIRE(both.first.push({both.first.personEdited(both.person, 3, {{u"given_name"_s, u"Jean"_s}},
                                                         {{u"given_name"_s, u"Joanna"_s}})}));
        const auto decided = both.second.push({both.second.personEdited(
            both.person, 2, {{u"given_name"_s, u"June"_s}}, {{u"given_name"_s, u"Joanna"_s}}, conflict.id.toString())});
        REQUIRE(decided);
        CHECK(decided->outcomes[0].state == EntryState::Conflict);
        REQUIRE(decided->conflicts.size() == 1);
        CHECK(decided->conflicts[0].theirs == QJsonValue(u"Jean"_s));
        CHECK(both.fields().value(u"given_name"_s).toString() == u"Jean"_s);
    }
    CHECK(both.centre.sql(u"SELECT count(*) FROM reeve.conflict"_s) == u"1"_s);
}

TEST_CASE("a removed person does not come back with a late edit", "[central]")
{
    TwoDesks both;
    (void)both.centre.sql(u"UPDATE reeve.person SET removed = true, fields = '{}', revision = 2"_s);
    const auto reply = both.first.push(
        {both.first.personEdited(both.person, 1, {{u"title"_s, u"Mrs"_s}}, {{u"title"_s, QJsonValue::Null}})});
    REQUIRE(reply);
    CHECK(reply->outcomes[0].state == EntryState::Quarantined);
    CHECK(reply->outcomes[0].code == u"person_removed"_s);
}
