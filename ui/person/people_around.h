// SPDX-License-Identifier: MIT
#pragma once

#include "ui/person/person_view_model.h"

#include <QStringList>

namespace reeve::ui {

// Somebody around the person on screen, and all that is known of the two: said in one place, however many records say
// some of it.
struct PersonAround
{
    std::optional<domain::PersonId> id; // of their own record, where there is one
    QString name;
    QStringList relations; // what they are to the person: "Child", "Partner, may not act for them"
    QStringList facts;     // the rest: their age, since when they live there

    // What the person's own record says of them; nullptr when only an address or another record does. Points into the
    // view of the model.
    const domain::Relationship *told = nullptr;

    [[nodiscard]] QString words() const; // relations and facts on one line
};

// Who is around the person on screen. Nobody is in two of these lists, but for those who act: they are told of at the
// top, and live where they live.
struct PeopleAround
{
    std::vector<PersonAround> acting;    // or would act: some authority was told of
    std::vector<PersonAround> household; // at the address that is looked at
    std::vector<PersonAround> related;   // as the person's own record says
    std::vector<PersonAround> namedBy;   // as the others' records say
};

[[nodiscard]] PeopleAround peopleAround(const PersonViewModel &model);

} // namespace reeve::ui
