// SPDX-License-Identifier: MIT
#include "core/store/pulled_people.h"

#include "core/store/row_values.h"

namespace reeve::store {

namespace {

Result<QSet<QUuid>> peopleWithWork(Connection &connection)
{
    auto statement = connection.prepare(u"outbox_people_with_work");
    if (!statement)
        return fail(statement);
    QSet<QUuid> people;
    for (;;) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return people;
        people.insert(readUuid(*statement, 0));
    }
}

} // namespace

Result<bool> hasWaitingWork(Connection &connection, domain::PersonId person)
{
    const Result<QSet<QUuid>> people = peopleWithWork(connection);
    if (!people)
        return fail(people);
    return people->contains(person.uuid());
}

Result<PulledPeople> PulledPeople::prepare(Connection &connection)
{
    Result<EditOverlay> overlay = EditOverlay::ofEverybody(connection);
    if (!overlay)
        return fail(overlay);
    const Result<qint64> number = PersonRows(connection).nextNumber();
    if (!number)
        return fail(number);
    auto added = PersonIndex::newPeopleAfter(connection, *number - 1);
    if (!added)
        return fail(added);
    return PulledPeople(connection, std::move(*overlay), std::move(*added));
}

Result<PulledPeople::Outcome> PulledPeople::apply(const PreparedPerson &prepared)
{
    const PulledPerson &pulled = prepared.pulled;
    if (pulled.id.isNull() || pulled.revision < 0)
        return Outcome::Unreadable;
    if (pulled.removed)
        return remove(pulled);
    if (!prepared.keys)
        return Outcome::Unreadable;

    PersonRow row;
    row.number = m_nextNumber;
    row.id = pulled.id;
    row.revision = pulled.revision;
    row.fields = pulled.fields;
    const Result<bool> added = m_rows.add(row, *prepared.keys);
    if (!added)
        return fail(added);
    if (!*added)
        return replace(pulled, *prepared.keys);
    m_added.people.push_back({static_cast<quint32>(m_nextNumber), prepared.card});
    ++m_nextNumber;
    return Outcome::Applied;
}

void PulledPeople::finish()
{
    if (!m_added.people.empty())
        m_connection.personIndex()->propose(std::move(m_added));
}

Result<PulledPeople::Outcome> PulledPeople::replace(const PulledPerson &pulled, const PersonKeys &keys)
{
    const auto before = m_rows.find(pulled.id);
    if (!before)
        return fail(before);
    if (!*before || (*before)->revision > pulled.revision)
        return Outcome::Ignored;

    PersonRow after = **before;
    after.revision = pulled.revision;
    after.isRemoved = false;
    const std::vector<EditOverlay::Edit> edits = m_overlay.over(pulled.id, pulled.revision);
    if (edits.empty()) {
        after.fields = pulled.fields;
        after.centreFields = QByteArray();
        if (const Result<> replaced = m_rows.replace(**before, after, keys); !replaced)
            return fail(replaced);
        return Outcome::Applied;
    }

    const Result<ReadPerson> centre = readPerson(pulled.id, pulled.revision, pulled.fields);
    if (!centre)
        return Outcome::Unreadable;
    const Result<ReadPerson> shown = readPerson(pulled.id, pulled.revision, withEdits(centre->fields, edits));
    if (!shown)
        return Outcome::Unreadable;
    after.fields = toBytes(shown->fields);
    after.centreFields = pulled.fields;
    if (const Result<> replaced = m_rows.replace(**before, after, keysOf(shown->person)); !replaced)
        return fail(replaced);
    return Outcome::Applied;
}

// A person of whom something still waits here stays until the centre has answered for it: it must be able to refuse
// it in sight of somebody, and settleEdits() finishes the removal.
Result<PulledPeople::Outcome> PulledPeople::remove(const PulledPerson &pulled)
{
    const auto before = m_rows.find(pulled.id);
    if (!before)
        return fail(before);
    if (!*before)
        return Outcome::Ignored;

    if (!m_withWork) {
        Result<QSet<QUuid>> people = peopleWithWork(m_connection);
        if (!people)
            return fail(people);
        m_withWork = std::move(*people);
    }
    if (!m_withWork->contains(pulled.id.uuid())) {
        if (const Result<> erased = m_rows.erase(**before); !erased)
            return fail(erased);
        return Outcome::Removed;
    }

    PersonRow after = **before;
    after.isRemoved = true;
    const Result<ReadPerson> shown = readPerson(after.id, after.revision, after.fields);
    if (!shown)
        return fail(shown);
    if (const Result<> marked = m_rows.replace(**before, after, keysOf(shown->person)); !marked)
        return fail(marked);
    return Outcome::Ignored;
}

} // namespace reeve::store
