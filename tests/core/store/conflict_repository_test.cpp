// SPDX-License-Identifier: MIT
#include "core/store/conflict_repository.h"
#include "tests/core/store/test_desk.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace std::chrono_literals;
using store::ConflictRepository;
using store::Connection;
using store::FieldConflict;
using test::TestDesk;

namespace {

FieldConflict conflictOf(TestDesk &desk, domain::PersonId person)
{
    desk.clock().advance(1s);
    FieldConflict conflict;
    conflict.id = desk.ids().next<domain::ConflictTag>();
    conflict.person = person;
    conflict.field = u"family_name"_s;
    conflict.ours = u"Hayward"_s;
    conflict.theirs = u"Castleton"_s;
    conflict.ourAgent = u"asha"_s;
    conflict.theirAgent = u"ben"_s;
    conflict.raisedAt = desk.now();
    return conflict;
}

void put(TestDesk &desk, const FieldConflict &conflict)
{
    REQUIRE(desk.write([&](Connection &connection) { return ConflictRepository(connection).put(conflict); }));
}

} // namespace

TEST_CASE("a conflict keeps both values, of any shape", "[store]")
{
    TestDesk desk;
    FieldConflict conflict = conflictOf(desk, desk.ids().next<domain::PersonTag>());
    const auto [ours, theirs] = GENERATE(values<std::pair<QJsonValue, QJsonValue>>(
        {{u"Hayward"_s, u"Ca\"stle\\ton 😀"_s},
         {QJsonValue::Null, true},
         {QJsonArray{1, u"a"_s}, QJsonObject{{u"value"_s, u"07700 900123"_s}}},
         {u""_s, 1.5}}));
    conflict.ours = ours;
    conflict.theirs = theirs;
    put(desk, conflict);

    const auto read = ConflictRepository(desk.connection()).find(conflict.id).value();
    REQUIRE(read);
    CHECK(read->person == conflict.person);
    CHECK(read->field == conflict.field);
    CHECK(read->ours == ours);
    CHECK(read->theirs == theirs);
    CHECK(read->ourAgent == u"asha"_s);
    CHECK(read->theirAgent == u"ben"_s);
    CHECK(read->raisedAt == conflict.raisedAt);
    CHECK_FALSE(read->decidedAt.has_value());
    CHECK_FALSE(ConflictRepository(desk.connection()).find(desk.ids().next<domain::ConflictTag>()).value().has_value());
}

TEST_CASE("open conflicts are listed newest first until a person decides", "[store]")
{
    TestDesk desk;
    const auto joan = desk.ids().next<domain::PersonTag>();
    const FieldConflict first = conflictOf(desk, joan);
    const FieldConflict second = conflictOf(desk, desk.ids().next<domain::PersonTag>());
    put(desk, first);
    put(desk, second);

    const ConflictRepository conflicts(desk.connection());
    REQUIRE(conflicts.open().value().size() == 2);
    CHECK(conflicts.open().value()[0].id == second.id);
    CHECK(conflicts.openFor(joan).value().size() == 1);

    const Instant decided = desk.now();
    REQUIRE(
        desk.write([&](Connection &connection) { return ConflictRepository(connection).decide(first.id, decided); }));
    CHECK(conflicts.open().value().size() == 1);
    CHECK(conflicts.openFor(joan).value().empty());
    CHECK(conflicts.find(first.id).value()->decidedAt == decided);

    put(desk, first); // a late copy from the centre, still undecided there
    CHECK(conflicts.find(first.id).value()->decidedAt == decided);

    const auto unknown = desk.write([&](Connection &connection) {
        return ConflictRepository(connection).decide(desk.ids().next<domain::ConflictTag>(), decided);
    });
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::NotFound);
}
