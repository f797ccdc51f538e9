// SPDX-License-Identifier: MIT
#include "core/matching/linkage/training.h"

#include <algorithm>
#include <cmath>

namespace reeve::matching {

namespace {

constexpr std::size_t mostSharers = 3'000; // of one field and one commonness
constexpr std::size_t fewEnough = 200'000; // records; above it every so many values are looked at
constexpr float mostRarer = 8;
constexpr float apart = 20; // bits: one thing says nothing of the other

constexpr std::size_t at(MatchField field)
{
    return static_cast<std::size_t>(field);
}

TextPool::Number valueOf(const RecordSet &set, const LinkageRecord &record, std::size_t field)
{
    if (field >= firstExtra)
        return record.extras[field - firstExtra];
    switch (static_cast<MatchField>(field)) {
    case MatchField::GivenName:
        return record.given;
    case MatchField::MiddleName:
        return record.middle;
    case MatchField::FamilyName:
        return record.family;
    case MatchField::DateOfBirth:
        return RecordSet::dayNumber(record.born);
    case MatchField::Address:
        return set.home(record);
    case MatchField::Postcode:
        return record.postcode;
    case MatchField::Phone:
        return record.phones[0];
    case MatchField::Landline:
        return record.landline;
    case MatchField::Email:
        return record.email;
    case MatchField::NhsNumber:
        return record.nhsNumber;
    case MatchField::NiNumber:
        return record.niNumber;
    }
    return 0;
}

struct Bearer
{
    TextPool::Number value;
    std::uint32_t record;
};

// Who has which value, sorted by value; in a large set of every so many values only.
std::vector<Bearer> bearersOf(const RecordSet &set, std::size_t field)
{
    const auto step = static_cast<TextPool::Number>(set.records.size() / fewEnough + 1);
    std::vector<Bearer> bearers;
    for (std::size_t i = 0; i < set.records.size(); ++i) {
        const TextPool::Number value = valueOf(set, set.records[i], field);
        if (value != 0 && value % step == 0)
            bearers.push_back({value, static_cast<std::uint32_t>(i)});
    }
    std::sort(bearers.begin(), bearers.end(), [](const Bearer &a, const Bearer &b) {
        return a.value != b.value ? a.value < b.value : a.record < b.record;
    });
    return bearers;
}

} // namespace

void Training::drawSharers()
{
    const std::size_t fields = firstExtra + static_cast<std::size_t>(m_set.extraNames.size());
    for (std::size_t field = 0; field < fields; ++field) {
        std::array<Sample, Frequencies::classes> samples;
        const std::vector<Bearer> bearers = bearersOf(m_set, field);
        const Frequencies &frequencies = field == at(MatchField::Address) ? m_set.homes() : m_set.frequencies(field);
        for (std::size_t begin = 0; begin < bearers.size();) {
            std::size_t end = begin + 1;
            while (end < bearers.size() && bearers[end].value == bearers[begin].value)
                ++end;
            // Nothing is learned of what only one has, or very many; and enough is enough.
            const std::size_t commonness = frequencies.commonness(bearers[begin].value);
            const bool isWanted = commonness > 0 && commonness + 1 < Frequencies::classes &&
                                  samples[commonness].pairs.size() < mostSharers;
            // Each record with the next few: enough of every value, and not too much of any.
            for (std::size_t i = begin; isWanted && i < end; ++i) {
                for (std::size_t j = i + 1; j < std::min(end, i + 4); ++j) {
                    const LinkageRecord &left = m_set.records[bearers[i].record];
                    const LinkageRecord &right = m_set.records[bearers[j].record];
                    if (m_set.lefts > 0 && (bearers[i].record >= m_set.lefts) == (bearers[j].record >= m_set.lefts))
                        continue;
                    const Evidence pair = compare(m_set, left, right);
                    Sample &sample = samples[pair.commonness[field]];
                    if (pair.agreement[field] == Agreement::Same && sample.pairs.size() < mostSharers)
                        sample.pairs.push_back(pair);
                }
            }
            begin = end;
        }
        for (std::size_t commonness = 1; commonness + 1 < Frequencies::classes; ++commonness) {
            if (samples[commonness].pairs.empty())
                continue;
            const FieldMask own = FieldMask{1} << field;
            samples[commonness].fixed = (own & sharedWithOthers) != 0 ? sharedWithOthers : own;
            m_sharers.push_back({field, commonness, std::move(samples[commonness])});
        }
    }
}

// Of those who share a value that few have, how many are strangers: by so much a stranger has it less often.
void Training::learnRarity()
{
    for (Sharers &sharers : m_sharers) {
        settleOdds(sharers.sample, 5);
        const double count = static_cast<double>(sharers.sample.pairs.size());
        const double strangers = (1 - probabilityOf(sharers.sample.odds)) * count;
        const double share = (strangers + 2) / (count + 2);
        m_model.rarer[sharers.field][sharers.commonness] = std::min(static_cast<float>(-std::log2(share)), mostRarer);
    }
}

// How much one part of an address tells of another: in one postcode lies one town.
void Training::learnPlaces()
{
    std::vector<std::size_t> fields;
    if (m_set.postcodes.size() > 1)
        fields.push_back(at(MatchField::Postcode));
    for (qsizetype i = 0; i < m_set.extraNames.size(); ++i)
        fields.push_back(firstExtra + static_cast<std::size_t>(i));
    learnBeside(at(MatchField::Address), fields);
    for (const std::size_t field : fields)
        learnBeside(field, fields);
}

void Training::learnBeside(std::size_t field, const std::vector<std::size_t> &others)
{
    const bool isStreet = field == at(MatchField::Address);
    std::array<double, fieldCount> same{};
    std::array<double, fieldCount> known{};
    for (const Evidence &pair : m_strangers) {
        const Agreement how = pair.agreement[field];
        if (isStreet ? how == Agreement::Unknown || how == Agreement::Differs : how != Agreement::Same)
            continue;
        const double strangers = 1 - probabilityOf(weigh(m_model, pair).weight);
        for (const std::size_t other : others) {
            known[other] += pair.agreement[other] == Agreement::Unknown ? 0 : strangers;
            same[other] += pair.agreement[other] == Agreement::Same ? strangers : 0;
        }
    }
    for (const std::size_t other : others) {
        // Where people live in households, a street has one postcode unless it is seen to have more.
        const double usual =
            isStreet ? 0.5 : std::exp2(-m_model.chance[other][static_cast<std::size_t>(Agreement::Same)]);
        const double before = isStreet ? 5 : 20;
        const double share = (same[other] + before * usual) / (known[other] + before);
        m_model.beside[field][other] =
            isStreet && !m_model.hasHouseholds() ? apart : static_cast<float>(-std::log2(share));
    }
}

} // namespace reeve::matching
