// SPDX-License-Identifier: MIT
#include "core/store/familiar_people.h"

#include "core/matching/same_place.h"
#include "core/store/merge_repository.h"
#include "core/store/person_index.h"
#include "core/store/person_repository.h"
#include "core/store/row_values.h"

namespace reeve::store {

namespace {

constexpr qint64 newest = 32;         // interactions: about a morning at a busy desk
constexpr std::size_t household = 12; // more have the postcode or live in a home

Result<std::vector<quint32>> recentPeople(Connection &connection)
{
    auto statement = connection.prepare(u"person_numbers_of_recent");
    if (!statement)
        return fail(statement);
    statement->bind(u":newest", newest);
    std::vector<quint32> numbers;
    for (;;) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return numbers;
        numbers.push_back(static_cast<quint32>(statement->integer(0)));
    }
}

// Where they live; none when they are not on this desk any more, or nobody knows.
Result<std::optional<domain::Address>> homeOf(Connection &connection, domain::PersonId id)
{
    const auto survivor = MergeRepository(connection).survivorOf(id);
    if (!survivor)
        return fail(survivor);
    const auto person = PersonRepository(connection).find(*survivor);
    if (!person)
        return fail(person);
    const domain::Address *home = *person ? (*person)->homeAddress() : nullptr;
    return home != nullptr ? std::optional(*home) : std::nullopt;
}

} // namespace

Result<FamiliarPeople> FamiliarPeople::of(Connection &connection, const matching::SearchIndex &index, TieBreak tieBreak,
                                          QDate today)
{
    FamiliarPeople familiar;
    familiar.m_tieBreak = std::move(tieBreak);
    auto recent = recentPeople(connection);
    if (!recent)
        return fail(recent);
    familiar.m_numbers = std::move(*recent);
    if (!familiar.m_tieBreak.beside)
        return familiar;

    auto home = homeOf(connection, *familiar.m_tieBreak.beside);
    if (!home)
        return fail(home);
    familiar.m_home = std::move(*home);
    if (!familiar.m_home)
        return familiar;
    QString place = familiar.m_home->uprn ? QString::number(*familiar.m_home->uprn)
                                          : familiar.m_home->text + u' ' + familiar.m_home->postcode;
    place.replace(u',', u' '); // "1 High Street,Exampleton"
    const PersonIndex::Scratch scratch(*connection.personIndex());
    const std::vector<matching::SearchHit> hits =
        index.search(matching::readQuery(place, today), household, PersonIndex::variants(), *scratch);
    for (const matching::SearchHit &hit : hits) {
        if (hit.score < hits.front().score)
            break; // another house of the street
        familiar.m_numbers.push_back(hit.number);
    }
    return familiar;
}

Result<FamiliarPeople::Rank> FamiliarPeople::rankOf(Connection &connection, const domain::Person &person) const
{
    auto statement = connection.prepare(u"interaction_last_of");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":person", person.id);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    const domain::Address *home = person.homeAddress();
    Rank rank;
    rank.isLiving = !person.dateOfDeath;
    rank.isHousehold = m_home && home != nullptr && matching::isSamePlace(*m_home, *home);
    rank.isOpen = *hasRow && m_tieBreak.openDispositions.contains(statement->text(1));
    rank.lastContact = *hasRow ? statement->integer(0) : 0;
    return rank;
}

} // namespace reeve::store
