// SPDX-License-Identifier: MIT
// What is shown of an entry that the centre could not take.
#include "core/services/sync/written_down.h"

#include "core/domain/interaction.h"

#include "tests/support/test_clock.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using services::WrittenDown;
using services::writtenDown;
using store::EntryKind;

namespace {

store::OutboxEntry entry(EntryKind kind, const QByteArray &payload)
{
    store::OutboxEntry made;
    made.kind = kind;
    made.payload = payload;
    return made;
}

} // namespace

TEST_CASE("of a person who was noted or changed each field is told, as it was and as it is", "[attention]")
{
    const auto created = writtenDown(entry(EntryKind::PersonCreated, R"({"id":"x","fields":{"given_name":"Joan",)"
                                                                     R"("is_demo":true,"mark/1":{"kind":"told"}}})"));
    CHECK(created.fields == std::vector<WrittenDown::Field>{{u"given_name"_s, QJsonValue::Undefined, u"Joan"_s}});

    const auto edited =
        writtenDown(entry(EntryKind::PersonEdited, R"({"id":"x","set":{"known_as":null},"was":{"known_as":"Nan"}})"));
    CHECK(edited.fields == std::vector<WrittenDown::Field>{{u"known_as"_s, u"Nan"_s, QJsonValue::Null}});
}

TEST_CASE("of a call its notes are told, and of what is restricted only how much there is", "[attention]")
{
    domain::Interaction interaction;
    interaction.id = *domain::InteractionId::parse(u"01920000-0000-7000-8000-000000000001");
    interaction.startedAt = *parseRfc3339(u"2026-11-02T10:15:00Z");
    const TestClock clock;
    IdSource ids(clock);
    interaction.notes = {{ids.next<domain::NoteTag>(), u"Bin missed."_s, interaction.startedAt}};
    interaction.specialCategory.resize(2);
    interaction.criminalOffence.resize(1);
    for (auto &item : interaction.specialCategory)
        item.id = ids.next<domain::RestrictedItemTag>();
    interaction.criminalOffence.front().id = ids.next<domain::RestrictedItemTag>();
    const auto written = writtenDown(
        entry(EntryKind::InteractionLogged, QJsonDocument(domain::toJson(interaction)).toJson(QJsonDocument::Compact)));
    CHECK(written.notes == QStringList{u"Bin missed."_s});
    CHECK(written.restrictedItems == 3);

    const auto item =
        writtenDown(entry(EntryKind::SpecialCategoryItemAdded, R"({"id":"x","detail":"uses a wheelchair"})"));
    CHECK(item.restrictedItems == 1);
    CHECK(item.notes.isEmpty());
    CHECK(item.fields.empty());
}

TEST_CASE("what cannot be read shows nothing, and no more", "[attention]")
{
    for (const EntryKind kind : {EntryKind::PersonCreated, EntryKind::PersonEdited, EntryKind::InteractionLogged,
                                 EntryKind::PeopleMerged, EntryKind::PairDecided}) {
        for (const char *payload : {"", "null", "[1]", "{", R"({"set":[],"fields":7,"interaction":"x","kind":3})"})
            CHECK(writtenDown(entry(kind, payload)) == WrittenDown());
    }
}
