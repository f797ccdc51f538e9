// SPDX-License-Identifier: MIT
#include "core/store/note_search.h"

#include "core/store/interaction_repository.h"
#include "core/store/migrator.h"
#include "core/store/note_index.h"
#include "tests/core/store/support/sealed_file_fixture.h"
#include "tests/core/store/test_desk.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using namespace std::chrono_literals;
using domain::Interaction;
using store::Connection;
using store::InteractionRepository;
using store::NoteIndex;
using store::NoteMatch;
using store::NoteWord;

namespace {

Interaction callWith(TestDesk &desk, const QString &note)
{
    desk.clock().advance(1min);
    Interaction call;
    call.id = desk.ids().next<domain::InteractionTag>();
    call.startedAt = desk.now();
    call.reasons = {u"lgsl:524"_s};
    call.notes = {{desk.ids().next<domain::NoteTag>(), note, desk.now()}};
    return call;
}

// As the centre sends it: taken in with the next step.
Interaction stored(TestDesk &desk, const QString &note)
{
    const Interaction call = callWith(desk, note);
    REQUIRE(desk.write([&](Connection &c) { return InteractionRepository(c).insert(call, {}, true); }));
    return call;
}

// As it is logged at the desk: known by its entry alone.
void logged(TestDesk &desk, const Interaction &call)
{
    REQUIRE(desk.write([&](Connection &c) -> Result<> {
        if (const auto inserted = InteractionRepository(c).insert(call, u"asha"_s, false); !inserted)
            return inserted;
        store::OutboxEntry entry;
        entry.id = domain::EntryId(call.id.uuid());
        entry.kind = store::EntryKind::InteractionLogged;
        entry.aggregate = call.id.uuid();
        entry.payload = "{}";
        entry.agent = u"asha"_s;
        if (const auto queued = store::Outbox(c).append(entry); !queued)
            return fail(queued);
        return {};
    }));
}

void takeIn(TestDesk &desk)
{
    for (bool isMore = true; isMore;)
        isMore = desk.write([](Connection &c) { return NoteIndex(c).step(); }).value();
}

std::vector<NoteMatch> found(TestDesk &desk, const std::vector<NoteWord> &words, int limit = 10)
{
    return store::NoteSearch(desk.connection()).search(words, limit).value();
}

} // namespace

TEST_CASE("a note is found by its words, whatever their case and accents, and by the beginning of one", "[notes]")
{
    TestDesk desk;
    const Interaction fox = stored(desk, u"Saw a fox by the café bins,\nasked for a bigger bin"_s);
    static_cast<void>(stored(desk, u"Council tax, direct debit"_s));
    takeIn(desk);

    REQUIRE(found(desk, {{u"FOX"_s}}).size() == 1);
    const auto matches = found(desk, {{u"cafe"_s}, {u"big"_s, true}});
    REQUIRE(matches.size() == 1);
    CHECK(matches.front().interaction == fox.id);
    CHECK(matches.front().startedAt == fox.startedAt);
    CHECK(matches.front().snippet == u"Saw a fox by the café bins, asked for a bigger bin"_s);
    REQUIRE(matches.front().marks.size() == 2);
    CHECK(matches.front().snippet.mid(matches.front().marks[0].begin, matches.front().marks[0].length) == u"café"_s);
    CHECK(matches.front().snippet.mid(matches.front().marks[1].begin, matches.front().marks[1].length) == u"bigger"_s);

    CHECK(found(desk, {{u"big"_s}}).empty());               // not typed as half a word
    CHECK(found(desk, {{u"fox"_s}, {u"debit"_s}}).empty()); // every word must stand there
}

TEST_CASE("the newest are found first, and reasons that a word means count as the word", "[notes]")
{
    TestDesk desk;
    const Interaction first = stored(desk, u"one"_s);
    const Interaction second = stored(desk, u"two"_s);
    takeIn(desk);
    const auto matches = found(desk, {{u"bin"_s, false, {u"lgsl:524"_s}}});
    REQUIRE(matches.size() == 2);
    CHECK(matches[0].interaction == second.id);
    CHECK(matches[1].interaction == first.id);
    CHECK(matches[0].reasons == second.reasons);
    CHECK(found(desk, {{u"bin"_s, false, {u"lgsl:524"_s}}}, 1).size() == 1);
    CHECK(found(desk, {{u"bin"_s, false, {u"lgsl:52"_s}}}).empty());
}

TEST_CASE("what is logged here is found by its entry, also once the entry is purged", "[notes]")
{
    TestDesk desk;
    const Interaction call = callWith(desk, u"heron on the roof"_s);
    logged(desk, call);
    CHECK(found(desk, {{u"heron"_s}}).empty());
    CHECK(NoteIndex(desk.connection()).behind() == 1);

    SECTION("as it is") {}
    SECTION("purged before it was looked at")
    {
        REQUIRE(desk.connection().execute(u"DELETE FROM outbox"_s));
    }
    takeIn(desk);
    CHECK(NoteIndex(desk.connection()).behind() == 0);
    CHECK(found(desk, {{u"heron"_s}}).size() == 1);
}

TEST_CASE("a note that is added or an interaction that is sent again is found as it is now", "[notes]")
{
    TestDesk desk;
    Interaction call = stored(desk, u"heron"_s);
    takeIn(desk);
    call.notes.push_back({desk.ids().next<domain::NoteTag>(), u"it was a stork"_s, desk.now() + 1min});
    REQUIRE(desk.write([&](Connection &c) { return InteractionRepository(c).insert(call, {}, true); }));
    takeIn(desk);
    takeIn(desk);
    const auto matches = found(desk, {{u"heron"_s}, {u"stork"_s}});
    REQUIRE(matches.size() == 1);
    CHECK(matches.front().snippet == u"heron it was a stork"_s);
    CHECK(desk.number(u"SELECT count(*) FROM note_search"_s) == 1);
}

TEST_CASE("many interactions of one millisecond are all found", "[notes]")
{
    TestDesk desk;
    Interaction call = callWith(desk, u"heron"_s);
    for (int i = 0; i < 3; ++i) {
        call.id = desk.ids().next<domain::InteractionTag>();
        call.notes.front().id = desk.ids().next<domain::NoteTag>();
        logged(desk, call);
    }
    takeIn(desk);
    CHECK(found(desk, {{u"heron"_s}}).size() == 3);
}

TEST_CASE("an interaction that goes is not found, and its words are gone from the store", "[notes]")
{
    TestDesk desk;
    static_cast<void>(stored(desk, u"heron"_s));
    const Interaction kept = stored(desk, u"stork"_s);
    takeIn(desk);
    REQUIRE(desk.bytesOfDatabase().contains("heron"));
    REQUIRE(desk.write([&](Connection &c) { return InteractionRepository(c).purge(kept.startedAt); }));
    CHECK(found(desk, {{u"heron"_s}}).empty());
    CHECK(found(desk, {{u"stork"_s}}).size() == 1);

    REQUIRE(desk.write([](Connection &c) { return NoteIndex(c).compact(); }));
    CHECK_FALSE(desk.bytesOfDatabase().contains("heron"));
    CHECK(found(desk, {{u"stork"_s}}).size() == 1);
    CHECK(desk.connection().execute(u"INSERT INTO note_search (note_search) VALUES ('integrity-check')"_s));
}

TEST_CASE("what a restricted item says is in no index", "[notes]")
{
    TestDesk desk;
    Interaction call = callWith(desk, u"rang about the bin"_s);
    domain::SpecialCategoryItem item;
    item.id = desk.ids().next<domain::RestrictedItemTag>();
    item.category = domain::SpecialCategory::Health;
    item.detail = u"epilepsy"_s;
    item.notedAt = call.startedAt;
    call.specialCategory.push_back(item);
    REQUIRE(desk.write([&](Connection &c) { return InteractionRepository(c).insert(call, {}, true); }));
    takeIn(desk);
    CHECK(found(desk, {{u"bin"_s}}).size() == 1);
    CHECK(found(desk, {{u"epilepsy"_s}}).empty());
    CHECK_FALSE(desk.bytesOfDatabase().contains("epilepsy"));
}

TEST_CASE("whatever is asked is text", "[notes]")
{
    TestDesk desk;
    static_cast<void>(stored(desk, u"don't AND won't"_s));
    takeIn(desk);
    CHECK(found(desk, {{u"don't"_s}}).size() == 1);
    CHECK(found(desk, {{u"AND"_s}, {u"won't"_s}}).size() == 1);
    for (const QString &hostile :
         {u"\""_s, u"\"\""_s, u"don\" OR notes:\"x"_s, u"NEAR("_s, u"*"_s, u"^"_s, u"reasons:lgsl"_s, u"-- ;"_s, u"("_s,
          u"don't' OR 1=1"_s, QString(u"x"_s + QChar(u'\0') + u"\" OR notes : \"won"_s), QString(QChar(0xD800)),
          QString(1 << 20, u'"'), QString(1 << 20, u'x'), u"😀"_s, u"שלום"_s}) {
        CHECK(found(desk, {{hostile}}).empty());
        CHECK(found(desk, {{hostile, true, {hostile}}}).empty());
    }
    CHECK(found(desk, {{u"***"_s}, {u"won't"_s}}).size() == 1); // no word: passed over
    CHECK(found(desk, {}).empty());
    CHECK(found(desk, std::vector<NoteWord>(5000, {u"don't"_s})).size() == 1);
}

TEST_CASE("what a desk had before notes could be searched is taken in", "[migration]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    const auto migrations = store::builtInMigrations();
    REQUIRE(migrations);
    REQUIRE(migrate(*connection, {migrations->begin(), migrations->begin() + 6}));
    REQUIRE(connection->execute(u"INSERT INTO interaction VALUES (x'01999999000070008000000000000001', NULL, 'phone', "
                                "'inbound', '', 1, 2, 'resolved', 'asha', 1, 'lgsl:57')"_s));
    REQUIRE(connection->execute(u"INSERT INTO note VALUES (x'01999999000070008000000000000001', zeroblob(16), 1, "
                                "'a heron on the roof')"_s));
    REQUIRE(migrate(*connection, *migrations));

    CHECK(NoteIndex(*connection).behind() == 1);
    CHECK(NoteIndex(*connection).step() == false);
    CHECK(store::NoteSearch(*connection).search({{u"heron"_s}}, 5)->size() == 1);
}
