// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/store/connection.h"
#include "core/store/outbox.h"

#include <optional>

namespace reeve::store {

// Stores many new people, each with the outbox entry that tells the centre: what PersonRepository::insert() and
// Outbox::append() do, without looking anything up for each. Runs inside the caller's transaction, and is used within
// one.
class PersonLoader final
{
public:
    // `stamp`: agent, device time, monotonic and skew of all entries; its other members do not matter.
    [[nodiscard]] static Result<PersonLoader> begin(Connection &connection, const OutboxEntry &stamp);

    // `id` is new, `fields` what personToJson() writes. Answers the number of its row.
    [[nodiscard]] Result<qint64> add(domain::PersonId id, const QString &externalId, const QByteArray &fields);

    // Somebody else wrote people or entries in this transaction: the next add() looks where it stands.
    void lookAgain() noexcept { m_isCurrent = false; }

private:
    PersonLoader(Connection &connection, Statement person, Statement entry) noexcept
        : m_connection(connection),
          m_person(std::move(person)),
          m_entry(std::move(entry))
    {}
    [[nodiscard]] Result<> look();

    Connection &m_connection;
    Statement m_person;
    Statement m_entry;
    QByteArray m_payload;
    qint64 m_number = 0;
    qint64 m_sequence = 0;
    bool m_isCurrent = false;
};

} // namespace reeve::store
