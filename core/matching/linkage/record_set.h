// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/linkage_record.h"
#include "core/matching/names/name_variants.h"

#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace reeve::matching {

// What is compared, by number: first as MatchField has it, then the extra columns.
inline constexpr std::size_t fieldCount = 11 + mostExtras;
inline constexpr std::size_t firstExtra = 11;

// Records with the texts they share, and how common each text is. Fill `records` through a RecordBuilder, then
// settle(); from then on it is read by any number of threads.
class RecordSet final
{
public:
    // Counts, and finds for every name how it sounds and which other names in here are forms of it.
    void settle(const NameVariants &variants, std::int64_t people);

    // The same without counting, for a handful of records; the caller sets how rare things are.
    void settleUncounted(const NameVariants &variants);

    [[nodiscard]] const Frequencies &frequencies(std::size_t field) const { return m_frequencies[field]; }
    [[nodiscard]] Frequencies &frequencies(std::size_t field) { return m_frequencies[field]; }

    // Of dates of birth, by their place in the calendar.
    [[nodiscard]] static TextPool::Number dayNumber(std::int32_t date);

    // Street and house number together, and how common that is.
    [[nodiscard]] TextPool::Number home(const LinkageRecord &record) const;
    [[nodiscard]] const Frequencies &homes() const { return m_homes; }
    [[nodiscard]] Frequencies &homes() { return m_homes; }

    [[nodiscard]] std::uint32_t sound(TextPool::Number name) const { return m_sounds[name]; }
    [[nodiscard]] bool areVariants(TextPool::Number a, TextPool::Number b, bool isFamily) const;

    std::vector<LinkageRecord> records;
    std::size_t lefts = 0; // the first so many are the left file when two are linked; 0: one file

    TextPool names;
    TextPool streets;
    TextPool numbers;
    TextPool postcodes;
    TextPool contacts; // telephone numbers, e-mail addresses, UPRN, NHS and NI numbers
    TextPool extras;
    QList<QString> extraNames; // of the columns compared as text

private:
    struct Variants
    {
        std::vector<std::uint32_t> begins;
        std::vector<TextPool::Number> others; // of each name, sorted
    };
    [[nodiscard]] Variants variantsOf(const NameVariants &variants, bool isFamily) const;
    void countRecord(const LinkageRecord &record);

    std::array<Frequencies, fieldCount> m_frequencies;
    Frequencies m_homes;
    std::vector<std::uint32_t> m_sounds;
    Variants m_given;
    Variants m_family;
};

} // namespace reeve::matching
