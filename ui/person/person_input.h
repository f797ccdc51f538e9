// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QDate>
#include <QString>

#include <vector>

namespace reeve::ui {

// An address as it is typed.
struct AddressInput
{
    domain::Address address; // its text, postcode, use and key
    QString uprn;
    QString from;
    QString to;

    friend bool operator==(const AddressInput &, const AddressInput &) = default;
};

// Somebody around them, as typed.
struct RelationshipInput
{
    domain::Relationship relationship; // what needs no reading
    QString evidenceSeen;
    QString from;
    QString until;

    friend bool operator==(const RelationshipInput &, const RelationshipInput &) = default;
};

// A person as typed into the form: what needs reading stands here as text, the rest in `person`.
struct PersonInput
{
    domain::Person person;
    QString dateOfBirth;
    QString dateOfDeath;
    QString nhsNumber; // in groups, as one reads them out
    QString niNumber;
    std::vector<AddressInput> addresses;
    std::vector<RelationshipInput> relationships;

    friend bool operator==(const PersonInput &, const PersonInput &) = default;
};

// Something to say at a field, in words of the view.
struct PersonCheck
{
    enum class Field {
        Name,
        DateOfBirth,
        DateOfDeath,
        NhsNumber,
        NiNumber,
        Contact,
        AddressUprn,
        AddressPostcode,
        AddressFrom,
        AddressTo,
        EvidenceSeen,
        ActingFrom,
        ActingUntil
    };
    enum class Fault { Missing, NotRead, Mistyped, InTheFuture, BeforeBirth, BeforeStart };
    // Mistyped: its check digit is wrong

    Field field = Field::Name;
    int row = 0; // of the contact point, address or relationship
    Fault fault = Fault::Missing;
    bool blocks = false; // cannot be saved like this; else it is kept as told

    friend bool operator==(const PersonCheck &, const PersonCheck &) = default;
};

struct PersonReading
{
    domain::Person person;
    std::vector<PersonCheck> checks;

    [[nodiscard]] bool canSave() const;
};

// The person as a form shows them. read() of it answers the same person.
[[nodiscard]] PersonInput inputFrom(const domain::Person &person);

// What was typed in the find box, put where it belongs: dates, postcodes, phone numbers, and the rest as a name.
[[nodiscard]] PersonInput inputFromQuery(const QString &typed, QDate today);

[[nodiscard]] PersonReading read(const PersonInput &input, QDate today);

} // namespace reeve::ui
