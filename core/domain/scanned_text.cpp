// SPDX-License-Identifier: MIT
#include "core/domain/scanned_text.h"

namespace reeve::domain {

namespace {

constexpr std::size_t widestGap = 4;        // "\r\n  "
constexpr std::size_t widestInvisible = 16; // zero-width characters, on top of that

constexpr std::size_t widestMask = 60;  // of a 19-digit number, with gaps
constexpr std::size_t shortestMask = 8; // of a 12-digit number
constexpr char32_t mask = U'\u2022';

bool isSeparator(char32_t c)
{
    return QChar::isSpace(c) || QChar::category(c) == QChar::Punctuation_Dash || c == U'\u2212';
}

char32_t codePointAt(QStringView text, qsizetype index)
{
    const QChar c = text[index];
    if (c.isHighSurrogate() && index + 1 < text.size() && text[index + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[index + 1]);
    return c.unicode();
}

} // namespace

bool isInvisible(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format;
}

ScannedText::ScannedText(QStringView source)
{
    characters.reserve(static_cast<std::size_t>(source.size()));
    for (qsizetype i = 0; i < source.size();) {
        Character character;
        character.position = i;
        character.code = codePointAt(source, i);
        character.length = character.code > 0xffff ? 2 : 1;
        character.digit = QChar::digitValue(character.code);
        i += character.length;

        if (character.digit >= 0) {
            const std::size_t index = characters.size();
            if (groups.empty() || groups.back().end != index)
                groups.push_back({index, index, false});
            groups.back().end = index + 1;
        }
        characters.push_back(character);
    }
}

bool ScannedText::areJoined(const Group &left, const Group &right) const
{
    if (right.begin - left.end > widestGap + widestInvisible)
        return false;
    std::size_t separators = 0;
    for (std::size_t i = left.end; i < right.begin; ++i) {
        const char32_t c = characters[i].code;
        if (isInvisible(c))
            continue;
        if (!isSeparator(c) || ++separators > widestGap)
            return false;
    }
    return true;
}

bool ScannedText::isTailOfMask(const Group &group) const
{
    if (group.size() > 4)
        return false;
    std::size_t bullets = 0;
    for (std::size_t i = group.begin; i > 0 && group.begin - i < widestMask; --i) {
        const char32_t c = at(i - 1);
        if (c == mask)
            ++bullets;
        else if (QChar::isLetterOrNumber(c))
            break;
    }
    return bullets >= shortestMask;
}

bool ScannedText::hasMask(std::size_t begin, std::size_t end) const
{
    int bullets = 0;
    for (std::size_t i = begin; i < end; ++i) {
        if (at(i) == mask && ++bullets == 3)
            return true;
    }
    return false;
}

} // namespace reeve::domain
