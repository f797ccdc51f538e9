// SPDX-License-Identifier: MIT
#include "core/store/outbox.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

struct KindCode
{
    EntryKind kind;
    QStringView code;
};
constexpr std::array<KindCode, 12> kindCodes = {{
    {EntryKind::PersonCreated, u"person_created"},
    {EntryKind::PersonEdited, u"person_edited"},
    {EntryKind::InteractionLogged, u"interaction_logged"},
    {EntryKind::NoteAdded, u"note_added"},
    {EntryKind::SpecialCategoryItemAdded, u"special_category_item_added"},
    {EntryKind::CriminalOffenceItemAdded, u"criminal_offence_item_added"},
    {EntryKind::RestrictedItemRead, u"restricted_item_read"},
    {EntryKind::PeopleMerged, u"people_merged"},
    {EntryKind::PeopleUnmerged, u"people_unmerged"},
    {EntryKind::FieldsChosen, u"fields_chosen"},
    {EntryKind::ItemAssigned, u"item_assigned"},
    {EntryKind::PairDecided, u"pair_decided"},
}};

} // namespace

QString toCode(EntryKind kind)
{
    for (const KindCode &known : kindCodes) {
        if (known.kind == kind)
            return known.code.toString();
    }
    return {};
}

Result<EntryKind> parseEntryKind(QStringView code)
{
    for (const KindCode &known : kindCodes) {
        if (known.code == code)
            return known.kind;
    }
    return fail(ErrorCode::NotFound, u"no such kind of outbox entry"_s);
}

bool hasRestrictedContent(const OutboxEntry &entry)
{
    switch (entry.kind) {
    case EntryKind::SpecialCategoryItemAdded:
    case EntryKind::CriminalOffenceItemAdded:
        return true;
    case EntryKind::InteractionLogged:
        // The name of the list as JSON writes it: within a text there is a backslash before the second quote.
        return entry.payload.contains("\"special_category\":") || entry.payload.contains("\"criminal_offence\":");
    case EntryKind::PersonCreated:
    case EntryKind::PersonEdited:
    case EntryKind::NoteAdded:
    case EntryKind::RestrictedItemRead:
    case EntryKind::PeopleMerged:
    case EntryKind::PeopleUnmerged:
    case EntryKind::FieldsChosen:
    case EntryKind::ItemAssigned:
    case EntryKind::PairDecided:
        break;
    }
    return false;
}

} // namespace reeve::store
