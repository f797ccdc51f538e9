// SPDX-License-Identifier: MIT
#include "ui/shell/place.h"

#include "core/domain/card_data.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Id>
void put(QJsonObject &object, const QString &name, const std::optional<Id> &id)
{
    if (id && !id->isNull())
        object.insert(name, id->toString());
}

template <typename Id>
std::optional<Id> idOf(const QJsonObject &object, const QString &name)
{
    const auto id = Id::parse(object.value(name).toString());
    return id ? std::optional(*id) : std::nullopt;
}

QJsonObject toJson(const TimelinePlace &place)
{
    QJsonObject object;
    put(object, u"chosen"_s, std::optional(place.chosen));
    if (place.isExpanded)
        object.insert(u"expanded"_s, true);
    if (place.filter)
        object.insert(u"filter"_s, domain::toCode(*place.filter));
    if (!place.note.isEmpty()) {
        put(object, u"note_for"_s, std::optional(place.noteFor));
        object.insert(u"note"_s, domain::scanForCardData(place.note).masked);
    }
    return object;
}

TimelinePlace timelineFrom(const QJsonObject &object)
{
    TimelinePlace place;
    place.chosen = idOf<domain::InteractionId>(object, u"chosen"_s).value_or(domain::InteractionId());
    place.isExpanded = object.value(u"expanded"_s).toBool();
    if (const auto filter = domain::parseChannel(object.value(u"filter"_s).toString()))
        place.filter = *filter;
    place.noteFor = idOf<domain::InteractionId>(object, u"note_for"_s).value_or(domain::InteractionId());
    if (!place.noteFor.isNull())
        place.note = object.value(u"note"_s).toString();
    return place;
}

} // namespace

QString toText(const Place &place)
{
    QJsonObject object{{u"timeline"_s, toJson(place.timeline)}, {u"region"_s, place.region}};
    put(object, u"person"_s, place.person);
    put(object, u"work"_s, place.work);
    if (place.form)
        object.insert(u"form"_s, toJson(*place.form));
    if (place.death)
        object.insert(u"death"_s, toJson(*place.death));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Place placeFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    Place place;
    place.person = idOf<domain::PersonId>(object, u"person"_s);
    place.work = idOf<domain::InteractionId>(object, u"work"_s);
    place.timeline = timelineFrom(object.value(u"timeline"_s).toObject());
    if (object.contains(u"form"_s))
        place.form = unsavedPersonFrom(object.value(u"form"_s).toObject());
    place.death = unsavedDeathFrom(object.value(u"death"_s).toObject());
    place.region = object.value(u"region"_s).toInt(-1);
    return place;
}

} // namespace reeve::ui
