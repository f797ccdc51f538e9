// SPDX-License-Identifier: MIT
#include "core/domain/interaction.h"

#include "core/domain/json_reader.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr auto required = JsonReader::Presence::Required;

void put(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

template <typename Tag>
void put(QJsonObject &object, QLatin1StringView name, const std::optional<Id<Tag>> &id)
{
    if (id)
        object.insert(name, id->toString());
}

void put(QJsonObject &object, QLatin1StringView name, const QJsonArray &array)
{
    if (!array.isEmpty())
        object.insert(name, array);
}

QJsonObject toJsonValue(const Party &party)
{
    QJsonObject object{{u"id"_s, party.id.toString()}, {u"role"_s, toCode(party.role)}};
    put(object, "person"_L1, party.person);
    put(object, "name_as_told"_L1, party.nameAsTold);
    return object;
}

QJsonObject toJsonValue(const Note &note)
{
    return {{u"id"_s, note.id.toString()}, {u"text"_s, note.text}, {u"written_at"_s, toRfc3339(note.writtenAt)}};
}

QJsonObject toJsonValue(const SpecialCategoryItem &item)
{
    QJsonObject object{{u"id"_s, item.id.toString()},
                       {u"category"_s, toCode(item.category)},
                       {u"noted_at"_s, toRfc3339(item.notedAt)}};
    put(object, "person"_L1, item.person);
    put(object, "condition"_L1, item.condition);
    put(object, "schedule1"_L1, item.schedule1);
    put(object, "evidence"_L1, item.evidence);
    put(object, "detail"_L1, item.detail);
    return object;
}

QJsonObject toJsonValue(const CriminalOffenceItem &item)
{
    QJsonObject object{{u"id"_s, item.id.toString()},
                       {u"official_authority"_s, item.officialAuthority},
                       {u"noted_at"_s, toRfc3339(item.notedAt)}};
    put(object, "person"_L1, item.person);
    put(object, "schedule1"_L1, item.schedule1);
    put(object, "evidence"_L1, item.evidence);
    put(object, "detail"_L1, item.detail);
    return object;
}

// Each element through the function above that fits it.
template <typename T>
QJsonArray toJsonArray(const std::vector<T> &all)
{
    QJsonArray array;
    for (const T &one : all)
        array.append(toJsonValue(one));
    return array;
}

Party readParty(JsonReader &json)
{
    Party party;
    party.id = json.parsed("id"_L1, &PartyId::parse, required).value_or(PartyId());
    party.role = json.parsed("role"_L1, &parsePartyRole, required).value_or(PartyRole::Caller);
    party.person = json.parsed("person"_L1, &PersonId::parse);
    party.nameAsTold = json.text("name_as_told"_L1);
    return party;
}

Note readNote(JsonReader &json)
{
    Note note;
    note.id = json.parsed("id"_L1, &NoteId::parse, required).value_or(NoteId());
    note.text = json.text("text"_L1, required);
    note.writtenAt = json.instant("written_at"_L1, required).value_or(Instant());
    return note;
}

SpecialCategoryItem readSpecialCategory(JsonReader &json, InteractionId interaction)
{
    SpecialCategoryItem item;
    item.id = json.parsed("id"_L1, &RestrictedItemId::parse, required).value_or(RestrictedItemId());
    item.interaction = interaction;
    item.person = json.parsed("person"_L1, &PersonId::parse);
    item.category = json.parsed("category"_L1, &parseSpecialCategory, required).value_or(SpecialCategory::Health);
    item.condition = json.text("condition"_L1);
    item.schedule1 = json.text("schedule1"_L1);
    item.evidence = json.text("evidence"_L1);
    item.detail = json.text("detail"_L1);
    item.notedAt = json.instant("noted_at"_L1, required).value_or(Instant());
    return item;
}

CriminalOffenceItem readCriminalOffence(JsonReader &json, InteractionId interaction)
{
    CriminalOffenceItem item;
    item.id = json.parsed("id"_L1, &RestrictedItemId::parse, required).value_or(RestrictedItemId());
    item.interaction = interaction;
    item.person = json.parsed("person"_L1, &PersonId::parse);
    item.schedule1 = json.text("schedule1"_L1);
    item.officialAuthority = json.boolean("official_authority"_L1);
    item.evidence = json.text("evidence"_L1);
    item.detail = json.text("detail"_L1);
    item.notedAt = json.instant("noted_at"_L1, required).value_or(Instant());
    return item;
}

Interaction readHead(JsonReader &json)
{
    Interaction read;
    read.id = json.parsed("id"_L1, &InteractionId::parse, required).value_or(InteractionId());
    read.person = json.parsed("person"_L1, &PersonId::parse);
    read.channel = json.parsed("channel"_L1, &parseChannel, required).value_or(Channel::Phone);
    read.direction = json.parsed("direction"_L1, &parseDirection, required).value_or(Direction::Inbound);
    read.callerNumber = json.text("caller_number"_L1);
    read.startedAt = json.instant("started_at"_L1, required).value_or(Instant());
    read.endedAt = json.instant("ended_at"_L1);
    json.eachText("reasons"_L1, JsonReader::Presence::Optional,
                  [&](const QString &reason) { read.reasons.push_back(reason); });
    read.disposition = json.text("disposition"_L1);
    return read;
}

} // namespace

QJsonObject toJson(const Interaction &interaction)
{
    QJsonObject head{{u"id"_s, interaction.id.toString()},
                     {u"channel"_s, toCode(interaction.channel)},
                     {u"direction"_s, toCode(interaction.direction)},
                     {u"started_at"_s, toRfc3339(interaction.startedAt)}};
    put(head, "person"_L1, interaction.person);
    put(head, "caller_number"_L1, interaction.callerNumber);
    if (interaction.endedAt)
        head.insert("ended_at"_L1, toRfc3339(*interaction.endedAt));
    QJsonArray reasons;
    for (const auto &reason : interaction.reasons)
        reasons.append(reason);
    put(head, "reasons"_L1, reasons);
    put(head, "disposition"_L1, interaction.disposition);

    QJsonObject whole{{u"interaction"_s, head}};
    put(whole, "parties"_L1, toJsonArray(interaction.parties));
    put(whole, "notes"_L1, toJsonArray(interaction.notes));
    put(whole, "special_category"_L1, toJsonArray(interaction.specialCategory));
    put(whole, "criminal_offence"_L1, toJsonArray(interaction.criminalOffence));
    return whole;
}

Result<Interaction> interactionFromJson(const QJsonObject &json)
{
    JsonReader whole(json);
    JsonReader head(whole.object("interaction"_L1, required), u"interaction"_s);
    if (!whole.ok())
        return fail(whole.outcome());
    Interaction read = readHead(head);
    if (!head.ok())
        return fail(head.outcome());

    whole.each("parties"_L1, [&](JsonReader &one) { read.parties.push_back(readParty(one)); });
    whole.each("notes"_L1, [&](JsonReader &one) { read.notes.push_back(readNote(one)); });
    whole.each("special_category"_L1,
               [&](JsonReader &one) { read.specialCategory.push_back(readSpecialCategory(one, read.id)); });
    whole.each("criminal_offence"_L1,
               [&](JsonReader &one) { read.criminalOffence.push_back(readCriminalOffence(one, read.id)); });
    if (!whole.ok())
        return fail(whole.outcome());
    return read;
}

} // namespace reeve::domain
