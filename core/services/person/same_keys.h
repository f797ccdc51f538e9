// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_card.h"
#include "core/matching/search/search_index.h"
#include "core/services/person/key_blocks.h"

#include <vector>

namespace reeve::services {

struct CardFacts;

// Finds people who say the same of something that hardly two people share. Some hundred nanoseconds for a row of an
// import; whoever it finds is compared closely afterwards, and only that decides. One of these is enough, so that one
// slip anywhere hides nobody:
//
//     NHS or NI number
//     telephone number or e-mail address, with the given name or the date of birth
//     postcode, with the date of birth or both names
//     date of birth, with the family name, or with the given name and the sound of the family name
//
// Beside a telephone number, an e-mail address or a postcode the day and the month may have changed places.
//
// What very many share, as a care home's telephone or 1 January, is passed over. Among those of one import a shared
// telephone or e-mail is no reason to look closer where family name, postcode and date of birth (both its year and its
// day) all differ.
// Numbers are those of the rows of person.
class SameKeys final
{
public:
    static constexpr std::size_t most = 8; // answers for one row

    // `known`: everybody who was here before.
    explicit SameKeys(std::shared_ptr<const matching::SearchIndex> known) : m_known(std::move(known)) {}

    // Of those who were here before. Any thread.
    [[nodiscard]] std::vector<quint32> known(const matching::SearchCard &card) const;

    // Adds this one; answers those that were added before. One thread at a time.
    [[nodiscard]] std::vector<quint32> add(quint32 number, const matching::SearchCard &card);

private:
    std::shared_ptr<const matching::SearchIndex> m_known;
    // What else a card says, as hashes; 0 where it says nothing.
    struct Facts
    {
        quint32 given = 0;
        quint32 family = 0;
        quint32 postcode = 0;
        quint32 year = 0;
        quint32 day = 0; // and month; 0 where the day is not known
    };
    [[nodiscard]] static Facts factsOf(const CardFacts &card);
    [[nodiscard]] const Facts &factsOf(quint32 number) const { return m_facts[number - m_firstNumber]; }

    KeyBlocks m_blocks; // of numbers less m_firstNumber
    std::vector<Facts> m_facts;
    quint32 m_firstNumber = 0;
};

} // namespace reeve::services
