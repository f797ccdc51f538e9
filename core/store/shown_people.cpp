// SPDX-License-Identifier: MIT
#include "core/store/shown_people.h"

#include "core/domain/person_from_json.h"
#include "core/store/merge_repository.h"
#include "core/store/person_repository.h"
#include "core/store/row_values.h"

using reeve::domain::PersonId;

namespace reeve::store {

namespace {

// Id, revision and fields from that column on; none where they cannot be read: others still can.
std::optional<domain::Person> personIn(const Statement &row, int column)
{
    auto person =
        domain::personFromJson(readId<PersonId>(row, column), row.integer(column + 1), readJson(row, column + 2));
    return person ? std::optional(std::move(*person)) : std::nullopt;
}

} // namespace

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
        if (auto person = personIn(*statement, 1))
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
    return personIn(*statement, 0);
}

Result<std::optional<domain::Person>> shownPerson(Connection &connection, PersonId record)
{
    const auto survivor = MergeRepository(connection).survivorOf(record);
    if (!survivor)
        return fail(survivor);
    return PersonRepository(connection).find(*survivor);
}

Result<std::vector<domain::Person>> peopleRelatingTo(Connection &connection, PersonId record, int limit)
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
        if (auto person = personIn(*statement, 0))
            people.push_back(std::move(*person));
    }
}

} // namespace reeve::store
