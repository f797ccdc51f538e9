// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace reeve::domain {

// The numbers in a date as a person typed it; 0 for the parts that were not given. Only the shape has been read:
// there may be no such day.
struct TypedDate
{
    int year = 0;
    int month = 0;
    int day = 0;
    bool isAbout = false;
};

// Private to PartialDate::parse(), which says what is read.
[[nodiscard]] std::optional<TypedDate> readTypedDate(QStringView text, QDate today);

} // namespace reeve::domain
