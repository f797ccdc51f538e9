// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace reeve::matching {

// What stands in front of the header row of a table of people, and what parts its cells. Whoever reads such a file
// reads this first: what one command can read, the others can.
struct TableBeginning
{
    std::size_t mark = 0; // bytes of the mark of UTF-8
    std::size_t separatorLine =
        0; // and of "sep=;", by which a spreadsheet tells its like what stands between the cells
    // What that line says; else the comma, semicolon, tab or bar that the first line has most of outside quotes, and a
    // comma where it has none.
    char separator = ',';
};

// `bytes`: the first of the file, with all of its header row. InvalidInput for UTF-16.
[[nodiscard]] Result<TableBeginning> readTableBeginning(std::string_view bytes);

} // namespace reeve::matching
