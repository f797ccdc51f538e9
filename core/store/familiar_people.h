// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/matching/search/search_index.h"
#include "core/store/connection.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace reeve::store {

// What decides between people for whom a search has equally much to say.
struct TieBreak
{
    std::optional<domain::PersonId> beside; // whoever is open or on the line: their household comes first
    QStringList openDispositions;           // whose last interaction ended so has something still to come
};

// Whom a desk has to do with just now. A search looks at them even where hundreds of namesakes come before them.
class FamiliarPeople final
{
public:
    // Those the newest interactions are about, and the household of who is beside. Runs inside the caller's
    // transaction.
    [[nodiscard]] static Result<FamiliarPeople> of(Connection &connection, const matching::SearchIndex &index,
                                                   TieBreak tieBreak, QDate today);

    [[nodiscard]] const std::vector<quint32> &numbers() const noexcept { return m_numbers; }

    // Among equals: the living, then the household, then those with something still to come, then those this desk spoke
    // with last. The greater comes first.
    struct Rank
    {
        bool isLiving = false;
        bool isHousehold = false;
        bool isOpen = false;
        qint64 lastContact = 0;

        friend auto operator<=>(const Rank &, const Rank &) = default;
    };
    [[nodiscard]] Result<Rank> rankOf(Connection &connection, const domain::Person &person) const;

private:
    TieBreak m_tieBreak;
    std::optional<domain::Address> m_home; // of who is beside
    std::vector<quint32> m_numbers;
};

} // namespace reeve::store
