// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/linkage.h"
#include "core/matching/linkage/linkage_tables.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace reeve::bench {

// Who each record of a table really is.
class LinkageTruth final
{
public:
    // What says it: a column; or the id, "id-" up to its second dash (rec-17-dup-0), "id/10" its number divided by ten.
    // None when a table has no such column.
    [[nodiscard]] static std::optional<LinkageTruth> read(const std::vector<std::string_view> &tables,
                                                          const matching::LinkageTables &records, const QString &rule);

    struct Score
    {
        std::int64_t wanted = 0; // pairs that are one person
        double precision = 0;    // at probability 0.95
        double recall = 0;
        double best = 0; // F1 at the probability that suits best, chosen with the truth in hand
        std::int64_t wrong = 0;
        // Of these, people of one home who were
        std::int64_t twins = 0;     // born on one day,
        std::int64_t juniors = 0;   // or 16 years or more apart and given one first name,
        std::int64_t namesakes = 0; // or both born on one day and given one first name: nothing tells them apart

        [[nodiscard]] double f1() const
        {
            return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        }
    };
    // `pairs`: likeliest first.
    [[nodiscard]] Score score(const std::vector<matching::LinkedPair> &pairs, const matching::RecordSet &set) const;

    // How far a probability can be believed: of the pairs that were said with about one, how many are one person.
    struct Band
    {
        double least = 0; // up to the next band's
        std::int64_t pairs = 0;
        double said = 0;  // at the mean
        double right = 0; // the share that is one person
    };
    [[nodiscard]] std::vector<Band> reliability(const std::vector<matching::LinkedPair> &pairs) const;

private:
    std::vector<std::uint32_t> m_person; // of each record
    std::vector<std::uint32_t> m_first;  // of each person the record that comes first, which has no slips
    std::int64_t m_wanted = 0;
};

} // namespace reeve::bench
