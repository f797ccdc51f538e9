// SPDX-License-Identifier: MIT
#include "core/services/person/tidy_person.h"

#include "core/domain/email_address.h"
#include "core/domain/nhs_number.h"
#include "core/domain/ni_number.h"
#include "core/domain/phone_number.h"
#include "core/domain/postcode.h"

namespace reeve::services {

namespace {

void trim(QString &text)
{
    text = text.trimmed();
}

void trim(domain::PersonName &name)
{
    trim(name.title);
    trim(name.given);
    trim(name.middle);
    trim(name.family);
}

void giveKey(QString &key, IdSource &ids)
{
    if (key.isEmpty())
        key = ids.next().toString(QUuid::WithoutBraces);
}

void normalise(domain::ContactPoint &point)
{
    trim(point.value);
    trim(point.label);
    point.normalised.clear();
    if (point.kind == domain::ContactKind::Email) {
        if (const auto email = domain::EmailAddress::parse(point.value))
            point.normalised = email->folded();
    } else if (const auto phone = domain::PhoneNumber::parse(point.value)) {
        point.normalised = phone->e164();
    }
}

void normalise(domain::Address &address)
{
    trim(address.text);
    trim(address.postcode);
    if (const auto postcode = domain::Postcode::parse(address.postcode))
        address.postcode = postcode->toString();
}

} // namespace

domain::Person tidyPerson(domain::Person person, IdSource &ids)
{
    trim(person.name);
    for (QString *text : {&person.knownAs, &person.externalId, &person.preferredLanguage, &person.communicationNeeds,
                          &person.contactPreference, &person.nhsNumber, &person.niNumber})
        trim(*text);
    if (const auto nhs = domain::NhsNumber::parse(person.nhsNumber))
        person.nhsNumber = nhs->digits();
    if (const auto ni = domain::NiNumber::parse(person.niNumber))
        person.niNumber = ni->toString();

    for (auto &former : person.formerNames) {
        trim(former.name);
        giveKey(former.key, ids);
    }
    std::erase_if(person.formerNames, [](const auto &former) { return former.name.isEmpty(); });

    for (auto &point : person.contactPoints) {
        normalise(point);
        giveKey(point.key, ids);
    }
    std::erase_if(person.contactPoints, [](const auto &point) { return point.value.isEmpty(); });

    for (auto &address : person.addresses) {
        normalise(address);
        giveKey(address.key, ids);
    }
    std::erase_if(person.addresses, [](const auto &address) {
        return address.text.isEmpty() && address.postcode.isEmpty() && !address.uprn;
    });

    for (auto &relationship : person.relationships) {
        for (QString *text : {&relationship.nameAsTold, &relationship.evidence, &relationship.reach})
            trim(*text);
        giveKey(relationship.key, ids);
    }
    for (auto &payment : person.paymentReferences)
        giveKey(payment.key, ids);
    for (auto &reference : person.externalReferences)
        giveKey(reference.key, ids);
    return person;
}

} // namespace reeve::services
