// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"

namespace reeve::domain {

using PersonId = Id<struct PersonTag>;
using InteractionId = Id<struct InteractionTag>;
using PartyId = Id<struct PartyTag>;
using NoteId = Id<struct NoteTag>;
using RestrictedItemId = Id<struct RestrictedItemTag>; // a SpecialCategoryItem or a CriminalOffenceItem
using ConflictId = Id<struct ConflictTag>;
using DeviceId = Id<struct DeviceTag>;
using EntryId = Id<struct EntryTag>; // one OutboxEntry
using MergeEventId = Id<struct MergeEventTag>;

} // namespace reeve::domain
