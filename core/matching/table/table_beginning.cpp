// SPDX-License-Identifier: MIT
#include "core/matching/table/table_beginning.h"

#include <algorithm>
#include <array>

namespace reeve::matching {

namespace {

constexpr std::string_view separators = ",;\t|"; // the first of equals

char separatorOf(std::string_view bytes) noexcept
{
    std::array<std::size_t, separators.size()> counts{};
    bool isQuoted = false;
    bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
    for (const char c : bytes) {
        if (c == '"')
            isQuoted = !isQuoted;
        if (isQuoted)
            continue;
        if (c == '\n' || c == '\r')
            break;
        if (const std::size_t at = separators.find(c); at != std::string_view::npos)
            ++counts.at(at);
    }
    return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

// 0 where the first line is another.
std::size_t lengthOfSeparatorLine(std::string_view bytes) noexcept
{
    constexpr std::string_view told = "sep=";
    if (bytes.size() < told.size() + 2 || !bytes.starts_with(told))
        return 0;
    const std::string_view behind = bytes.substr(told.size() + 1);
    if (behind.starts_with("\r\n"))
        return told.size() + 3;
    return behind.front() == '\n' || behind.front() == '\r' ? told.size() + 2 : 0;
}

} // namespace

Result<TableBeginning> readTableBeginning(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return fail(ErrorCode::InvalidInput, QStringLiteral("UTF-16; save it as UTF-8"));
    TableBeginning beginning;
    constexpr std::string_view mark = "\xef\xbb\xbf";
    beginning.mark = bytes.starts_with(mark) ? mark.size() : 0;
    bytes.remove_prefix(beginning.mark);
    beginning.separatorLine = lengthOfSeparatorLine(bytes);
    const char told = beginning.separatorLine > 0 ? bytes[std::string_view("sep=").size()] : '\0';
    beginning.separator =
        separators.find(told) != std::string_view::npos ? told : separatorOf(bytes.substr(beginning.separatorLine));
    return beginning;
}

} // namespace reeve::matching
