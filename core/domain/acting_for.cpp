// SPDX-License-Identifier: MIT
#include "core/domain/acting_for.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr int fullAge = 18; // Family Law Reform Act 1969 s. 1

// On the last day that may be their birthday: until then a child may be meant.
bool isOfAge(const Person &person, QDate today)
{
    const auto lastBirthday = person.dateOfBirth ? PartialDate::fromDate(lastDay(*person.dateOfBirth))
                                                 : fail(ErrorCode::NotFound, u"no date of birth"_s);
    return lastBirthday && lastBirthday->yearsUntil(today) >= fullAge;
}

} // namespace

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

ActingState actingState(const Person &person, const Relationship &relationship, bool hasHolderDied, QDate today)
{
    if (person.dateOfDeath) {
        if (relationship.handlesEstate)
            return hasHolderDied ? ActingState::HolderDied : ActingState::Estate;
        return relationship.authority == Authority::None ? ActingState::None : ActingState::EndedByDeath;
    }
    if (relationship.authority == Authority::None)
        return ActingState::None;
    if (hasHolderDied)
        return ActingState::HolderDied;
    if (relationship.until && lastDay(*relationship.until) < today)
        return ActingState::Expired;
    if (relationship.authority == Authority::ParentalResponsibility && isOfAge(person, today))
        return ActingState::CameOfAge;
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

bool endsBeforeItBegan(const Relationship &relationship)
{
    return relationship.from && relationship.until && firstDay(*relationship.from) > lastDay(*relationship.until);
}

Result<> checkDates(const Relationship &relationship, QDate today)
{
    if (relationship.evidenceSeen && firstDay(*relationship.evidenceSeen) > today)
        return fail(ErrorCode::InvalidInput, u"the evidence was seen on a day that has not come"_s);
    if (endsBeforeItBegan(relationship))
        return fail(ErrorCode::InvalidInput, u"it ends before it began"_s);
    return {};
}

} // namespace reeve::domain
