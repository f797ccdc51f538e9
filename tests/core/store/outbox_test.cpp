// SPDX-License-Identifier: MIT
#include "core/store/outbox.h"

#include "core/store/person_repository.h"
#include "tests/core/store/test_desk.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace std::chrono_literals;
using store::Connection;
using store::EntryKind;
using store::EntryOutcome;
using store::EntryState;
using store::Outbox;
using store::OutboxEntry;
using test::TestDesk;

namespace {

OutboxEntry entryOf(TestDesk &desk, QUuid aggregate, const QByteArray &payload = "{}")
{
    OutboxEntry entry;
    entry.id = desk.ids().next<domain::EntryTag>();
    entry.kind = EntryKind::InteractionLogged;
    entry.aggregate = aggregate;
    entry.agent = u"asha"_s;
    entry.deviceTime = desk.now();
    entry.monotonic = 17;
    entry.skew = -250;
    entry.payload = payload;
    return entry;
}

qint64 append(TestDesk &desk, const OutboxEntry &entry)
{
    const auto sequence = desk.write([&](Connection &connection) { return Outbox(connection).append(entry); });
    REQUIRE(sequence);
    return *sequence;
}

// Appends `count` entries, one aggregate each.
void fill(TestDesk &desk, int count, const QByteArray &payload = "{}")
{
    for (int i = 0; i < count; ++i)
        append(desk, entryOf(desk, desk.ids().next(), payload));
}

void record(TestDesk &desk, const std::vector<EntryOutcome> &outcomes, quint64 transaction)
{
    REQUIRE(desk.write([&](Connection &connection) { return Outbox(connection).record(outcomes, transaction); }));
}

} // namespace

TEST_CASE("an outbox entry comes back as it was put in, by number and by id", "[store]")
{
    TestDesk desk;
    OutboxEntry entry = entryOf(desk, desk.ids().next(), R"({"note":"Zoë 😀 שלום"})");
    entry.kind = EntryKind::PersonEdited;
    entry.person = desk.ids().next();
    entry.baseRevision = 7;
    REQUIRE(append(desk, entry) == 1);

    const Outbox outbox(desk.connection());
    const auto found = outbox.findById(entry.id);
    REQUIRE(found);
    REQUIRE(*found);
    CHECK((*found)->sequence == 1);
    CHECK((*found)->kind == EntryKind::PersonEdited);
    CHECK((*found)->aggregate == entry.aggregate);
    CHECK((*found)->person == entry.person);
    CHECK((*found)->baseRevision == 7);
    CHECK((*found)->payload == entry.payload);
    CHECK((*found)->agent == u"asha"_s);
    CHECK((*found)->deviceTime == entry.deviceTime);
    CHECK((*found)->monotonic == 17);
    CHECK((*found)->skew == -250);
    CHECK((*found)->state == EntryState::Waiting);
    CHECK((*found)->sentTransaction == 0);
    CHECK(outbox.find(1).value()->id == entry.id);
    CHECK_FALSE(outbox.find(2).value().has_value());
    CHECK_FALSE(outbox.findById(desk.ids().next<domain::EntryTag>()).value().has_value());
}

TEST_CASE("a change and its outbox entry stand or fall together", "[store]")
{
    TestDesk desk;
    const domain::Person person = test::joanHayward(desk.ids());
    const auto save = [&](bool fails) {
        return desk.write([&](Connection &connection) -> Result<qint64> {
            if (const Result<> inserted = store::PersonRepository(connection).insert(person); !inserted)
                return fail(inserted);
            const auto sequence = Outbox(connection).append(entryOf(desk, person.id.uuid()));
            if (fails)
                return fail(ErrorCode::InvalidInput, u"after both were written"_s);
            return sequence;
        });
    };
    CHECK_FALSE(save(true));
    CHECK(store::PersonRepository(desk.connection()).count() == 0);
    CHECK(Outbox(desk.connection()).counts()->waiting == 0);

    CHECK(save(false) == 1);
    CHECK(store::PersonRepository(desk.connection()).count() == 1);
    CHECK(Outbox(desk.connection()).counts()->waiting == 1);
}

TEST_CASE("entries are numbered without gaps, and no number is used again", "[store]")
{
    TestDesk desk;
    const Outbox outbox(desk.connection());
    fill(desk, 3);

    SECTION("after a transaction that was rolled back")
    {
        const auto undone = desk.write([&](Connection &connection) -> Result<> {
            REQUIRE(Outbox(connection).append(entryOf(desk, desk.ids().next())) == 4);
            return fail(ErrorCode::Cancelled);
        });
        CHECK_FALSE(undone);
        CHECK(append(desk, entryOf(desk, desk.ids().next())) == 4);
    }
    SECTION("after an entry that was refused for its id")
    {
        const OutboxEntry known = *outbox.find(2).value();
        const auto refused = desk.write([&](Connection &connection) { return Outbox(connection).append(known); });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Conflict);
        CHECK(append(desk, entryOf(desk, desk.ids().next())) == 4);
    }
    SECTION("after all of them were purged")
    {
        record(desk, {{1, EntryState::Sent, {}, 0}, {2, EntryState::Sent, {}, 0}, {3, EntryState::Sent, {}, 0}}, 50);
        REQUIRE(desk.write([](Connection &connection) { return Outbox(connection).settle(51); }) == 3);
        const Instant later = desk.now() + 24h;
        REQUIRE(desk.write([&](Connection &connection) { return Outbox(connection).purgeSafe(later); }) == 3);
        CHECK(desk.number(u"SELECT count(*) FROM outbox"_s) == 0);
        CHECK(append(desk, entryOf(desk, desk.ids().next())) == 4);
    }
    CHECK(outbox.counts()->lastSequence >= 3);
}

TEST_CASE("waiting entries come in order and within their limits", "[store]")
{
    TestDesk desk;
    const Outbox outbox(desk.connection());
    fill(desk, 10, QByteArray(100, 'x'));
    record(desk, {{3, EntryState::Sent, {}, 0}, {5, EntryState::Quarantined, u"too_long"_s, 0}}, 9);

    const auto numbers = [&](qint64 after, int entries, qint64 bytes) {
        std::vector<qint64> result;
        const auto waiting = outbox.waiting(after, entries, bytes).value();
        for (const OutboxEntry &entry : waiting)
            result.push_back(entry.sequence);
        return result;
    };
    using Numbers = std::vector<qint64>;
    CHECK(numbers(0, 100, 1 << 20) == Numbers{1, 2, 4, 6, 7, 8, 9, 10});
    CHECK(numbers(4, 100, 1 << 20) == Numbers{6, 7, 8, 9, 10});
    CHECK(numbers(0, 3, 1 << 20) == Numbers{1, 2, 4});
    CHECK(numbers(0, 100, 250) == Numbers{1, 2});
    CHECK(numbers(0, 100, 1) == Numbers{1}); // one at least, or a large one would wait for ever
    CHECK(numbers(10, 100, 1 << 20).empty());
    CHECK(numbers(0, 0, 1 << 20).empty());
}

TEST_CASE("what the centre answered is kept, and the same answer twice changes nothing", "[store]")
{
    TestDesk desk;
    const Outbox outbox(desk.connection());
    fill(desk, 5);
    const std::vector<EntryOutcome> outcomes = {{1, EntryState::Sent, {}, 0},
                                                {2, EntryState::Conflict, u"same_field"_s, 4},
                                                {3, EntryState::Parked, u"depends_on"_s, 0},
                                                {4, EntryState::Quarantined, u"no_such_reason"_s, 0}};
    for (const quint64 transaction : {quint64{100}, quint64{140}}) {
        record(desk, outcomes, transaction);
        const auto counts = outbox.counts().value();
        CHECK(counts.waiting == 1);
        CHECK(counts.sent == 1);
        CHECK(counts.safe == 0);
        CHECK(counts.needsAttention == 3);
        CHECK(counts.lastSequence == 5);
        CHECK(outbox.find(1).value()->sentTransaction == 100);
        CHECK(outbox.find(4).value()->code == u"no_such_reason"_s);
    }
    const auto attention = outbox.needingAttention(10).value();
    REQUIRE(attention.size() == 3);
    CHECK(attention[0].sequence == 4);
    CHECK(attention[2].sequence == 2);
    CHECK(outbox.needingAttention(1).value().size() == 1);

    SECTION("what is older than the settled horizon is safe, and stays so")
    {
        CHECK(desk.write([](Connection &c) { return Outbox(c).settle(100); }) == 0);
        CHECK(desk.write([](Connection &c) { return Outbox(c).settle(101); }) == 1);
        record(desk, {{1, EntryState::Sent, {}, 0}}, 200);
        CHECK(outbox.find(1).value()->state == EntryState::Safe);
        CHECK(outbox.counts()->safe == 1);
        CHECK(outbox.counts()->sent == 0);
    }
    SECTION("an entry that was dealt with no longer asks for attention, and stays")
    {
        REQUIRE(desk.write([&](Connection &c) { return Outbox(c).dismiss(4, desk.now()); }));
        CHECK(outbox.counts()->needsAttention == 2);
        CHECK(outbox.find(4).value()->state == EntryState::Quarantined);
        CHECK(desk.write([&](Connection &c) { return Outbox(c).dismiss(5, desk.now()); }).error().code ==
              ErrorCode::NotFound);
    }
    SECTION("one entry is sent again, and its next answer counts")
    {
        REQUIRE(desk.write([](Connection &c) { return Outbox(c).sendAgain(4); }));
        CHECK(outbox.counts()->waiting == 2);
        CHECK(outbox.find(4).value()->code.isEmpty());
        record(desk, {{4, EntryState::Sent, {}, 0}}, 300);
        CHECK(outbox.find(4).value()->sentTransaction == 300);
        CHECK(outbox.counts()->needsAttention == 2);
        CHECK(desk.write([](Connection &c) { return Outbox(c).sendAgain(1); }).error().code == ErrorCode::NotFound);
    }
    SECTION("after a new epoch everything that is not safe waits again")
    {
        REQUIRE(desk.write([](Connection &c) { return Outbox(c).settle(101); }) == 1);
        CHECK(desk.write([](Connection &c) { return Outbox(c).sendAgain(); }) == 3);
        CHECK(outbox.counts()->waiting == 4);
        CHECK(outbox.counts()->needsAttention == 0);
        CHECK(outbox.find(1).value()->state == EntryState::Safe);
    }
    SECTION("only what is safe and old enough is purged")
    {
        CHECK(desk.write([&](Connection &c) { return Outbox(c).purgeSafe(desk.now() + 1h); }) == 0);
        REQUIRE(desk.write([](Connection &c) { return Outbox(c).settle(101); }) == 1);
        CHECK(desk.write([&](Connection &c) { return Outbox(c).purgeSafe(desk.now()); }) == 0);
        CHECK(desk.write([&](Connection &c) { return Outbox(c).purgeSafe(desk.now() + 1h); }) == 1);
        CHECK(outbox.counts()->safe == 0);
        CHECK(desk.number(u"SELECT count(*) FROM outbox"_s) == 4);
    }
}

TEST_CASE("what was safe and is not at the centre any more waits again, or is told of", "[store]")
{
    TestDesk desk;
    fill(desk, 4);
    OutboxEntry restricted = entryOf(desk, desk.ids().next());
    restricted.kind = EntryKind::SpecialCategoryItemAdded;
    append(desk, restricted);
    CHECK(desk.write([](Connection &c) { return Outbox(c).answeredTo(); }) == 0);
    for (qint64 sequence = 1; sequence <= 5; ++sequence)
        record(desk, {{sequence, EntryState::Sent, {}, 0}}, 10);
    REQUIRE(desk.write([](Connection &c) { return Outbox(c).settle(11); }) == 5);
    CHECK(desk.write([](Connection &c) { return Outbox(c).answeredTo(); }) == 5);

    REQUIRE(desk.write([](Connection &c) { return Outbox(c).takeBackSafe(2); }) == 3);
    const auto stateOf = [&](qint64 sequence) {
        return desk.write([&](Connection &c) { return Outbox(c).find(sequence); }).value()->state;
    };
    CHECK(stateOf(2) == EntryState::Safe);
    CHECK(stateOf(3) == EntryState::Waiting);
    CHECK(stateOf(4) == EntryState::Waiting);
    CHECK(stateOf(5) == EntryState::Quarantined); // its content was given up when it was safe
    CHECK(desk.write([](Connection &c) { return Outbox(c).find(5); }).value()->code == u"lost");
    CHECK(desk.write([](Connection &c) { return Outbox(c).answeredTo(); }) == 2);
    // There is nothing to be sent: it stays until a person has seen to it.
    CHECK(desk.write([](Connection &c) { return Outbox(c).sendAgain(); }) == 0);
    CHECK(desk.write([](Connection &c) { return Outbox(c).sendAgain(5); }).error().code == ErrorCode::NotFound);
    REQUIRE(desk.write([&](Connection &c) { return Outbox(c).dismiss(5, desk.now()); }));
    CHECK(desk.write([](Connection &c) { return Outbox(c).counts(); })->needsAttention == 0);
}

TEST_CASE("the tally of the outbox is what counting would say", "[store]")
{
    TestDesk desk;
    fill(desk, 30);
    quint64 state = 5;
    const auto random = [&state](quint64 below) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state >> 33) % below;
    };
    for (int round = 0; round < 60; ++round) {
        const auto sequence = static_cast<qint64>(random(30) + 1);
        const auto answer = static_cast<EntryState>(random(5) + 1);
        if (answer == EntryState::Safe)
            static_cast<void>(desk.write([&](Connection &c) { return Outbox(c).settle(random(100)); }));
        else
            record(desk, {{sequence, answer, u"code"_s, 0}}, random(100));
        if (random(10) == 0)
            static_cast<void>(desk.write([&](Connection &c) { return Outbox(c).sendAgain(sequence); }));
    }
    const auto counts = Outbox(desk.connection()).counts().value();
    CHECK(counts.waiting == desk.number(u"SELECT count(*) FROM outbox WHERE state = 0"_s));
    CHECK(counts.sent == desk.number(u"SELECT count(*) FROM outbox WHERE state = 1"_s));
    CHECK(counts.safe == desk.number(u"SELECT count(*) FROM outbox WHERE state = 2"_s));
    CHECK(counts.needsAttention == desk.number(u"SELECT count(*) FROM outbox WHERE state > 2"_s));
}

TEST_CASE("the pending entries of a person are theirs, in order, and only what is not answered", "[store]")
{
    TestDesk desk;
    const QUuid joan = desk.ids().next();
    append(desk, entryOf(desk, joan));
    append(desk, entryOf(desk, desk.ids().next()));
    append(desk, entryOf(desk, joan));
    append(desk, entryOf(desk, joan));
    record(desk, {{3, EntryState::Sent, {}, 0}}, 5);

    const auto pending = Outbox(desk.connection()).pendingFor(joan).value();
    REQUIRE(pending.size() == 2);
    CHECK(pending[0].sequence == 1);
    CHECK(pending[1].sequence == 4);
}

TEST_CASE("the oldest waiting entry is told by when it was saved", "[store]")
{
    TestDesk desk;
    const Outbox outbox(desk.connection());
    CHECK_FALSE(outbox.counts()->oldestWaiting.has_value());
    const Instant first = desk.now();
    fill(desk, 1);
    desk.clock().setBy(-24h * 3650); // somebody sets the clock back ten years
    fill(desk, 1);
    CHECK(outbox.counts()->oldestWaiting == first);
}

TEST_CASE("every kind of entry has a code of its own and is read back from it", "[store]")
{
    for (const EntryKind kind :
         {EntryKind::PersonCreated, EntryKind::PersonEdited, EntryKind::InteractionLogged, EntryKind::NoteAdded,
          EntryKind::SpecialCategoryItemAdded, EntryKind::CriminalOffenceItemAdded, EntryKind::RestrictedItemRead})
        CHECK(store::parseEntryKind(store::toCode(kind)) == kind);
    CHECK(store::parseEntryKind(u"person_deleted").error().code == ErrorCode::NotFound);
}

TEST_CASE("for a desk that is enrolled anew all waits that can be sent, and no answer counts", "[store]")
{
    TestDesk desk;
    fill(desk, 5);
    OutboxEntry restricted = entryOf(desk, desk.ids().next());
    restricted.kind = EntryKind::SpecialCategoryItemAdded;
    append(desk, restricted); // 6
    record(desk, {{1, EntryState::Sent, {}, 3}, {2, EntryState::Conflict, u"conflict"_s, 0}}, 700);
    record(desk, {{3, EntryState::Quarantined, u"rule"_s, 0}, {6, EntryState::Safe, {}, 0}}, 701);
    record(desk, {{4, EntryState::Safe, {}, 0}}, 702);

    REQUIRE(desk.write([](Connection &connection) { return Outbox(connection).forgetAnswers(); }));
    const auto counts = desk.write([](Connection &connection) { return Outbox(connection).counts(); });
    REQUIRE(counts);
    CHECK(counts->waiting == 5);
    CHECK(counts->safe == 1); // emptied: the centre that took it has it for good
    CHECK(counts->needsAttention == 0);
    const auto answered = desk.write([](Connection &connection) { return Outbox(connection).answeredTo(); });
    REQUIRE(answered);
    CHECK(*answered == 0);
}
