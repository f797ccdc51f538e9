// SPDX-License-Identifier: MIT
#include "core/store/relating_people.h"

#include "core/domain/person_from_json.h"
#include "core/store/row_values.h"

namespace reeve::store {

Result<std::vector<domain::Person>> peopleRelatingTo(Connection &connection, domain::PersonId record, int limit)
{
    auto statement = connection.prepare(u"person_relating_to");
    if (!statement)
        return fail(statement);
    statement->bind(u":other", record.toString());
    statement->bind(u":limit", limit);
    std::vector<domain::Person> people;
    for (;;) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return people;
        auto read =
            domain::personFromJson(readId<domain::PersonId>(*statement, 0), statement->integer(1), statement->view(2));
        if (read)
            people.push_back(std::move(*read));
    }
}

} // namespace reeve::store
