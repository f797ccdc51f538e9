// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace reeve::matching {

// What stands between the cells of a file that begins with these bytes: the comma, semicolon, tab or bar that its first
// line has most of outside quotes. A comma where it has none.
[[nodiscard]] char separatorOf(std::string_view bytes) noexcept;

// "sep=;", the first line by which a spreadsheet tells its like what stands between the cells; 0 where it is another.
[[nodiscard]] std::size_t lengthOfSeparatorLine(std::string_view bytes) noexcept;

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
