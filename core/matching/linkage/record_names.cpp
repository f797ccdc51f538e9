// SPDX-License-Identifier: MIT
#include "core/matching/linkage/record_builder.h"

#include "core/matching/linkage/words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace reeve::matching {

namespace {

bool isTitle(std::u16string_view word)
{
    static constexpr std::array<std::u16string_view, 13> titles = {
        u"mr", u"mrs", u"miss", u"ms", u"mx", u"dr", u"sir", u"lady", u"rev", u"dame", u"lord", u"prof", u"master"};
    return std::find(titles.begin(), titles.end(), word) != titles.end();
}

struct Suffix
{
    std::u16string_view word;
    Generation generation;
    bool isName; // for other people: not taken off when it is all there is
};

const Suffix *suffixOf(std::u16string_view word)
{
    static constexpr std::array<Suffix, 8> suffixes = {{{u"snr", Generation::Senior, false},
                                                        {u"sr", Generation::Senior, false},
                                                        {u"senior", Generation::Senior, true},
                                                        {u"jnr", Generation::Junior, false},
                                                        {u"jr", Generation::Junior, false},
                                                        {u"junior", Generation::Junior, true},
                                                        {u"ii", Generation::Second, false},
                                                        {u"iii", Generation::Third, false}}};
    const auto *const found =
        std::find_if(suffixes.begin(), suffixes.end(), [word](const Suffix &suffix) { return suffix.word == word; });
    return found == suffixes.end() ? nullptr : found;
}

// What stands for a name that nobody knows.
bool isNoName(std::u16string_view text)
{
    return text == u"unknown" || text == u"not known" || text == u"n a" || text == u"n k";
}

} // namespace

void RecordBuilder::title(LinkageRecord &record, std::string_view text)
{
    eachWord(folded(text), [&record](std::u16string_view word) {
        if (const Suffix *suffix = suffixOf(word))
            record.generation = suffix->generation;
    });
}

// A name without the suffix behind it, which the record keeps beside.
TextPool::Number RecordBuilder::nameOf(LinkageRecord &record, std::u16string_view text)
{
    if (const Suffix *suffix = suffixOf(lastWord(text))) {
        const std::u16string_view before = withoutLastWord(text);
        if (!before.empty() || !suffix->isName) {
            record.generation = suffix->generation;
            text = before;
        }
    }
    return isNoName(text) ? 0 : m_set.names.add(text);
}

// "John (Jack)": what stands in brackets is what they are known as.
std::string_view RecordBuilder::withoutBrackets(LinkageRecord &record, std::string_view text)
{
    std::size_t open = text.find('(');
    if (open == std::string_view::npos)
        return text;
    m_outside = text;
    while (open != std::string::npos) {
        const std::size_t close = std::min(m_outside.find(')', open), m_outside.size());
        if (record.knownAs == 0)
            knownAs(record, std::string_view(m_outside).substr(open + 1, close - open - 1));
        m_outside.replace(open, std::min(close + 1, m_outside.size()) - open, 1, ' ');
        open = m_outside.find('(');
    }
    return m_outside;
}

void RecordBuilder::given(LinkageRecord &record, std::string_view text)
{
    std::u16string_view name = folded(withoutBrackets(record, text));
    const std::size_t end = name.find(u' ');
    if (end != std::u16string_view::npos && isTitle(name.substr(0, end)))
        name.remove_prefix(end + 1);
    record.given = nameOf(record, name);
}

void RecordBuilder::middle(LinkageRecord &record, std::string_view text)
{
    record.middle = nameOf(record, folded(text));
}

void RecordBuilder::knownAs(LinkageRecord &record, std::string_view text)
{
    record.knownAs = nameOf(record, folded(text));
}

void RecordBuilder::family(LinkageRecord &record, std::string_view text)
{
    addFamily(record, folded(text));
}

void RecordBuilder::addFamily(LinkageRecord &record, std::u16string_view text)
{
    if (text.empty())
        return;
    if (record.family != 0) {
        m_other = m_set.names.text(record.family);
        append(m_other, text);
        text = m_other;
    }
    record.family = nameOf(record, text);
}

void RecordBuilder::former(LinkageRecord &record, std::string_view text)
{
    LinkageRecord aside; // a suffix there says nothing about who this is
    record.former = nameOf(aside, folded(text));
}

// "Dr Joan Ann Hayward", "Hayward, Joan". Where first and family name have fields of their own, only what else is in
// the full name is taken.
void RecordBuilder::fullName(LinkageRecord &record, std::string_view text)
{
    text = withoutBrackets(record, text);
    const std::size_t comma = text.find(',');
    const bool isSplit = record.given != 0 || record.family != 0;
    const bool hasTwoParts =
        comma != std::string_view::npos && suffixOf(folded(text.substr(comma + 1))) == nullptr; // "Joan Hayward, Snr"
    if (!isSplit && hasTwoParts) {
        given(record, text.substr(comma + 1));
        family(record, text.substr(0, comma));
        return;
    }
    const std::u16string all(folded(text));
    std::vector<std::u16string_view> words;
    eachWord(all, [&](std::u16string_view word) {
        if (!isTitle(word))
            words.push_back(word);
    });
    const Suffix *const suffix = words.empty() ? nullptr : suffixOf(words.back());
    // A family may be called Senior: with but one word before it, or where its own field says so.
    const bool isFamily =
        suffix != nullptr && suffix->isName && (words.size() <= 2 || words.back() == m_set.names.text(record.family));
    if (suffix != nullptr && !isFamily) {
        record.generation = suffix->generation;
        words.pop_back();
    }
    if (!isSplit && !words.empty()) {
        record.given = words.size() > 1 ? m_set.names.add(words.front()) : 0;
        record.family = m_set.names.add(words.back());
        words.erase(words.begin());
        if (!words.empty())
            words.pop_back();
    }
    if (record.middle != 0)
        return;
    std::u16string rest;
    for (const std::u16string_view word : words) {
        if (word != m_set.names.text(record.given) && word != m_set.names.text(record.family))
            append(rest, word);
    }
    record.middle = m_set.names.add(rest);
}

} // namespace reeve::matching
