// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/store/connection.h"
#include "core/store/outbox.h"

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

    // `id` is new, `fields` what personToJson() writes. Answers the number of its row, which is stored by the next
    // flush() at the latest.
    [[nodiscard]] Result<qint64> add(domain::PersonId id, const QString &externalId, const QByteArray &fields);

    // Stores whoever waits for others: before anybody looks for them, and at the end.
    [[nodiscard]] Result<> flush();
    // Whether somebody with this reference waits.
    [[nodiscard]] bool hasWaiting(const QString &externalId) const;

    // Somebody else wrote people or entries in this transaction: the next add() looks where it stands.
    void lookAgain() noexcept { m_isCurrent = false; }

private:
    static constexpr std::size_t together = 10; // rows of the queries …_load_ten

    struct Row
    {
        qint64 number = 0;
        qint64 sequence = 0;
        QByteArray id;
        QString externalId;
        QByteArray fields;
        QByteArray payload;
    };
    // The parameters of one row, by name.
    struct Names
    {
        explicit Names(const QString &suffix = {});
        QString number, id, externalId, fields, sequence, payload;
    };
    struct Queries
    {
        Statement person;
        Statement entry;
    };

    PersonLoader(Connection &connection, Queries one, Queries ten);
    [[nodiscard]] static Result<Queries> prepare(Connection &connection, QStringView person, QStringView entry,
                                                 const OutboxEntry &stamp);
    [[nodiscard]] Result<> look();
    static void bind(Queries &queries, const Names &names, const Row &row);

    Connection &m_connection;
    Queries m_one;
    Queries m_ten;
    Names m_names; // of m_one
    std::vector<Names> m_tenNames;
    std::vector<Row> m_waiting;
    qint64 m_number = 0;
    qint64 m_sequence = 0;
    bool m_isCurrent = false;
};

} // namespace reeve::store
