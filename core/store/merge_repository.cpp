// SPDX-License-Identifier: MIT
#include "core/store/merge_repository.h"

#include "core/base/id_time.h"
#include "core/store/merged_people.h"
#include "core/store/row_values.h"

#include <QJsonDocument>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::MergeEvent;
using reeve::domain::PersonId;

namespace reeve::store {

namespace {

Result<MergeEvent> readEvent(const QByteArray &payload)
{
    return domain::mergeEventFromJson(QJsonDocument::fromJson(payload).object());
}

QByteArray payloadOf(const MergeEvent &event)
{
    return QJsonDocument(domain::toJson(event)).toJson(QJsonDocument::Compact);
}

QString decisionKind()
{
    return u"pair_decided"_s;
}

// Those of that kind among the rows of `statement`.
Result<std::vector<MergeEvent>> readEvents(Statement &statement, QStringView kind)
{
    auto events = readAll(statement, [](const Statement &row) { return readEvent(row.bytes(0)); });
    if (events)
        std::erase_if(*events, [kind](const MergeEvent &event) { return domain::kindCode(event) != kind; });
    return events;
}

Result<> assignInteraction(Connection &connection, const MergeEvent &event, const domain::ItemAssigned &assigned)
{
    if (!assigned.interaction)
        return {};
    auto statement = connection.prepare(u"interaction_assign");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":interaction", *assigned.interaction);
    bindId(*statement, u":person", domain::recordsOf(event).front());
    statement->bind(u":order", event.order);
    bindId(*statement, u":event", event.id);
    return runOnly(*statement);
}

} // namespace

Result<bool> MergeRepository::add(const MergeEvent &event) const
{
    {
        auto statement = m_connection.prepare(u"merge_event_add");
        if (!statement)
            return fail(statement);
        bindId(*statement, u":id", event.id);
        statement->bind(u":kind", domain::kindCode(event));
        statement->bind(u":order", event.order);
        statement->bind(u":payload", payloadOf(event));
        const Result<qint64> added = statement->run();
        if (!added)
            return fail(added);
        if (*added == 0)
            return false;
    }
    const std::vector<PersonId> records = domain::recordsOf(event);
    for (const PersonId record : records) {
        auto statement = m_connection.prepare(u"merge_event_add_record");
        if (!statement)
            return fail(statement);
        bindId(*statement, u":record", record);
        bindId(*statement, u":event", event.id);
        if (const Result<> added = runOnly(*statement); !added)
            return fail(added);
    }
    if (const auto *assigned = std::get_if<domain::ItemAssigned>(&event.what)) {
        if (const Result<> stored = assignInteraction(m_connection, event, *assigned); !stored)
            return fail(stored);
    } else if (!std::holds_alternative<domain::PairDecision>(event.what)) {
        if (const Result<> shown = MergedPeople(m_connection).refresh(records.front()); !shown)
            return fail(shown);
    }
    return true;
}

Result<std::optional<MergeEvent>> MergeRepository::find(domain::MergeEventId id) const
{
    auto statement = m_connection.prepare(u"merge_event_by_id");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return std::nullopt;
    Result<MergeEvent> event = readEvent(statement->bytes(0));
    if (!event)
        return fail(event);
    return std::optional(std::move(*event));
}

Result<domain::MergeGraph> MergeRepository::around(PersonId record) const
{
    auto statement = m_connection.prepare(u"merge_event_around");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":record", record);
    domain::MergeGraph graph;
    for (;;) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return graph;
        const Result<MergeEvent> event = readEvent(statement->bytes(0));
        if (!event)
            return fail(event);
        graph.add(*event);
    }
}

Result<std::vector<MergeEvent>> MergeRepository::eventsOf(QStringView kind) const
{
    auto statement = m_connection.prepare(u"merge_event_of_kind");
    if (!statement)
        return fail(statement);
    statement->bind(u":kind", kind.toString());
    return readEvents(*statement, kind);
}

Result<std::vector<MergeEvent>> MergeRepository::pairDecisions() const
{
    return eventsOf(decisionKind());
}

Result<std::vector<MergeEvent>> MergeRepository::pairDecisionsBefore(const std::optional<Place> &place, int limit) const
{
    auto statement = m_connection.prepare(u"merge_event_of_kind_before");
    if (!statement)
        return fail(statement);
    statement->bind(u":kind", decisionKind());
    statement->bind(u":order", place ? place->order : std::numeric_limits<qint64>::max());
    bindUuid(*statement, u":id", place ? place->id.uuid() : QUuid());
    statement->bind(u":limit", limit);
    return readEvents(*statement, decisionKind());
}

Result<> MergeRepository::assignAgain() const
{
    const auto events = eventsOf(u"item_assigned");
    if (!events)
        return fail(events);
    for (const MergeEvent &event : *events) {
        const auto *assigned = std::get_if<domain::ItemAssigned>(&event.what);
        if (!assigned)
            continue;
        if (const Result<> stored = assignInteraction(m_connection, event, *assigned); !stored)
            return stored;
    }
    return {};
}

Result<qint64> MergeRepository::nextOrder() const
{
    const Result<qint64> highest = readNumber(m_connection, u"merge_event_highest_order");
    if (!highest)
        return fail(highest);
    return *highest + 1;
}

Result<PersonId> MergeRepository::survivorOf(PersonId record) const
{
    auto statement = m_connection.prepare(u"merged_record_survivor");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":record", record);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    return *hasRow ? readId<PersonId>(*statement, 0) : record;
}

Result<std::vector<PersonId>> MergeRepository::recordsOf(PersonId record) const
{
    auto statement = m_connection.prepare(u"merged_record_with");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":record", record);
    auto records = readAll(*statement, [](const Statement &row) { return readId<PersonId>(row, 0); });
    if (records && records->empty())
        records->push_back(record);
    return records;
}

Result<std::vector<InteractionSince>> MergeRepository::interactionsSince(PersonId record, domain::MergeEventId merge,
                                                                         Instant since) const
{
    auto statement = m_connection.prepare(u"interaction_since");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":person", record);
    bindId(*statement, u":merge", merge);
    statement->bind(u":since", toMilliseconds(since));
    bindUuid(*statement, u":since_id", firstIdOf(since));
    return readAll(*statement, [](const Statement &row) {
        return InteractionSince{readId<domain::InteractionId>(row, 0), fromMilliseconds(row.integer(1)), row.text(2),
                                readOptionalId<PersonId>(row, 3)};
    });
}

Result<> MergeRepository::forgetFields(PersonId record) const
{
    const Result<domain::MergeGraph> graph = around(record);
    if (!graph)
        return fail(graph);
    for (MergeEvent event : graph->events()) {
        auto *merge = std::get_if<domain::PersonMerge>(&event.what);
        if (!merge || merge->survivor != record || merge->survivorFields.isEmpty())
            continue;
        merge->survivorFields = {};
        auto statement = m_connection.prepare(u"merge_event_set_payload");
        if (!statement)
            return fail(statement);
        bindId(*statement, u":id", event.id);
        statement->bind(u":payload", payloadOf(event));
        if (const Result<> set = runOnly(*statement); !set)
            return set;
    }
    return {};
}

} // namespace reeve::store
