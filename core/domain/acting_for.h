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
    EndedByDeath, // a power of attorney, an appointment and a consent end with the person's life
    Estate        // deals with the estate of somebody who has died
};

// A date without a day counts from its first and until its last one. `person` is whose relationship it is.
// Source: Mental Capacity Act 2005 s. 9-20, Sch. 1; Social Security (Claims and Payments) Regulations 1987 reg. 33.
[[nodiscard]] ActingState actingState(const Person &person, const Relationship &relationship, QDate today);

// InForce or Estate.
[[nodiscard]] bool mayAct(ActingState state);

// The first and the last day that a date may mean. "About 1950" is the year 1950.
[[nodiscard]] QDate firstDay(const PartialDate &date);
[[nodiscard]] QDate lastDay(const PartialDate &date);

} // namespace reeve::domain
