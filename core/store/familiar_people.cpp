// SPDX-License-Identifier: MIT
#include "core/store/familiar_people.h"

#include "core/matching/same_place.h"
#include "core/store/person_index.h"
#include "core/store/row_values.h"
#include "core/store/shown_people.h"

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
    return readAll(*statement, [](const Statement &row) { return static_cast<quint32>(row.integer(0)); });
}

// Where they live; none when they are not on this desk any more, or nobody knows.
Result<std::optional<domain::Address>> homeOf(Connection &connection, domain::PersonId id)
{
    const auto person = shownPerson(connection, id);
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
    struct Last
    {
        qint64 startedAt = 0;
        QString disposition;
    };
    const auto last = readOptional(*statement, [](const Statement &row) { return Last{row.integer(0), row.text(1)}; });
    if (!last)
        return fail(last);
    const domain::Address *home = person.homeAddress();
    Rank rank;
    rank.isLiving = !person.dateOfDeath;
    rank.isHousehold = m_home && home != nullptr && matching::isSamePlace(*m_home, *home);
    rank.isOpen = *last && m_tieBreak.openDispositions.contains((*last)->disposition);
    rank.lastContact = *last ? (*last)->startedAt : 0;
    return rank;
}

} // namespace reeve::store
