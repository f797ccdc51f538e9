// SPDX-License-Identifier: MIT
#include "core/services/person/card_facts.h"

#include "core/matching/search/sound_key.h"

namespace reeve::services {

namespace {

constexpr quint64 power(quint64 base, int exponent)
{
    return exponent == 0 ? 1 : base * power(base, exponent - 1);
}

// Two digits of a month or a day each, as a code has them.
constexpr quint64 pair = power(37, 2);
constexpr quint64 ofMonth = power(37, 6);
constexpr quint64 ofDay = power(37, 4);

quint64 swapped(matching::CodeKey born)
{
    static const quint64 twelve = matching::codeKey(u"00000012") / ofDay % pair;
    const quint64 month = born / ofMonth % pair;
    const quint64 day = born / ofDay % pair;
    return day > twelve ? 0 : born - month * ofMonth - day * ofDay + day * ofMonth + month * ofDay;
}

} // namespace

std::string soundOf(std::string_view family)
{
    std::string sound = matching::soundKey(family);
    return sound.empty() ? std::string(family) : sound;
}

CardFacts::CardFacts(const matching::SearchCard &card)
{
    using matching::SearchField;
    for (const matching::SearchCard::Word &word : card.words) {
        if (word.field == SearchField::Given)
            given = word.text; // the last that a card holds of it
        else if (word.field == SearchField::Family)
            family = word.text;
    }
    familySound = soundOf(family);
    for (const matching::SearchCard::Code &code : card.codes) {
        if (code.field == SearchField::Postcode) {
            postcode = code.key;
        } else if (code.field == SearchField::Born) {
            // Four places for the year, two for the month, two for the day, the rest empty.
            constexpr quint64 year = power(37, 8);
            constexpr quint64 dayOfMonth = power(37, 6);
            static const quint64 unknown = matching::codeKey(u"00000000") % dayOfMonth;
            yearOfBirth = code.key / year;
            dayOfBirth = code.key % dayOfMonth == unknown ? 0 : code.key % year;
            bornOnDay = dayOfBirth == 0 ? 0 : code.key;
            bornSwapped = bornOnDay == 0 ? 0 : swapped(code.key);
        }
    }
}

} // namespace reeve::services
