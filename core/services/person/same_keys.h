// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_card.h"
#include "core/matching/search/search_index.h"

#include <unordered_map>
#include <vector>

namespace reeve::services {

// Finds people who say exactly the same of something that hardly two people share: NHS or NI number; telephone number
// or e-mail address, with the given name; date of birth with given and family name. Some hundred nanoseconds for a row
// of an import; whoever it finds is compared closely afterwards. Numbers are those of the rows of person.
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
    std::unordered_map<quint64, quint32> m_added; // hash of a key -> who had it first
};

} // namespace reeve::services
