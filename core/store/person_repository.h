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
// laid over it) and, while edits wait, the centre's state alone. Runs inside the caller's transaction.
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
    // Two desks that imported one file offline made a record each: the smallest id, which is the same on every desk.
    [[nodiscard]] Result<std::optional<domain::PersonId>> findByExternalId(const QString &externalId) const;
    // Every record that bears it, by id, merged or not.
    [[nodiscard]] Result<std::vector<domain::PersonId>> allByExternalId(const QString &externalId) const;

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
        qint64 newFrom = 0; // numbers of the rows that were not here before: from this one
        qint64 newTo = 0;   // to the one before this
    };
    [[nodiscard]] Result<Applied> applyPulled(const std::vector<PulledPerson> &people) const;
    // The same, made ready beforehand (prepared_people.h): for whole directories.
    [[nodiscard]] Result<Applied> applyPulled(const std::vector<PreparedPerson> &people) const;

    // After the last waiting edit of a person has been answered for: the centre's state is shown again, at `revision`
    // when the centre told it.
    [[nodiscard]] Result<> settleEdits(domain::PersonId id) const;

    // Whoever was erased while work of this desk about them waited, and of whose work nothing waits any more.
    [[nodiscard]] Result<> finishErasures() const;

    // After the centre went back in time (a new epoch): its revisions count from an earlier state again, so that
    // whatever it sends next is taken.
    [[nodiscard]] Result<> forgetRevisions() const;

    // After forgetRevisions() and a whole reading of the centre: people it did not bring. They are erased, but for
    // those whom work of this desk is about that is not safe yet; unless they are more than one in twenty and more
    // than 20 and `isAllowed` is not set: nothing is changed then.
    struct Unknown
    {
        qint64 found = 0; // without such work
        qint64 kept = 0;  // with it
        bool areRemoved = false;
    };
    [[nodiscard]] Result<Unknown> removeUnknown(bool isAllowed) const;

    // After erasures: drops the stored search index, so that nothing of those people is left in it; the one in memory
    // goes on, and is stored again by and by. Takes about 1 s among a million.
    [[nodiscard]] Result<> compactSearchIndex() const;

    [[nodiscard]] Result<qint64> count() const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
