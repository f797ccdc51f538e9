// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/merge/merge_service.h"

namespace reeve::services {

// A field that the records of a merged person have differently: what each says, and whose is shown.
struct MergedValue
{
    struct Said
    {
        domain::PersonId record; // the oldest that says so
        QJsonValue value;

        friend bool operator==(const Said &, const Said &) = default;
    };

    QString field;            // person_fields.h, or domain::homeAddress
    std::vector<Said> said;   // two at least, the oldest record's first
    std::size_t shown = 0;    // which of them
    bool isContested = false; // chosen differently on two desks that did not know of each other

    friend bool operator==(const MergedValue &, const MergedValue &) = default;
};

// What may be chosen: MergeService::choose() takes a field of it and a record. Fields of which several are shown anyway
// (contact points, roles …) are none of them.
[[nodiscard]] std::vector<MergedValue> mergedValues(const MergeHistory &history);

} // namespace reeve::services
