// SPDX-License-Identifier: MIT
#include "core/domain/interaction_to_json.h"

#include "core/domain/json_writer.h"

namespace reeve::domain {

namespace {

void person(JsonWriter &writer, const std::optional<PersonId> &person)
{
    if (person)
        writer.member("person", person->toString());
}

void members(JsonWriter &writer, const Party &party)
{
    writer.member("id", party.id.toString());
    writer.text("name_as_told", party.nameAsTold);
    person(writer, party.person);
    writer.member("role", toCode(party.role));
}

void members(JsonWriter &writer, const Note &note)
{
    writer.member("id", note.id.toString());
    writer.member("text", note.text);
    writer.member("written_at", toRfc3339(note.writtenAt));
}

void members(JsonWriter &writer, const SpecialCategoryItem &item)
{
    writer.member("category", toCode(item.category));
    writer.text("condition", item.condition);
    writer.text("detail", item.detail);
    writer.text("evidence", item.evidence);
    writer.member("id", item.id.toString());
    writer.member("noted_at", toRfc3339(item.notedAt));
    person(writer, item.person);
    writer.text("schedule1", item.schedule1);
}

void members(JsonWriter &writer, const CriminalOffenceItem &item)
{
    writer.text("detail", item.detail);
    writer.text("evidence", item.evidence);
    writer.member("id", item.id.toString());
    writer.member("noted_at", toRfc3339(item.notedAt));
    writer.raw("official_authority", item.officialAuthority ? "true" : "false");
    person(writer, item.person);
    writer.text("schedule1", item.schedule1);
}

void members(JsonWriter &writer, const Interaction &interaction)
{
    writer.text("caller_number", interaction.callerNumber);
    writer.member("channel", toCode(interaction.channel));
    writer.member("direction", toCode(interaction.direction));
    writer.text("disposition", interaction.disposition);
    if (interaction.endedAt)
        writer.member("ended_at", toRfc3339(*interaction.endedAt));
    writer.member("id", interaction.id.toString());
    person(writer, interaction.person);
    if (!interaction.reasons.empty()) {
        writer.beginList("reasons");
        for (const ReasonCode &reason : interaction.reasons)
            writer.element(reason);
        writer.endList();
    }
    writer.member("started_at", toRfc3339(interaction.startedAt));
}

template <typename T>
void list(JsonWriter &writer, QByteArrayView member, const std::vector<T> &all)
{
    if (all.empty())
        return;
    writer.beginList(member);
    for (const T &one : all) {
        writer.beginElement();
        members(writer, one);
        writer.end();
    }
    writer.endList();
}

} // namespace

QByteArray interactionToJson(const Interaction &interaction)
{
    JsonWriter writer;
    writer.begin();
    list(writer, "criminal_offence", interaction.criminalOffence);
    writer.name("interaction");
    writer.begin();
    members(writer, interaction);
    writer.end();
    list(writer, "notes", interaction.notes);
    list(writer, "parties", interaction.parties);
    list(writer, "special_category", interaction.specialCategory);
    writer.end();
    return writer.take();
}

} // namespace reeve::domain
