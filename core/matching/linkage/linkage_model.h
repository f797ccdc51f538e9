// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/evidence.h"

#include <array>
#include <cstdint>

namespace reeve::matching {

// What each kind of agreement is worth: Fellegi and Sunter's weights, in bits. A field adds log2(m / u), where m is how
// often two records of one person agree like that and u how often strangers do. For exact agreement and for typing
// slips u comes from how common the very value is (Evidence::rarity); for the rest from the tables below.
//
// u is taken among those one would expect to agree: two who share a home share a surname, a telephone and, when they
// are twins, a date of birth without being one person. The same holds for the parts of an address among themselves.
struct LinkageModel
{
    using Table = std::array<std::array<float, agreementCount>, fieldCount>;

    double prior = -20; // log2 odds of two records at random being one person
    Table agree;        // log2 m
    Table chance;       // -log2 u
    // What is added for agreeing on a value that so many records have (see Frequencies::commonness): where few have it,
    // most of those who share it are one person, and a stranger has it less often than a count of records says.
    std::array<std::array<float, Frequencies::classes>, fieldCount> rarer = {};
    double homeOdds = -4; // log2 odds of two records of one home being one person
    Table atHome;         // -log2 u among people of one household
    // log2 m of the parts of an address, of the landline, and of other columns, where the home is one, and where it is
    // another: who has moved has another street, another postcode and another town at once.
    Table agreeStayed;
    Table agreeMoved;
    // [i][j]: -log2 u of j being Same where i is; of an address its street.
    std::array<std::array<float, fieldCount>, fieldCount> beside;
    // -log2 u of e-mail addresses among namesakes: addresses are made of names.
    std::array<float, agreementCount> emailOfNamesakes;

    // Whether people live together here at all: there are files in which two of one home nearly always are one person.
    [[nodiscard]] bool hasHouseholds() const noexcept { return homeOdds < 0; }

    // Learned on a million council-like records; what training starts from and what the desk uses.
    [[nodiscard]] static LinkageModel usual();

    // log2 odds of two records at random among so many being one person, one in ten being there twice.
    [[nodiscard]] static double priorAmong(std::int64_t people);
};

using FieldMask = std::uint32_t;
[[nodiscard]] constexpr FieldMask maskOf(MatchField field)
{
    return FieldMask{1} << static_cast<unsigned>(field);
}

// What each field adds, in bits; the weight is the prior and their sum, or more: what two share besides never makes it
// less than it is without. `without`: fields left out.
struct Weighed
{
    std::array<float, fieldCount> bits = {};
    double weight = 0;
};
[[nodiscard]] Weighed weigh(const LinkageModel &model, const Evidence &evidence, FieldMask without = 0);

// A weight as a probability.
[[nodiscard]] double probabilityOf(double weight);

// Why two records that agree may yet be two people; see MatchCaution.
[[nodiscard]] MatchCaution cautionOf(const LinkageModel &model, const RecordSet &set, const LinkageRecord &a,
                                     const LinkageRecord &b, const Evidence &evidence);
// One full name in one home or behind one telephone, and of one of them the date of birth is missing: one person, or
// parent and child. How seldom anybody is there twice does not tell which, so that somebody has to look.
[[nodiscard]] bool isLeftToDecide(const Evidence &evidence);
// The weight, held below what would call them one where there is a caution, and held up to what is shown to somebody
// where that is left to decide.
[[nodiscard]] double judged(double weight, MatchCaution caution, bool isLeftToDecide);

} // namespace reeve::matching
