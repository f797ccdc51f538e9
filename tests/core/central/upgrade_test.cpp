// SPDX-License-Identifier: MIT
// Each earlier version of the centre, with data in it, becomes the present one; or stays what it was.
#include "core/central/schema.h"
#include "tests/core/central/old_centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// Something in every table that desks fill: two people, one of them disputed, a call with what is restricted, an entry
// that nobody could read, one that waits, and a merge.
class FilledCentre
{
public:
    FilledCentre()
    {
        for (const domain::PersonId &person : {joan, other})
            REQUIRE(first.push({first.personCreated(
                person, {{u"family_name"_s, u"Hayward"_s}, {u"external_id"_s, person.toString()}})}));
        REQUIRE(first.push({first.personEdited(joan, 1, {{u"title"_s, u"Mrs"_s}}, {{u"title"_s, {}}})}));
        REQUIRE(second.push({second.personEdited(joan, 1, {{u"title"_s, u"Dr"_s}}, {{u"title"_s, {}}})}));
        domain::Interaction call = first.interaction(joan, u"asked about bins"_s);
        call.parties.push_back({first.ids().next<domain::PartyTag>(), domain::PartyRole::Caller, joan, {}});
        call.specialCategory.push_back({first.ids().next<domain::RestrictedItemTag>(),
                                        call.id,
                                        call.person,
                                        domain::SpecialCategory::Health,
                                        u"A9B"_s,
                                        u"S1P1"_s,
                                        {},
                                        u"uses a stick"_s,
                                        call.startedAt});
        REQUIRE(first.push({first.logged(call), first.entry(store::EntryKind::PersonCreated, "not JSON"),
                            first.noteAdded(first.ids().next<domain::InteractionTag>(), u"comes later"_s)}));
    }

    const Centre centre;
    TestDesk first{centre, u"asha"_s};
    TestDesk second{centre, u"sam"_s};
    const domain::PersonId joan{QUuid::createUuid()};
    const domain::PersonId other{QUuid::createUuid()};
};

} // namespace

TEST_CASE("a centre of each earlier version keeps every row and becomes what a fresh one is", "[central]")
{
    FilledCentre filled;
    const QStringList fresh = filled.centre.server().schema(filled.centre.database());
    REQUIRE(fresh.size() > 100);
    for (int version = 1; version < central::schemaVersion; ++version) {
        INFO("of version " << version);
        const OldCentre old(filled.centre, version);
        QMap<QString, QString> before;
        for (const QString &table : old.tables())
            before.insert(table, old.content(old.database(), table));
        REQUIRE_FALSE(before[u"person"_s].isEmpty());
        REQUIRE(before[u"person"_s] == old.content(filled.centre.database(), u"person"_s));

        const auto upgraded = old.upgrade();
        REQUIRE(upgraded);
        CHECK(upgraded->schemaVersion == central::schemaVersion);
        CHECK(old.schema() == fresh);
        for (const QString &table : old.tables()) {
            INFO(table.toStdString());
            if (table == u"audit_head"_s)
                continue; // moves on: the upgrade is a line of the audit
            for (const QString &row : before[table].split(u'\n', Qt::SkipEmptyParts))
                CHECK(old.content(old.database(), table).contains(row));
        }
    }
}

TEST_CASE("a desk of before goes on with a centre that was upgraded", "[central]")
{
    FilledCentre filled;
    constexpr int withDesks = 2;
    for (int version = withDesks; version < central::schemaVersion; ++version) {
        INFO("of version " << version);
        const OldCentre old(filled.centre, version);
        REQUIRE(old.upgrade());

        TestDesk &desk = filled.first;
        const auto gateway = central::makeGateway(filled.centre.server().uri(old.database(), u"nobody"_s));
        gateway->usePool(desk.enrolment.poolUser, desk.enrolment.poolPassword);
        const auto greeted =
            gateway->hello({desk.token, desk.device, desk.incarnation, desk.epoch, desk.highest, 0, 0, {}});
        REQUIRE(greeted);
        REQUIRE(greeted->device == desk.device);
        const auto people = gateway->firstLoad(desk.token, desk.device, {}, 100);
        REQUIRE(people);
        CHECK(people->people.size() == 2);
        CHECK(people->conflicts.size() == 1);
        const auto changes = gateway->pull(desk.token, desk.device, {}, 100);
        REQUIRE(changes);
        CHECK(changes->people.size() == 2);

        const auto sent =
            gateway->sendPush({desk.token,
                               desk.device,
                               greeted->incarnation,
                               {desk.personEdited(filled.other, 1, {{u"title"_s, u"Ms"_s}}, {{u"title"_s, {}}})}});
        REQUIRE(sent);
        const auto reply = gateway->receivePush();
        REQUIRE(reply);
        CHECK(reply->outcomes.front().state == store::EntryState::Sent);
        const auto next = gateway->pull(desk.token, desk.device, changes->next, 100);
        REQUIRE(next);
        REQUIRE(next->people.size() == 1);
        CHECK(next->people.front().id == filled.other);
    }
}

TEST_CASE("an upgrade that fails half-way leaves the centre as it was", "[central]")
{
    FilledCentre filled;
    const OldCentre old(filled.centre, 3);
    (void)old.sql(u"CREATE TABLE reeve.import_run (in_the_way text)"_s); // where migration 5 makes its own
    const QStringList before = old.schema();

    const auto upgraded = old.upgrade();
    REQUIRE_FALSE(upgraded);
    CHECK(old.schema() == before);
    CHECK(old.sql(u"SELECT max(version) FROM reeve.schema_version"_s) == u"3"_s);
    CHECK(old.content(old.database(), u"person"_s) == old.content(filled.centre.database(), u"person"_s));

    (void)old.sql(u"DROP TABLE reeve.import_run"_s);
    CHECK(old.upgrade());
}
