// SPDX-License-Identifier: MIT
// Merge events as they are stored, pushed and pulled.
#include "core/domain/json_reader.h"
#include "core/domain/merge_event.h"
#include "core/domain/text_rules.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr qint64 highestOrder = qint64{1} << 52; // a double holds it
constexpr qsizetype mostChoices = 1000;
constexpr qsizetype longestReason = 1000;
constexpr qsizetype fingerprintBytes = 32;

QJsonObject toJson(const FieldChoices &choices)
{
    QJsonObject object;
    for (const auto &[field, choice] : choices)
        object.insert(field, QJsonArray{choice.source.toString(), choice.record.toString()});
    return object;
}

void put(QJsonObject &json, const PersonMerge &merge)
{
    json.insert("survivor"_L1, merge.survivor.toString());
    json.insert("absorbed"_L1, merge.absorbed.toString());
    json.insert("choices"_L1, toJson(merge.choices));
    json.insert("survivor_fields"_L1, merge.survivorFields);
    if (merge.probability)
        json.insert("probability"_L1, *merge.probability);
    if (!merge.why.isEmpty())
        json.insert("why"_L1, QJsonArray::fromStringList(merge.why));
    if (!merge.model.isEmpty())
        json.insert("model"_L1, merge.model);
}

void put(QJsonObject &json, const PersonUnmerge &unmerge)
{
    json.insert("merge"_L1, unmerge.merge.toString());
    json.insert("survivor"_L1, unmerge.survivor.toString());
    json.insert("absorbed"_L1, unmerge.absorbed.toString());
}

void put(QJsonObject &json, const FieldsChosen &chosen)
{
    json.insert("person"_L1, chosen.person.toString());
    json.insert("fields"_L1, toJson(chosen.fields));
}

// Desks and centres of before demand a merge and a person: an event without a merge names itself, and an interaction
// without a person is its own.
void put(QJsonObject &json, const ItemAssigned &assigned)
{
    json.insert("merge"_L1, assigned.merge ? assigned.merge->toString() : json.value("id"_L1).toString());
    if (assigned.to)
        json.insert("to"_L1, assigned.to->toString());
    else if (assigned.interaction)
        json.insert("to"_L1, assigned.interaction->toString());
    if (assigned.interaction)
        json.insert("interaction"_L1, assigned.interaction->toString());
    if (assigned.record) {
        json.insert("record"_L1, assigned.record->toString());
        json.insert("field"_L1, assigned.field);
    }
}

void put(QJsonObject &json, const PairDecision &decision)
{
    json.insert("left"_L1, decision.left.toString());
    json.insert("right"_L1, decision.right.toString());
    json.insert("verdict"_L1, toCode(decision.verdict));
    json.insert("fingerprint"_L1, QString::fromLatin1(decision.fingerprint.toHex()));
}

template <typename IdType>
IdType readId(JsonReader &reader, QLatin1StringView name)
{
    return reader.parsed(name, IdType::parse, JsonReader::Presence::Required).value_or(IdType());
}

FieldChoices readChoices(JsonReader &reader, QLatin1StringView name)
{
    FieldChoices choices;
    const QJsonObject object = reader.object(name, JsonReader::Presence::Required);
    if (object.size() > mostChoices)
        reader.refuse(name, u"has too many members");
    for (auto it = object.constBegin(); it != object.constEnd() && reader.ok(); ++it) {
        const QJsonArray pair = it.value().toArray();
        const auto source = PersonId::parse(pair.at(0).toString());
        const auto record = PersonId::parse(pair.at(1).toString());
        if (pair.size() != 2 || !source || !record)
            reader.refuse(name, u"is not a choice of records");
        else
            choices.emplace(it.key(), FieldChoice{*source, *record});
    }
    return choices;
}

// Two records, and not one.
void readPair(JsonReader &reader, QLatin1StringView firstName, PersonId &first, QLatin1StringView secondName,
              PersonId &second)
{
    first = readId<PersonId>(reader, firstName);
    second = readId<PersonId>(reader, secondName);
    if (reader.ok() && first == second)
        reader.refuse(secondName, u"is the same record");
}

PersonMerge readMerge(JsonReader &reader, const QJsonObject &json)
{
    PersonMerge merge;
    readPair(reader, "survivor"_L1, merge.survivor, "absorbed"_L1, merge.absorbed);
    merge.choices = readChoices(reader, "choices"_L1);
    merge.survivorFields = reader.object("survivor_fields"_L1, JsonReader::Presence::Required);
    if (const QJsonValue probability = json.value("probability"_L1); probability.isDouble())
        merge.probability = probability.toDouble();
    if (json.contains("why"_L1))
        reader.eachText("why"_L1, JsonReader::Presence::Optional, [&](const QString &why) { merge.why << why; });
    merge.model = reader.text("model"_L1);
    return merge;
}

PersonUnmerge readUnmerge(JsonReader &reader)
{
    PersonUnmerge unmerge;
    unmerge.merge = readId<MergeEventId>(reader, "merge"_L1);
    readPair(reader, "survivor"_L1, unmerge.survivor, "absorbed"_L1, unmerge.absorbed);
    return unmerge;
}

ItemAssigned readAssigned(JsonReader &reader, MergeEventId event)
{
    ItemAssigned assigned;
    const auto merge = readId<MergeEventId>(reader, "merge"_L1);
    if (merge != event)
        assigned.merge = merge;
    const auto to = readId<PersonId>(reader, "to"_L1);
    assigned.interaction = reader.parsed("interaction"_L1, InteractionId::parse);
    assigned.record = reader.parsed("record"_L1, PersonId::parse);
    assigned.field = reader.text("field"_L1);
    if (reader.ok() && (assigned.interaction.has_value() == assigned.record.has_value() ||
                        assigned.record.has_value() == assigned.field.isEmpty()))
        reader.refuse("interaction"_L1, u"is to be given, or a field");
    if (reader.ok() && !assigned.merge && !assigned.interaction)
        reader.refuse("merge"_L1, u"is to be given with a field");
    if (!assigned.interaction || assigned.interaction->uuid() != to.uuid())
        assigned.to = to;
    return assigned;
}

PairDecision readDecision(JsonReader &reader)
{
    PairDecision decision;
    readPair(reader, "left"_L1, decision.left, "right"_L1, decision.right);
    if (reader.ok() && !ByBytes()(decision.left, decision.right))
        reader.refuse("right"_L1, u"is the smaller one");
    const auto verdict = reader.parsed("verdict"_L1, parsePairVerdict, JsonReader::Presence::Required);
    decision.verdict = verdict.value_or(PairVerdict::Later);
    decision.fingerprint =
        QByteArray::fromHex(reader.text("fingerprint"_L1, JsonReader::Presence::Required).toLatin1());
    if (reader.ok() && decision.fingerprint.size() != fingerprintBytes)
        reader.refuse("fingerprint"_L1, u"is not one");
    return decision;
}

} // namespace

QJsonObject toJson(const MergeEvent &event)
{
    QJsonObject json{{u"id"_s, event.id.toString()},
                     {u"kind"_s, kindCode(event)},
                     {u"order"_s, event.order},
                     {u"agent"_s, event.agent},
                     {u"at"_s, toRfc3339(event.at)}};
    if (!event.reason.isEmpty())
        json.insert("reason"_L1, event.reason);
    std::visit([&json](const auto &what) { put(json, what); }, event.what);
    return json;
}

Result<MergeEvent> mergeEventFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    MergeEvent event;
    event.id = readId<MergeEventId>(reader, "id"_L1);
    event.order = json.value("order"_L1).toInteger();
    if (event.order < 1 || event.order > highestOrder)
        reader.refuse("order"_L1, u"is out of range");
    event.agent = reader.text("agent"_L1);
    event.at = reader.instant("at"_L1, JsonReader::Presence::Required).value_or(Instant());
    event.reason = reader.text("reason"_L1);

    const QString kind = reader.text("kind"_L1, JsonReader::Presence::Required);
    if (kind == u"people_merged") {
        event.what = readMerge(reader, json);
    } else if (kind == u"people_unmerged") {
        event.what = readUnmerge(reader);
    } else if (kind == u"fields_chosen") {
        const auto person = readId<PersonId>(reader, "person"_L1);
        event.what = FieldsChosen{person, readChoices(reader, "fields"_L1)};
    } else if (kind == u"item_assigned") {
        event.what = readAssigned(reader, event.id);
    } else if (kind == u"pair_decided") {
        event.what = readDecision(reader);
    } else {
        reader.refuse("kind"_L1, u"is not one of its values");
    }
    if (const auto read = reader.outcome(); !read)
        return fail(read);
    if (const auto reason = checkText(event.reason, u"reason"_s, longestReason, LineBreaks::Refused); !reason)
        return fail(reason);
    return event;
}

} // namespace reeve::domain
