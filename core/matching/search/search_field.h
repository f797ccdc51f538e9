// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>
#include <QtGlobal>

namespace reeve::matching {

// Where something a person is found by stands in their record. Words can be mistyped and are compared letter by
// letter; codes are looked up by what they begin with.
enum class SearchField : quint8 {
    Family,
    Given,
    KnownAs,
    Former,
    Middle,
    Street, // a word of an address, or a house number
    Born,
    Postcode,
    Phone,    // digits after 0 or +44
    PhoneEnd, // the same back to front
    Email,
    EmailWhole,
    Uprn,
    NhsNumber,
    NiNumber,
    Reference
};
inline constexpr int wordFieldCount = 6;
inline constexpr int codeFieldCount = 10;

[[nodiscard]] constexpr int codeTable(SearchField field) noexcept
{
    return static_cast<int>(field) - wordFieldCount;
}

// "family_name", "known_as", "postcode", …
[[nodiscard]] QStringView codeOf(SearchField field);

} // namespace reeve::matching
