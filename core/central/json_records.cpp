// SPDX-License-Identifier: MIT
#include "core/central/json_records.h"

#include "core/base/logging.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

void addMark(domain::Interaction &interaction, const QJsonObject &mark)
{
    const auto id = domain::RestrictedItemId::parse(mark.value(u"id"_s).toString());
    const auto person = domain::PersonId::parse(mark.value(u"person"_s).toString());
    const auto notedAt = parseRfc3339(mark.value(u"noted_at"_s).toString());
    if (!id || !notedAt)
        return;
    const auto fill = [&](auto item) {
        item.id = *id;
        item.interaction = interaction.id;
        if (person)
            item.person = *person;
        item.notedAt = *notedAt;
        return item;
    };
    if (mark.value(u"is_criminal_offence"_s).toBool())
        interaction.criminalOffence.push_back(fill(domain::CriminalOffenceItem()));
    else
        interaction.specialCategory.push_back(fill(domain::SpecialCategoryItem()));
}

} // namespace

std::optional<store::FieldConflict> conflictFrom(const QJsonObject &json)
{
    const auto id = domain::ConflictId::parse(json.value(u"id"_s).toString());
    const auto person = domain::PersonId::parse(json.value(u"person"_s).toString());
    const auto raisedAt = parseRfc3339(json.value(u"raised_at"_s).toString());
    if (!id || !person || !raisedAt) {
        qCWarning(logCentral) << "a conflict that cannot be read was left out";
        return std::nullopt;
    }
    store::FieldConflict conflict;
    conflict.id = *id;
    conflict.person = *person;
    conflict.field = json.value(u"field"_s).toString();
    conflict.ours = json.value(u"ours"_s);
    conflict.theirs = json.value(u"theirs"_s);
    conflict.ourAgent = json.value(u"our_agent"_s).toString();
    conflict.theirAgent = json.value(u"their_agent"_s).toString();
    conflict.raisedAt = *raisedAt;
    if (const auto decidedAt = parseRfc3339(json.value(u"decided_at"_s).toString()))
        conflict.decidedAt = *decidedAt;
    return conflict;
}

std::optional<domain::MergeEvent> mergeEventFrom(const QByteArray &body)
{
    auto event = domain::mergeEventFromJson(QJsonDocument::fromJson(body).object());
    if (!event) {
        qCWarning(logCentral) << "a merge event that cannot be read was left out";
        return std::nullopt;
    }
    return std::move(*event);
}

std::optional<sync::PulledInteraction> interactionFrom(const QByteArray &body, const QString &agent)
{
    QJsonObject json = QJsonDocument::fromJson(body).object();
    const QJsonArray marks = json.take(u"marks"_s).toArray();
    auto interaction = domain::interactionFromJson(json);
    if (!interaction) {
        qCWarning(logCentral) << "an interaction that cannot be read was left out";
        return std::nullopt;
    }
    for (const QJsonValue &mark : marks)
        addMark(*interaction, mark.toObject());
    return sync::PulledInteraction{std::move(*interaction), agent};
}

Result<domain::Interaction> withOneItem(domain::InteractionId interaction, QLatin1StringView list,
                                        const QByteArray &item)
{
    const QJsonObject head{{u"id"_s, interaction.toString()},
                           {u"channel"_s, toCode(domain::Channel::Phone)},
                           {u"direction"_s, toCode(domain::Direction::Inbound)},
                           {u"started_at"_s, toRfc3339(Instant())}};
    return domain::interactionFromJson(
        {{u"interaction"_s, head}, {list, QJsonArray{QJsonDocument::fromJson(item).object()}}});
}

domain::Roles rolesFrom(const QString &codes)
{
    domain::Roles roles;
    for (const QString &code : codes.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto role = domain::parseRole(code)) // one of a newer centre is nothing we could honour
            roles.insert(*role);
    }
    return roles;
}

} // namespace reeve::central
