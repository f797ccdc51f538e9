// SPDX-License-Identifier: MIT
#include "core/store/contact_tally.h"

#include "core/store/row_values.h"

namespace reeve::store {

Result<ContactTally> tallyContacts(Connection &connection, domain::PersonId person)
{
    auto statement = connection.prepare(u"interaction_tally");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":person", person);
    if (const Result<bool> hasRow = statement->step(); !hasRow)
        return fail(hasRow);
    ContactTally tally;
    tally.interactions = static_cast<int>(statement->integer(0));
    if (!statement->isNull(1))
        tally.last = fromMilliseconds(statement->integer(1));
    return tally;
}

} // namespace reeve::store
