// SPDX-License-Identifier: MIT
#include "core/domain/person_to_json.h"

#include "core/domain/person_fields.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve::domain;

namespace {

QByteArray byQt(const Person &person)
{
    return QJsonDocument(toFields(person)).toJson(QJsonDocument::Compact);
}

// Every field an import fills, `text` among its texts.
Person filled(const QString &text)
{
    Person person;
    person.name = {u"Mrs"_s, text, u"Ann"_s, u"Hayward"_s};
    person.knownAs = text;
    person.formerNames = {{u"import-former"_s, {{}, {}, {}, u"Morris"_s}}, {u"a"_s, {u"Miss"_s, text, u"B"_s, {}}}};
    person.dateOfBirth = *PartialDate::parseIso(u"1979-06");
    person.dateOfDeath = *PartialDate::parseIso(u"~2020");
    person.maritalStatus = MaritalStatus::Widowed;
    person.roles = {PersonRole::Resident, PersonRole::ServiceUser};
    ContactPoint phone;
    phone.key = u"import-phone"_s;
    phone.value = u"07700 900123"_s;
    phone.normalised = u"+447700900123"_s;
    ContactPoint email;
    email.key = u"import-email"_s;
    email.kind = ContactKind::Email;
    email.value = text;
    email.label = text;
    email.preferred = true;
    email.safeToLeaveMessage = false;
    person.contactPoints = {phone, email};
    Address home;
    home.key = u"import-home"_s;
    home.text = text;
    home.postcode = u"AA1 1AA"_s;
    home.uprn = 999000000001;
    home.from = *PartialDate::parseIso(u"2001-02-03");
    person.addresses = {home};
    person.externalId = u"EX0000001"_s;
    person.preferredLanguage = u"cy"_s;
    person.communicationNeeds = text;
    person.contactPreference = text;
    person.nhsNumber = u"9434765919"_s;
    person.niNumber = u"QQ123456C"_s;
    person.isDemo = true;
    return person;
}

} // namespace

TEST_CASE("a person is written byte by byte as Qt writes the fields", "[person]")
{
    CHECK(personToJson({}) == byQt({}));
    for (const QString &text : {u"Joan"_s, QString(), u"\"\\/"_s, u"Łukaszewska 🦊 ‘’ עברית"_s,
                                u"line\nfeed\ttab\r\b\f\x01\x1f\x7f"_s, u"NUL"_s + QChar(u'\0'), u"é"_s + QChar(0xD83E),
                                u"x"_s + QChar(0xDD8A) + u'y', u"x"_s + QChar(0x7FF) + QChar(0x800) + QChar(0xFFFF)}) {
        INFO(text.toStdString());
        CHECK(personToJson(filled(text)) == byQt(filled(text)));
    }
}

TEST_CASE("what the quick writer does not know is written all the same", "[person]")
{
    Person person = filled(u"Joan"_s);
    person.paymentReferences = {{u"p"_s, u"rent"_s, u"80012345"_s, {}}};
    person.unknownFields = {{u"zodiac"_s, u"leo"_s}};
    CHECK(personToJson(person) == byQt(person));
    person = filled(u"Joan"_s);
    person.addresses.push_back(person.addresses.front()); // one key twice: the last counts
    person.addresses.back().text = u"other"_s;
    CHECK(personToJson(person) == byQt(person));
}
