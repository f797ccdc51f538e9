// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace reeve::matching {

// Walks CSV (RFC 4180) that lies in memory as a whole, several times and on several threads if wanted; CsvReader of
// reevectl is for streams. Cells are views into the bytes, or into the scanner where quotes had to be undone: valid
// until the next row.
class CsvScan final
{
public:
    explicit CsvScan(std::string_view bytes, char separator = ',') noexcept : m_rest(bytes), m_separator(separator) {}

    // False at the end. Empty lines are passed over.
    [[nodiscard]] bool next(std::vector<std::string_view> &cells);

    [[nodiscard]] std::string_view rest() const noexcept { return m_rest; }

private:
    [[nodiscard]] std::string_view quoted();

    std::string_view m_rest;
    char m_separator;
    std::deque<std::string> m_undone; // stay where they are when another comes: cells look into them
    std::size_t m_undoneCount = 0;
};

} // namespace reeve::matching
