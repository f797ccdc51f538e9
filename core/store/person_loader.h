// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/store/connection.h"
#include "core/store/outbox.h"

#include <string>
#include <vector>

namespace reeve::store {

// Stores many new people, each with the outbox entry that tells the centre: what PersonRepository::insert() and
// Outbox::append() do, without looking anything up for each, and ten to a statement. Runs inside the caller's
// transaction, and is used within one.
class PersonLoader final
{
public:
    // `stamp`: agent, device time, monotonic and skew of all entries; its other members do not matter.
    [[nodiscard]] static Result<PersonLoader> begin(Connection &connection, const OutboxEntry &stamp);

    // `id` is new, `packedFields` what personToJson() writes, as packJson() packs it. Answers the number of its row,
    // which is stored by the next flush().
    [[nodiscard]] Result<qint64> add(domain::PersonId id, const QString &externalId, const QByteArray &packedFields);

    // Stores whoever waits: before anybody looks for them or writes people or entries, and at the end.
    [[nodiscard]] Result<> flush();

    // Somebody else wrote people or entries in this transaction: the next add() looks where it stands.
    void lookAgain() noexcept { m_isCurrent = false; }

private:
    static constexpr std::size_t together = 10; // rows of the queries …_load_ten

    // Where the values of one row stand in m_bytes, one behind the other.
    struct Row
    {
        std::size_t id, externalId, fields, payload, end;
    };
    // Where the parameters of one row stand.
    struct Places
    {
        int number, id, externalId, fields;
        int sequence, entryId, payload;
    };
    struct Queries
    {
        Statement person;
        Statement entry;
        std::vector<Places> rows;
    };

    PersonLoader(Connection &connection, Queries one, Queries ten);
    [[nodiscard]] static Result<Queries> prepare(Connection &connection, const QString &suffix, std::size_t rows,
                                                 const OutboxEntry &stamp);
    [[nodiscard]] Result<> look();
    [[nodiscard]] Result<> store(Queries &queries, std::size_t from);
    [[nodiscard]] QByteArrayView bytes(std::size_t from, std::size_t to) const;
    [[nodiscard]] Result<> storeWaiting();
    [[nodiscard]] Result<> storeWithoutTriggers();

    Connection &m_connection;
    Queries m_one;
    Queries m_ten;
    std::vector<Row> m_waiting;
    std::string m_bytes; // what they are made of: one piece of memory, not four for each
    qint64 m_number = 0; // of the first who waits, or the next
    qint64 m_sequence = 0;
    bool m_isCurrent = false;
};

} // namespace reeve::store
