// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"
#include "core/domain/ids.h"
#include "core/domain/person.h"
#include "core/store/outbox.h"
#include "core/store/store.h"
#include "tests/support/result_printing.h"
#include "tests/support/test_clock.h"

#include <QTemporaryDir>

#include <memory>

namespace reeve::test {

// A new sealed store in a folder of its own, and a connection to it on the test's thread.
class TestDesk final
{
public:
    TestDesk();

    [[nodiscard]] store::Connection &connection() const { return *m_connection; }
    [[nodiscard]] IdSource &ids() { return m_ids; }
    [[nodiscard]] TestClock &clock() { return m_clock; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }

    // Runs `work(Connection &)` in one transaction: committed when it answers a value, else rolled back.
    template <typename Work>
    auto write(Work work) const
    {
        REQUIRE(m_connection->begin(store::Connection::Access::ReadWrite));
        auto answer = work(*m_connection);
        if (answer)
            REQUIRE(m_connection->commit());
        else
            m_connection->rollback();
        return answer;
    }

    // Every text and blob of every table but `except`, those of the search index included.
    [[nodiscard]] QByteArray contentOfTables(const QStringList &except) const;

    // The database as a whole, opened: free pages and what is left between the cells too.
    [[nodiscard]] QByteArray bytesOfDatabase() const;

    // One number from a plain SQL query.
    [[nodiscard]] qint64 number(const QString &sql) const;

private:
    TestClock m_clock;
    IdSource m_ids{m_clock, 7};
    QTemporaryDir m_folder;
    QString m_database;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Connection> m_connection;
};

// Mrs Joan O'Brien-Hayward of Exampleton, with something in every field that is searched.
[[nodiscard]] domain::Person joanHayward(IdSource &ids);
[[nodiscard]] domain::Person personNamed(IdSource &ids, const QString &given, const QString &family);

// An edit of `person` that sets one field.
[[nodiscard]] store::OutboxEntry editEntry(IdSource &ids, domain::PersonId person, const QString &field,
                                           const QString &value, qint64 baseRevision = 1);

} // namespace reeve::test
