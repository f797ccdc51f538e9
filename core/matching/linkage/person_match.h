// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/matching/names/name_variants.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace reeve::matching {

// "Do we know this person?": one typed person against those the search found. The same comparisons, weights and rules
// as finding duplicates among a million; see linkage.h.

// The five answers of a matcher to one question, as the Department for Education's has them. A person decides all of
// them: nothing is merged by itself.
enum class MatchOutcome {
    Match,     // probability at least 0.95
    Potential, // at least 0.85; or likelier, but a rule holds it back: see Caution
    Low,       // less, and still worth a look
    Many,      // several, too close to call
    None       // nobody
};
inline constexpr double matchProbability = 0.95;
inline constexpr double potentialProbability = 0.85;

// What of two records was compared.
enum class MatchField {
    GivenName,
    MiddleName,
    FamilyName,
    DateOfBirth,
    Address,
    Postcode,
    Phone,    // a mobile number, or one of unknown kind
    Landline, // tells the home, not the person
    Email,
    NhsNumber,
    NiNumber
};

// How it agreed, from best to worst. Each field uses some of them.
enum class Agreement : std::uint8_t {
    Unknown, // one side does not say: no weight
    Same,
    Variant,     // a nickname, known-as, or another spelling of the name
    OneEdit,     // one letter, or a swap of neighbours; a digit of a date
    SoundsAlike, // or looks alike
    Part,        // one half of a double name; an initial; the other given name; the same street; the district
    Former,      // a maiden or other former name
    Swapped,     // given and family name, or day and month, changed places
    YearOnly,    // the same year, and one side knows no more (1 January stands for "year only")
    Near,        // within a year
    Differs
};

// One reason for a weight, as values: words are made in ui.
struct MatchReason
{
    MatchField field = MatchField::GivenName;
    Agreement agreement = Agreement::Unknown;
    double bits = 0; // what it adds to the weight; negative: against

    friend bool operator==(const MatchReason &, const MatchReason &) = default;
};

// Why two records that agree well may yet be two people. Any of these keeps a pair at Potential or below.
enum class MatchCaution {
    None,
    PossibleTwin,        // date of birth, family name and home agree, the given name does not
    PossibleJunior,      // same name and home, born 16 years or more apart; or Senior and Junior
    UnknownBirth,        // same name, date of birth missing, nothing of their own agrees: could be parent and child
    Deceased,            // one is recorded as dead: an alarm, not a merge
    DifferentDeaths,     // both are, on different days: never one person
    DifferentNhsNumbers, // two checked numbers: never one person
    DifferentNiNumbers
};

struct PersonMatch
{
    double weight = 0;      // bits of evidence, prior included
    double probability = 0; // of being one person, after cautions
    MatchOutcome outcome = MatchOutcome::None;
    MatchCaution caution = MatchCaution::None;
    std::vector<MatchReason> reasons; // strongest first, Unknown left out
};

// Share of people who have a value, 0 to 1; 0 for "not known", and then a usual share is taken. `value` is folded.
using NameShare = std::function<double(MatchField field, const QString &value)>;

// What is known of all the people around. `variants` must outlive the call.
struct MatchSurroundings
{
    qint64 people = 1'000'000; // on whom the prior rests: the more there are, the more namesakes
    const NameVariants *variants = nullptr;
    NameShare share; // may be empty
};

// Pure; any thread. About 20 microseconds.
[[nodiscard]] PersonMatch score(const domain::Person &candidate, const domain::Person &existing,
                                const MatchSurroundings &surroundings);

struct RankedMatch
{
    std::size_t index = 0; // into `existing`
    PersonMatch match;
};

struct MatchAnswer
{
    MatchOutcome outcome = MatchOutcome::None; // for the question as a whole
    std::vector<RankedMatch> ranked;           // likeliest first; those with no chance left out
};

// Scores `candidate` against each of `existing` (some fifty) and answers the question. Pure; any thread.
[[nodiscard]] MatchAnswer findMatch(const domain::Person &candidate, std::span<const domain::Person> existing,
                                    const MatchSurroundings &surroundings);

} // namespace reeve::matching
