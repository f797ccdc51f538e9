// SPDX-License-Identifier: MIT
#include "ui/person/person_input.h"

#include "core/domain/acting_for.h"
#include "core/domain/email_address.h"
#include "core/domain/nhs_number.h"
#include "core/domain/ni_number.h"
#include "core/domain/phone_number.h"
#include "core/domain/postcode.h"
#include "core/domain/uprn.h"
#include "ui/person/person_words.h"

#include <QLocale>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using Field = PersonCheck::Field;
using Fault = PersonCheck::Fault;

// As one would type it; always readable by PartialDate::parse().
QString typedForm(const std::optional<domain::PartialDate> &date)
{
    if (!date)
        return {};
    switch (date->precision()) {
    case domain::PartialDate::Precision::Day:
        return QDate(date->year(), date->month(), date->day()).toString(u"dd/MM/yyyy"_s);
    case domain::PartialDate::Precision::Month:
        return QLocale(QLocale::English).standaloneMonthName(date->month()) + u' ' + QString::number(date->year());
    case domain::PartialDate::Precision::Year:
        return QString::number(date->year());
    case domain::PartialDate::Precision::About:
        return u"about "_s + QString::number(date->year());
    }
    return {};
}

// The first day it can have been.
QDate earliest(const domain::PartialDate &date)
{
    return {date.year(), date.month() > 0 ? date.month() : 1, date.day() > 0 ? date.day() : 1};
}

std::optional<domain::PartialDate> readDate(const QString &typed, QDate today, Field field, int row,
                                            std::vector<PersonCheck> &checks)
{
    if (typed.trimmed().isEmpty())
        return std::nullopt;
    const auto date = domain::PartialDate::parse(typed, today);
    if (!date) {
        checks.push_back({field, row, Fault::NotRead, true});
        return std::nullopt;
    }
    return *date;
}

// What was on record already and cannot be one, from an import, is said and kept until somebody corrects it.
void readNhsNumber(const PersonInput &input, domain::Person &person, std::vector<PersonCheck> &checks)
{
    const QString typed = input.nhsNumber.trimmed();
    if (const auto number = domain::NhsNumber::parse(typed)) {
        person.nhsNumber = number->digits();
    } else if (typed.isEmpty()) {
        person.nhsNumber.clear();
    } else {
        const auto digits = std::count_if(typed.cbegin(), typed.cend(), [](QChar c) { return c.isDigit(); });
        checks.push_back({Field::NhsNumber, 0, digits == 10 ? Fault::Mistyped : Fault::NotRead,
                          typed != nhsNumberWords(input.person.nhsNumber)});
    }
}

void readNiNumber(const PersonInput &input, domain::Person &person, std::vector<PersonCheck> &checks)
{
    const QString typed = input.niNumber.trimmed();
    if (const auto number = domain::NiNumber::parse(typed))
        person.niNumber = number->toString();
    else if (typed.isEmpty())
        person.niNumber.clear();
    else
        checks.push_back({Field::NiNumber, 0, Fault::NotRead, typed != niNumberWords(input.person.niNumber)});
}

void checkContacts(const domain::Person &person, std::vector<PersonCheck> &checks)
{
    int row = 0;
    for (const domain::ContactPoint &contact : person.contactPoints) {
        const bool isRead =
            contact.value.trimmed().isEmpty() ||
            (contact.kind == domain::ContactKind::Phone ? domain::PhoneNumber::parse(contact.value).has_value()
                                                        : domain::EmailAddress::parse(contact.value).has_value());
        if (!isRead)
            checks.push_back({Field::Contact, row, Fault::NotRead, false});
        ++row;
    }
}

std::vector<domain::Address> readAddresses(const PersonInput &input, QDate today, std::vector<PersonCheck> &checks)
{
    std::vector<domain::Address> addresses;
    int row = -1;
    for (const AddressInput &typed : input.addresses) {
        ++row;
        domain::Address address = typed.address;
        address.uprn.reset();
        if (!typed.uprn.trimmed().isEmpty()) {
            if (const auto uprn = domain::Uprn::parse(typed.uprn))
                address.uprn = uprn->number();
            else
                checks.push_back({Field::AddressUprn, row, Fault::NotRead, true});
        }
        if (!address.postcode.trimmed().isEmpty() && !domain::Postcode::parse(address.postcode))
            checks.push_back({Field::AddressPostcode, row, Fault::NotRead, false});
        address.from = readDate(typed.from, today, Field::AddressFrom, row, checks);
        address.to = readDate(typed.to, today, Field::AddressTo, row, checks);
        if (address.uprn || !address.text.trimmed().isEmpty() || !address.postcode.trimmed().isEmpty())
            addresses.push_back(std::move(address));
    }
    return addresses;
}

std::vector<domain::Relationship> readRelationships(const PersonInput &input, QDate today,
                                                    std::vector<PersonCheck> &checks)
{
    std::vector<domain::Relationship> relationships;
    int row = 0;
    for (const RelationshipInput &typed : input.relationships) {
        domain::Relationship relationship = typed.relationship;
        relationship.evidenceSeen = readDate(typed.evidenceSeen, today, Field::EvidenceSeen, row, checks);
        if (relationship.evidenceSeen && earliest(*relationship.evidenceSeen) > today)
            checks.push_back({Field::EvidenceSeen, row, Fault::InTheFuture, true});
        relationship.from = readDate(typed.from, today, Field::ActingFrom, row, checks);
        relationship.until = readDate(typed.until, today, Field::ActingUntil, row, checks);
        if (domain::endsBeforeItBegan(relationship))
            checks.push_back({Field::ActingUntil, row, Fault::BeforeStart, true});
        if (relationship.other || !relationship.nameAsTold.trimmed().isEmpty())
            relationships.push_back(std::move(relationship));
        ++row;
    }
    return relationships;
}

QString capitalised(QString word)
{
    if (!word.isEmpty() && word == word.toLower())
        word[0] = word.at(0).toUpper();
    return word;
}

bool hasDigit(const QString &word)
{
    return std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit(); });
}

} // namespace

bool PersonReading::canSave() const
{
    return std::none_of(checks.cbegin(), checks.cend(), [](const PersonCheck &check) { return check.blocks; });
}

PersonInput inputFrom(const domain::Person &person)
{
    PersonInput input{person,
                      typedForm(person.dateOfBirth),
                      typedForm(person.dateOfDeath),
                      nhsNumberWords(person.nhsNumber),
                      niNumberWords(person.niNumber),
                      {},
                      {}};
    for (const domain::Address &address : person.addresses) {
        input.addresses.push_back({address, address.uprn ? QString::number(*address.uprn) : QString(),
                                   typedForm(address.from), typedForm(address.to)});
    }
    for (const domain::Relationship &one : person.relationships) {
        input.relationships.push_back({one, typedForm(one.evidenceSeen), typedForm(one.from), typedForm(one.until)});
    }
    return input;
}

PersonInput inputFromQuery(const QString &typed, QDate today)
{
    PersonInput input;
    QStringList names;
    QStringList figures;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        if (input.dateOfBirth.isEmpty() && word.contains(u'/') && domain::PartialDate::parse(word, today))
            input.dateOfBirth = word;
        else if (hasDigit(word))
            figures.append(word);
        else
            names.append(capitalised(word));
    }
    const QString rest = figures.join(u' ');
    if (const auto postcode = domain::Postcode::parse(rest)) {
        AddressInput address;
        address.address.postcode = postcode->toString();
        input.addresses.push_back(std::move(address));
    } else if (input.dateOfBirth.isEmpty() && domain::PartialDate::parse(rest, today)) {
        input.dateOfBirth = rest;
    } else if (domain::PhoneNumber::parse(rest)) {
        domain::ContactPoint phone;
        phone.value = rest;
        input.person.contactPoints.push_back(std::move(phone));
    }

    if (!names.isEmpty())
        input.person.name.family = names.takeLast();
    if (!names.isEmpty())
        input.person.name.given = names.takeFirst();
    input.person.name.middle = names.join(u' ');
    return input;
}

PersonReading read(const PersonInput &input, QDate today)
{
    PersonReading reading{input.person, {}};
    domain::Person &person = reading.person;
    if (person.name.given.trimmed().isEmpty() && person.name.family.trimmed().isEmpty() &&
        person.name.middle.trimmed().isEmpty())
        reading.checks.push_back({Field::Name, 0, Fault::Missing, true});

    person.dateOfBirth = readDate(input.dateOfBirth, today, Field::DateOfBirth, 0, reading.checks);
    person.dateOfDeath = readDate(input.dateOfDeath, today, Field::DateOfDeath, 0, reading.checks);
    if (person.dateOfBirth && earliest(*person.dateOfBirth) > today)
        reading.checks.push_back({Field::DateOfBirth, 0, Fault::InTheFuture, true});
    if (person.dateOfDeath && earliest(*person.dateOfDeath) > today)
        reading.checks.push_back({Field::DateOfDeath, 0, Fault::InTheFuture, true});
    if (person.dateOfBirth && person.dateOfDeath && person.dateOfDeath->year() < person.dateOfBirth->year())
        reading.checks.push_back({Field::DateOfDeath, 0, Fault::BeforeBirth, true});

    readNhsNumber(input, person, reading.checks);
    readNiNumber(input, person, reading.checks);
    checkContacts(person, reading.checks);
    person.addresses = readAddresses(input, today, reading.checks);
    person.relationships = readRelationships(input, today, reading.checks);
    std::erase_if(person.contactPoints, [](const auto &contact) { return contact.value.trimmed().isEmpty(); });
    std::erase_if(person.paymentReferences, [](const auto &payment) { return payment.reference.trimmed().isEmpty(); });
    std::erase_if(person.formerNames, [](const auto &former) { return former.name.isEmpty(); });
    return reading;
}

} // namespace reeve::ui
