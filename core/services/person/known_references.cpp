// SPDX-License-Identifier: MIT
#include "core/services/person/known_references.h"

#include "core/store/row_values.h"

namespace reeve::services {

Result<> KnownReferences::reached(store::Connection &connection)
{
    const Result<qint64> next = store::readNumber(connection, u"person_next_number");
    if (!next)
        return fail(next);
    if (*next == m_nextNumber)
        return {};
    auto all = connection.prepare(u"person_references");
    if (!all)
        return fail(all);
    m_hashes.clear();
    for (;;) {
        const Result<bool> has = all->step();
        if (!has)
            return fail(has);
        if (!*has)
            return {};
        add(all->text(0));
    }
}

Result<> KnownReferences::left(store::Connection &connection)
{
    const Result<qint64> next = store::readNumber(connection, u"person_next_number");
    if (!next)
        return fail(next);
    m_nextNumber = *next;
    return {};
}

} // namespace reeve::services
