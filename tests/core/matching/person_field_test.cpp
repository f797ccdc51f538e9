// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage_columns.h"
#include "core/matching/table/person_field.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::matching;

TEST_CASE("a heading names its field whatever its letters and spaces", "[matching][linkage]")
{
    const auto is = [](const QString &heading, PersonField field, int number = 0) {
        INFO(heading.toStdString());
        const PersonHeading read = personHeading(heading);
        CHECK(read.field == field);
        CHECK(read.number == number);
    };
    is(u"First Name(s)"_s, PersonField::Given);
    is(u" D.O.B."_s, PersonField::Born);
    is(u"Tel No."_s, PersonField::Phone);
    is(u"Telephone 2"_s, PersonField::Phone, 2);
    is(u"work_email"_s, PersonField::WorkEmail);
    is(u"Address Line 1"_s, PersonField::Address);
    is(u"Address 2"_s, PersonField::AddressPart);
    // A number tells no field apart of which a person has one.
    is(u"surname 2"_s, PersonField::None);
    is(u"phone 0"_s, PersonField::None);
    is(u"2"_s, PersonField::None);
    is({}, PersonField::None);
    for (const QString &ours : personFieldNames()) {
        INFO(ours.toStdString());
        CHECK(personHeading(ours).field != PersonField::None);
    }
}

TEST_CASE("record linkage knows the headings that an import knows", "[matching][linkage]")
{
    const QStringList header{
        u"Person Ref"_s, u"First Name(s)"_s, u"Last Name"_s, u"Mobile No"_s, u"Home Tel No"_s, u"property_address"_s,
        u"NHS no"_s,     u"house number"_s,  u"role"_s,      u"town"_s,      u"work phone"_s,  u"phone 3"_s};
    const auto columns = LinkageColumns::read(header);
    REQUIRE(columns);
    CHECK(columns->ignored() == QStringList{u"role"_s});
    // A town is no home of somebody's own, nor is the telephone at work theirs.
    CHECK(columns->texts() == QStringList{u"town"_s, u"workphone"_s, u"phone3"_s});
}
