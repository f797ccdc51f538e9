// SPDX-License-Identifier: MIT
#include "core/domain/security_code.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace reeve::domain {

namespace {

constexpr std::size_t reachAfter = 36; // characters from the naming words to the code
constexpr std::size_t reachBefore = 28;
constexpr std::size_t reachBeside = 4; // "CVV: 2024" is a code, "CVV asked for in 2024" is not
constexpr std::size_t longestWord = 16;

struct Word
{
    std::string text; // ASCII, lower case; other letters as '?'
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Words that name a security code, one after the other; all lower case. "cv" counts with a 2 after it only.
using Phrase = std::array<std::string_view, 4>;
constexpr std::array phrases = {
    Phrase{"cvv"},
    Phrase{"cvc"},
    Phrase{"csc"},
    Phrase{"cv"},
    Phrase{"cav"},
    Phrase{"security", "code"},
    Phrase{"security", "number"},
    Phrase{"security", "digits"},
    Phrase{"card", "verification"},
    Phrase{"digits", "on", "the", "back"},
    Phrase{"digits", "on", "back"},
    Phrase{"digits", "from", "the", "back"},
    Phrase{"number", "on", "the", "back"},
    Phrase{"numbers", "on", "the", "back"},
    Phrase{"signature", "strip"},
    Phrase{"back", "of", "the", "card"},
    Phrase{"back", "of", "her", "card"},
    Phrase{"back", "of", "his", "card"},
    Phrase{"back", "of", "their", "card"},
    Phrase{"back", "of", "card"},
    Phrase{"cod", "diogelwch"},
    Phrase{"god", "diogelwch"},
    Phrase{"chod", "diogelwch"},
    Phrase{"rhif", "diogelwch"},
    Phrase{"digid", "ar", "y", "cefn"},
    Phrase{"digid", "ar", "gefn"},
    Phrase{"rhif", "ar", "y", "cefn"},
    Phrase{"rhif", "ar", "gefn"},
    Phrase{"gefn", "y", "cerdyn"},
    Phrase{"cefn", "y", "cerdyn"},
};

// For each letter the lengths, as bits, of the words that a phrase begins with: most words are none of them by that.
constexpr std::array<quint32, 26> lengthsOfFirst = [] {
    std::array<quint32, 26> lengths{};
    for (const Phrase &phrase : phrases)
        lengths[static_cast<std::size_t>(phrase.front().front() - 'a')] |= quint32{1} << phrase.front().size();
    return lengths;
}();

bool mayBeginPhrase(std::string_view word)
{
    return !word.empty() && word.size() < 32 &&
           ((lengthsOfFirst[static_cast<std::size_t>(word.front() - 'a')] >> word.size()) & 1) != 0;
}

bool isSentenceEnd(char32_t c)
{
    return c == U'.' || c == U'!' || c == U'?' || c == U';';
}

std::vector<Word> wordsOf(const ScannedText &text)
{
    std::vector<Word> words;
    bool isOpen = false;
    for (std::size_t i = 0; i < text.characters.size(); ++i) {
        const char32_t c = text.at(i);
        if (isInvisible(c))
            continue;
        if (!QChar::isLetter(c)) {
            isOpen = false;
            continue;
        }
        if (!isOpen)
            words.push_back({{}, i, i});
        isOpen = true;
        Word &word = words.back();
        // Full-width letters are letters, too.
        const char32_t plain = c >= 0xff21 && c <= 0xff5a ? c - 0xfee0 : c;
        if (word.text.size() < longestWord)
            word.text += plain < 0x80 ? static_cast<char>(plain | 0x20U) : '?';
        word.end = i + 1;
    }
    return words;
}

class Search
{
public:
    explicit Search(ScannedText &text) : m_text(text), m_words(wordsOf(text)) {}

    int run()
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (const Phrase &phrase : phrases)
                tryPhrase(phrase, i);
        }
        for (std::size_t g = 0; g < m_text.groups.size(); ++g) {
            if (m_text.groups[g].isInCard && (g + 1 == m_text.groups.size() || !m_text.groups[g + 1].isInCard))
                tryBehindCard(g);
        }
        return m_count;
    }

private:
    void tryPhrase(const Phrase &phrase, std::size_t first)
    {
        std::size_t length = 0;
        while (length < phrase.size() && !phrase[length].empty()) {
            if (first + length >= m_words.size() || m_words[first + length].text != phrase[length])
                return;
            ++length;
        }
        const std::size_t begin = m_words[first].begin;
        std::size_t end = m_words[first + length - 1].end;
        // "CVV2": the 2 belongs to the word.
        const bool hasTwo = end < m_text.characters.size() && m_text.characters[end].digit == 2 &&
                            (end + 1 == m_text.characters.size() || m_text.characters[end + 1].digit < 0);
        if (length == 1 && hasTwo)
            ++end;
        else if (phrase[0] == "cv" || phrase[0] == "cav")
            return;
        if (!tryAfter(end, phrase[0] == "csc" ? reachBeside : reachAfter)) // also short for a customer service centre
            tryBefore(begin);
    }

    // The first digits after `from`, in the same sentence.
    bool tryAfter(std::size_t from, std::size_t reach)
    {
        const auto group = std::lower_bound(m_text.groups.begin(), m_text.groups.end(), from,
                                            [](const auto &g, std::size_t index) { return g.begin < index; });
        const std::size_t next = group == m_text.groups.end() ? m_text.characters.size() : group->begin;
        if (m_text.hasMask(from, std::min(next, from + reach + 4)))
            return true;
        if (group == m_text.groups.end() || next - from > reach)
            return false;
        for (std::size_t i = from; i + 1 < group->begin; ++i) {
            if (isSentenceEnd(m_text.at(i)) && QChar::isSpace(m_text.at(i + 1)))
                return false;
        }
        const auto index = static_cast<std::size_t>(group - m_text.groups.begin());
        return maskCodeAt(index, group->begin - from <= reachBeside);
    }

    // "123 on the back of the card", "used 123 as the security code": the last digits before, in the same clause.
    bool tryBefore(std::size_t to)
    {
        const auto after = std::lower_bound(m_text.groups.begin(), m_text.groups.end(), to,
                                            [](const auto &g, std::size_t index) { return g.begin < index; });
        if (after == m_text.groups.begin())
            return false;
        const auto group = after - 1;
        if (to - group->end > reachBefore)
            return false;
        for (std::size_t i = group->end; i < to; ++i) {
            if (isSentenceEnd(m_text.at(i)) || m_text.at(i) == U',' || m_text.at(i) == U'\n')
                return false;
        }
        if (m_text.hasMask(group->end, to))
            return true;
        return maskCodeAt(static_cast<std::size_t>(group - m_text.groups.begin()), to - group->end <= reachBeside);
    }

    // "4111 1111 1111 1111 12/27 123": what follows a card number, after an expiry date or at once.
    void tryBehindCard(std::size_t card)
    {
        std::size_t next = card + 1;
        if (isDatePart(next) && isDatePart(next + 1) && isNear(card, next, 16))
            next += 2;
        if (next < m_text.groups.size() && isNear(next - 1, next, next == card + 1 ? 3 : 12))
            maskCodeAt(next, next == card + 1);
    }

    [[nodiscard]] bool isDatePart(std::size_t index) const
    {
        if (index + 1 >= m_text.groups.size() && index >= m_text.groups.size())
            return false;
        const auto &group = m_text.groups[index];
        const char32_t c = index + 1 < m_text.groups.size() ? m_text.at(group.end) : 0;
        const bool isFirst = group.size() == 2 && (c == U'/' || c == U'-');
        const char32_t before = m_text.before(group);
        const bool isSecond = (group.size() == 2 || group.size() == 4) && (before == U'/' || before == U'-');
        return isFirst || isSecond;
    }

    [[nodiscard]] bool isNear(std::size_t left, std::size_t right, std::size_t reach) const
    {
        return m_text.groups[right].begin - m_text.groups[left].end <= reach;
    }

    // Masks the code that begins with this group; false when it is something else. "1 2 3" is one, too.
    bool maskCodeAt(std::size_t index, bool isBeside)
    {
        std::size_t last = index;
        std::size_t digits = m_text.groups[index].size();
        while (digits < 3 && last + 1 < m_text.groups.size() &&
               m_text.areJoined(m_text.groups[last], m_text.groups[last + 1]))
            digits += m_text.groups[++last].size();
        if ((digits != 3 && digits != 4) || m_text.groups[index].isInCard || m_text.groups[last].isInCard)
            return false;
        if (isPartOfSomethingElse(m_text.groups[index], m_text.groups[last]) || (!isBeside && isYear(index, digits)))
            return false;
        if (m_text.isTailOfMask(m_text.groups[index]))
            return false;
        if (m_text.characters[m_text.groups[index].begin].isMasked)
            return true;
        for (std::size_t g = index; g <= last; ++g) {
            for (std::size_t i = m_text.groups[g].begin; i < m_text.groups[g].end; ++i)
                m_text.characters[i].isMasked = true;
        }
        ++m_count;
        return true;
    }

    // £123, 10:42 and 12/2027 are none; nor is half a phone number (020 7946 0123 has more digits behind it).
    [[nodiscard]] bool isPartOfSomethingElse(const ScannedText::Group &first, const ScannedText::Group &last) const
    {
        const char32_t before = m_text.before(first);
        if (before == U'\u00a3' || before == U'/' || before == U'+')
            return true;
        const char32_t after = m_text.at(last.end);
        // A digit that was masked before is still one.
        const std::size_t next = last.end + 1;
        const bool isDigitAfter =
            next < m_text.characters.size() && (m_text.characters[next].digit >= 0 || m_text.at(next) == maskCharacter);
        return isDigitAfter && (after == U'.' || after == U':' || after == U'/');
    }

    [[nodiscard]] bool isYear(std::size_t index, std::size_t digits) const
    {
        const std::size_t begin = m_text.groups[index].begin;
        if (digits != 4 || m_text.groups[index].size() != 4)
            return false;
        const int century = m_text.characters[begin].digit * 10 + m_text.characters[begin + 1].digit;
        return century == 19 || century == 20;
    }

    ScannedText &m_text;
    std::vector<Word> m_words;
    int m_count = 0;
};

} // namespace

bool mayNameSecurityCode(QStringView text)
{
    std::string word;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const char16_t c = i < text.size() ? text[i].unicode() : u' ';
        if (c >= 0x80)
            return true; // full-width letters, and characters that nobody sees within a word
        const char letter = static_cast<char>(c | 0x20U);
        if (letter >= 'a' && letter <= 'z') {
            word += letter;
            continue;
        }
        if (mayBeginPhrase(word) && std::any_of(phrases.begin(), phrases.end(),
                                                [&word](const Phrase &phrase) { return phrase.front() == word; }))
            return true;
        word.clear();
    }
    return false;
}

int markSecurityCodes(ScannedText &text)
{
    return Search(text).run();
}

} // namespace reeve::domain
