// SPDX-License-Identifier: MIT
#include "core/matching/linkage/person_match.h"

#include "core/matching/linkage/linkage_model.h"
#include "core/matching/linkage/record_builder.h"

#include <algorithm>
#include <cmath>

namespace reeve::matching {

namespace {

constexpr double leastLow = 0.005;      // probability: two hundred looks for one who is here already
constexpr double tooCloseToCall = 3;    // bits between the best and the next
constexpr float usualHomeSize = 3;      // residents
constexpr float usualPostcodeSize = 40; // residents
constexpr float usualContactBits = 2;   // what a number shared by a few costs
constexpr float usualGivenBits = 8;
constexpr float usualFamilyBits = 10;
constexpr float usualMiddleBits = 7;
constexpr float usualBirthBits = 14.3F;

constexpr std::size_t at(MatchField field)
{
    return static_cast<std::size_t>(field);
}

// How common everything is, without having counted: from the size of the council and what the caller knows of names.
void setRarities(RecordSet &set, const MatchSurroundings &surroundings)
{
    const float everyone = std::log2(static_cast<float>(std::max<qint64>(surroundings.people, 2)));
    set.frequencies(at(MatchField::GivenName)).setUsual(usualGivenBits);
    set.frequencies(at(MatchField::MiddleName)).setUsual(usualMiddleBits);
    set.frequencies(at(MatchField::FamilyName)).setUsual(usualFamilyBits);
    set.frequencies(at(MatchField::DateOfBirth)).setUsual(usualBirthBits);
    set.homes().setUsual(everyone - std::log2(usualHomeSize));
    for (const MatchField field : {MatchField::Address, MatchField::Postcode})
        set.frequencies(at(field)).setUsual(std::max(everyone - std::log2(usualPostcodeSize), 1.0F));
    for (const MatchField field : {MatchField::Phone, MatchField::Landline, MatchField::Email})
        set.frequencies(at(field)).setUsual(everyone - usualContactBits);
    for (const MatchField field : {MatchField::NhsNumber, MatchField::NiNumber})
        set.frequencies(at(field)).setUsual(everyone + 1);
    if (!surroundings.share)
        return;
    for (TextPool::Number name = 1; name < set.names.size(); ++name) {
        const std::u16string_view text = set.names.text(name);
        const QString value = QString::fromUtf16(text.data(), static_cast<qsizetype>(text.size()));
        for (const MatchField field : {MatchField::GivenName, MatchField::FamilyName}) {
            if (const double share = surroundings.share(field, value); share > 0)
                set.frequencies(at(field)).setRarity(name, std::min(static_cast<float>(-std::log2(share)), everyone));
        }
    }
}

// A number that many of those found have (a hostel, a support worker) is counted, so that it says nothing.
RecordSet prepared(const domain::Person &candidate, std::span<const domain::Person> existing,
                   const MatchSurroundings &surroundings)
{
    RecordSet set;
    RecordBuilder builder(set);
    set.records.resize(existing.size() + 1);
    builder.person(set.records.front(), candidate);
    for (std::size_t i = 0; i < existing.size(); ++i)
        builder.person(set.records[i + 1], existing[i]);
    set.settleUncounted(surroundings.variants != nullptr ? *surroundings.variants : NameVariants());
    setRarities(set, surroundings);
    return set;
}

std::vector<MatchReason> reasonsOf(const Evidence &evidence, const Weighed &weighed)
{
    std::vector<MatchReason> reasons;
    for (std::size_t field = 0; field < firstExtra; ++field) {
        if (evidence.agreement[field] != Agreement::Unknown)
            reasons.push_back(
                {static_cast<MatchField>(field), evidence.agreement[field], static_cast<double>(weighed.bits[field])});
    }
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const MatchReason &a, const MatchReason &b) { return std::abs(a.bits) > std::abs(b.bits); });
    return reasons;
}

MatchOutcome outcomeOf(const PersonMatch &match)
{
    if (match.probability >= matchProbability)
        return MatchOutcome::Match;
    if (match.probability >= potentialProbability)
        return MatchOutcome::Potential;
    return match.probability >= leastLow ? MatchOutcome::Low : MatchOutcome::None;
}

PersonMatch compared(const RecordSet &set, const LinkageModel &model, std::size_t index)
{
    const LinkageRecord &candidate = set.records.front();
    const LinkageRecord &existing = set.records[index + 1];
    const Evidence evidence = compare(set, candidate, existing);
    const Weighed weighed = weigh(model, evidence);
    PersonMatch match;
    match.weight = weighed.weight;
    match.caution = cautionOf(model, set, candidate, existing, evidence);
    match.probability = probabilityOf(judged(weighed.weight, match.caution, isLeftToDecide(evidence)));
    match.outcome = outcomeOf(match);
    match.reasons = reasonsOf(evidence, weighed);
    return match;
}

LinkageModel modelFor(const MatchSurroundings &surroundings)
{
    LinkageModel model = LinkageModel::usual();
    model.prior = LinkageModel::priorAmong(surroundings.people);
    return model;
}

} // namespace

PersonMatch score(const domain::Person &candidate, const domain::Person &existing,
                  const MatchSurroundings &surroundings)
{
    return compared(prepared(candidate, {&existing, 1}, surroundings), modelFor(surroundings), 0);
}

MatchAnswer findMatch(const domain::Person &candidate, std::span<const domain::Person> existing,
                      const MatchSurroundings &surroundings)
{
    const RecordSet set = prepared(candidate, existing, surroundings);
    const LinkageModel model = modelFor(surroundings);
    MatchAnswer answer;
    for (std::size_t i = 0; i < existing.size(); ++i) {
        PersonMatch match = compared(set, model, i);
        if (match.outcome != MatchOutcome::None)
            answer.ranked.push_back({i, std::move(match)});
    }
    std::stable_sort(answer.ranked.begin(), answer.ranked.end(), [](const RankedMatch &a, const RankedMatch &b) {
        return a.match.probability != b.match.probability ? a.match.probability > b.match.probability
                                                          : a.match.weight > b.match.weight;
    });
    if (answer.ranked.empty())
        return answer;
    answer.outcome = answer.ranked.front().match.outcome;
    const bool isCloseToCall = answer.ranked.size() > 1 && answer.ranked[1].match.probability >= potentialProbability &&
                               answer.ranked[0].match.weight - answer.ranked[1].match.weight < tooCloseToCall;
    if (isCloseToCall)
        answer.outcome = MatchOutcome::Many;
    return answer;
}

} // namespace reeve::matching
