// SPDX-License-Identifier: MIT
#include "core/services/sync/written_down.h"

#include "core/domain/interaction.h"
#include "core/domain/merge_event.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

// Marks say when a value was confirmed, and a made-up person is one: neither was typed by anybody.
bool isTyped(const QString &field)
{
    return !field.startsWith("mark/"_L1) && field != "is_demo"_L1;
}

std::vector<WrittenDown::Field> fieldsOf(const QJsonObject &now, const QJsonObject &was)
{
    std::vector<WrittenDown::Field> fields;
    for (auto it = now.constBegin(); it != now.constEnd(); ++it) {
        if (isTyped(it.key()))
            fields.push_back({it.key(), was.value(it.key()), it.value()});
    }
    return fields;
}

WrittenDown interactionOf(const QJsonObject &payload)
{
    const auto interaction = domain::interactionFromJson(payload);
    if (!interaction)
        return {};
    WrittenDown written;
    for (const domain::Note &note : interaction->notes)
        written.notes << note.text;
    written.restrictedItems =
        static_cast<int>(interaction->specialCategory.size() + interaction->criminalOffence.size());
    return written;
}

} // namespace

WrittenDown writtenDown(const store::OutboxEntry &entry)
{
    const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
    WrittenDown written;
    switch (entry.kind) {
    case store::EntryKind::PersonCreated:
        written.fields = fieldsOf(payload.value("fields"_L1).toObject(), {});
        break;
    case store::EntryKind::PersonEdited:
        written.fields = fieldsOf(payload.value("set"_L1).toObject(), payload.value("was"_L1).toObject());
        break;
    case store::EntryKind::InteractionLogged:
        return interactionOf(payload);
    case store::EntryKind::NoteAdded:
        written.notes << payload.value("text"_L1).toString();
        break;
    case store::EntryKind::SpecialCategoryItemAdded:
    case store::EntryKind::CriminalOffenceItemAdded:
        written.restrictedItems = 1;
        break;
    case store::EntryKind::RestrictedItemRead:
        break;
    case store::EntryKind::PeopleMerged:
    case store::EntryKind::PeopleUnmerged:
    case store::EntryKind::FieldsChosen:
    case store::EntryKind::ItemAssigned:
    case store::EntryKind::PairDecided:
        if (const auto event = domain::mergeEventFromJson(payload))
            written.records = domain::recordsOf(*event);
        break;
    }
    return written;
}

} // namespace reeve::services
