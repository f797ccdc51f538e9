// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/note_search.h"

#include <vector>

namespace reeve::services {

using store::NoteMatch;

// One line of what was found in notes: enough to see whether it is the one that was meant.
struct NoteHit
{
    NoteMatch match;
    QString name; // of the person, "Mrs Joan Hayward"; empty: anonymous, or not on this desk
};

struct NotesFound
{
    std::vector<NoteHit> hits;
    qint64 missing = 0; // interactions that could not be looked at yet: after the first start, for seconds
};

} // namespace reeve::services
