// SPDX-License-Identifier: MIT
#include "core/central/replies.h"

#include <catch2/catch.hpp>

using namespace reeve;
using store::EntryKind;

namespace {

QByteArray kindsOf(const std::vector<EntryKind> &kinds)
{
    constexpr std::size_t place = 6; // after token, desk, incarnation, deliveries, numbers, ids
    sync::PushBatch batch;
    for (const EntryKind kind : kinds) {
        store::OutboxEntry entry;
        entry.kind = kind;
        entry.sequence = static_cast<qint64>(batch.entries.size()) + 1;
        batch.entries.push_back(entry);
    }
    const central::Parameters parameters = central::pushParameters(batch);
    return {parameters.values().at(place), parameters.lengths().at(place)};
}

} // namespace

TEST_CASE("what is the same of all entries of a batch is said once, and else of each, however alike they look",
          "[push]")
{
    CHECK(kindsOf({EntryKind::NoteAdded, EntryKind::NoteAdded}).count("note_added") == 1);

    // Codes of one length.
    const QByteArray edits =
        kindsOf({EntryKind::PersonEdited, EntryKind::PeopleMerged, EntryKind::ItemAssigned, EntryKind::PersonEdited});
    CHECK(edits.count("person_edited") == 2);
    CHECK(edits.count("people_merged") == 1);
    CHECK(edits.count("item_assigned") == 1);
    const QByteArray items = kindsOf({EntryKind::SpecialCategoryItemAdded, EntryKind::CriminalOffenceItemAdded});
    CHECK(items.count("special_category_item_added") == 1);
    CHECK(items.count("criminal_offence_item_added") == 1);
}
