// SPDX-License-Identifier: MIT
// The two lists of pairs, page by page. A page is read behind the place where the one before it ended, and not behind a
// count, which decisions in between would shift.
#include "core/services/person/duplicates/duplicate_jobs.h"
#include "core/services/person/likely_matches.h"
#include "core/services/person/merge/merge_jobs.h"
#include "core/services/person/person_hit.h"
#include "core/store/merge_repository.h"
#include "core/store/person_repository.h"
#include "core/store/person_search.h"

#include <algorithm>
#include <limits>
#include <set>

using reeve::domain::PersonId;

namespace reeve::services {

namespace {

constexpr int readAtOnce = static_cast<int>(DuplicateService::limit); // rows

// The likeliest that waits of any two records of these people, who are shown.
Result<std::optional<store::LikelyPair>> likeliestOf(const Job &job, PersonId left, PersonId right)
{
    const store::MergeRepository merges(job.connection());
    const auto ofLeft = merges.recordsOf(left);
    if (!ofLeft)
        return fail(ofLeft);
    const auto ofRight = merges.recordsOf(right);
    if (!ofRight)
        return fail(ofRight);
    std::optional<store::LikelyPair> likeliest;
    for (const PersonId a : *ofLeft) {
        for (const PersonId b : *ofRight) {
            const auto pair = store::LikelyPairs(job.connection()).find(a, b);
            if (!pair)
                return fail(pair);
            if (*pair && (!likeliest || store::comesBefore(placeOf(**pair), placeOf(*likeliest))))
                likeliest = **pair;
        }
    }
    return likeliest;
}

FoundPair foundPair(PersonId left, PersonId right, const store::LikelyPair &pair, bool isPutOff)
{
    FoundPair found;
    found.pair.left = left;
    found.pair.right = right;
    found.pair.probability = pair.probability;
    found.isPutOff = isPutOff;
    found.place = placeOf(pair);
    return found;
}

bool isPutOff(domain::PairVerdict verdict)
{
    return verdict == domain::PairVerdict::Later;
}

// Whether the list says of this pair what comes now. Of one whose records wait in several rows the likeliest counts,
// which another page may have told.
class Once final
{
public:
    Once(const Job &job, const DecidedPairs &decided, bool isFirstPage)
        : m_job(job),
          m_decided(decided),
          m_isFirstPage(isFirstPage)
    {}

    [[nodiscard]] Result<bool> counts(const store::LikelyPair &row, PersonId left, PersonId right)
    {
        const PairKey key = pairKey(left, right);
        const auto verdict = m_decided.find(key);
        const bool isElsewhere = verdict != m_decided.cend() &&
                                 (verdict->second == domain::PairVerdict::NotSame || isPutOff(verdict->second));
        if (left == right || isElsewhere || !m_seen.insert(key).second)
            return false;
        if (m_isFirstPage)
            return true;
        const auto likeliest = likeliestOf(m_job, left, right);
        if (!likeliest)
            return fail(likeliest);
        return !*likeliest || (*likeliest)->number == row.number;
    }

private:
    const Job &m_job;
    const DecidedPairs &m_decided;
    const bool m_isFirstPage;
    std::set<PairKey> m_seen;
};

// Those that wait and of which nobody has said anything, `most` of them: a pair that is one person, or was decided,
// takes no place.
Result<std::vector<FoundPair>> undecidedPairs(const Job &job, Once once, store::LikelyPlace after, std::size_t most)
{
    std::vector<FoundPair> found;
    for (bool isEnd = false; !isEnd && found.size() < most;) {
        const auto rows = store::LikelyPairs(job.connection()).likeliest(readAtOnce, after);
        if (!rows)
            return fail(rows);
        isEnd = rows->size() < static_cast<std::size_t>(readAtOnce);
        for (const store::LikelyPair &row : *rows) {
            after = placeOf(row);
            const auto shown = shownPair(job, row.left, row.right);
            if (!shown)
                return fail(shown);
            const auto counts = once.counts(row, shown->first, shown->second);
            if (!counts)
                return fail(counts);
            if (!*counts)
                continue;
            found.push_back(foundPair(shown->first, shown->second, row, false));
            if (found.size() == most)
                break;
        }
    }
    return found;
}

// Those that wait and were put off, likeliest first.
Result<std::vector<FoundPair>> pairsPutOff(const Job &job, const DecidedPairs &decided)
{
    std::vector<FoundPair> found;
    for (const auto &[key, verdict] : decided) {
        if (!isPutOff(verdict))
            continue;
        const auto shown =
            shownPair(job, PersonId(QUuid::fromRfc4122(key.first)), PersonId(QUuid::fromRfc4122(key.second)));
        if (!shown)
            return fail(shown);
        const auto likeliest = likeliestOf(job, shown->first, shown->second);
        if (!likeliest)
            return fail(likeliest);
        if (*likeliest)
            found.push_back(foundPair(shown->first, shown->second, **likeliest, true));
    }
    std::ranges::sort(found, store::comesBefore, &FoundPair::place);
    return found;
}

// Decisions that two people are not the same, newest first, that stand and have to be listed: each pair once.
class DecisionReader final
{
public:
    explicit DecisionReader(const Job &job) : m_job(job) {}

    struct Listed
    {
        domain::MergeEvent event;
        PersonId left;
        PersonId right;
    };
    // `most` of those behind the place.
    [[nodiscard]] Result<std::vector<Listed>> read(std::optional<store::MergeRepository::Place> after, std::size_t most)
    {
        std::vector<Listed> listed;
        for (bool isEnd = false; !isEnd && listed.size() < most;) {
            const auto events = store::MergeRepository(m_job.connection()).pairDecisionsBefore(after, readAtOnce);
            if (!events)
                return fail(events);
            isEnd = events->size() < static_cast<std::size_t>(readAtOnce);
            for (const domain::MergeEvent &event : *events) {
                after = store::MergeRepository::Place{event.order, event.id};
                auto pair = standing(event);
                if (!pair)
                    return fail(pair);
                if (*pair)
                    listed.push_back({event, (*pair)->first, (*pair)->second});
                if (listed.size() == most)
                    break;
            }
        }
        return listed;
    }

private:
    using Pair = std::pair<PersonId, PersonId>;

    // Who is meant today, where this is the event that the list tells of them.
    [[nodiscard]] Result<std::optional<Pair>> standing(const domain::MergeEvent &event) const
    {
        const auto &decision = std::get<domain::PairDecision>(event.what);
        if (decision.verdict != domain::PairVerdict::NotSame)
            return std::nullopt;
        const auto pair = shownPair(m_job, decision.left, decision.right);
        if (!pair)
            return fail(pair);
        if (pair->first == pair->second)
            return std::nullopt;
        const auto said = notSameEvent(m_job, pair->first, pair->second);
        if (!said)
            return fail(said);
        if (*said != event.id)
            return std::nullopt;
        return *pair;
    }

    const Job &m_job;
};

} // namespace

Result<DuplicateList> waitingPairs(const Job &job, const std::optional<DuplicatePlace> &after)
{
    const auto decided = decidedPairs(job);
    if (!decided)
        return fail(decided);
    const auto people = store::PersonRepository(job.connection()).count();
    if (!people)
        return fail(people);
    std::vector<FoundPair> found;
    const store::LikelyPlace place =
        after ? store::LikelyPlace{after->probability, after->number} : store::LikelyPlace();
    if (!after || !after->isPutOff) {
        auto undecided =
            undecidedPairs(job, Once(job, *decided, !after), place, after ? DuplicateService::limit + 1 : mostWaiting);
        if (!undecided)
            return fail(undecided);
        found = std::move(*undecided);
    }
    const auto putOff = pairsPutOff(job, *decided);
    if (!putOff)
        return fail(putOff);
    std::ranges::copy_if(*putOff, std::back_inserter(found), [&](const FoundPair &one) {
        return !after || !after->isPutOff || store::comesBefore(place, one.place);
    });

    DuplicateList list;
    list.found = static_cast<qint64>(found.size());
    if (found.size() > DuplicateService::limit) {
        found.resize(DuplicateService::limit);
        const FoundPair &last = found.back();
        list.next = DuplicatePlace{last.isPutOff, last.place.probability, last.place.number, {}};
    }
    auto candidates = candidatesOf(job, found, *people);
    if (!candidates)
        return fail(candidates);
    list.found -= static_cast<qint64>(found.size() - candidates->size());
    list.pairs = std::move(*candidates);
    return list;
}

Result<DuplicateList> decidedList(const Job &job, const std::optional<DuplicatePlace> &after)
{
    std::optional<store::MergeRepository::Place> place;
    if (after)
        place = store::MergeRepository::Place{after->number, after->decision};
    const auto listed =
        DecisionReader(job).read(place, after ? DuplicateService::limit + 1 : std::numeric_limits<std::size_t>::max());
    if (!listed)
        return fail(listed);
    const auto index = store::PersonSearch(job.connection()).index();
    if (!index)
        return fail(index);
    const matching::MatchSurroundings surroundings = surroundingsIn(*index);
    const store::PersonRepository repository(job.connection());
    DuplicateList list;
    list.found = static_cast<qint64>(listed->size());
    const std::size_t listable = std::min(listed->size(), DuplicateService::limit);
    for (std::size_t n = 0; n < listable; ++n) {
        const auto &[event, left, right] = (*listed)[n];
        const auto older = repository.find(left);
        if (!older)
            return fail(older);
        const auto newer = repository.find(right);
        if (!newer)
            return fail(newer);
        if (!*older || !*newer) {
            --list.found;
            continue;
        }
        const auto match = matching::score(**older, **newer, surroundings);
        list.pairs.push_back({hitOf(**older, match.weight, {}), hitOf(**newer, match.weight, {}), match.probability,
                              outcomeOf(match.probability), match.caution, match.reasons, false,
                              DuplicateCandidate::Said{event.agent, event.at, event.reason}});
    }
    if (listed->size() > listable) {
        const domain::MergeEvent &last = (*listed)[listable - 1].event;
        list.next = DuplicatePlace{false, 0, last.order, last.id};
    }
    return list;
}

} // namespace reeve::services
