// SPDX-License-Identifier: MIT
#include "core/domain/card_number.h"

#include <algorithm>
#include <array>
#include <string>

namespace reeve::domain {

namespace {

constexpr std::size_t shortest = 12;
constexpr std::size_t longest = 19;
constexpr std::size_t longestPhone = 15; // E.164

struct Scheme
{
    int lowest; // of the first four digits
    int highest;
    std::size_t shortest;
    std::size_t longest;
};

constexpr std::array schemes = {
    Scheme{2221, 2720, 16, 16}, Scheme{5100, 5599, 16, 16},                             // Mastercard
    Scheme{3400, 3499, 15, 15}, Scheme{3700, 3799, 15, 15},                             // American Express
    Scheme{3000, 3059, 14, 19}, Scheme{3600, 3699, 14, 19}, Scheme{3800, 3999, 14, 19}, // Diners
    Scheme{3528, 3589, 16, 19},                                                         // JCB
    Scheme{5000, 5099, 12, 19}, Scheme{5600, 5899, 12, 19},                             // Maestro
    Scheme{6000, 6999, 12, 19},                                                         // Maestro, Discover, UnionPay
};

bool isLetter(char32_t c)
{
    return QChar::isLetter(c);
}

bool isHex(char32_t c)
{
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
}

// Whether the 36 characters from `index` are a UUID.
bool isUuidAt(const ScannedText &text, std::size_t index)
{
    if (index + 36 > text.characters.size() || (index > 0 && QChar::isLetterOrNumber(text.at(index - 1))))
        return false;
    for (std::size_t i = 0; i < 36; ++i) {
        const bool isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (isHyphen ? text.at(index + i) != U'-' : !isHex(text.at(index + i)))
            return false;
    }
    return !QChar::isLetterOrNumber(text.at(index + 36));
}

std::vector<bool> insideUuids(const ScannedText &text)
{
    std::vector<bool> inside(text.characters.size());
    for (std::size_t i = 0; i + 36 <= inside.size(); ++i) {
        if (text.at(i + 8) != U'-' || !isUuidAt(text, i))
            continue;
        std::fill_n(inside.begin() + static_cast<std::ptrdiff_t>(i), 36, true);
        i += 35;
    }
    return inside;
}

// The word before a group, ASCII and lower case, when only spaces and punctuation stand between: "IMEI: 49…".
std::string wordBefore(const ScannedText &text, const ScannedText::Group &group)
{
    std::size_t i = group.begin;
    for (int skipped = 0; i > 0 && !isLetter(text.at(i - 1)) && skipped < 12; ++skipped) {
        if (text.characters[i - 1].digit >= 0)
            return {};
        --i;
    }
    std::string word;
    for (; i > 0 && isLetter(text.at(i - 1)) && word.size() < 12; --i) {
        const char32_t c = text.at(i - 1);
        word.insert(word.begin(), c < 0x80 ? static_cast<char>(c | 0x20U) : '?');
        if (word == "imei" || word == "uprn")
            return word;
    }
    return word;
}

// What is named as something else, with the length of something else.
bool isNamedOtherwise(const ScannedText &text, const ScannedText::Group &first, std::size_t digits)
{
    if (text.before(first) == U'+' && digits <= longestPhone)
        return true;
    if (digits == 15)
        return wordBefore(text, first) == "imei";
    return digits == 12 && wordBefore(text, first) == "uprn";
}

// All groups that make up one candidate.
struct Window
{
    std::size_t first;
    std::size_t last;
};

class Search
{
public:
    explicit Search(ScannedText &text) : m_text(text), m_insideUuid(insideUuids(text)) {}

    int run()
    {
        for (std::size_t i = 0; i < m_text.groups.size(); ++i)
            startAt(i);
        int count = 0;
        std::size_t end = 0; // of the groups counted so far
        for (const Window &window : m_found) {
            maskWindow(window);
            if (count == 0 || window.first >= end)
                ++count;
            end = std::max(end, window.last + 1);
        }
        return count;
    }

private:
    // Tries every run of whole groups that begins with this one; at most `longest` digits, so a constant number.
    void startAt(std::size_t first)
    {
        const auto &group = m_text.groups[first];
        if (m_insideUuid[group.begin] || m_text.isTailOfMask(group))
            return;
        std::array<std::uint8_t, longest> digits{};
        std::size_t count = 0;
        for (std::size_t last = first; last < m_text.groups.size(); ++last) {
            const auto &next = m_text.groups[last];
            if (last > first && !m_text.areJoined(m_text.groups[last - 1], next))
                return;
            if (count + next.size() > longest || m_insideUuid[next.begin])
                return;
            for (std::size_t i = next.begin; i < next.end; ++i)
                digits[count++] = static_cast<std::uint8_t>(m_text.characters[i].digit);
            const std::span<const std::uint8_t> read(digits.data(), count);
            if (count >= shortest && hasIssuerPrefix(read) && passesLuhn(read) &&
                !isNamedOtherwise(m_text, group, count))
                m_found.push_back({first, last});
        }
    }

    void maskWindow(const Window &window)
    {
        std::size_t kept = 0;
        for (std::size_t g = window.last + 1; g-- > window.first;) {
            m_text.groups[g].isInCard = true;
            for (std::size_t i = m_text.groups[g].end; i-- > m_text.groups[g].begin;) {
                if (kept < 4)
                    ++kept;
                else
                    m_text.characters[i].isMasked = true;
            }
        }
    }

    ScannedText &m_text;
    std::vector<bool> m_insideUuid;
    std::vector<Window> m_found;
};

} // namespace

bool passesLuhn(std::span<const std::uint8_t> digits)
{
    unsigned sum = 0;
    bool isDoubled = false;
    for (std::size_t i = digits.size(); i-- > 0; isDoubled = !isDoubled) {
        const unsigned value = isDoubled ? digits[i] * 2U : digits[i];
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

bool hasIssuerPrefix(std::span<const std::uint8_t> digits)
{
    const std::size_t length = digits.size();
    if (length < 4)
        return false;
    if (digits[0] == 4)
        return length == 13 || length == 16 || length == 19; // Visa
    const int prefix = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
    return std::any_of(schemes.begin(), schemes.end(), [=](const Scheme &scheme) {
        return prefix >= scheme.lowest && prefix <= scheme.highest && length >= scheme.shortest &&
               length <= scheme.longest;
    });
}

int markCardNumbers(ScannedText &text)
{
    return Search(text).run();
}

} // namespace reeve::domain
