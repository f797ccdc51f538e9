// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/connection.h"

namespace reeve::store {

// The search index over the people of the directory (table person_search): one entry per row of person, with the words
// of matching::searchWords(). The index has no content of its own: to take an entry out, the very words it was put in
// with are needed. Runs inside the caller's transaction.
class PersonIndex final
{
public:
    explicit PersonIndex(Connection &connection) noexcept : m_connection(connection) {}

    [[nodiscard]] Result<> add(qint64 number, QByteArrayView words) const;
    [[nodiscard]] Result<> remove(qint64 number, QByteArrayView words) const;

    // Rewrites the whole index, so that nothing of an erased person is left in it. 1 s for 100,000 people.
    [[nodiscard]] Result<> compact() const;

private:
    [[nodiscard]] Result<> run(QStringView query, qint64 number, QByteArrayView words) const;

    Connection &m_connection;
};

} // namespace reeve::store
