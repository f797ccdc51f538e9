// SPDX-License-Identifier: MIT
#include "core/domain/acting_for.h"

namespace reeve::domain {

QDate firstDay(const PartialDate &date)
{
    return QDate(date.year(), date.month() > 0 ? date.month() : 1, date.day() > 0 ? date.day() : 1);
}

QDate lastDay(const PartialDate &date)
{
    if (date.day() > 0)
        return QDate(date.year(), date.month(), date.day());
    const QDate month(date.year(), date.month() > 0 ? date.month() : 12, 1);
    return month.addDays(month.daysInMonth() - 1);
}

ActingState actingState(const Person &person, const Relationship &relationship, QDate today)
{
    if (person.dateOfDeath) {
        if (relationship.handlesEstate)
            return ActingState::Estate;
        return relationship.authority == Authority::None ? ActingState::None : ActingState::EndedByDeath;
    }
    if (relationship.authority == Authority::None)
        return ActingState::None;
    if (relationship.until && lastDay(*relationship.until) < today)
        return ActingState::Expired;
    if (relationship.from && firstDay(*relationship.from) > today)
        return ActingState::NotYet;
    if (relationship.evidence.isEmpty() && !relationship.evidenceSeen)
        return ActingState::Unproven;
    return ActingState::InForce;
}

bool mayAct(ActingState state)
{
    return state == ActingState::InForce || state == ActingState::Estate;
}

} // namespace reeve::domain
