// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sample/dice.h"

#include <QString>

namespace reeve::services {

// A number as somebody tells it, and its E.164 form.
struct ToldNumber
{
    QString told;
    QString e164;
};

// Numbers Ofcom keeps for drama, written the ways people write them. There are some 15,000 of them, so in a large
// council many people share one.
[[nodiscard]] ToldNumber mobileNumber(Dice &dice);
[[nodiscard]] ToldNumber landlineNumber(Dice &dice);

// An address under example.org, .com or .net (RFC 2606) made from a name; `n` keeps it apart from others.
[[nodiscard]] QString emailAddress(const QString &given, const QString &family, qint64 n, Dice &dice);

// An NHS number from the range 999, which is never issued; empty for the few n whose check digit does not exist.
[[nodiscard]] QString nhsNumber(qint64 n);

} // namespace reeve::services
