// SPDX-License-Identifier: MIT
#include "core/store/interaction_repository.h"

#include "core/store/note_index.h"
#include "core/store/reason_lines.h"
#include "core/store/row_values.h"

using namespace Qt::Literals::StringLiterals;
using reeve::domain::Interaction;
using reeve::domain::InteractionId;
using reeve::domain::PersonId;

namespace reeve::store {

namespace {

template <typename Reader>
auto readAllOf(Connection &connection, QStringView query, InteractionId interaction, Reader reader)
    -> Result<std::vector<ValueOf<Reader>>>
{
    auto statement = connection.prepare(query);
    if (!statement)
        return fail(statement);
    bindId(*statement, u":interaction", interaction);
    return readAll(*statement, reader);
}

Result<> dropParties(Connection &connection, InteractionId interaction)
{
    auto statement = connection.prepare(u"party_drop");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":interaction", interaction);
    return runOnly(*statement);
}

// Of interaction_by_id, which knows the id already.
Result<Interaction> readInteraction(const Statement &row)
{
    const auto channel = domain::parseChannel(row.text(1));
    const auto direction = domain::parseDirection(row.text(2));
    if (!channel)
        return fail(channel);
    if (!direction)
        return fail(direction);
    Interaction interaction;
    interaction.person = readOptionalId<PersonId>(row, 0);
    interaction.channel = *channel;
    interaction.direction = *direction;
    interaction.callerNumber = row.text(3);
    interaction.startedAt = fromMilliseconds(row.integer(4));
    interaction.endedAt = readInstant(row, 5);
    interaction.disposition = row.text(6);
    interaction.reasons = readReasons(row, 9);
    return interaction;
}

// Of party_by_interaction.
Result<domain::Party> readParty(const Statement &row)
{
    const auto role = domain::parsePartyRole(row.text(1));
    if (!role)
        return fail(role);
    return domain::Party{readId<domain::PartyId>(row, 0), *role, readOptionalId<PersonId>(row, 2), row.text(3)};
}

// Of note_by_interaction.
domain::Note readNote(const Statement &row)
{
    return {readId<domain::NoteId>(row, 0), row.text(1), fromMilliseconds(row.integer(2))};
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
    auto row = m_connection.prepare(u"interaction_by_id");
    if (!row)
        return fail(row);
    bindId(*row, u":id", id);
    auto found = readOptional(*row, readInteraction);
    if (!found || !*found)
        return found;

    auto parties = readAllOf(m_connection, u"party_by_interaction", id, readParty);
    if (!parties)
        return fail(parties);
    auto notes = readAllOf(m_connection, u"note_by_interaction", id, readNote);
    if (!notes)
        return fail(notes);
    (*found)->id = id;
    (*found)->parties = std::move(*parties);
    (*found)->notes = std::move(*notes);
    return found;
}

Result<> InteractionRepository::insert(const Interaction &interaction, const QString &agent, bool isSent) const
{
    bool isKnown = false;
    {
        auto known = m_connection.prepare(u"interaction_by_id");
        if (!known)
            return fail(known);
        bindId(*known, u":id", interaction.id);
        const auto owner = readOptional(*known, [](const Statement &row) { return row.text(7); });
        if (!owner)
            return fail(owner);
        isKnown = owner->has_value();
        if (*owner && !agent.isEmpty() && **owner != agent)
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
    statement->bind(u":reasons", toLines(interaction.reasons));
    if (const Result<> put = runOnly(*statement); !put)
        return put;

    // What is logged here is found by its outbox entry; what the centre sends has none.
    if (isSent) {
        if (const Result<> queued = NoteIndex(m_connection).queue(interaction.id); !queued)
            return queued;
    }

    // Parties come whole with their interaction. Notes and marks are added to: one written here that still waits is
    // not in the centre's copy, and stays.
    if (isKnown) {
        if (const Result<> dropped = dropParties(m_connection, interaction.id); !dropped)
            return dropped;
    }
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

Result<> InteractionRepository::keepTimeline(const std::vector<PersonId> &records, Instant opened) const
{
    auto statement = m_connection.prepare(u"opened_timeline_put");
    if (!statement)
        return fail(statement);
    for (const PersonId &record : records) {
        bindId(*statement, u":person", record);
        statement->bind(u":opened_at", toMilliseconds(opened));
        if (const Result<> put = runOnly(*statement); !put)
            return put;
    }
    return {};
}

Result<qint64> InteractionRepository::purge(Instant before) const
{
    const auto run = [&](QStringView query) -> Result<qint64> {
        auto statement = m_connection.prepare(query);
        if (!statement)
            return fail(statement);
        statement->bind(u":before", toMilliseconds(before));
        return statement->run();
    };
    const auto removed = run(u"interaction_purge");
    if (!removed)
        return removed;
    if (const auto forgotten = run(u"opened_timeline_purge"); !forgotten)
        return forgotten;
    return removed;
}

} // namespace reeve::store
