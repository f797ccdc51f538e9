// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/matching/linkage/person_match.h"
#include "core/services/person/named_by.h"
#include "core/services/session/desk.h"

#include <QFuture>

#include <vector>

namespace reeve::services {

// One line of the search results: enough to recognise somebody by.
struct PersonHit
{
    domain::PersonId id;
    QString externalId;
    QString name; // "Mrs Joan Hayward"
    QString knownAs;
    QString dateOfBirth; // PartialDate::toIso(), or empty
    bool isDeceased = false;
    QString address; // one line, with postcode
    QString phone;   // the preferred number as told
    double score = 0;
    QStringList why; // codes, see store::PersonMatch
};

// Somebody on record who may be the one being typed, and what speaks for and against it.
struct LikelyPerson
{
    PersonHit hit;
    matching::PersonMatch match;
};

// "Do we know this person?": the answer as a whole, and whom it is about, likeliest first. A person decides.
struct LikelyPeople
{
    matching::MatchOutcome outcome = matching::MatchOutcome::None;
    std::vector<LikelyPerson> people;
};

// One person as the window shows them.
struct PersonView
{
    domain::Person person;
    int restrictedItems = 0; // 0 for those who may not know that any exist
    bool hasWaitingEdits = false;
    int openConflicts = 0;
    std::vector<domain::PersonId> records; // that are shown as this person; one, unless merged (merge_service.h)
    QStringList contested;                 // fields of a merge that two desks chose differently (merged_values.h)
    std::vector<NamedBy> namedBy;          // whose records say that they are related to this person
    std::vector<domain::PersonId> died;    // of those who would act for this person, as its relationships name them

    // Whether that is known of the other: who may act for somebody may not once they have died.
    [[nodiscard]] bool hasDied(const domain::Relationship &relationship) const;
};

// Who says so, and how they reached the council: kept with each value that is new (core/domain/value_mark.h).
struct ToldBy
{
    domain::ValueSource source = domain::ValueSource::NotSaid;
    QString channel; // code of an interaction's channel, or empty
};

// Finding, reading, adding and editing people. Answers come on a future (see ui/async/deliver.h); nothing here waits
// for the network. Callable from any thread; `desk` must outlive it.
class PersonService final
{
public:
    explicit PersonService(Desk &desk) noexcept : m_desk(desk) {}

    // Best first. Of people for whom equally much speaks, the household of `beside` comes first: whoever is open, or on
    // the line.
    [[nodiscard]] QFuture<Result<std::vector<PersonHit>>> search(const QString &query, int limit,
                                                                 std::optional<domain::PersonId> beside = {}) const;

    // People on this desk whom search() does not know yet: after a first load, for seconds. Answers at once.
    [[nodiscard]] qint64 peopleNotFoundYet() const;

    // An id that was merged into another answers that one: `person.id` is then not `id`.
    [[nodiscard]] QFuture<Result<PersonView>> open(domain::PersonId id) const;

    // Saves a new person. `person.id` may be null: one is made. Answers the id once it is durable.
    // InvalidInput, CardNumber; nothing was saved then.
    [[nodiscard]] QFuture<Result<domain::PersonId>> add(const domain::Person &person,
                                                        const std::optional<ToldBy> &told = {}) const;

    // Saves the difference between `before` (as it was opened) and `after`. Fields that others changed meanwhile
    // are kept. Nothing changed is not an error. What is changed of a merged person is changed of the surviving record.
    [[nodiscard]] QFuture<Result<>> edit(const domain::Person &before, const domain::Person &after,
                                         const std::optional<ToldBy> &told = {}) const;

    // People who may be the one being typed, `limit` of them at most: found by name, date of birth, postcode, phone and
    // e-mail, then compared closely.
    [[nodiscard]] QFuture<Result<LikelyPeople>> likelyMatches(const domain::Person &typed, int limit) const;

private:
    Desk &m_desk;
};

} // namespace reeve::services
