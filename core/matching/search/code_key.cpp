// SPDX-License-Identifier: MIT
#include "core/matching/search/code_key.h"

#include <QString>

#include <algorithm>
#include <array>

namespace reeve::matching {

namespace {

constexpr CodeKey base = 37;

constexpr std::array<CodeKey, codeKeyLength + 1> powers = [] {
    std::array<CodeKey, codeKeyLength + 1> made{};
    made[0] = 1;
    for (std::size_t i = 1; i < made.size(); ++i)
        made[i] = made[i - 1] * base;
    return made;
}();

CodeKey valueOf(QChar c) noexcept
{
    const char16_t letter = c.unicode();
    if (letter >= u'0' && letter <= u'9')
        return letter - u'0' + 1U;
    if (letter >= u'a' && letter <= u'z')
        return letter - u'a' + 11U;
    return 0;
}

} // namespace

CodeKey codeKey(QStringView text) noexcept
{
    CodeKey key = 0;
    for (qsizetype i = 0; i < codeKeyLength; ++i)
        key = key * base + (i < text.size() ? valueOf(text[i]) : 0);
    return key;
}

CodeKeys exactly(QStringView text) noexcept
{
    const CodeKey key = codeKey(text);
    return {key, key + 1, 0};
}

CodeKeys beginningWith(QStringView text) noexcept
{
    const CodeKey key = codeKey(text);
    const auto open = static_cast<std::size_t>(codeKeyLength - std::min(text.size(), codeKeyLength));
    return {key, key + powers[open], 0};
}

CodeKey inwardOf(CodeKey key) noexcept
{
    constexpr std::size_t outwardLength = 4; // see postcodeCode()
    return key % powers[codeKeyLength - outwardLength];
}

CodeKeys endingWithInward(QStringView inward) noexcept
{
    return {0, powers[codeKeyLength], inwardOf(codeKey(QString(4, u' ').append(inward)))};
}

CodeKey textKey(QStringView text) noexcept
{
    CodeKey key = 14695981039346656037ULL; // FNV-1a
    for (const QChar c : text)
        key = (key ^ c.unicode()) * 1099511628211ULL;
    return key >> 8;
}

} // namespace reeve::matching
