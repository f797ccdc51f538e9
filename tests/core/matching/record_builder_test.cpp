// SPDX-License-Identifier: MIT
#include "core/matching/linkage/record_builder.h"

#include "core/matching/linkage/forenames.h"

#include <catch2/catch.hpp>

#include <tuple>

using namespace Qt::Literals::StringLiterals;
using namespace reeve::matching;

namespace {

constexpr std::int32_t today = 20261123;

} // namespace

TEST_CASE("what is written where an address is not known is no address", "[matching][linkage]")
{
    RecordSet set;
    RecordBuilder builder(set, today);
    for (const char *text : {"No fixed abode", "NFA", "address unknown", "not known", "Unknown", "n/a", "N/A",
                             "homeless", "c/o", "No Fixed Abode, Carlford"}) {
        INFO(text);
        LinkageRecord record;
        builder.address(record, text);
        builder.houseNumber(record, text);
        builder.postcode(record, "unknown");
        CHECK(record.street == 0);
        CHECK(record.number == 0);
        CHECK(record.postcode == 0);
    }
    LinkageRecord known;
    builder.address(known, "c/o 12 Unknown Road");
    CHECK(set.streets.text(known.street) == u"c o unknown road");
    CHECK(set.numbers.text(known.number) == u"12");
}

TEST_CASE("nobody is born after today", "[matching][linkage]")
{
    RecordSet set;
    RecordBuilder builder(set, today);
    const auto born = [&builder](const char *text) {
        LinkageRecord record;
        builder.born(record, text);
        return record.born;
    };
    CHECK(born("2026-11-23") == today);
    for (const char *text : {"2026-11-24", "2026-12", "2027", "01/01/2030", "2099-12-31", "9999-12-31"}) {
        INFO(text);
        CHECK(born(text) == 0);
    }
    CHECK(born("21/06/28") == 19280621); // of two digits it is the century in which it can be
    CHECK(born("21/06/26") == 20260621);

    LinkageRecord parts;
    builder.dayOfBirth(parts, "24");
    builder.monthOfBirth(parts, "11");
    builder.yearOfBirth(parts, "2026");
    builder.settleBirth(parts);
    CHECK(parts.born == 0);
}

TEST_CASE("Senior, Junior, II and III are kept beside the name, and a family may be called Senior",
          "[matching][linkage]")
{
    RecordSet set;
    RecordBuilder builder(set, today);
    for (const auto &[suffix, generation] :
         {std::pair{"Snr", Generation::Senior}, std::pair{"Sr.", Generation::Senior},
          std::pair{"Senior", Generation::Senior}, std::pair{"JNR", Generation::Junior},
          std::pair{"Jr", Generation::Junior}, std::pair{"Junior", Generation::Junior},
          std::pair{"II", Generation::Second}, std::pair{"III", Generation::Third}}) {
        INFO(suffix);
        LinkageRecord inFamily;
        builder.given(inFamily, "George");
        builder.family(inFamily, std::string("Harkaway ") + suffix);
        LinkageRecord inGiven;
        builder.given(inGiven, std::string("George ") + suffix);
        builder.family(inGiven, "Harkaway");
        LinkageRecord inTitle;
        builder.title(inTitle, std::string("Mr ") + suffix);
        builder.given(inTitle, "George");
        builder.family(inTitle, "Harkaway");
        LinkageRecord inFull;
        builder.fullName(inFull, std::string("Mr George Harkaway ") + suffix);
        LinkageRecord afterComma;
        builder.fullName(afterComma, std::string("George Harkaway, ") + suffix);
        for (const LinkageRecord &record : {inFamily, inGiven, inTitle, inFull, afterComma}) {
            CHECK(record.generation == generation);
            CHECK(set.names.text(record.given) == u"george");
            CHECK(set.names.text(record.family) == u"harkaway");
            CHECK(record.middle == 0);
        }
    }
    LinkageRecord named;
    builder.given(named, "Junior");
    builder.family(named, "Senior");
    CHECK(named.generation == Generation::None);
    CHECK(set.names.text(named.given) == u"junior");
    CHECK(set.names.text(named.family) == u"senior");
    LinkageRecord full;
    builder.fullName(full, "Joan Senior");
    CHECK(full.generation == Generation::None);
    CHECK(set.names.text(full.family) == u"senior");
}

TEST_CASE("a name in brackets is what somebody is known as, and a title before a name is none", "[matching][linkage]")
{
    RecordSet set;
    RecordBuilder builder(set, today);
    const auto text = [&set](TextPool::Number name) { return set.names.text(name); };
    for (const char *full : {"HAYWARD, John (Jack)", "Mr John (Jack) Hayward", "Hayward, Mr John (Jack)"}) {
        INFO(full);
        LinkageRecord record;
        builder.fullName(record, full);
        CHECK(text(record.given) == u"john");
        CHECK(text(record.family) == u"hayward");
        CHECK(text(record.knownAs) == u"jack");
    }
    LinkageRecord parts;
    builder.given(parts, "Mrs Mary Ann (Molly)");
    CHECK(text(parts.given) == u"mary ann");
    CHECK(text(parts.knownAs) == u"molly");
    builder.given(parts, "Lady");
    CHECK(text(parts.given) == u"lady");
    LinkageRecord open;
    builder.given(open, "Ann (");
    CHECK(text(open.given) == u"ann");
    CHECK(open.knownAs == 0);
    builder.given(open, "Ann (Nan");
    CHECK(text(open.knownAs) == u"nan");
    LinkageRecord two;
    builder.fullName(two, "Hayward (x), John (Jack) (Jo)");
    CHECK(text(two.family) == u"hayward");
}

TEST_CASE("two telephone numbers in one cell are two", "[matching][linkage]")
{
    RecordSet set;
    RecordBuilder builder(set, today);
    LinkageRecord record;
    builder.phone(record, "01632 960999 / 07700 900123");
    CHECK(set.phones.text(record.landline) == u"1632960999");
    CHECK(set.phones.text(record.phones[0]) == u"7700900123");
    LinkageRecord one;
    builder.phone(one, "01632/960999");
    CHECK(set.phones.text(one.landline) == u"1632960999");
}

TEST_CASE("forms of one forename are told from the names of two children", "[matching][linkage]")
{
    const NameVariants variants = NameVariants::builtIn();
    const auto areForms = [&variants](const QString &one, const QString &other) {
        return petFormsOf(one, variants).contains(other) && petFormsOf(other, variants).contains(one);
    };
    CHECK(areForms(u"kate"_s, u"katie"_s));
    CHECK(areForms(u"harry"_s, u"henry"_s));
    CHECK(areForms(u"joe"_s, u"joseph"_s));
    CHECK(areForms(u"peggy"_s, u"margaret"_s));
    CHECK(areForms(u"mohammed"_s, u"muhammad"_s));
    for (const auto &[one, other] :
         {std::pair{u"ella"_s, u"ellie"_s}, std::pair{u"sophie"_s, u"sophia"_s}, std::pair{u"eva"_s, u"evie"_s},
          std::pair{u"emma"_s, u"emily"_s}, std::pair{u"lily"_s, u"lillie"_s}, std::pair{u"tom"_s, u"tim"_s}}) {
        INFO(one.toStdString() << ' ' << other.toStdString());
        CHECK_FALSE(petFormsOf(one, variants).contains(other));
        CHECK_FALSE(petFormsOf(other, variants).contains(one));
    }
}
