// SPDX-License-Identifier: MIT
#include "core/store/shown_people.h"

#include "core/domain/person_from_json.h"
#include "core/store/row_values.h"

namespace reeve::store {

Result<PeoplePage> shownPeopleAfter(Connection &connection, qint64 number, qint64 limit)
{
    auto statement = connection.prepare(u"people_after");
    if (!statement)
        return fail(statement);
    statement->bind(u":after", number);
    statement->bind(u":limit", limit);
    PeoplePage page;
    page.last = number;
    qint64 rows = 0;
    for (;;) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            break;
        ++rows;
        page.last = statement->integer(0);
        auto person =
            domain::personFromJson(readId<domain::PersonId>(*statement, 1), statement->integer(2), statement->view(3));
        if (person)
            page.people.push_back(std::move(*person));
    }
    page.isEnd = rows < limit;
    return page;
}

Result<std::optional<domain::Person>> shownPerson(Connection &connection, quint32 number)
{
    auto statement = connection.prepare(u"person_by_number");
    if (!statement)
        return fail(statement);
    statement->bind(u":number", qint64{number});
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return std::nullopt;
    auto read =
        domain::personFromJson(readId<domain::PersonId>(*statement, 0), statement->integer(1), statement->view(2));
    if (!read)
        return std::nullopt;
    return std::move(*read);
}

} // namespace reeve::store
