// SPDX-License-Identifier: MIT
#include "core/services/person/person_import.h"
#include "core/services/person/person_service.h"
#include "tests/core/services/desk_folder.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using services::ImportOutcome;
using services::PersonColumns;

namespace {

const QDate today(2026, 11, 22);

QString bornFrom(const QString &text)
{
    const auto date = services::parseFileDate(text, today);
    return date ? date->toIso() : u"none"_s;
}

} // namespace

TEST_CASE("columns are known by our names and by usual others, whatever their letters and spaces", "[import]")
{
    const auto columns = PersonColumns::read(
        {u"ID"_s, u" First Name"_s, u"SURNAME"_s, u"d.o.b."_s, u"Post Code"_s, u"E-mail"_s, u"shoe size"_s});
    REQUIRE(columns);
    CHECK(columns->unknown() == QStringList{u"shoe size"_s});
    const auto person = columns->apply(
        {u"C1"_s, u"Joan"_s, u"Hayward"_s, u"21/6/1979"_s, u"aa11aa"_s, u"joan@example.org"_s, u"38"_s}, {}, today);
    REQUIRE(person);
    CHECK(person->externalId == u"C1"_s);
    CHECK(person->name.family == u"Hayward"_s);
    CHECK(person->dateOfBirth->toIso() == u"1979-06-21"_s);

    CHECK_FALSE(PersonColumns::read({u"shoe size"_s}));
    CHECK_FALSE(PersonColumns::read({u"surname"_s, u"family_name"_s}));
    CHECK(PersonColumns::read({u"Nachname"_s}, {{u"Nachname"_s, u"family_name"_s}}));
    CHECK_FALSE(PersonColumns::read({u"Nachname"_s}, {{u"Nachname"_s, u"no_such_field"_s}}));
}

TEST_CASE("headings of other systems are known, and text that a spreadsheet was told to leave alone is that text",
          "[import]")
{
    const auto columns = PersonColumns::read({u"Person Ref"_s, u"First Name(s)"_s, u"Last Name"_s, u"Tel No."_s,
                                              u"Mobile No"_s, u"Property Address"_s, u"Post Code"_s});
    REQUIRE(columns);
    CHECK(columns->unknown().isEmpty());
    const QStringList row{u"=\"00123\""_s, u"Joan"_s, u"Hayward"_s, u"=\"01632960999\""_s, {}, u"1 High Street"_s, {}};
    CHECK(columns->id(row) == u"00123"_s);
    const auto person = columns->apply(row, {}, today);
    REQUIRE(person);
    CHECK(person->externalId == u"00123"_s);
    CHECK(person->contactPoints.front().value == u"01632960999"_s);
}

TEST_CASE("a file's dates are ISO, compact or British", "[import]")
{
    CHECK(bornFrom(u"1979-06-21"_s) == u"1979-06-21"_s);
    CHECK(bornFrom(u"19790621"_s) == u"1979-06-21"_s);
    CHECK(bornFrom(u"21061979"_s) == u"1979-06-21"_s);
    CHECK(bornFrom(u"21/06/1979"_s) == u"1979-06-21"_s);
    CHECK(bornFrom(u"1979"_s) == u"1979"_s);
    CHECK(bornFrom(u"31/02/1979"_s) == u"none"_s);
    CHECK(bornFrom(u"19790231"_s) == u"none"_s);
}

TEST_CASE("a file's dates may have the midnight of a database behind them, and zeros for what is not known", "[import]")
{
    for (const QString &midnight : {u"1979-06-21T00:00:00"_s, u"1979-06-21 00:00:00.000"_s, u"21/06/1979 00:00"_s,
                                    u"21/06/1979 0:00:00"_s, u"21-Jun-1979 00:00:00"_s})
        CHECK(bornFrom(midnight) == u"1979-06-21"_s);
    // The midnight of British Summer Time as it is in Greenwich: the day before.
    CHECK(bornFrom(u"1979-06-20T23:00:00"_s) == u"none"_s);
    CHECK(bornFrom(u"1979-06-20T23:00:00Z"_s) == u"none"_s);

    CHECK(bornFrom(u"00/00/1979"_s) == u"1979"_s);
    CHECK(bornFrom(u"00/06/1979"_s) == u"1979-06"_s);
    CHECK(bornFrom(u"06/1979"_s) == u"1979-06"_s);
    CHECK(bornFrom(u"6/1979"_s) == u"1979-06"_s);
    CHECK(bornFrom(u"1979-06-00"_s) == u"1979-06"_s);
    CHECK(bornFrom(u"1979-00-00 00:00:00"_s) == u"1979"_s);
    CHECK(bornFrom(u"13/1979"_s) == u"none"_s);
}

TEST_CASE("nobody dies before they were born", "[import]")
{
    const auto columns = PersonColumns::read({u"family_name"_s, u"date_of_birth"_s, u"date_of_death"_s});
    CHECK(columns->apply({u"Hayward"_s, u"1979"_s, u"1979-03-01"_s}, {}, today));
    CHECK(columns->apply({u"Hayward"_s, u"01/02/1979"_s, u"01/10/1926"_s}, {}, today).error().detail ==
          u"date_of_death: before date_of_birth"_s);
    const auto known = columns->apply({u"Hayward"_s, u"01/02/1979"_s, {}}, {}, today);
    CHECK_FALSE(columns->apply({u"Hayward"_s, {}, u"01/10/1926"_s}, *known, today));
}

TEST_CASE("who moves takes neither the old home's UPRN along nor its postcode", "[import]")
{
    const auto all = PersonColumns::read({u"family_name"_s, u"address"_s, u"postcode"_s, u"uprn"_s});
    const auto start = *all->apply({u"Hayward"_s, u"1 Mill Lane"_s, u"AA1 1AA"_s, u"101"_s}, {}, today);
    const auto after = [&](const QStringList &row) { return all->apply(row, start, today)->addresses.front(); };
    const QString name = u"Hayward"_s;
    for (const QStringList &same :
         {QStringList{name, u"1 MILL LN, Exampleton"_s, u"aa11aa"_s, {}},
          QStringList{name, u"1 Mil Lane"_s, u"AA1 1AA"_s, {}}, QStringList{name, u"1 Mill Lane, Exampleton"_s, {}, {}},
          QStringList{name, {}, {}, {}}}) {
        INFO(same.join(u'|').toStdString());
        CHECK(after(same).uprn == 101);
        CHECK_FALSE(after(same).postcode.isEmpty());
    }
    for (const QStringList &other :
         {QStringList{name, u"2 Low Road"_s, u"AA2 2AA"_s, {}}, QStringList{name, {}, u"AA2 2AA"_s, {}},
          QStringList{name, u"11 Mill Lane"_s, u"AA1 1AA"_s, {}},
          QStringList{name, u"Flat 2, 1 Mill Lane"_s, u"AA1 1AA"_s, {}},
          QStringList{name, u"Rose Cottage"_s, u"AA1 1AA"_s, {}}}) {
        INFO(other.join(u'|').toStdString());
        CHECK_FALSE(after(other).uprn);
        CHECK_FALSE(after(other).postcode.isEmpty());
    }
    CHECK(after({name, u"2 Low Road"_s, {}, {}}).postcode.isEmpty());
    // Nor when they moved in there.
    auto dated = start;
    dated.addresses.front().from = *domain::PartialDate::parseIso(u"2010-05-01");
    dated.addresses.front().confirmedAt = fromMilliseconds(1);
    const auto moved = all->apply({name, u"2 Low Road"_s, u"AA2 2AA"_s, {}}, dated, today)->addresses.front();
    CHECK_FALSE(moved.from);
    CHECK_FALSE(moved.confirmedAt);
    CHECK(all->apply({name, u"1 Mill Lane"_s, u"AA1 1AA"_s, {}}, dated, today)->addresses.front().from);
    CHECK(after({name, u"2 Low Road"_s, u"AA2 2AA"_s, u"202"_s}).uprn == 202);
}

TEST_CASE("what forms call a marital status is known, and several roles however they are parted", "[import]")
{
    const auto columns = PersonColumns::read({u"family_name"_s, u"marital_status"_s, u"roles"_s});
    const auto person = [&](const QString &status, const QString &roles) {
        return columns->apply({u"Hayward"_s, status, roles}, {}, today);
    };
    CHECK(person(u"Single"_s, {})->maritalStatus == domain::MaritalStatus::NeverMarried);
    CHECK(person(u"Civil Partnership"_s, {})->maritalStatus == domain::MaritalStatus::CivilPartnership);
    CHECK(person(u"Widow"_s, {})->maritalStatus == domain::MaritalStatus::Widowed);
    CHECK(person(u"Not known"_s, {}));
    CHECK_FALSE(person(u"complicated"_s, {}));
    CHECK(person({}, u"Resident; service_user"_s)->roles ==
          std::vector{domain::PersonRole::Resident, domain::PersonRole::ServiceUser});
}

TEST_CASE("a word for an unknown date is no date, and costs nobody their row", "[import]")
{
    const auto columns = PersonColumns::read({u"family_name"_s, u"date_of_birth"_s});
    for (const QString &none : {u"Unknown"_s, u"N/A"_s, u"not known"_s, u"-"_s, u"00/00/0000"_s}) {
        const auto person = columns->apply({u"Hayward"_s, none}, {}, today);
        REQUIRE(person);
        CHECK_FALSE(person->dateOfBirth);
    }
    CHECK_FALSE(columns->apply({u"Hayward"_s, u"spring"_s}, {}, today));
}

TEST_CASE("a fault names the field and never its value", "[import]")
{
    const auto columns = PersonColumns::read({u"family_name"_s, u"date_of_birth"_s, u"uprn"_s});
    REQUIRE(columns);
    const auto bad = columns->apply({u"Hayward"_s, u"31/02/1979"_s, {}}, {}, today);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().detail == u"date_of_birth: not a date"_s);
    for (const auto &[born, fault] : {std::pair(u"2099-01-01"_s, u"date_of_birth: in the future"_s),
                                      std::pair(u"0001-01-01"_s, u"date_of_birth: before 1850"_s)})
        CHECK(columns->apply({u"Hayward"_s, born, {}}, {}, today).error().detail == fault);
    CHECK(columns->apply({u"Hayward"_s, {}, u"twelve"_s}, {}, today).error().detail.startsWith(u"uprn"_s));
    CHECK_FALSE(columns->apply({u"Hayward"_s}, {}, today));
    CHECK(columns->applyLeniently({u"Hayward"_s, u"31/02/1979"_s, {}}, {}, today));
}

TEST_CASE("importing again changes only what the file says differently", "[import]")
{
    DeskFolder folder;
    const auto columns = PersonColumns::read({u"id"_s, u"given_name"_s, u"family_name"_s, u"phone"_s, u"postcode"_s});
    REQUIRE(columns);
    const services::PersonImport import(folder.desk(), *columns);
    const QStringList joan{u"C1"_s, u"Joan"_s, u"Hayward"_s, u"07700 900123"_s, u"AA1 1AA"_s};
    const QStringList peter{u"C2"_s, u"Peter"_s, u"Hayward"_s, {}, u"AA1 1AA"_s};
    const QStringList nobody{u"C3"_s, {}, {}, {}, {}};

    const auto first = await(import.store({joan, nobody, peter}));
    REQUIRE(first);
    CHECK(*first->at(0) == ImportOutcome::Imported);
    CHECK(first->at(1).error().code == ErrorCode::InvalidInput);
    CHECK(*first->at(2) == ImportOutcome::Imported);
    CHECK(folder.outbox().size() == 2);

    auto newNumber = joan;
    newNumber[3] = u"07700 900456"_s;
    const auto second = await(import.store({newNumber, peter}));
    REQUIRE(second);
    CHECK(*second->at(0) == ImportOutcome::Updated);
    CHECK(*second->at(1) == ImportOutcome::Unchanged);
    const auto entries = folder.outbox();
    REQUIRE(entries.size() == 3);
    CHECK(entries.back().kind == store::EntryKind::PersonEdited);

    const services::PersonService people(folder.desk());
    CHECK(await(people.search(u"07700900456"_s, 5))->size() == 1);
    CHECK(await(people.search(u"07700900123"_s, 5))->empty());
}

TEST_CASE("several telephone numbers in one cell are each kept, once, and a word for none is no number", "[import]")
{
    const auto columns = PersonColumns::read({u"id"_s, u"given_name"_s, u"family_name"_s, u"phone"_s});
    REQUIRE(columns);
    const auto told = [&columns](const QString &cell) {
        const auto person = columns->apply({u"C1"_s, u"Joan"_s, u"Hayward"_s, cell}, {}, today);
        REQUIRE(person);
        QStringList numbers;
        for (const domain::ContactPoint &point : person->contactPoints)
            numbers << point.key + u' ' + point.value;
        return numbers;
    };
    const QStringList both{u"import-phone 01632 960999"_s, u"import-phone-2 07700 900111"_s};
    for (const QString &between : {u" / "_s, u"/"_s, u"; "_s, u", "_s, u" or "_s, u" and "_s, u"\n"_s})
        CHECK(told(u"01632 960999"_s + between + u"07700 900111"_s) == both);
    for (const QString &one : {u"01632/960999"_s, u"01632 960999 ext. 42"_s, u"(01632) 960999 (work)"_s,
                               u"01632 960999 / 12"_s, u"999"_s, u"ask for Mary"_s, u"01632 96000"_s})
        CHECK(told(one) == QStringList{u"import-phone "_s + one});
    for (const QString &none :
         {u"none"_s, u"N/A"_s, u"ex-directory"_s, u"Ex Directory"_s, u"-"_s, u"0"_s, u"00000"_s, u"unknown"_s})
        CHECK(told(none).isEmpty());
    for (const QString &rounded : {u"7.7E+09"_s, u" 4.47701E+11"_s, u"7,7e9"_s, u"=\"7.7E+09\""_s}) {
        CHECK(told(rounded).isEmpty());
        CHECK(columns->rounded({u"C1"_s, u"Joan"_s, u"Hayward"_s, rounded}).fields ==
              QStringList{u"phone: rounded by a spreadsheet"_s});
    }
    for (const QString &whole : {u"none"_s, u"01632 960999"_s, u"ask for Mary"_s, u"7.7E+09 / 01632 960999"_s})
        CHECK(columns->rounded({u"7,7"_s, u"7.7E+09"_s, u"Hayward"_s, whole}).fields.isEmpty());

    DeskFolder folder;
    const services::PersonImport import(folder.desk(), *columns);
    const auto row = [](const QString &cell) { return QStringList{u"C1"_s, u"Joan"_s, u"Hayward"_s, cell}; };
    const auto imported = [&import](const QStringList &cells) {
        const auto outcomes = await(import.store({cells}));
        REQUIRE(outcomes);
        REQUIRE(outcomes->at(0));
        return *outcomes->at(0);
    };
    const services::PersonService people(folder.desk());
    const auto has = [&people](const QString &number) { return await(people.search(number, 5))->size() == 1; };
    CHECK(imported(row(u"01632 960999 / 07700 900111"_s)) == ImportOutcome::Imported);
    CHECK((has(u"01632960999"_s) && has(u"+447700900111"_s)));
    CHECK(imported(row(u"01632 960999 / 07700 900111"_s)) == ImportOutcome::Unchanged);
    CHECK(imported(row(u"none"_s)) == ImportOutcome::Unchanged);
    CHECK(imported(row(u"07700 900111"_s)) == ImportOutcome::Updated);
    CHECK((!has(u"01632960999"_s) && has(u"07700900111"_s)));
    const auto joan = await(people.open(await(people.search(u"07700900111"_s, 5))->at(0).id));
    REQUIRE(joan);
    CHECK(joan->person.contactPoints.size() == 1);
}

TEST_CASE("each column of telephone numbers or e-mail addresses is a contact point of its own, with its label",
          "[import]")
{
    const auto contacts = [](const QStringList &header, const QStringList &cells) {
        const auto columns = PersonColumns::read(QStringList{u"family_name"_s} + header);
        REQUIRE(columns);
        CHECK(columns->unknown().isEmpty());
        const auto person = columns->apply(QStringList{u"Hayward"_s} + cells, {}, today);
        REQUIRE(person);
        QStringList told;
        for (const domain::ContactPoint &point : person->contactPoints)
            told << point.key + u' ' + point.label + u' ' + point.value;
        return told;
    };
    const QStringList values{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5 a"_s};
    CHECK(contacts({u"Phone"_s, u"Home Phone"_s, u"Work Tel No."_s, u"Mobile"_s, u"Telephone 2"_s}, values) ==
          QStringList{u"import-phone  1"_s, u"import-home-phone home 2"_s, u"import-work-phone work 3"_s,
                      u"import-mobile mobile 4"_s, u"import-phone2  5 a"_s});
    CHECK(contacts({u"phone 2"_s, u"telephone"_s, u"contact number"_s, u"mobile1"_s, u"Mobile 2"_s}, values) ==
          QStringList{u"import-phone2  1"_s, u"import-phone  2"_s, u"import-phone3  3"_s, u"import-mobile mobile 4"_s,
                      u"import-mobile2 mobile 5 a"_s});
    CHECK(contacts({u"e-mail"_s, u"Email 2"_s, u"work email"_s, u"personal e-mail"_s, u"mail"_s}, values) ==
          QStringList{u"import-email  1"_s, u"import-email2  2"_s, u"import-work-email work 3"_s,
                      u"import-home-email home 4"_s, u"import-email3  5 a"_s});
    // Two numbers in one cell take nobody's place, and each column says which of its numbers is lost.
    CHECK(contacts({u"phone"_s, u"phone 2"_s}, {u"01632 960999 / 07700 900111"_s, u"01632 960777"_s}) ==
          QStringList{u"import-phone  01632 960999"_s, u"import-phone-2  07700 900111"_s,
                      u"import-phone2  01632 960777"_s});
    const auto columns = PersonColumns::read({u"home phone"_s, u"work phone"_s, u"work phone 2"_s});
    CHECK(columns->rounded({u"7.7E+09"_s, {}, u"7.7E+09"_s}).fields ==
          QStringList{u"home phone: rounded by a spreadsheet"_s, u"work phone 2: rounded by a spreadsheet"_s});
    CHECK_FALSE(PersonColumns::read({u"date_of_birth"_s, u"DOB"_s}));
    CHECK(PersonColumns::read({u"phone"_s, u"surname 2"_s})->unknown() == QStringList{u"surname 2"_s});
}

TEST_CASE("a reference that a spreadsheet has rounded names nobody", "[import]")
{
    DeskFolder folder;
    const auto columns = PersonColumns::read({u"id"_s, u"given_name"_s, u"family_name"_s, u"phone"_s});
    const services::PersonImport import(folder.desk(), *columns);
    const QString lost = u"1.2E+11"_s;
    const auto outcomes = await(import.store({{lost, u"Joan"_s, u"Hayward"_s, {}}, {lost, u"Ann"_s, u"Nowak"_s, {}}}));
    REQUIRE(outcomes);
    CHECK(*outcomes->at(0) == ImportOutcome::Imported);
    CHECK(*outcomes->at(1) == ImportOutcome::Imported);

    for (const QString &rounded : {lost, u" 1,20001E+11"_s, u"2e+10"_s, u"=\"1.2E+11\""_s}) {
        const QStringList row{rounded, u"Joan"_s, u"Hayward"_s, {}};
        CHECK(columns->id(row).isEmpty());
        CHECK(columns->apply(row, {}, today)->externalId.isEmpty());
        CHECK(columns->rounded(row).hasId);
        CHECK(columns->rounded(row).fields == QStringList{u"id: rounded by a spreadsheet"_s});
    }
    for (const QString &whole : {u"120000000001"_s, u"2E10"_s, u"E+10"_s, u"12E+10"_s, u"1.E+10"_s, u"C-1E+2b"_s}) {
        const QStringList row{whole, u"Joan"_s, u"Hayward"_s, {}};
        CHECK(columns->id(row) == whole);
        CHECK(columns->apply(row, {}, today)->externalId == whole);
        CHECK_FALSE(columns->rounded(row).hasId);
    }
}

TEST_CASE("what a file says anew leaves the name and the home of before findable, and a slip put right leaves nothing",
          "[import]")
{
    DeskFolder folder;
    const auto columns = services::PersonColumns::read(
        {u"id"_s, u"given_name"_s, u"family_name"_s, u"date_of_birth"_s, u"address"_s, u"postcode"_s});
    REQUIRE(columns);
    const services::PersonImport import(folder.desk(), *columns);
    const auto stores = [&](const QString &id, const QString &family, const QString &address, const QString &postcode) {
        const auto stored = await(import.store({{id, u"Tamsin"_s, family, u"1986-06-07"_s, address, postcode}}));
        REQUIRE(stored);
        REQUIRE(stored->front());
        return *stored->front();
    };
    const services::PersonService people(folder.desk());
    const auto found = [&](const QString &query) {
        const auto hits = await(people.search(query, 10));
        REQUIRE(hits);
        return hits->size();
    };
    stores(u"h1"_s, u"Trelawny"_s, u"42 Rig Lane, Exampleton"_s, u"aa811ae"_s);
    CHECK(stores(u"h1"_s, u"Trelawney"_s, u"42 Rigg Lane, Exampleton"_s, u"AA81 1AE"_s) ==
          services::ImportOutcome::Updated);
    const auto hits = await(people.search(u"trelawney"_s, 10));
    REQUIRE(hits);
    const auto shown = [&] { return await(people.open(hits->front().id))->person; };
    CHECK(shown().formerNames.empty());
    CHECK(shown().addresses.size() == 1);

    stores(u"h1"_s, u"Uglow"_s, u"77 Other Road, Exampleton"_s, u"AA82 2AE"_s);
    REQUIRE(shown().formerNames.size() == 1);
    CHECK(shown().formerNames.front().name.family == u"Trelawney");
    REQUIRE(shown().addresses.size() == 2);
    CHECK(shown().homeAddress()->text == u"77 Other Road, Exampleton");
    CHECK(shown().addresses.back().use == domain::AddressUse::Previous);
    CHECK(found(u"trelawney"_s) == 1);
    CHECK(found(u"42 rigg lane"_s) == 1);

    // Again, and back and forth: nothing is kept twice.
    CHECK(stores(u"h1"_s, u"Uglow"_s, u"77 Other Road, Exampleton"_s, u"AA82 2AE"_s) ==
          services::ImportOutcome::Unchanged);
    stores(u"h1"_s, u"Trelawney"_s, u"42 Rigg Lane, Exampleton"_s, u"AA81 1AE"_s);
    stores(u"h1"_s, u"Uglow"_s, u"77 Other Road, Exampleton"_s, u"AA82 2AE"_s);
    CHECK(shown().formerNames.size() <= 2);
    CHECK(shown().addresses.size() <= 3);

    // Whoever registers as before is known.
    domain::Person again;
    again.name = {{}, u"Tamsin"_s, {}, u"Trelawney"_s};
    again.dateOfBirth = *domain::PartialDate::parseIso(u"1986-06-07");
    const auto likely = await(people.likelyMatches(again, 5));
    REQUIRE(likely);
    CHECK_FALSE(likely->people.empty());
}

TEST_CASE("a name of a megabyte, a NUL and a card number are the row's own fault", "[import]")
{
    DeskFolder folder;
    const auto columns = PersonColumns::read({u"family_name"_s, u"communication_needs"_s});
    const services::PersonImport import(folder.desk(), *columns);
    const auto outcomes = await(import.store({{QString(1 << 20, u'x'), {}},
                                              {u"Hay"_s + QChar(u'\0') + u"ward"_s, {}},
                                              {u"Hayward"_s, u"4242 4242 4242 4242"_s},
                                              {u"Łukaszewska 🦊"_s, {}},
                                              {u"عبد الله"_s, {}}}));
    REQUIRE(outcomes);
    CHECK_FALSE(outcomes->at(0));
    CHECK_FALSE(outcomes->at(1));
    CHECK(outcomes->at(2).error().code == ErrorCode::CardNumber);
    CHECK(outcomes->at(3));
    CHECK(outcomes->at(4));
}
