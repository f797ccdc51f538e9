// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/store/connection.h"

#include <optional>
#include <vector>

namespace reeve::store {

// One person as the centre sends it.
struct PulledPerson
{
    domain::PersonId id;
    qint64 revision = 0;
    QByteArray fields;    // JSON object (person_fields.h); hostile until parsed
    bool removed = false; // a tombstone: erased at the centre
};

struct PreparedPerson;

// The people of the directory. Each row holds what this desk shows (`fields`: the centre's state with waiting edits
// laid over it) and, while edits wait, the centre's state alone. The search index is updated in the same transaction.
// Runs inside the caller's transaction.
class PersonRepository final
{
public:
    explicit PersonRepository(Connection &connection) noexcept : m_connection(connection) {}

    // No row is std::nullopt.
    // A survivor of a merge is answered with all its records (merged_people.h), an absorbed record with its own fields;
    // MergeRepository says who is shown for whom.
    [[nodiscard]] Result<std::optional<domain::Person>> find(domain::PersonId id) const;
    // The record's own fields, whatever it is merged with: what edits and imports change.
    [[nodiscard]] Result<std::optional<domain::Person>> findOwn(domain::PersonId id) const;
    [[nodiscard]] Result<std::optional<domain::PersonId>> findByExternalId(const QString &externalId) const;

    // A person made at this desk. Conflict when the id is there already.
    [[nodiscard]] Result<> insert(const domain::Person &person) const;

    // A change made at this desk: the record's own fields become those of `person` (findOwn(), changed). Its entry is
    // in the outbox already.
    [[nodiscard]] Result<> update(const domain::Person &person) const;

    // Rows from the centre. An older revision than the stored one is ignored; waiting edits stay on top. A row that
    // does not parse is skipped and counted in the result.
    struct Applied
    {
        qint64 applied = 0;
        qint64 removed = 0;
        qint64 unreadable = 0;
    };
    [[nodiscard]] Result<Applied> applyPulled(const std::vector<PulledPerson> &people) const;
    // The same, made ready beforehand (prepared_people.h): for whole directories.
    [[nodiscard]] Result<Applied> applyPulled(const std::vector<PreparedPerson> &people) const;

    // After the last waiting edit of a person has been answered for: the centre's state is shown again, at `revision`
    // when the centre told it.
    [[nodiscard]] Result<> settleEdits(domain::PersonId id) const;

    // After the centre went back in time (a new epoch): its revisions count from an earlier state again, so that
    // whatever it sends next is taken.
    [[nodiscard]] Result<> forgetRevisions() const;

    // After erasures: rewrites the search index, so that nothing of those people is left in it. Takes about 1 s.
    [[nodiscard]] Result<> compactSearchIndex() const;

    [[nodiscard]] Result<qint64> count() const;

private:
    Connection &m_connection;
};

// One answer of the person search.
struct PersonMatch
{
    domain::PersonId id;
    QString externalId;
    double score = 0;
    QStringList why; // codes: "name", "known_as", "former_name", "date_of_birth", "postcode", "phone", …
};

// Finds people by words in any order: names, known-as, former names, date of birth in any British form, postcode or
// part of it, address words, phone in any format or its last six digits, e-mail, external id, NHS and NI number.
// Every word must match something, the last one as a prefix. Runs on the reader.
class PersonSearch final
{
public:
    explicit PersonSearch(Connection &connection) noexcept : m_connection(connection) {}

    // Best first. An empty or unusable query answers no hits.
    [[nodiscard]] Result<std::vector<PersonMatch>> search(const QString &query, int limit, QDate today) const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
