// SPDX-License-Identifier: MIT
#include "core/store/draft_repository.h"
#include "tests/core/store/test_desk.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace std::chrono_literals;
using store::Connection;
using store::Draft;
using store::DraftRepository;
using test::TestDesk;

namespace {

Draft draftOf(TestDesk &desk, const QString &agent)
{
    desk.clock().advance(1s);
    Draft draft;
    draft.interaction.id = desk.ids().next<domain::InteractionTag>();
    draft.interaction.channel = domain::Channel::FaceToFace;
    draft.interaction.startedAt = desk.now();
    draft.agent = agent;
    draft.savedAt = desk.now();
    return draft;
}

void save(TestDesk &desk, const Draft &draft)
{
    REQUIRE(desk.write([&](Connection &connection) { return DraftRepository(connection).save(draft); }));
}

void checkSame(const Draft &a, const Draft &b)
{
    CHECK(a.interaction == b.interaction);
    CHECK(a.agent == b.agent);
    CHECK(a.noteText == b.noteText);
    CHECK(a.savedAt == b.savedAt);
    CHECK(a.discardedAt == b.discardedAt);
}

} // namespace

TEST_CASE("a draft comes back exactly as it was typed, restricted items included", "[store]")
{
    TestDesk desk;
    Draft draft = draftOf(desk, u"asha"_s);
    draft.noteText = u"Zoë 👩🏽‍🦽 said “שלום”\nand\t\"quoted\" \\ it; 50% off -- '"_s;
    draft.interaction.person = desk.ids().next<domain::PersonTag>();
    draft.interaction.reasons = {u"lgsl:57"_s};
    domain::SpecialCategoryItem item;
    item.id = desk.ids().next<domain::RestrictedItemTag>();
    item.interaction = draft.interaction.id;
    item.condition = u"A9G"_s;
    item.schedule1 = u"S1P6"_s;
    item.detail = u"uses a wheelchair 👩🏽‍🦽"_s;
    item.notedAt = desk.now();
    draft.interaction.specialCategory.push_back(item);
    save(desk, draft);

    const DraftRepository drafts(desk.connection());
    const auto found = drafts.find(draft.interaction.id).value();
    REQUIRE(found);
    checkSame(*found, draft);
    CHECK_FALSE(drafts.find(desk.ids().next<domain::InteractionTag>()).value().has_value());

    SECTION("typing on replaces it")
    {
        draft.noteText += u" and went on"_s;
        draft.savedAt += 500ms;
        save(desk, draft);
        checkSame(*drafts.find(draft.interaction.id).value(), draft);
        CHECK(drafts.open(u"asha"_s).value().size() == 1);
    }
    SECTION("a note of the greatest length")
    {
        draft.noteText = QString(100'000, QChar(0x2026));
        save(desk, draft);
        checkSame(*drafts.find(draft.interaction.id).value(), draft);
    }
    SECTION("an empty one")
    {
        draft.noteText = QString();
        draft.interaction.specialCategory.clear();
        save(desk, draft);
        checkSame(*drafts.find(draft.interaction.id).value(), draft);
    }
}

TEST_CASE("each agent sees their own drafts, oldest first, and not the discarded ones", "[store]")
{
    TestDesk desk;
    const Draft first = draftOf(desk, u"asha"_s);
    const Draft second = draftOf(desk, u"asha"_s);
    const Draft another = draftOf(desk, u"ben"_s);
    save(desk, second);
    save(desk, another);
    save(desk, first);

    const DraftRepository drafts(desk.connection());
    auto open = drafts.open(u"asha"_s).value();
    REQUIRE(open.size() == 2);
    CHECK(open[0].interaction.id == first.interaction.id);
    CHECK(open[1].interaction.id == second.interaction.id);

    const auto discard = [&](std::optional<Instant> at) {
        return desk.write(
            [&](Connection &connection) { return DraftRepository(connection).setDiscarded(first.interaction.id, at); });
    };
    REQUIRE(discard(desk.now()));
    CHECK(drafts.open(u"asha"_s).value().size() == 1);
    CHECK(drafts.find(first.interaction.id).value()->discardedAt == desk.now());

    SECTION("it can be taken back")
    {
        REQUIRE(discard(std::nullopt));
        CHECK(drafts.open(u"asha"_s).value().size() == 2);
    }
    SECTION("it is purged in time, and only it")
    {
        CHECK(desk.write([&](Connection &c) { return DraftRepository(c).purgeDiscarded(desk.now()); }) == 0);
        CHECK(desk.write([&](Connection &c) { return DraftRepository(c).purgeDiscarded(desk.now() + 1s); }) == 1);
        CHECK(desk.number(u"SELECT count(*) FROM draft"_s) == 2);
    }
    SECTION("removing is not an error when it is gone")
    {
        for (int i = 0; i < 2; ++i)
            CHECK(desk.write([&](Connection &c) { return DraftRepository(c).remove(second.interaction.id); }));
        CHECK(drafts.open(u"asha"_s).value().empty());
        CHECK(desk.write([&](Connection &c) { return DraftRepository(c).setDiscarded(second.interaction.id, {}); })
                  .error()
                  .code == ErrorCode::NotFound);
    }
}
