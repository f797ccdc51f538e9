// SPDX-License-Identifier: MIT
#include "core/store/person_index.h"

#include "core/store/row_values.h"

namespace reeve::store {

Result<> PersonIndex::run(QStringView query, qint64 number, QByteArrayView words) const
{
    auto statement = m_connection.prepare(query);
    if (!statement)
        return fail(statement);
    statement->bind(u":number", number);
    statement->bindText(u":terms", words);
    return runOnly(*statement);
}

Result<> PersonIndex::add(qint64 number, QByteArrayView words) const
{
    return run(u"person_search_add", number, words);
}

Result<> PersonIndex::remove(qint64 number, QByteArrayView words) const
{
    return run(u"person_search_remove", number, words);
}

Result<> PersonIndex::compact() const
{
    auto statement = m_connection.prepare(u"person_search_optimize");
    if (!statement)
        return fail(statement);
    return runOnly(*statement);
}

} // namespace reeve::store
