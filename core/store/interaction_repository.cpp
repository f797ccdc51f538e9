// SPDX-License-Identifier: MIT
#include "core/store/interaction_repository.h"

#include "core/store/row_values.h"

using namespace Qt::Literals::StringLiterals;
using reeve::domain::Interaction;
using reeve::domain::InteractionId;
using reeve::domain::PersonId;

namespace reeve::store {

namespace {

// Calls read(row) for each row that `query` answers about `interaction`.
template <typename Read>
Result<> eachOf(Connection &connection, QStringView query, InteractionId interaction, Read read)
{
    auto statement = connection.prepare(query);
    if (!statement)
        return fail(statement);
    bindId(*statement, u":interaction", interaction);
    for (;;) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return {};
        if (const Result<> done = read(*statement); !done)
            return done;
    }
}

Result<> drop(Connection &connection, QStringView query, InteractionId interaction)
{
    auto statement = connection.prepare(query);
    if (!statement)
        return fail(statement);
    bindId(*statement, u":interaction", interaction);
    return runOnly(*statement);
}

Result<> addReasons(Connection &connection, const Interaction &interaction)
{
    auto statement = connection.prepare(u"interaction_add_reason");
    if (!statement)
        return fail(statement);
    qint64 position = 0;
    for (const domain::ReasonCode &reason : interaction.reasons) {
        bindId(*statement, u":interaction", interaction.id);
        statement->bind(u":position", position++);
        statement->bind(u":code", reason);
        if (const Result<> added = runOnly(*statement); !added)
            return added;
    }
    return {};
}

Result<> addParties(Connection &connection, const Interaction &interaction)
{
    auto statement = connection.prepare(u"party_add");
    if (!statement)
        return fail(statement);
    for (const domain::Party &party : interaction.parties) {
        bindId(*statement, u":interaction", interaction.id);
        bindId(*statement, u":id", party.id);
        statement->bind(u":role", domain::toCode(party.role));
        bindId(*statement, u":person", party.person);
        statement->bind(u":name_as_told", party.nameAsTold);
        if (const Result<> added = runOnly(*statement); !added)
            return added;
    }
    return {};
}

} // namespace

Result<std::optional<Interaction>> InteractionRepository::find(InteractionId id) const
{
    Interaction interaction;
    interaction.id = id;
    {
        auto row = m_connection.prepare(u"interaction_by_id");
        if (!row)
            return fail(row);
        bindId(*row, u":id", id);
        const Result<bool> hasRow = row->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return std::nullopt;

        const auto channel = domain::parseChannel(row->text(1));
        const auto direction = domain::parseDirection(row->text(2));
        if (!channel)
            return fail(channel);
        if (!direction)
            return fail(direction);
        interaction.person = readOptionalId<PersonId>(*row, 0);
        interaction.channel = *channel;
        interaction.direction = *direction;
        interaction.callerNumber = row->text(3);
        interaction.startedAt = fromMilliseconds(row->integer(4));
        interaction.endedAt = readInstant(*row, 5);
        interaction.disposition = row->text(6);
    }

    Result<> read = eachOf(m_connection, u"interaction_reasons", id, [&](const Statement &row) -> Result<> {
        interaction.reasons.push_back(row.text(0));
        return {};
    });
    if (!read)
        return fail(read);
    read = eachOf(m_connection, u"party_by_interaction", id, [&](const Statement &row) -> Result<> {
        const auto role = domain::parsePartyRole(row.text(1));
        if (!role)
            return fail(role);
        interaction.parties.push_back(
            {readId<domain::PartyId>(row, 0), *role, readOptionalId<PersonId>(row, 2), row.text(3)});
        return {};
    });
    if (!read)
        return fail(read);
    read = eachOf(m_connection, u"note_by_interaction", id, [&](const Statement &row) -> Result<> {
        interaction.notes.push_back({readId<domain::NoteId>(row, 0), row.text(1), fromMilliseconds(row.integer(2))});
        return {};
    });
    if (!read)
        return fail(read);
    return std::optional(std::move(interaction));
}

Result<> InteractionRepository::insert(const Interaction &interaction, const QString &agent, bool isSent) const
{
    {
        auto known = m_connection.prepare(u"interaction_by_id");
        if (!known)
            return fail(known);
        bindId(*known, u":id", interaction.id);
        const Result<bool> hasRow = known->step();
        if (!hasRow)
            return fail(hasRow);
        if (*hasRow && !agent.isEmpty() && known->text(7) != agent)
            return fail(ErrorCode::Conflict, u"interaction "_s + interaction.id.toString() + u" is another agent's"_s);
    }

    auto statement = m_connection.prepare(u"interaction_put");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", interaction.id);
    bindId(*statement, u":person", interaction.person);
    statement->bind(u":channel", domain::toCode(interaction.channel));
    statement->bind(u":direction", domain::toCode(interaction.direction));
    statement->bind(u":caller_number", interaction.callerNumber);
    statement->bind(u":started_at", toMilliseconds(interaction.startedAt));
    bindInstant(*statement, u":ended_at", interaction.endedAt);
    statement->bind(u":disposition", interaction.disposition);
    statement->bind(u":agent", agent);
    statement->bind(u":is_sent", qint64{isSent ? 1 : 0});
    if (const Result<> put = runOnly(*statement); !put)
        return put;

    // Reasons and parties come whole with their interaction. Notes and marks are added to: one written here that
    // still waits is not in the centre's copy, and stays.
    for (const QStringView query : {u"interaction_drop_reasons", u"party_drop"}) {
        if (const Result<> dropped = drop(m_connection, query, interaction.id); !dropped)
            return dropped;
    }
    if (const Result<> added = addReasons(m_connection, interaction); !added)
        return added;
    if (const Result<> added = addParties(m_connection, interaction); !added)
        return added;
    for (const domain::Note &note : interaction.notes) {
        if (const Result<> added = addNote(interaction.id, note); !added)
            return added;
    }
    const auto personOf = [&](const auto &item) { return item.person ? item.person : interaction.person; };
    for (const auto &item : interaction.specialCategory) {
        if (const Result<> added = addMark({item.id, interaction.id, personOf(item), false, item.notedAt}); !added)
            return added;
    }
    for (const auto &item : interaction.criminalOffence) {
        if (const Result<> added = addMark({item.id, interaction.id, personOf(item), true, item.notedAt}); !added)
            return added;
    }
    return {};
}

Result<> InteractionRepository::addNote(InteractionId id, const domain::Note &note) const
{
    auto statement = m_connection.prepare(u"note_put");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":interaction", id);
    bindId(*statement, u":id", note.id);
    statement->bind(u":written_at", toMilliseconds(note.writtenAt));
    statement->bind(u":text", note.text);
    return runOnly(*statement);
}

Result<> InteractionRepository::addMark(const RestrictedMark &mark) const
{
    auto statement = m_connection.prepare(u"restricted_mark_put");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", mark.id);
    bindId(*statement, u":interaction", mark.interaction);
    bindId(*statement, u":person", mark.person);
    statement->bind(u":is_criminal_offence", qint64{mark.isCriminalOffence ? 1 : 0});
    statement->bind(u":noted_at", toMilliseconds(mark.notedAt));
    return runOnly(*statement);
}

Result<> InteractionRepository::markSent(const std::vector<InteractionId> &ids) const
{
    auto statement = m_connection.prepare(u"interaction_mark_sent");
    if (!statement)
        return fail(statement);
    for (const InteractionId &id : ids) {
        bindId(*statement, u":id", id);
        if (const Result<> marked = runOnly(*statement); !marked)
            return marked;
    }
    return {};
}

Result<qint64> InteractionRepository::purge(Instant before) const
{
    auto statement = m_connection.prepare(u"interaction_purge");
    if (!statement)
        return fail(statement);
    statement->bind(u":before", toMilliseconds(before));
    return statement->run();
}

} // namespace reeve::store
