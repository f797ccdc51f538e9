// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/duplicates/duplicate_service.h"

#include <optional>
#include <vector>

namespace reeve::ui {

// One line of two records side by side, and what is shown of them once they are merged. What is several (contact
// details, addresses …) is one line for each kind, its values one below the other.
struct PairRow
{
    // Kept: in neither of the two by itself, and in what they become: a home that is a former one then, say.
    enum class Difference { Same, Differs, OnlyLeft, OnlyRight, Kept };

    QString field; // as stored, without the key of one of several; homeAddress for the home
    QString name;  // for people
    QString left;  // the survivor's; empty: nothing
    QString right;
    QString merged;
    Difference difference = Difference::Same;
    std::optional<domain::MergeSide> side; // whose is shown, where one must be chosen; the rest keeps both

    friend bool operator==(const PairRow &, const PairRow &) = default;
};

// In the order in which one reads a person; lines that neither has are left out. `chosen` over what is suggested.
[[nodiscard]] std::vector<PairRow> pairRows(const services::PairReview &review,
                                            const std::map<QString, domain::MergeSide> &chosen);

// "differs", "the same", "only on the left" …
[[nodiscard]] QString differenceWords(PairRow::Difference difference);

} // namespace reeve::ui
