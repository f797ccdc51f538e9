// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QDate>

namespace reeve::domain {

// The one thing that is most worth asking somebody while one speaks to them, so that nothing is asked twice and
// nothing grows old.
struct Question
{
    enum class Kind {
        NoPhone,        // no number reaches them: ask for one
        NoAddress,      // no home is known
        NeverConfirmed, // nobody ever asked whether it is still right
        Old             // it was confirmed, or told, long ago
    };

    Kind kind = Kind::NoPhone;
    QString field;             // as in toFields(); empty where there is nothing yet
    std::optional<Instant> at; // of Old: when it was last known to be right

    friend bool operator==(const Question &, const Question &) = default;
};

// What is missing comes first, then phone numbers, the home, e-mail addresses; of each, what is oldest. None when all
// of it was known to be right within `days`, and never of somebody who has died.
[[nodiscard]] std::optional<Question> questionFor(const Person &person, Instant now, int days);

// The contact points and the home: what is confirmed together.
[[nodiscard]] QStringList contactDetails(const Person &person);

} // namespace reeve::domain
