// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/matching/search/search_index.h"
#include "core/matching/search/search_query.h"
#include "core/matching/search/search_reason.h"
#include "core/store/connection.h"
#include "core/store/familiar_people.h"

#include <QDate>

#include <memory>
#include <span>
#include <vector>

namespace reeve::store {

// One answer of the person search.
struct PersonMatch
{
    domain::PersonId id;
    QString externalId;
    double score = 0; // bits that speak for this person; compare within one answer only
    QStringList why;  // codes of `reasons`, each once: "given_name:nickname", "date_of_birth", …
    std::vector<matching::SearchReason> reasons;
    domain::Person person;
};

// Finds people by words in any order, mistyped and half typed (core/matching/search). Runs on any connection; within a
// write transaction it finds what was committed before.
class PersonSearch final
{
public:
    explicit PersonSearch(Connection &connection) noexcept : m_connection(connection) {}

    // Best first; equals as FamiliarPeople has them, then who came first. Who matches far worse than the best is left
    // out. An empty or unusable query answers no hits.
    [[nodiscard]] Result<std::vector<PersonMatch>> search(const QString &query, int limit, QDate today,
                                                          const TieBreak &tieBreak = {}) const;

    // Those whose records are likeliest to be `person`'s, for comparing closely; `person` itself, by id, left out.
    // Without reasons: of some fifty candidates hardly one is shown to anybody.
    [[nodiscard]] Result<std::vector<PersonMatch>> candidates(const domain::Person &person, int limit) const;
    // What PersonMatch::why would say of one of them.
    [[nodiscard]] static QStringList whyCandidate(const domain::Person &person, const domain::Person &candidate);

    // What is searched, as it is now: how many people there are, how common their names. May be kept.
    [[nodiscard]] Result<std::shared_ptr<const matching::SearchIndex>> index() const;

private:
    // Best first, without reasons; of equals the `familiar` come first.
    [[nodiscard]] Result<std::vector<PersonMatch>> find(const matching::SearchIndex &index,
                                                        const matching::SearchQuery &query, int limit,
                                                        double leastShare,
                                                        std::span<const quint32> familiar = {}) const;

    Connection &m_connection;
};

} // namespace reeve::store
