// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/parameters.h"

#include <cstddef>
#include <vector>

namespace reeve::central {

// What reeve_api.import_people takes: the ids, then the fields, of those from `from` up to `to`.
template <typename Person>
[[nodiscard]] Parameters peopleParameters(const std::vector<Person> &people, std::size_t from, std::size_t to)
{
    const auto size = static_cast<qsizetype>(to - from);
    ArrayParameter ids(type::uuid, size, 20 * size);
    ArrayParameter fields(type::text, size, 600 * size);
    for (std::size_t i = from; i < to; ++i) {
        ids.append(people[i].id.uuid());
        fields.append(QByteArrayView(people[i].fields));
    }
    Parameters parameters;
    parameters.array(type::uuidArray, ids).array(type::textArray, fields);
    return parameters;
}

} // namespace reeve::central
