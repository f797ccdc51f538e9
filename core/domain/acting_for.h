// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QDate>

namespace reeve::domain {

// Whether somebody who calls about a person may be told: what their authority is worth today.
enum class ActingState {
    None,     // related, and no more
    Unproven, // said to have authority; no evidence was seen
    NotYet,   // from a later day
    InForce,
    Expired,
    CameOfAge,    // parental responsibility ends on the child's 18th birthday
    HolderDied,   // it is theirs alone, and nobody inherits it
    EndedByDeath, // a power of attorney, an appointment and a consent end with the person's life
    Estate        // deals with the estate of somebody who has died
};

// A date without a day counts from its first and until its last one. `person` is whose relationship it is;
// `hasHolderDied` is known of the other where they have a record (services::PersonView::hasDied()).
// Source: Mental Capacity Act 2005 s. 9-20, s. 13 (6), Sch. 1; Social Security (Claims and Payments) Regulations 1987
// reg. 33; Children Act 1989 s. 2-3, s. 105 (1).
[[nodiscard]] ActingState actingState(const Person &person, const Relationship &relationship, bool hasHolderDied,
                                      QDate today);

// InForce or Estate.
[[nodiscard]] bool mayAct(ActingState state);

// The first and the last day that a date may mean. "About 1950" is the year 1950.
[[nodiscard]] QDate firstDay(const PartialDate &date);
[[nodiscard]] QDate lastDay(const PartialDate &date);

// What cannot be said of a relationship: InvalidInput when its evidence was seen on a day that has not come, or it ends
// before it began.
[[nodiscard]] Result<> checkDates(const Relationship &relationship, QDate today);
[[nodiscard]] bool endsBeforeItBegan(const Relationship &relationship);

} // namespace reeve::domain
