// SPDX-License-Identifier: MIT
#include "core/services/interaction/interaction_service.h"
#include "tests/core/services/desk_folder.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

TEST_CASE("what was typed is there after a crash, and finishing it takes one entry", "[interaction]")
{
    DeskFolder folder;
    auto started =
        await(services::InteractionService(folder.desk())
                  .start(domain::Channel::Phone, domain::Direction::Inbound, std::nullopt, u"01632 960001"_s));
    REQUIRE(started);
    started->noteText = u"Missed bin at the corner house"_s;
    started->interaction.specialCategory = {healthItem(u"uses a wheelchair"_s)};
    REQUIRE(await(services::InteractionService(folder.desk()).save(*started)));

    folder.reopen();
    const services::InteractionService service(folder.desk());
    auto drafts = await(service.openDrafts());
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    services::Draft draft = drafts->front();
    CHECK(draft.noteText == u"Missed bin at the corner house"_s);
    CHECK(draft.interaction.specialCategory.front().detail == u"uses a wheelchair"_s);

    SECTION("without a disposition it is not accepted, and the draft is kept as it was")
    {
        const auto refused = await(service.finish(draft));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidInput);
        CHECK(folder.outbox().empty());
        CHECK(await(service.openDrafts())->size() == 1);
    }

    SECTION("finished, it is one entry, and the draft is gone")
    {
        folder.clock().advance(std::chrono::minutes(3));
        draft.interaction.disposition = u"resolved"_s;
        draft.interaction.reasons = {u"lgsl:524"_s};
        const auto saved = await(service.finish(draft));
        REQUIRE(saved);
        CHECK(saved->sequence == 1);
        CHECK(await(service.openDrafts())->empty());

        const auto again = await(service.finish(draft)); // Ctrl+Enter, twice
        REQUIRE(again);
        CHECK(again->sequence == 1);
        const auto entries = folder.outbox();
        REQUIRE(entries.size() == 1);
        const auto sent = domain::interactionFromJson(QJsonDocument::fromJson(entries.front().payload).object());
        REQUIRE(sent);
        CHECK(sent->notes.front().text == u"Missed bin at the corner house"_s);
        CHECK(sent->specialCategory.front().detail == u"uses a wheelchair"_s);
        CHECK(*sent->endedAt == folder.clock().now());

        // The tables of the desk hold the interaction without what is restricted.
        const auto found = await(service.find(saved->id));
        REQUIRE(found);
        CHECK(found->notes.size() == 1);
        CHECK(found->specialCategory.empty());
    }
}

TEST_CASE("a card number that is typed is masked before it is stored, and the handler is told", "[interaction]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    auto draft = await(service.start(domain::Channel::Phone, domain::Direction::Inbound, std::nullopt, {}));
    REQUIRE(draft);
    draft->noteText = u"wants to pay with 4242 4242 4242 4242 today"_s;

    const auto saved = await(service.save(*draft));
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::CardNumber);
    const auto drafts = await(service.openDrafts());
    REQUIRE(drafts->size() == 1);
    CHECK_FALSE(drafts->front().noteText.contains(u"4242 4242"_s));
    CHECK(drafts->front().noteText == services::maskCardData(*draft).noteText);
    CHECK(drafts->front().noteText.contains(u"wants to pay"_s));

    draft->interaction.disposition = u"resolved"_s;
    CHECK(await(service.finish(*draft)).error().code == ErrorCode::CardNumber);
    CHECK(folder.outbox().empty());
}

TEST_CASE("interactions are logged in one go, and a bad one fails only itself", "[interaction]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    const Instant at = folder.clock().now();
    auto withCard = call(at, u"card 4242 4242 4242 4242"_s);
    auto withoutBasis = call(at, u"fine"_s);
    withoutBasis.specialCategory = {healthItem(u"asthma"_s)};
    withoutBasis.specialCategory.front().schedule1.clear();

    const auto receipts = await(service.log({call(at, u"one"_s), withCard, withoutBasis, call(at, u"two"_s)}));
    REQUIRE(receipts);
    REQUIRE(receipts->size() == 4);
    CHECK(receipts->at(0)->sequence == 1);
    CHECK(receipts->at(1).error().code == ErrorCode::CardNumber);
    CHECK(receipts->at(2).error().code == ErrorCode::InvalidInput);
    CHECK_FALSE(receipts->at(2).error().detail.contains(u"asthma"_s));
    CHECK(receipts->at(3)->sequence == 2);
    CHECK(folder.outbox().size() == 2);
}

TEST_CASE("a line that is sent again gets its old receipt; with other content it is refused", "[interaction]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    auto first = call(folder.clock().now(), u"Missed bin"_s);
    first.id = folder.desk().ids().next<domain::InteractionTag>();
    first.specialCategory = {healthItem(u"uses a wheelchair"_s)};
    const auto receipt = await(service.log({first}));
    REQUIRE(receipt);

    folder.clock().advance(std::chrono::hours(1));
    auto other = first;
    other.notes.front().text = u"Something else"_s;
    auto otherDetail = first;
    otherDetail.specialCategory.front().detail = u"uses two sticks"_s;
    const auto again = await(service.log({first, other, otherDetail}));
    REQUIRE(again);
    REQUIRE(again->at(0));
    CHECK(again->at(0)->sequence == receipt->front()->sequence);
    CHECK(again->at(1).error().code == ErrorCode::Conflict);
    CHECK(again->at(2).error().code == ErrorCode::Conflict);
    CHECK(folder.outbox().size() == 1);
}

TEST_CASE("a line that is sent again gets its old receipt after its restricted content has gone", "[interaction]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    auto first = call(folder.clock().now(), u"Missed bin"_s);
    first.id = folder.desk().ids().next<domain::InteractionTag>();
    first.specialCategory = {healthItem(u"uses a wheelchair"_s)};
    const auto receipt = await(service.log({first}));
    REQUIRE(receipt);
    folder.makeAllSafe();
    const auto entry =
        folder.write([&](store::Connection &c) { return store::Outbox(c).findById(domain::EntryId(first.id.uuid())); });
    REQUIRE(entry);
    REQUIRE((*entry)->payload.isEmpty());

    folder.clock().advance(std::chrono::hours(1));
    auto otherDetail = first;
    otherDetail.specialCategory.front().detail = u"uses two sticks"_s;
    auto without = first;
    without.specialCategory.clear();
    const auto again = await(service.log({first, otherDetail, without}));
    REQUIRE(again);
    REQUIRE(again->at(0));
    CHECK(again->at(0)->sequence == receipt->front()->sequence);
    CHECK(again->at(1).error().code == ErrorCode::Conflict);
    CHECK(again->at(2).error().code == ErrorCode::Conflict);
    CHECK(folder.outbox().empty());
}

TEST_CASE("an interaction that was set aside can be taken back", "[interaction]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    const auto draft = await(service.start(domain::Channel::FaceToFace, domain::Direction::Inbound, std::nullopt, {}));
    REQUIRE(draft);
    REQUIRE(await(service.discard(draft->interaction.id)));
    CHECK(await(service.openDrafts())->empty());
    REQUIRE(await(service.restore(draft->interaction.id)));
    CHECK(await(service.openDrafts())->size() == 1);
}

TEST_CASE("a later note is an entry of its own", "[interaction]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    const auto receipts = await(service.log({call(folder.clock().now(), u"one"_s)}));
    REQUIRE(receipts);
    const domain::InteractionId id = receipts->front()->id;

    REQUIRE(await(service.addNote(id, u"Called back, all well"_s)));
    CHECK(await(service.addNote(id, u"  "_s)).error().code == ErrorCode::InvalidInput);
    CHECK(await(service.addNote(id, u"4242 4242 4242 4242"_s)).error().code == ErrorCode::CardNumber);
    CHECK(await(service.find(id))->notes.size() == 2);
    const auto entries = folder.outbox();
    REQUIRE(entries.size() == 2);
    CHECK(entries.back().kind == store::EntryKind::NoteAdded);
    CHECK(entries.back().aggregate == id.uuid());
}
