// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_card.h"
#include "core/matching/search/search_index.h"

#include <vector>

namespace reeve::services {

// Finds people who say exactly the same of something that hardly two people share: NHS or NI number; telephone number
// or e-mail address, with the given name; date of birth with given and family name. Some hundred nanoseconds for a row
// of an import; whoever it finds is compared closely afterwards. Among those of one import a shared telephone or e-mail
// is no reason to look closer where family name, postcode and date of birth (both its year and its day) all differ.
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
        quint32 family = 0;
        quint32 postcode = 0;
        quint32 year = 0;
        quint32 day = 0; // and month; 0 where the day is not known
    };
    [[nodiscard]] static Facts factsOf(const matching::SearchCard &card);
    [[nodiscard]] bool areStrangers(quint32 one, quint32 other) const;

    // Who had a key first, by open addressing: a map of nodes takes three times as long.
    struct Holder
    {
        quint64 key = 0;
        quint32 number = 0; // 0: free
    };
    [[nodiscard]] quint32 firstWith(quint64 key, quint32 number);
    void grow();

    std::vector<Holder> m_holders = std::vector<Holder>(std::size_t{1} << 12); // a power of two
    std::size_t m_held = 0;
    std::vector<Facts> m_facts; // by number, from m_firstNumber on
    quint32 m_firstNumber = 0;
};

} // namespace reeve::services
