// SPDX-License-Identifier: MIT
#include "app/reevectl/shown_records.h"

#include "app/reevectl/central_access.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/merge_records.h"
#include "app/reevectl/tell_once_records.h"
#include "core/domain/person_fields.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/person_service.h"
#include "core/services/privacy/privacy_service.h"
#include "core/store/desk_repository.h"
#include "core/store/merge_repository.h"
#include "core/store/person_repository.h"
#include "core/store/store.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr int timelineLength = 50;

QJsonObject toObject(const services::TimelineRow &row)
{
    QJsonArray reasons;
    for (const auto &reason : row.reasons)
        reasons.append(reason);
    QJsonObject object{{u"id"_s, row.id.toString()},
                       {u"channel"_s, domain::toCode(row.channel)},
                       {u"direction"_s, domain::toCode(row.direction)},
                       {u"started_at"_s, toRfc3339(row.startedAt)},
                       {u"reasons"_s, reasons},
                       {u"disposition"_s, row.disposition},
                       {u"agent"_s, row.agent},
                       {u"sent"_s, row.isSent}};
    if (row.restrictedItems > 0)
        object.insert(u"restricted_items"_s, row.restrictedItems);
    return object;
}

// What only the centre has of an item, over this desk's session there. The centre writes the reading down.
Result<sync::RestrictedContent> fetchFromCentre(services::Desk &desk, domain::RestrictedItemId item,
                                                const QString &reason)
{
    using Standing = std::pair<store::DeskState, std::optional<store::CentralSession>>;
    const auto standing = await(desk.store().read([&desk](store::Connection &connection) -> Result<Standing> {
        const store::DeskRepository repository(connection);
        auto state = repository.state();
        if (!state)
            return fail(state);
        auto session = repository.session(desk.agentName());
        if (!session)
            return fail(session);
        return Standing{std::move(*state), std::move(*session)};
    }));
    if (!standing)
        return fail(standing);
    const auto &[state, session] = *standing;
    if (!session || session->expiresAt <= desk.clock().now())
        return fail(ErrorCode::SignInNeeded, u"the item is at the centre; 'sync' signs in there"_s);
    const auto gateway = gatewayTo(state.centralUri);
    gateway->usePool(state.poolUser, state.poolPassword);
    return gateway->reveal(session->token, state.device, item, reason);
}

void add(domain::Interaction &interaction, const std::optional<domain::SpecialCategoryItem> &special,
         const std::optional<domain::CriminalOffenceItem> &criminal)
{
    if (special)
        interaction.specialCategory.push_back(*special);
    if (criminal)
        interaction.criminalOffence.push_back(*criminal);
}

// The restricted items that may be shown, into `interaction`.
Result<> addRestricted(services::Desk &desk, const std::vector<services::RestrictedMark> &items,
                       domain::Interaction &interaction, const QString &reason)
{
    const services::PrivacyService privacy(desk);
    for (const services::RestrictedMark &item : items) {
        const auto revealed = await(privacy.reveal(item.id, reason));
        if (!revealed)
            return fail(revealed);
        add(interaction, revealed->specialCategory, revealed->criminalOffence);
        if (!revealed->isAtCentre)
            continue;
        const auto fetched = fetchFromCentre(desk, item.id, reason);
        if (!fetched)
            return fail(fetched);
        add(interaction, fetched->specialCategory, fetched->criminalOffence);
    }
    return {};
}

// The one record that bears the reference, or the first of those that are shown as one person.
Result<std::optional<domain::PersonId>> withReference(store::Connection &connection, const QString &reference)
{
    const auto records = store::PersonRepository(connection).allByExternalId(reference);
    if (!records)
        return fail(records);
    if (records->empty())
        return std::nullopt;
    const store::MergeRepository merges(connection);
    std::vector<domain::PersonId> people;
    for (const domain::PersonId record : *records) {
        const auto shown = merges.survivorOf(record);
        if (!shown)
            return fail(shown);
        if (std::find(people.cbegin(), people.cend(), *shown) == people.cend())
            people.push_back(*shown);
    }
    if (people.size() == 1)
        return records->front();
    QStringList ids;
    for (const domain::PersonId person : people)
        ids << person.toString();
    return fail(
        ErrorCode::InvalidInput,
        u"the reference stands on %1 records that are not merged: %2. Use an id; 'duplicates' asks whether they "
        "are one person, and 'merge' makes them one"_s.arg(QString::number(ids.size()), ids.join(u", "_s)));
}

} // namespace

Result<domain::PersonId> findPerson(services::Desk &desk, const QString &idOrReference)
{
    const auto byReference = await(desk.store().read(
        [idOrReference](store::Connection &connection) { return withReference(connection, idOrReference); }));
    if (!byReference)
        return fail(byReference);
    if (*byReference)
        return **byReference;
    const auto id = domain::PersonId::parse(idOrReference);
    if (!id)
        return fail(ErrorCode::NotFound, u"no such person on this desk"_s);
    return id;
}

Result<QJsonObject> personRecord(services::Desk &desk, const QString &idOrReference)
{
    const auto id = findPerson(desk, idOrReference);
    if (!id)
        return fail(id);
    const auto view = await(services::PersonService(desk).open(*id));
    if (!view)
        return fail(view);
    const auto timeline = await(services::InteractionService(desk).timeline(*id, timelineLength));
    if (!timeline)
        return fail(timeline);

    const auto history = await(services::MergeService(desk).history(*id));
    if (!history)
        return fail(history);

    QJsonArray interactions;
    for (const services::TimelineRow &row : *timeline)
        interactions.append(toObject(row));
    QJsonObject record{{u"id"_s, view->person.id.toString()},         {u"revision"_s, view->person.revision},
                       {u"fields"_s, domain::toFields(view->person)}, {u"waiting_edits"_s, view->hasWaitingEdits},
                       {u"open_conflicts"_s, view->openConflicts},    {u"interactions"_s, interactions}};
    const QDate today = QDate::currentDate();
    if (const auto standing = standingsObject(view->person); !standing.isEmpty())
        record.insert(u"standing"_s, standing);
    if (const auto acting = actingObject(*view, today); !acting.isEmpty())
        record.insert(u"acting_for"_s, acting);
    if (!view->namedBy.empty())
        record.insert(u"named_by"_s, namedByArray(view->namedBy));
    record.insert(u"may_contact"_s, contactObject(view->person, today));
    if (const auto told = toBeTold(view->person, desk.policy().bereavement); !told.isEmpty())
        record.insert(u"to_be_told"_s, told);
    if (view->restrictedItems > 0)
        record.insert(u"restricted_items"_s, view->restrictedItems);
    if (view->person.id != *id)
        record.insert(u"asked_for"_s, id->toString());
    if (const auto merges = mergesOf(*history); !merges.isEmpty())
        record.insert(u"merges"_s, merges);
    if (const auto values = valuesOf(*history); !values.isEmpty())
        record.insert(u"merged_values"_s, values);
    if (view->records.size() > 1) {
        QJsonArray records;
        for (const domain::PersonId one : view->records)
            records.append(one.toString());
        record.insert(u"records"_s, records);
    }
    return record;
}

Result<QJsonObject> interactionRecord(services::Desk &desk, domain::InteractionId id, const QString &reason)
{
    // First, so that whatever refuses them finds out who wanted to read them, and why.
    std::vector<services::RestrictedMark> items;
    if (!reason.isEmpty()) {
        auto asked = await(services::PrivacyService(desk).itemsToRead(id, reason));
        if (!asked)
            return fail(asked);
        items = std::move(*asked);
    }
    auto interaction = await(services::InteractionService(desk).find(id));
    if (!interaction)
        return fail(interaction);
    if (const auto added = addRestricted(desk, items, *interaction, reason); !added)
        return fail(added);
    QJsonObject record = domain::toJson(*interaction);
    const auto noted = await(services::InteractionService(desk).noted(id));
    if (!noted)
        return fail(noted);
    if (noted->mayBeGiven && noted->person)
        record.insert(u"given_to"_s, noted->person->toString());
    return record;
}

} // namespace reeve::ctl
