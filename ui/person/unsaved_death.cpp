// SPDX-License-Identifier: MIT
#include "ui/person/unsaved_death.h"

#include "core/domain/card_data.h"

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

QJsonObject toJson(const UnsavedDeath &death)
{
    const auto masked = [](const QString &typed) { return domain::scanForCardData(typed).masked; };
    return {{u"person"_s, death.person.toString()},       {u"day"_s, masked(death.day)},
            {u"source"_s, domain::toCode(death.source)},  {u"verified"_s, death.isVerified},
            {u"estate_name"_s, masked(death.estateName)}, {u"estate_reach"_s, masked(death.estateReach)}};
}

std::optional<UnsavedDeath> unsavedDeathFrom(const QJsonObject &object)
{
    const auto person = domain::PersonId::parse(object.value(u"person"_s).toString());
    if (!person)
        return std::nullopt;
    return UnsavedDeath{
        .person = *person,
        .day = object.value(u"day"_s).toString(),
        .source = domain::valueSourceOf(object.value(u"source"_s).toString()).value_or(domain::ValueSource::NotSaid),
        .isVerified = object.value(u"verified"_s).toBool(),
        .estateName = object.value(u"estate_name"_s).toString(),
        .estateReach = object.value(u"estate_reach"_s).toString()};
}

} // namespace reeve::ui
