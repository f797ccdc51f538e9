// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/linkage_record.h"
#include "core/matching/names/name_variants.h"

#include <QString>

#include <cstdint>
#include <span>
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
    void settle(const NameVariants &variants, std::int64_t people, unsigned threads = 1);

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
    // A forename that people are given, however rare, and no slip of the pen.
    [[nodiscard]] bool isGivenName(TextPool::Number name) const { return m_givenNames[name]; }
    [[nodiscard]] bool areVariants(TextPool::Number a, TextPool::Number b, bool isFamily) const;

    // Forms of one forename, and hardly ever the names of two children of one family: see forenames.h.
    [[nodiscard]] bool arePetForms(TextPool::Number a, TextPool::Number b) const { return m_petForms.has(a, b); }

    // The words of a street, by number, each once.
    [[nodiscard]] std::span<const std::uint32_t> streetWords(TextPool::Number street) const
    {
        return {m_streetWords.data() + m_streetBegins[street], m_streetBegins[street + 1] - m_streetBegins[street]};
    }

    struct Postcode
    {
        std::uint32_t district = 0; // by number, 0 for none; for one that is not British the first three letters
        std::uint32_t sector = 0;   // or the whole
        bool isBritish = false;
    };
    [[nodiscard]] const Postcode &postcode(TextPool::Number code) const { return m_postcodes[code]; }

    std::vector<LinkageRecord> records;
    std::size_t lefts = 0; // the first so many are the left file when two are linked; 0: one file

    TextPool names;
    TextPool streets;
    TextPool numbers;
    TextPool postcodes;
    TextPool phones{digitSet};
    TextPool emails;
    TextPool uprns;
    TextPool identities; // NHS and NI numbers
    TextPool extras;
    QList<QString> extraNames; // of the columns compared as text

private:
    struct Variants
    {
        std::vector<std::uint32_t> begins;
        std::vector<TextPool::Number> others; // of each name, sorted
        [[nodiscard]] bool has(TextPool::Number a, TextPool::Number b) const;
    };
    enum class Kind { Given, Family, PetForms };
    [[nodiscard]] Variants variantsOf(const NameVariants &variants, Kind kind) const;
    void countRecords(std::size_t part, std::size_t parts);
    void readStreets();
    void readPostcodes();

    std::array<Frequencies, fieldCount> m_frequencies;
    Frequencies m_homes;
    std::vector<std::uint32_t> m_sounds;
    std::vector<bool> m_givenNames;
    Variants m_given;
    Variants m_family;
    Variants m_petForms;
    std::vector<std::uint32_t> m_streetBegins;
    std::vector<std::uint32_t> m_streetWords;
    std::vector<Postcode> m_postcodes;
};

} // namespace reeve::matching
