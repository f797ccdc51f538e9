// SPDX-License-Identifier: MIT
// Restricted content in the outbox: kept as long as it may have to be sent again, and not a moment longer.
#include "core/store/interaction_repository.h"
#include "core/store/outbox.h"
#include "tests/core/store/test_desk.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using store::Connection;
using store::EntryKind;
using store::EntryState;
using store::Outbox;
using store::OutboxEntry;
using test::TestDesk;

namespace {

OutboxEntry entryOf(TestDesk &desk, EntryKind kind, const QByteArray &payload)
{
    OutboxEntry entry;
    entry.id = desk.ids().next<domain::EntryTag>();
    entry.kind = kind;
    entry.aggregate = desk.ids().next();
    entry.agent = u"asha"_s;
    entry.deviceTime = desk.now();
    entry.payload = payload;
    return entry;
}

qint64 append(TestDesk &desk, const OutboxEntry &entry)
{
    const auto sequence = desk.write([&](Connection &connection) { return Outbox(connection).append(entry); });
    REQUIRE(sequence);
    return *sequence;
}

void answer(TestDesk &desk, qint64 sequence, EntryState state, quint64 transaction = 100)
{
    REQUIRE(desk.write([&](Connection &connection) {
        return Outbox(connection).record({{sequence, state, {}, 0}}, transaction);
    }));
}

qint64 settle(TestDesk &desk, quint64 horizon = 101)
{
    const auto settled = desk.write([&](Connection &connection) { return Outbox(connection).settle(horizon); });
    REQUIRE(settled);
    return *settled;
}

OutboxEntry found(const TestDesk &desk, qint64 sequence)
{
    const auto entry = Outbox(desk.connection()).find(sequence);
    REQUIRE(entry);
    REQUIRE(*entry);
    return **entry;
}

const QByteArray itemPayload = R"({"category":"health","detail":"uses oxygen at home"})";

} // namespace

TEST_CASE("when a logged call is safe, what was restricted in it is nowhere in the store any more", "[store][privacy]")
{
    TestDesk desk;
    // Long enough for pages of its own.
    const QString detail = u"uses oxygen at home; "_s.repeated(GENERATE(1, 600));
    domain::Interaction call;
    call.id = desk.ids().next<domain::InteractionTag>();
    call.startedAt = desk.now();
    domain::SpecialCategoryItem item;
    item.id = desk.ids().next<domain::RestrictedItemTag>();
    item.interaction = call.id;
    item.detail = detail;
    item.notedAt = desk.now();
    call.specialCategory = {item};
    REQUIRE(desk.write([&](Connection &connection) {
        return store::InteractionRepository(connection).insert(call, u"asha"_s, false);
    }));
    OutboxEntry entry =
        entryOf(desk, EntryKind::InteractionLogged, QJsonDocument(domain::toJson(call)).toJson(QJsonDocument::Compact));
    entry.contentHash = QByteArray(32, 'h');
    const qint64 sequence = append(desk, entry);

    answer(desk, sequence, EntryState::Sent);
    CHECK(found(desk, sequence).payload == entry.payload); // a centre that goes back in time gets it again
    CHECK(desk.bytesOfDatabase().contains("oxygen"));

    CHECK(settle(desk) == 1);
    CHECK(found(desk, sequence).payload.isEmpty());
    CHECK(found(desk, sequence).contentHash == entry.contentHash);
    CHECK(found(desk, sequence).state == EntryState::Safe);
    CHECK_FALSE(desk.contentOfTables({}).contains("oxygen"));
    CHECK_FALSE(desk.bytesOfDatabase().contains("oxygen"));
    CHECK(store::InteractionRepository(desk.connection()).marks(call.id)->size() == 1); // that it exists is known
}

TEST_CASE("of entries that became safe exactly those with restricted content are emptied", "[store][privacy]")
{
    TestDesk desk;
    struct Example
    {
        EntryKind kind;
        QByteArray payload;
        bool isRestricted;
    };
    const std::vector<Example> examples = {
        {EntryKind::PersonCreated, R"({"fields":{"family_name":"Hayward"}})", false},
        {EntryKind::PersonEdited, R"({"set":{"family_name":"Hayward"}})", false},
        {EntryKind::NoteAdded, R"({"text":"asked about bins"})", false},
        {EntryKind::RestrictedItemRead, R"({"reason":"Blue badge renewal"})", false},
        {EntryKind::SpecialCategoryItemAdded, itemPayload, true},
        {EntryKind::CriminalOffenceItemAdded, itemPayload, true},
        {EntryKind::InteractionLogged, R"({"notes":[{"text":"asked about bins"}]})", false},
        {EntryKind::InteractionLogged,
         R"({"notes":[{"text":"wrote \"special_category\": and \"criminal_offence\":"}]})", false},
        {EntryKind::InteractionLogged, R"({"notes":[{"text":"special_category"}]})", false},
        {EntryKind::InteractionLogged, R"({"notes":[],"special_category":[{"detail":"x"}]})", true},
        {EntryKind::InteractionLogged, R"({"criminal_offence":[{"detail":"x"}],"notes":[]})", true},
    };
    for (int n = 0; n < 60; ++n) {
        const Example &example = examples[static_cast<std::size_t>(n * 7) % examples.size()];
        const OutboxEntry entry = entryOf(desk, example.kind, example.payload);
        CHECK(store::hasRestrictedContent(entry) == example.isRestricted);
        const qint64 sequence = append(desk, entry);
        if (n % 3 != 0)
            answer(desk, sequence, EntryState::Sent, quint64(100 + n));
    }
    CHECK(settle(desk, 140) > 0);

    for (qint64 sequence = 1; sequence <= 60; ++sequence) {
        const OutboxEntry entry = found(desk, sequence);
        const Example &example = examples[static_cast<std::size_t>((sequence - 1) * 7) % examples.size()];
        const bool isGone = entry.state == EntryState::Safe && example.isRestricted;
        CHECK(entry.payload == (isGone ? QByteArray() : example.payload));
    }
}

TEST_CASE("what is safe never waits again, whoever asks and whatever is answered late", "[store][privacy]")
{
    TestDesk desk;
    const qint64 sequence = append(desk, entryOf(desk, EntryKind::SpecialCategoryItemAdded, itemPayload));
    const qint64 other = append(desk, entryOf(desk, EntryKind::SpecialCategoryItemAdded, itemPayload));
    answer(desk, sequence, EntryState::Sent);
    answer(desk, other, EntryState::Sent, 200);
    CHECK(settle(desk) == 1);

    answer(desk, sequence, EntryState::Quarantined, 300); // a late answer to an earlier copy
    CHECK(desk.write([&](Connection &c) { return Outbox(c).sendAgain(sequence); }).error().code == ErrorCode::NotFound);
    CHECK(desk.write([](Connection &c) { return Outbox(c).sendAgain(); }) == 1); // a new epoch
    CHECK(found(desk, sequence).state == EntryState::Safe);
    CHECK(found(desk, other).state == EntryState::Waiting);
    CHECK(found(desk, other).payload == itemPayload);
    const auto waiting = Outbox(desk.connection()).waiting(0, 10, 1 << 20);
    REQUIRE(waiting);
    REQUIRE(waiting->size() == 1);
    CHECK(waiting->front().sequence == other);
}

TEST_CASE("what the centre put aside is kept here until a person has dealt with it", "[store][privacy]")
{
    TestDesk desk;
    const EntryState state = GENERATE(EntryState::Parked, EntryState::Quarantined);
    const qint64 sequence = append(desk, entryOf(desk, EntryKind::SpecialCategoryItemAdded, itemPayload));
    const auto dismiss = [&] {
        REQUIRE(desk.write([&](Connection &c) { return Outbox(c).dismiss(sequence, desk.now()); }));
    };

    SECTION("and then only until the centre's copy is safe")
    {
        answer(desk, sequence, state);
        CHECK(settle(desk) == 0);
        CHECK(found(desk, sequence).payload == itemPayload);
        dismiss();
        CHECK(settle(desk, 100) == 0);
        CHECK(found(desk, sequence).payload == itemPayload);
        CHECK(settle(desk) == 1);
        CHECK_FALSE(desk.bytesOfDatabase().contains("oxygen"));
    }
    SECTION("but for good when no centre has it")
    {
        answer(desk, sequence, state, 0); // refused by this desk itself
        dismiss();
        CHECK(settle(desk) == 0);
        CHECK(found(desk, sequence).payload == itemPayload);
    }
}
