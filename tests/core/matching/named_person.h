// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

namespace reeve::test {

// Somebody with a name and, where it is given, a date of birth in ISO form.
[[nodiscard]] inline domain::Person person(const QString &given, const QString &family, const QString &born = {})
{
    domain::Person made;
    made.name.given = given;
    made.name.family = family;
    if (!born.isEmpty())
        made.dateOfBirth = *domain::PartialDate::parseIso(born);
    return made;
}

} // namespace reeve::test
