// SPDX-License-Identifier: MIT
#include "core/domain/scanned_text.h"

namespace reeve::domain {

namespace {

constexpr std::size_t widestGap = 4;        // "\r\n  "
constexpr std::size_t widestInvisible = 16; // zero-width characters, on top of that

constexpr std::size_t widestMask = 60;  // of a 19-digit number, with gaps
constexpr std::size_t shortestMask = 8; // of a 12-digit number

bool isSeparator(char32_t c)
{
    return QChar::isSpace(c) || QChar::category(c) == QChar::Punctuation_Dash || c == U'\u2212';
}

bool isPunctuationWithin(char32_t c)
{
    return c == U'.' || c == U'_' || c == U'/' || c == U'*' || c == U'|' || c == U'\u00b7';
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
    // "4111.1111.1111.1111", but not dates, times and amounts of money.
    const bool isPrintedLength = left.size() == 4 || left.size() == 6;
    if (right.begin == left.end + 1 && isPrintedLength && isPunctuationWithin(characters[left.end].code))
        return true;
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
    std::size_t digits = group.size(); // behind the mask, up to the end of this group
    std::size_t bullets = 0;
    for (std::size_t i = group.begin; i > 0 && digits <= 4 && group.begin - i < widestMask; --i) {
        const char32_t c = at(i - 1);
        if (c == maskCharacter)
            ++bullets;
        else if (QChar::isLetter(c) || (characters[i - 1].digit >= 0 && bullets > 0))
            break;
        else if (characters[i - 1].digit >= 0)
            ++digits;
    }
    return digits <= 4 && bullets >= shortestMask;
}

bool ScannedText::hasMask(std::size_t begin, std::size_t end) const
{
    int bullets = 0;
    for (std::size_t i = begin; i < end; ++i) {
        if (at(i) == maskCharacter && ++bullets == 3)
            return true;
    }
    return false;
}

} // namespace reeve::domain
