// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace reeve::matching {

// The fields of a person that a column of a table can hold.
enum class PersonField {
    None, // nobody knows it
    Id,
    Title,
    Given,
    Middle,
    Family,
    KnownAs,
    Former,
    Born,
    Died,
    MaritalStatus,
    Phone,
    HomePhone,
    WorkPhone,
    Mobile,
    Email,
    HomeEmail,
    WorkEmail,
    Address,     // all of it, or its first line
    AddressPart, // another line: a town, a county
    HouseNumber,
    Postcode,
    Uprn,
    Language,
    Needs,
    Preference,
    NhsNumber,
    NiNumber,
    Roles
};

struct PersonHeading
{
    PersonField field = PersonField::None;
    int number = 0; // 2 of "phone 2"; 0: none is said. Only of telephone numbers and e-mail addresses
};

// What a heading says, by our names and by those that other systems use. Letter case and everything but letters and
// digits do not matter: "First Name(s)", "DOB", "post_code". These are the words of every command that reads a table;
// what is used in research files only is known to record linkage (linkage/linkage_columns.h).
[[nodiscard]] PersonHeading personHeading(const QString &heading);

// What of a heading matters.
[[nodiscard]] QString compactHeading(const QString &heading);

// Our own names of the fields, in the order in which a person would look for them.
[[nodiscard]] QStringList personFieldNames();

} // namespace reeve::matching
