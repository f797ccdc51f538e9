// SPDX-License-Identifier: MIT
#include "core/store/conflict_repository.h"

#include "core/store/row_values.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// A JSON document is an object or an array: one value stands in an array of its own.
QByteArray toBytes(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

QJsonValue fromBytes(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).array().first();
}

// Of conflict_open, conflict_open_for and conflict_by_id.
FieldConflict readConflict(const Statement &row)
{
    FieldConflict conflict;
    conflict.id = readId<domain::ConflictId>(row, 0);
    conflict.person = readId<domain::PersonId>(row, 1);
    conflict.field = row.text(2);
    conflict.ours = fromBytes(row.bytes(3));
    conflict.theirs = fromBytes(row.bytes(4));
    conflict.ourAgent = row.text(5);
    conflict.theirAgent = row.text(6);
    conflict.raisedAt = fromMilliseconds(row.integer(7));
    conflict.decidedAt = readInstant(row, 8);
    return conflict;
}

} // namespace

Result<> ConflictRepository::put(const FieldConflict &conflict) const
{
    auto statement = m_connection.prepare(u"conflict_put");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", conflict.id);
    bindId(*statement, u":person", conflict.person);
    statement->bind(u":field", conflict.field);
    statement->bind(u":ours", toBytes(conflict.ours));
    statement->bind(u":theirs", toBytes(conflict.theirs));
    statement->bind(u":our_agent", conflict.ourAgent);
    statement->bind(u":their_agent", conflict.theirAgent);
    statement->bind(u":raised_at", toMilliseconds(conflict.raisedAt));
    bindInstant(*statement, u":decided_at", conflict.decidedAt);
    return runOnly(*statement);
}

Result<std::vector<FieldConflict>> ConflictRepository::open() const
{
    auto statement = m_connection.prepare(u"conflict_open");
    if (!statement)
        return fail(statement);
    return readAll(*statement, readConflict);
}

Result<std::vector<FieldConflict>> ConflictRepository::openFor(domain::PersonId person) const
{
    auto statement = m_connection.prepare(u"conflict_open_for");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":person", person);
    return readAll(*statement, readConflict);
}

Result<std::optional<FieldConflict>> ConflictRepository::find(domain::ConflictId id) const
{
    auto statement = m_connection.prepare(u"conflict_by_id");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    return readOptional(*statement, readConflict);
}

Result<> ConflictRepository::decide(domain::ConflictId id, Instant at) const
{
    auto statement = m_connection.prepare(u"conflict_decide");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    statement->bind(u":at", toMilliseconds(at));
    const Result<qint64> changed = statement->run();
    if (!changed)
        return fail(changed);
    if (*changed == 0)
        return fail(ErrorCode::NotFound, u"conflict "_s + id.toString());
    return {};
}

Result<> ConflictRepository::forget() const
{
    auto statement = m_connection.prepare(u"conflict_forget");
    if (!statement)
        return fail(statement);
    return runOnly(*statement);
}

} // namespace reeve::store
