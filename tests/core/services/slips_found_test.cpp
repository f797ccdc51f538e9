// SPDX-License-Identifier: MIT
// People who are registered once more, with one slip: what an import says of them.
#include "core/services/person/bulk_import.h"
#include "core/services/person/duplicates/duplicate_service.h"
#include "core/services/sample/sample_council.h"
#include "tests/core/services/desk_folder.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using services::BulkImport;
using services::PersonColumns;

namespace {

const QStringList header{u"id"_s,    u"given_name"_s, u"family_name"_s, u"date_of_birth"_s,
                         u"phone"_s, u"email"_s,      u"address"_s,     u"postcode"_s};
enum Column { Id, Given, Family, Born, Phone, Email, Home, Postcode };

constexpr qint64 council = 1'000; // people
constexpr qint64 again = 100;     // of them come once more in each class
constexpr qint64 enough = 95;

QStringList rowOf(const domain::Person &person)
{
    QString phone;
    QString email;
    for (const domain::ContactPoint &point : person.contactPoints)
        (point.kind == domain::ContactKind::Phone ? phone : email) = point.value;
    const domain::Address home = person.homeAddress() ? *person.homeAddress() : domain::Address();
    return {person.externalId,
            person.name.given,
            person.name.family,
            person.dateOfBirth ? person.dateOfBirth->toIso() : QString(),
            phone,
            email,
            home.text,
            home.postcode};
}

std::vector<QStringList> councilRows()
{
    const services::SampleCouncil sample({1, council, 0}, fromMilliseconds(1795344120000));
    std::vector<QStringList> rows;
    for (qint64 n = 0; n < council; ++n)
        rows.push_back(rowOf(sample.person(n)));
    return rows;
}

// Two letters changed places, or the last but one is missing.
QString swapped(QString name)
{
    for (qsizetype i = 1; i + 1 < name.size(); ++i) {
        if (name[i] != name[i + 1]) {
            std::swap(name[i], name[i + 1]);
            break;
        }
    }
    return name;
}
QString shortened(QString name)
{
    return name.remove(name.size() - 2, 1);
}

struct Slip
{
    const char *name;
    void (*make)(QStringList &row);
};
const Slip slips[] = {
    {"two letters of the given name changed places", [](QStringList &row) { row[Given] = swapped(row[Given]); }},
    {"a letter of the family name is missing", [](QStringList &row) { row[Family] = shortened(row[Family]); }},
    {"a letter of the given name is missing", [](QStringList &row) { row[Given] = shortened(row[Given]); }},
    {"moved house",
     [](QStringList &row) {
         row[Home] = u"3 Station Road, Exampleton"_s;
         row[Postcode] = u"AA9 9ZZ"_s;
     }},
    {"another telephone and e-mail",
     [](QStringList &row) {
         row[Phone] = u"07700 900999"_s;
         row[Email].clear();
     }},
    {"a wrong day of birth",
     [](QStringList &row) { row[Born] = row[Born].chopped(1) + (row[Born].endsWith(u'5') ? u'6' : u'5'); }},
};

// Those who can be told apart at all: a full date of birth and a home.
std::vector<QStringList> registeredAgain(const std::vector<QStringList> &rows, const Slip &slip)
{
    std::vector<QStringList> out;
    for (QStringList row : rows) {
        if (row[Born].size() < 10 || row[Postcode].isEmpty() || row[Given].size() < 4 || row[Family].size() < 4)
            continue;
        row[Id].prepend(u"again-"_s);
        slip.make(row);
        out.push_back(row);
        if (static_cast<qint64>(out.size()) == again)
            break;
    }
    REQUIRE(static_cast<qint64>(out.size()) == again);
    return out;
}

std::vector<services::ImportedRow> imported(const DeskFolder &folder, const std::vector<QStringList> &rows)
{
    auto import = BulkImport::begin(folder.desk(), *PersonColumns::read(header));
    REQUIRE(import);
    auto outcomes = await((*import)->store((*import)->makeReady(rows), {}));
    REQUIRE(outcomes);
    REQUIRE((*import)->finish({}));
    return *outcomes;
}

qint64 countMarked(const std::vector<services::ImportedRow> &rows, std::size_t from)
{
    return std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.end(),
                         [](const services::ImportedRow &row) { return row.duplicate.has_value(); });
}

QStringList person(const QString &given, const QString &family, const QString &born, const QString &phone,
                   const QString &postcode = u"AA1 1AA"_s)
{
    return {{}, given, family, born, phone, {}, u"1 High Street"_s, postcode};
}

} // namespace

TEST_CASE("whoever is registered once more with one slip is marked, whether here before or in one file", "[import]")
{
    const std::vector<QStringList> rows = councilRows();
    for (const Slip &slip : slips) {
        const std::vector<QStringList> more = registeredAgain(rows, slip);
        INFO(slip.name);
        DeskFolder before;
        static_cast<void>(imported(before, rows));
        CHECK(countMarked(imported(before, more), 0) >= enough);

        DeskFolder together;
        std::vector<QStringList> all = rows;
        all.insert(all.end(), more.begin(), more.end());
        CHECK(countMarked(imported(together, all), rows.size()) >= enough);
    }
}

TEST_CASE("a short form and another spelling of a name are no hiding place where birth and telephone agree", "[import]")
{
    DeskFolder folder;
    static_cast<void>(imported(folder, {person(u"John"_s, u"Smyth"_s, u"1979-06-21"_s, u"07700 900123"_s)}));
    const auto rows =
        imported(folder, {person(u"Jonathan"_s, u"Smith"_s, u"1979-06-21"_s, u"+44 7700 900123"_s, u"AA7 7AA"_s)});
    REQUIRE(rows.front().duplicate);
    CHECK(rows.front().duplicate->probability >= matching::potentialProbability);
}

TEST_CASE("twins are two people to an import", "[import]")
{
    DeskFolder folder;
    const auto rows = imported(folder, {person(u"Amelia"_s, u"Hayward"_s, u"2019-06-21"_s, u"01632 960123"_s),
                                        person(u"Thomas"_s, u"Hayward"_s, u"2019-06-21"_s, u"01632 960123"_s)});
    CHECK(countMarked(rows, 0) == 0);
    const auto later = imported(folder, {person(u"Grace"_s, u"Hayward"_s, u"2019-06-21"_s, u"01632 960123"_s)});
    CHECK(countMarked(later, 0) == 0);
}
