// SPDX-License-Identifier: MIT
// What timelines show: the second half of InteractionRepository.
#include "core/store/interaction_repository.h"

#include "core/base/id_time.h"
#include "core/store/reason_lines.h"
#include "core/store/row_values.h"

using namespace Qt::Literals::StringLiterals;
using reeve::domain::InteractionId;
using reeve::domain::PersonId;

namespace reeve::store {

namespace {

// Of restricted_mark_by_id, restricted_mark_by_person and restricted_mark_by_interaction.
RestrictedMark readMark(const Statement &row)
{
    return {readId<domain::RestrictedItemId>(row, 0), readId<InteractionId>(row, 1), readOptionalId<PersonId>(row, 2),
            row.integer(3) != 0, fromMilliseconds(row.integer(4))};
}

// Of interaction_timeline, and the first columns of interaction_of_agent and interaction_line.
Result<TimelineRow> readTimelineRow(const Statement &row)
{
    const auto channel = domain::parseChannel(row.text(1));
    const auto direction = domain::parseDirection(row.text(2));
    if (!channel)
        return fail(channel);
    if (!direction)
        return fail(direction);

    TimelineRow line;
    line.id = readId<InteractionId>(row, 0);
    line.channel = *channel;
    line.direction = *direction;
    line.startedAt = fromMilliseconds(row.integer(3));
    line.endedAt = readInstant(row, 4);
    line.disposition = row.text(5);
    line.agent = row.text(6);
    line.isSent = row.integer(7) != 0;
    line.reasons = readReasons(row, 8);
    line.note = row.text(9);
    line.noteCount = static_cast<int>(row.integer(10));
    line.restrictedItems = static_cast<int>(row.integer(11));
    return line;
}

// Of interaction_of_agent and interaction_line.
Result<InteractionLine> readLine(const Statement &row)
{
    auto line = readTimelineRow(row);
    if (!line)
        return fail(line);
    return InteractionLine{std::move(*line), readOptionalId<PersonId>(row, 12), row.integer(13) != 0};
}

} // namespace

Result<std::vector<TimelineRow>> InteractionRepository::timeline(PersonId person, int limit) const
{
    auto statement = m_connection.prepare(u"interaction_timeline");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":person", person);
    statement->bind(u":limit", static_cast<qint64>(std::max(limit, 0)));
    return readAll(*statement, readTimelineRow);
}

Result<std::vector<InteractionLine>> InteractionRepository::ofAgent(const QString &agent, Instant since,
                                                                    int limit) const
{
    auto statement = m_connection.prepare(u"interaction_of_agent");
    if (!statement)
        return fail(statement);
    statement->bind(u":agent", agent);
    bindUuid(*statement, u":since_id", firstIdOf(since));
    statement->bind(u":limit", static_cast<qint64>(std::max(limit, 0)));
    return readAll(*statement, readLine);
}

Result<std::optional<InteractionLine>> InteractionRepository::line(InteractionId id) const
{
    auto statement = m_connection.prepare(u"interaction_line");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    return readOptional(*statement, readLine);
}

Result<std::vector<RestrictedMark>> InteractionRepository::marks(PersonId person) const
{
    auto statement = m_connection.prepare(u"restricted_mark_by_person");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":person", person);
    return readAll(*statement, readMark);
}

Result<std::vector<RestrictedMark>> InteractionRepository::marks(domain::InteractionId interaction) const
{
    auto statement = m_connection.prepare(u"restricted_mark_by_interaction");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":interaction", interaction);
    return readAll(*statement, readMark);
}

Result<std::optional<RestrictedMark>> InteractionRepository::mark(domain::RestrictedItemId id) const
{
    auto statement = m_connection.prepare(u"restricted_mark_by_id");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    return readOptional(*statement, readMark);
}

} // namespace reeve::store
