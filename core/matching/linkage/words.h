// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace reeve::matching {

// Folded text word by word: words are parted by one space.
template <typename Use>
void eachWord(std::u16string_view text, const Use &use)
{
    while (!text.empty()) {
        const std::size_t end = text.find(u' ');
        use(text.substr(0, end));
        text = end == std::u16string_view::npos ? std::u16string_view() : text.substr(end + 1);
    }
}

inline void append(std::u16string &text, std::u16string_view word)
{
    if (!text.empty())
        text += u' ';
    text += word;
}

// The last word, and what stands before it.
inline std::u16string_view lastWord(std::u16string_view text)
{
    return text.substr(text.rfind(u' ') + 1); // npos + 1 is 0
}
inline std::u16string_view withoutLastWord(std::u16string_view text)
{
    const std::size_t end = text.rfind(u' ');
    return end == std::u16string_view::npos ? std::u16string_view() : text.substr(0, end);
}

} // namespace reeve::matching
