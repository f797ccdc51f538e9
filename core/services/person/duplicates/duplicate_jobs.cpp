// SPDX-License-Identifier: MIT
#include "core/services/person/duplicates/duplicate_jobs.h"

#include "core/services/person/likely_matches.h"
#include "core/services/person/merge/merge_jobs.h"
#include "core/services/person/person_hit.h"
#include "core/store/contact_tally.h"
#include "core/store/merge_repository.h"
#include "core/store/person_repository.h"
#include "core/store/person_search.h"
#include "core/store/shown_people.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::PersonId;

namespace reeve::services {

namespace {

// In the order of the enumerations.
constexpr std::array fieldCodes{u"given_name", u"middle_name", u"family_name", u"date_of_birth",
                                u"address",    u"postcode",    u"phone",       u"landline",
                                u"email",      u"nhs_number",  u"ni_number"};
constexpr std::array agreementCodes{u"unknown", u"same",    u"variant",   u"one_edit", u"sounds_alike", u"part",
                                    u"former",  u"swapped", u"year_only", u"near",     u"differs"};

Result<ReviewedPerson> reviewed(const Job &job, const domain::Person &person)
{
    const auto records = store::MergeRepository(job.connection()).recordsOf(person.id);
    if (!records)
        return fail(records);
    const auto tally = store::tallyContacts(job.connection(), person.id);
    if (!tally)
        return fail(tally);
    return ReviewedPerson{hitOf(person, 0, {}), static_cast<int>(records->size()), tally->interactions, tally->last};
}

// Adds what those are called to whom `person` is related.
Result<> addRelated(const Job &job, const domain::Person &person, std::map<QString, QString> &names)
{
    for (const domain::Relationship &one : person.relationships) {
        if (!one.other || names.contains(one.other->toString()))
            continue;
        const auto other = store::shownPerson(job.connection(), *one.other);
        if (!other)
            return fail(other);
        if (*other)
            names.emplace(one.other->toString(), (*other)->displayName());
    }
    return {};
}

} // namespace

matching::MatchOutcome outcomeOf(double probability)
{
    if (probability >= matching::matchProbability)
        return matching::MatchOutcome::Match;
    return probability >= matching::potentialProbability ? matching::MatchOutcome::Potential
                                                         : matching::MatchOutcome::Low;
}

Result<std::pair<PersonId, PersonId>> shownPair(const Job &job, PersonId a, PersonId b)
{
    const store::MergeRepository merges(job.connection());
    const auto left = merges.survivorOf(a);
    if (!left)
        return fail(left);
    const auto right = merges.survivorOf(b);
    if (!right)
        return fail(right);
    const auto [older, newer] = std::minmax(*left, *right, domain::ByBytes());
    return std::pair(older, newer);
}

QStringList codesOf(const std::vector<matching::MatchReason> &reasons)
{
    QStringList codes;
    for (const matching::MatchReason &reason : reasons) {
        const auto field = static_cast<std::size_t>(reason.field);
        const auto agreement = static_cast<std::size_t>(reason.agreement);
        if (reason.bits > 0 && field < fieldCodes.size() && agreement < agreementCodes.size())
            codes << QString::fromUtf16(fieldCodes[field]) + u':' + QString::fromUtf16(agreementCodes[agreement]);
    }
    return codes;
}

PairKey pairKey(PersonId a, PersonId b)
{
    const auto [left, right] = std::minmax(a, b, domain::ByBytes());
    return {left.uuid().toRfc4122(), right.uuid().toRfc4122()};
}

Result<DecidedPairs> decidedPairs(const Job &job)
{
    const store::MergeRepository merges(job.connection());
    const auto decisions = merges.pairDecisions();
    if (!decisions)
        return fail(decisions);
    DecidedPairs decided;
    std::set<PairKey> seen;
    for (const domain::MergeEvent &event : *decisions) {
        const auto &decision = std::get<domain::PairDecision>(event.what);
        const auto shown = shownPair(job, decision.left, decision.right);
        if (!shown)
            return fail(shown);
        const auto [left, right] = *shown;
        const PairKey key = pairKey(left, right);
        if (left == right || !seen.insert(key).second)
            continue;
        const auto verdict = verdictOnPair(job, left, right);
        if (!verdict)
            return fail(verdict);
        if (*verdict)
            decided.emplace(key, **verdict);
    }
    return decided;
}

Result<std::vector<DuplicateCandidate>> candidatesOf(const Job &job, const std::vector<FoundPair> &pairs, qint64 people)
{
    const store::PersonRepository repository(job.connection());
    const auto index = store::PersonSearch(job.connection()).index();
    if (!index)
        return fail(index);
    const matching::MatchSurroundings surroundings = surroundingsIn(*index);
    std::vector<DuplicateCandidate> candidates;
    for (const auto &[pair, isPutOff, place] : pairs) {
        const auto [older, newer] = std::minmax(pair.left, pair.right, domain::ByBytes());
        const auto left = repository.find(older);
        if (!left)
            return fail(left);
        const auto right = repository.find(newer);
        if (!right)
            return fail(right);
        if (!*left || !*right)
            continue;
        const auto match = matching::score(**left, **right, surroundings);
        const bool isCounted = people >= leastToCount;
        const double probability = isCounted ? pair.probability : match.probability;
        if (probability < leastProbability && !isPutOff)
            continue;
        // Of a pair that waits only its probability is kept: the caution is told anew.
        const bool isTold = isCounted && pair.caution != matching::MatchCaution::None;
        candidates.push_back({hitOf(**left, pair.weight, {}), hitOf(**right, pair.weight, {}), probability,
                              outcomeOf(probability), isTold ? pair.caution : match.caution, match.reasons, isPutOff});
    }
    return candidates;
}

Result<> takePairBack(const Job &job, PersonId a, PersonId b, const QString &reason)
{
    if (auto withdrawn = withdrawNotSame(job, a, b, reason); !withdrawn)
        return withdrawn;
    const auto pair = shownPair(job, a, b);
    if (!pair)
        return fail(pair);
    const store::PersonRepository repository(job.connection());
    const auto left = repository.find(pair->first);
    if (!left)
        return fail(left);
    const auto right = repository.find(pair->second);
    if (!right)
        return fail(right);
    if (!*left || !*right || pair->first == pair->second)
        return {};
    const auto index = store::PersonSearch(job.connection()).index();
    if (!index)
        return fail(index);
    const auto match = matching::score(**left, **right, surroundingsIn(*index));
    // However unlike they are: somebody wants to look at them again.
    return store::LikelyPairs(job.connection())
        .put({pair->first, pair->second, std::max(match.probability, leastProbability)});
}

Result<SearchStart> searchStart(const Job &job)
{
    const store::LikelyPairs waiting(job.connection());
    const auto last = waiting.last();
    if (!last)
        return fail(last);
    const auto asked = waiting.timesAsked();
    if (!asked)
        return fail(asked);
    return SearchStart{*last, *asked};
}

Result<> keepPairs(const Job &job, const SearchStart &start, const std::vector<store::LikelyPair> &pairs)
{
    const store::LikelyPairs waiting(job.connection());
    if (const auto replaced = waiting.replaceTo(start.lastPair, pairs); !replaced)
        return replaced;
    return waiting.setSearched(start.timesAsked);
}

Result<PairReview> reviewPair(const Job &job, PersonId survivor, PersonId absorbed,
                              const std::map<QString, domain::MergeSide> &sides)
{
    auto preview = previewMerge(job, survivor, absorbed, sides);
    if (!preview)
        return fail(preview);
    PairReview review;
    review.preview = std::move(*preview);

    const store::PersonRepository repository(job.connection());
    const auto kept = repository.find(review.preview.survivor);
    if (!kept)
        return fail(kept);
    const auto other = repository.find(review.preview.absorbed);
    if (!other)
        return fail(other);
    if (!*kept || !*other)
        return fail(ErrorCode::NotFound, u"a record of the pair is not here"_s);
    const auto index = store::PersonSearch(job.connection()).index();
    if (!index)
        return fail(index);
    review.match = matching::score(**kept, **other, surroundingsIn(*index));
    auto left = reviewed(job, **kept);
    if (!left)
        return fail(left);
    auto right = reviewed(job, **other);
    if (!right)
        return fail(right);
    for (const domain::Person *one : {&**kept, &**other}) {
        if (const auto added = addRelated(job, *one, review.related); !added)
            return fail(added);
    }
    review.why = codesOf(review.match.reasons);
    review.model = u"person_match 1"_s;
    review.survivor = std::move(*left);
    review.absorbed = std::move(*right);
    return review;
}

} // namespace reeve::services
