// SPDX-License-Identifier: MIT
#include "core/services/person/known_already.h"

#include "core/services/person/likely_matches.h"
#include "core/services/person/same_keys.h"
#include "core/store/likely_pairs.h"
#include "core/store/person_index.h"
#include "core/store/shown_people.h"

namespace reeve::services {

namespace {

using Possible = std::optional<PossibleDuplicate>;

// Who else has a name is not counted while many come: names are as rare as is usual, but for what nobody is called, a
// slip of the pen most likely.
double shareOf(matching::MatchField field, const QString &name)
{
    constexpr qsizetype leastLetters = 3;
    const bool isSlip = field == matching::MatchField::GivenName && name.size() >= leastLetters &&
                        !store::PersonIndex::variants().isGivenName(name);
    return isSlip ? 1.0 / static_cast<double>(usualCouncil) : 0;
}

Result<Possible> likeliest(store::Connection &connection, const domain::Person &person,
                           const std::vector<quint32> &numbers)
{
    Possible best;
    for (const quint32 number : numbers) {
        const auto other = store::shownPerson(connection, number);
        if (!other)
            return fail(other);
        if (*other)
            considerLikely(person, **other, best);
    }
    return best;
}

constexpr qint64 mostLately = 5'000; // people: a page and its neighbours

// Who came before `from` and cannot be found yet: the page before this one, for instance.
Result<> addLately(store::Connection &connection, const store::PersonIndex::Lately &lately, qint64 from, SameKeys &keys)
{
    auto inMemory = lately.people.cbegin();
    for (qint64 number = lately.number + 1; number < from; ++number) {
        while (inMemory != lately.people.cend() && qint64{inMemory->number} < number)
            ++inMemory;
        if (inMemory != lately.people.cend() && qint64{inMemory->number} == number) {
            static_cast<void>(keys.add(static_cast<quint32>(number), *inMemory->card));
            continue;
        }
        const auto person = store::shownPerson(connection, static_cast<quint32>(number));
        if (!person)
            return fail(person);
        if (*person)
            static_cast<void>(keys.add(static_cast<quint32>(number), matching::searchCard(**person)));
    }
    return {};
}

} // namespace

void considerLikely(const domain::Person &person, const domain::Person &other, Possible &best)
{
    if (other.id == person.id)
        return;
    const matching::MatchSurroundings surroundings{
        .people = usualCouncil, .variants = &store::PersonIndex::variants(), .share = shareOf};
    const matching::PersonMatch match = matching::score(person, other, surroundings);
    const bool isLikely =
        match.outcome == matching::MatchOutcome::Match || match.outcome == matching::MatchOutcome::Potential;
    if (isLikely && (!best || match.probability > best->probability))
        best = PossibleDuplicate{other.id, other.externalId, match.outcome, match.probability};
}

Result<Possible> noteKnownAlready(store::Connection &connection, const domain::Person &person,
                                  const std::vector<quint32> &numbers)
{
    auto likely = likeliest(connection, person, numbers);
    if (likely && *likely) {
        const store::LikelyPair pair{(*likely)->person, person.id, (*likely)->probability};
        if (const auto stored = store::LikelyPairs(connection).put(pair); !stored)
            return fail(stored);
    }
    return likely;
}

Result<> noteKnownAlready(store::Connection &connection, qint64 from, qint64 to)
{
    if (from >= to)
        return {};
    const auto before = connection.personIndex()->lately(connection);
    if (!before)
        return fail(before);
    // An index that is being made anew lacks nearly everybody: they are not read here, while others wait to write.
    if (from - before->number > mostLately)
        return store::LikelyPairs(connection).askForSearch();
    SameKeys keys(before->index);
    if (const auto added = addLately(connection, *before, from, keys); !added)
        return added;
    for (qint64 number = from; number < to; ++number) {
        const auto person = store::shownPerson(connection, static_cast<quint32>(number));
        if (!person)
            return fail(person);
        if (!*person)
            continue;
        const matching::SearchCard card = matching::searchCard(**person);
        std::vector<quint32> same = keys.known(card);
        for (const quint32 earlier : keys.add(static_cast<quint32>(number), card))
            same.push_back(earlier);
        if (same.empty())
            continue;
        if (const auto noted = noteKnownAlready(connection, **person, same); !noted)
            return fail(noted);
    }
    return {};
}

} // namespace reeve::services
