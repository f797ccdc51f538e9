// SPDX-License-Identifier: MIT
#include "core/services/person/person_service.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/interaction_waiting.h"
#include "tests/ui/person_model_mirror.h"
#include "ui/interaction/timeline_view_model.h"

#include <QPersistentModelIndex>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using State = ui::TimelineViewModel::State;

namespace {

struct WithPast
{
    DeskFolder folder;
    services::InteractionService service{folder.desk()};
    domain::PersonId person;

    WithPast()
    {
        const auto added = await(services::PersonService(folder.desk()).add(joan()));
        REQUIRE(added);
        person = *added;
        log(folder.clock().now() - std::chrono::hours(24 * 19), u"Blue badge question"_s, domain::Channel::Email);
        log(folder.clock().now() - std::chrono::hours(2), u"First line\nSecond line"_s, domain::Channel::Phone);
    }

    void log(Instant at, const QString &note, domain::Channel channel)
    {
        domain::Interaction interaction = call(at, note);
        interaction.person = person;
        interaction.channel = channel;
        const auto logged = await(service.log({interaction}));
        REQUIRE(logged);
        REQUIRE(logged->front());
    }
};

} // namespace

TEST_CASE("the timeline stands under its days, newest first, and can be narrowed to a channel", "[timeline]")
{
    WithPast past;
    ui::TimelineViewModel timeline(past.service, past.folder.desk());
    const ModelMirror mirror(timeline.model(), Qt::DisplayRole);
    timeline.show(past.person);
    REQUIRE(waitUntil([&] { return timeline.state() == State::Shown; }));

    const auto &lines = timeline.model().rows();
    REQUIRE(lines.size() == 4);
    CHECK(timeline.model().index(0).data().toString() == u"Today"_s);
    CHECK(lines[1].row.channel == domain::Channel::Phone);
    CHECK(timeline.model().index(1).data(ui::TimelineModel::NoteRole).toString() == u"First line Second line"_s);
    CHECK(lines[2].isDay());
    CHECK_FALSE(timeline.model().flags(timeline.model().index(2)).testFlag(Qt::ItemIsSelectable));

    timeline.setFilter(domain::Channel::Email);
    CHECK(timeline.model().rowCount() == 2);
    timeline.setFilter(std::nullopt);
    CHECK(timeline.model().rowCount() == 4);
    CHECK(mirror.rows() == mirror.truth());
    CHECK(mirror.resets() == 0);
}

TEST_CASE("an expanded line shows the whole note, and stays expanded and in place when more arrives", "[timeline]")
{
    WithPast past;
    ui::TimelineViewModel timeline(past.service, past.folder.desk());
    timeline.show(past.person);
    REQUIRE(waitUntil([&] { return timeline.state() == State::Shown; }));
    const auto id = timeline.model().rows()[1].row.id;
    const QPersistentModelIndex line = timeline.model().index(1);
    timeline.toggle(id);
    REQUIRE(waitUntil([&] { return line.data(ui::TimelineModel::ExpandedRole).toBool(); }));
    CHECK(line.data(ui::TimelineModel::NoteRole).toString() == u"First line\nSecond line"_s);

    past.log(past.folder.clock().now() - std::chrono::minutes(20), u"Newer"_s, domain::Channel::Phone);
    timeline.refresh();
    REQUIRE(waitUntil([&] { return timeline.model().rowCount() == 5; }));
    CHECK(line.row() == 2);
    CHECK(line.data(ui::TimelineModel::ExpandedRole).toBool());
}

TEST_CASE("a note added later is in the outbox and under the first", "[timeline]")
{
    WithPast past;
    ui::TimelineViewModel timeline(past.service, past.folder.desk());
    timeline.show(past.person);
    REQUIRE(waitUntil([&] { return timeline.state() == State::Shown; }));
    const auto before = past.folder.outbox().size();
    const auto id = timeline.model().rows()[1].row.id;
    bool isAdded = false;
    QObject::connect(&timeline, &ui::TimelineViewModel::noteAdded, &timeline, [&] { isAdded = true; });
    timeline.addNote(id, u"Rang back: collected."_s);
    REQUIRE(waitUntil([&] { return isAdded; }));
    CHECK(past.folder.outbox().size() == before + 1);
    REQUIRE(waitUntil([&] {
        const ui::TimelineLine *line = timeline.model().lineOf(id);
        return line && line->notes.size() == 2;
    }));
}

TEST_CASE("an answer about one person is never shown under another", "[timeline]")
{
    WithPast past;
    const auto other = await(services::PersonService(past.folder.desk()).add(joan()));
    REQUIRE(other);
    ui::TimelineViewModel timeline(past.service, past.folder.desk());
    timeline.show(past.person);
    timeline.show(*other); // before the first answer is in
    REQUIRE(waitUntil([&] { return timeline.state() == State::Shown; }));
    CHECK(timeline.model().rowCount() == 0);
    CHECK(timeline.isEmpty());
}
