// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/blocking.h"
#include "core/matching/linkage/linkage_model.h"

#include <vector>

namespace reeve::matching {

// Learns the weights of one set of records from the records themselves; nobody labels anything.
//
// u comes from pairs drawn at random. m comes from expectation-maximisation on blocks that are safe: each holds a first
// name or a date of birth, so that what its pairs have in common is a person and not a household (trained on telephone
// numbers or addresses, it would learn that one person often has two first names). Counts are smoothed by the usual
// model, so that what a small file never shows is not thought impossible. Last comes what people of one household
// share.
class Training final
{
public:
    Training(const RecordSet &set, Blocking &blocking, unsigned threads);

    [[nodiscard]] LinkageModel learn();

private:
    // Pairs that agree on the fields of `fixed`.
    struct Sample
    {
        std::vector<Evidence> pairs;
        FieldMask fixed = 0;
        double odds = -2; // log2, of being one person
    };
    // What people of one household share. It says nothing where such a thing is what a sample was drawn by.
    static constexpr FieldMask sharedWithOthers = maskOf(MatchField::Address) | maskOf(MatchField::Postcode) |
                                                  maskOf(MatchField::Phone) | maskOf(MatchField::Landline) |
                                                  maskOf(MatchField::Email) | ~((FieldMask{1} << firstExtra) - 1);
    using Counts = std::array<std::array<double, agreementCount>, fieldCount>;

    void drawStrangers();
    [[nodiscard]] Sample draw(std::size_t rule, FieldMask fixed, std::size_t most);
    void learnChances();
    void learnAgreement(int rounds);
    void learnSwaps();
    void learnMoves();
    void learnHousehold();
    void learnPlaces();
    void learnBeside(std::size_t field, const std::vector<std::size_t> &others);
    void drawSharers();
    void learnRarity();
    void settleOdds(Sample &sample, int rounds) const;
    [[nodiscard]] bool mayBeRelatives(const Evidence &pair) const;
    [[nodiscard]] double chanceOfOne(const Sample &sample, const Evidence &pair) const;
    // Of every pair of a sample; all threads share the work.
    [[nodiscard]] std::vector<double> chancesOf(const Sample &sample) const;

    const RecordSet &m_set;
    Blocking &m_blocking;
    unsigned m_threads;
    LinkageModel m_model = LinkageModel::usual();
    std::vector<Evidence> m_strangers;
    std::vector<Sample> m_samples;
    Sample m_home;
    Sample m_changed; // born on one day, in one postcode
    struct Sharers    // pairs that share a value so many records have
    {
        std::size_t field;
        std::size_t commonness;
        Sample sample;
    };
    std::vector<Sharers> m_sharers;
};

} // namespace reeve::matching
