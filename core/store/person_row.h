// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/store/connection.h"
#include "core/store/prepared_people.h"

#include <optional>

namespace reeve::store {

// One row of the table person. `fields` is what is shown; `centreFields` is null while nothing lies over it.
struct PersonRow
{
    qint64 number = 0;
    domain::PersonId id;
    qint64 revision = 0;
    bool isRemoved = false;
    QByteArray fields;
    QByteArray centreFields;
    std::optional<domain::PersonId> survivor = {}; // who is shown for it, itself or another; none: it is not merged

    // A survivor's `fields` are those of all its records; its own are in `centreFields` (merged_people.h).
    [[nodiscard]] bool showsMerged() const { return survivor == id; }
    [[nodiscard]] bool isFound() const { return !survivor || survivor == id; }
};

// A JSON object of person fields, read once. InvalidInput when the bytes are none, or a known field has the wrong
// shape.
struct ReadPerson
{
    QJsonObject fields;
    domain::Person person;
};
[[nodiscard]] Result<ReadPerson> readPerson(domain::PersonId id, qint64 revision, const QByteArray &fields);
[[nodiscard]] Result<ReadPerson> readPerson(domain::PersonId id, qint64 revision, QJsonObject fields);

[[nodiscard]] QByteArray toBytes(const QJsonObject &fields);

// Reads and writes rows. The search index sees by itself what changed (person_index.h). Runs inside the caller's
// transaction.
class PersonRows final
{
public:
    explicit PersonRows(Connection &connection) noexcept : m_connection(connection) {}

    [[nodiscard]] Result<std::optional<PersonRow>> find(domain::PersonId id) const;

    // The number for the next new row; further ones count up from it.
    [[nodiscard]] Result<qint64> nextNumber() const;

    // False, and nothing done, when the id is there already.
    [[nodiscard]] Result<bool> add(const PersonRow &row, const PersonKeys &keys);

    // Only a row that isFound() is in the search index. `before` is the row as it stands; `after` has its number.
    // `keys` are those of the record's own fields.
    [[nodiscard]] Result<> replace(const PersonRow &before, const PersonRow &after, const PersonKeys &keys) const;

    // With what this desk keeps about them that the centre has too.
    [[nodiscard]] Result<> erase(const PersonRow &row) const;

private:
    // What add() stores with, kept for the next one.
    struct Insert
    {
        Statement statement;
        int number, id, revision, externalId, fields; // places
    };
    [[nodiscard]] Result<> prepareInsert();

    Connection &m_connection;
    std::optional<Insert> m_insert;
};

} // namespace reeve::store
