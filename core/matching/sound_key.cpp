// SPDX-License-Identifier: MIT
#include "core/matching/string_distance.h"

#include <array>

namespace reeve::matching {

namespace {

constexpr int mostConsonants = 6;

bool isVowel(char16_t c)
{
    return c == u'a' || c == u'e' || c == u'i' || c == u'o' || c == u'u' || c == u'y' || c == u'h' || c == u'w';
}

struct Spelling
{
    std::u16string_view written;
    char16_t sound; // '-' for none
    bool onlyAtStart;
};

// Longest first among those that begin alike. What is not listed stands for itself.
constexpr std::array<Spelling, 20> spellings = {
    {{u"mac", u'm', true},  {u"mc", u'm', true},  {u"wr", u'r', true},  {u"kn", u'n', true},  {u"gn", u'n', true},
     {u"ps", u's', true},   {u"ph", u'f', false}, {u"gh", u'-', false}, {u"ck", u'k', false}, {u"ch", u'c', false},
     {u"sch", u's', false}, {u"sh", u's', false}, {u"ce", u's', false}, {u"ci", u's', false}, {u"cy", u's', false},
     {u"c", u'k', false},   {u"q", u'k', false},  {u"v", u'f', false},  {u"z", u's', false},  {u"j", u'j', false}}};

} // namespace

std::uint32_t soundKey(QStringView name)
{
    std::uint32_t key = 0;
    int length = 0;
    char16_t last = 0;
    const auto put = [&](char16_t sound) {
        if (sound == last || length == mostConsonants)
            return;
        key = (key << 5) | static_cast<std::uint32_t>(sound - u'a' + 1);
        ++length;
        last = sound;
    };

    const QStringView letters = name.first(std::min<qsizetype>(name.size(), 64));
    qsizetype i = 0;
    while (i < letters.size()) {
        const QStringView rest = letters.sliced(i);
        const char16_t c = rest.front().unicode();
        if (c < u'a' || c > u'z') {
            ++i;
            continue;
        }
        const Spelling *found = nullptr;
        for (const Spelling &spelling : spellings) {
            if ((i == 0 || !spelling.onlyAtStart) && rest.startsWith(QStringView(spelling.written))) {
                found = &spelling;
                break;
            }
        }
        if (found != nullptr) {
            if (found->sound != u'-')
                put(found->sound);
            if (found->onlyAtStart && found->written.front() == u'm')
                put(u'k'); // Mac and Mc
            i += found->written.back() == u'e' || found->written.back() == u'i' || found->written.back() == u'y'
                     ? 1
                     : static_cast<qsizetype>(found->written.size());
            continue;
        }
        if (c == u'x') {
            put(u'k');
            put(u's');
        } else if (!isVowel(c)) {
            put(c);
        } else if (i == 0) {
            put(u'a');
        } else if (c != u'h' && c != u'w') {
            last = 0; // a vowel parts two equal consonants
        }
        ++i;
    }
    return key;
}

} // namespace reeve::matching
