// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_card.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace reeve::services {

// What a card says of who somebody is, for finding others who say the same. Views into the card: it must outlive this.
struct CardFacts
{
    explicit CardFacts(const matching::SearchCard &card);

    std::string_view given; // each name as one word
    std::string_view family;
    std::string familySound;           // the family name itself where it has none
    matching::CodeKey bornOnDay = 0;   // the same; 0 where only the year or the month is known
    matching::CodeKey bornSwapped = 0; // with day and month changed round; 0 where that is no date
    matching::CodeKey yearOfBirth = 0;
    matching::CodeKey dayOfBirth = 0; // and month
    matching::CodeKey postcode = 0;   // the last

    // One for a date and for the same with day and month changed round.
    [[nodiscard]] matching::CodeKey bornEitherWay() const noexcept
    {
        return bornSwapped == 0 ? bornOnDay : std::min(bornOnDay, bornSwapped);
    }
};

// As CardFacts has it, of any family name.
[[nodiscard]] std::string soundOf(std::string_view family);

} // namespace reeve::services
