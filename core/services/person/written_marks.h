// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/domain/value_mark.h"

#include <vector>

namespace reeve::services {

// What one act wrote down about values of one record.
struct MarksOfRecord
{
    domain::PersonId record;
    std::vector<domain::ValueMark> added;
    std::vector<domain::ValueMark> replaced; // those that gave way to them
};

// Of all records that are shown as one person: to be handed back when it is taken back. Plain value.
using WrittenMarks = std::vector<MarksOfRecord>;

} // namespace reeve::services
