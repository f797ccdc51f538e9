// SPDX-License-Identifier: MIT
#include "core/store/person_row.h"

#include "core/domain/person_fields.h"
#include "core/store/merge_repository.h"
#include "core/store/row_values.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

void bindExternalId(Statement &statement, const QString &externalId)
{
    if (externalId.isEmpty())
        statement.bindNull(u":external_id");
    else
        statement.bind(u":external_id", externalId);
}

Result<> putRelations(Connection &connection, qint64 number, const std::vector<domain::PersonId> &related)
{
    for (const domain::PersonId other : related) {
        auto statement = connection.prepare(u"relation_put");
        if (!statement)
            return fail(statement);
        statement->bind(u":other", other.toString());
        statement->bind(u":person", number);
        if (const Result<> put = runOnly(*statement); !put)
            return put;
    }
    return {};
}

Result<> dropRelations(Connection &connection, qint64 number)
{
    auto statement = connection.prepare(u"relation_drop");
    if (!statement)
        return fail(statement);
    statement->bind(u":person", number);
    return runOnly(*statement);
}

} // namespace

Result<ReadPerson> readPerson(domain::PersonId id, qint64 revision, const QByteArray &fields)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(fields, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::InvalidInput, u"person "_s + id.toString() + u": not a JSON object"_s);
    return readPerson(id, revision, document.object());
}

Result<ReadPerson> readPerson(domain::PersonId id, qint64 revision, QJsonObject fields)
{
    Result<domain::Person> person = domain::personFromFields(id, revision, fields);
    if (!person)
        return fail(person);
    return ReadPerson{std::move(fields), std::move(*person)};
}

QByteArray toBytes(const QJsonObject &fields)
{
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

Result<std::optional<PersonRow>> PersonRows::find(domain::PersonId id) const
{
    auto statement = m_connection.prepare(u"person_by_id");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return std::nullopt;
    return PersonRow{statement->integer(0),
                     readId<domain::PersonId>(*statement, 1),
                     statement->integer(2),
                     statement->integer(3) != 0,
                     readJson(*statement, 4),
                     statement->isNull(5) ? QByteArray() : readJson(*statement, 5),
                     readOptionalId<domain::PersonId>(*statement, 6)};
}

Result<qint64> PersonRows::nextNumber() const
{
    return readNumber(m_connection, u"person_next_number");
}

Result<> PersonRows::prepareInsert()
{
    if (m_insert)
        return {};
    auto statement = m_connection.prepare(u"person_insert");
    if (!statement)
        return fail(statement);
    const auto place = [&statement](QStringView parameter) { return statement->place(parameter); };
    const std::array places{place(u":number"), place(u":id"), place(u":revision"), place(u":external_id"),
                            place(u":fields")};
    m_insert.emplace(Insert{std::move(*statement), places[0], places[1], places[2], places[3], places[4]});
    return {};
}

Result<bool> PersonRows::add(const PersonRow &row, const PersonKeys &keys)
{
    if (const Result<> prepared = prepareInsert(); !prepared)
        return fail(prepared);
    const QByteArray id = row.id.uuid().toRfc4122();
    const QByteArray externalId = keys.externalId.isEmpty() ? QByteArray() : keys.externalId.toUtf8();
    Statement &insert = m_insert->statement;
    insert.bindAt(m_insert->number, row.number);
    insert.bindBytesAt(m_insert->id, id);
    insert.bindAt(m_insert->revision, row.revision);
    insert.bindTextAt(m_insert->externalId, externalId);
    insert.bindBytesAt(m_insert->fields, row.fields);
    const Result<qint64> added = insert.run();
    if (!added)
        return fail(added);
    if (*added == 0)
        return false;
    if (const Result<> put = putRelations(m_connection, row.number, keys.related); !put)
        return fail(put);
    return true;
}

Result<> PersonRows::replace(const PersonRow &before, const PersonRow &after, const PersonKeys &keys) const
{
    auto statement = m_connection.prepare(u"person_set");
    if (!statement)
        return fail(statement);
    statement->bind(u":number", before.number);
    statement->bind(u":revision", after.revision);
    bindExternalId(*statement, keys.externalId);
    statement->bind(u":is_removed", qint64{after.isRemoved ? 1 : 0});
    statement->bind(u":fields", after.fields);
    if (after.centreFields.isNull())
        statement->bindNull(u":centre_fields");
    else
        statement->bind(u":centre_fields", after.centreFields);
    bindId(*statement, u":survivor", after.survivor);
    if (const Result<> set = runOnly(*statement); !set)
        return set;
    if (before.fields.contains("\"relationship/")) {
        if (const Result<> dropped = dropRelations(m_connection, before.number); !dropped)
            return dropped;
    }
    return putRelations(m_connection, before.number, keys.related);
}

Result<> PersonRows::erase(const PersonRow &row) const
{
    if (const Result<> forgotten = MergeRepository(m_connection).forgetFields(row.id); !forgotten)
        return forgotten;
    for (const QStringView query : {u"interaction_remove_of_person", u"conflict_remove_of_person"}) {
        auto statement = m_connection.prepare(query);
        if (!statement)
            return fail(statement);
        bindId(*statement, u":person", row.id);
        if (const Result<> removed = runOnly(*statement); !removed)
            return removed;
    }
    auto statement = m_connection.prepare(u"person_remove");
    if (!statement)
        return fail(statement);
    statement->bind(u":number", row.number);
    return runOnly(*statement);
}

} // namespace reeve::store
