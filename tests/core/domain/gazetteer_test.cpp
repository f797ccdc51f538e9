// SPDX-License-Identifier: MIT
#include "core/domain/gazetteer_delivery.h"
#include "core/domain/gazetteer_record.h"

#include "tests/support/result_printing.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::domain;

namespace {

QStringList cellsOf(const QString &line)
{
    return line.split(u',');
}

template <typename Record>
Record recordOf(const QString &line)
{
    const auto row = readGazetteerRow(cellsOf(line));
    REQUIRE(row);
    REQUIRE(std::holds_alternative<Record>(row->record));
    return std::get<Record>(row->record);
}

} // namespace

TEST_CASE("an AddressBase address is read, and its postcode comes with the property", "[gazetteer]")
{
    const auto address =
        recordOf<GazetteerAddress>(u"24,I,5,100000000001,9999L000000001,ENG,1,2001-01-01,,2020-01-01,2001-01-01,"
                                   "2,,,,FLAT,14,A,16,,RIVERSIDE HOUSE,20000001,1,,,"_s);
    CHECK(address.uprn == 100000000001);
    CHECK(address.unit == u"Flat 2"_s);
    CHECK(address.houseNumber == u"14a-16"_s);
    CHECK(address.postcode.isEmpty());
    const auto property = recordOf<GazetteerProperty>(
        u"21,I,6,100000000001,1,2,2001-01-01,,300000,200000,51.5,-2.5,1,9999,E,2001-01-01,,2020-01-01,2001-01-01,D,"
        "AA1 1AA,0"_s);
    CHECK(property.postcode == u"AA1 1AA"_s);
    CHECK_FALSE(property.organisation);
    const GazetteerStreet street{20000001, u"ENG"_s, u"HIGH STREET"_s, u"EXAMPLETON"_s, u"EXAMPLETON"_s};
    CHECK(composeAddress(address, street, {}) == u"Flat 2, Riverside House, 14a-16 High Street, Exampleton"_s);
}

TEST_CASE("a DTF 7.3 address is read, and its postcode comes with the address", "[gazetteer]")
{
    const auto address = recordOf<GazetteerAddress>(
        u"24,U,5,200001,9999L000000002,CYM,1,2001-01-01,,2001-01-01,2020-01-01,,,,,,3,,,,,20000002,,Y,AA1 1AB,"
        "EXAMPLETON,,9999,9999,1"_s);
    CHECK(address.language == u"CYM"_s);
    CHECK(address.postcode == u"AA1 1AB"_s);
    CHECK(address.houseNumber == u"3"_s);
    const auto property = recordOf<GazetteerProperty>(
        u"21,I,6,200001,1,2,2001-01-01,RD,0,300000,200000,1,9999,2001-01-01,,2020-01-01,2001-01-01,CORNER SHOP,W1,P1,,,1"_s);
    CHECK(property.organisation == u"CORNER SHOP"_s);
}

TEST_CASE("a header says when the council wrote the file and whether it is a whole one", "[gazetteer]")
{
    const auto header = recordOf<GazetteerHeader>(u"10,EXAMPLETON,9999,2026-11-01,3,2026-11-01,10:20:30,7.3,C"_s);
    CHECK_FALSE(header.isFull);
    CHECK(header.volume == 3);
    CHECK(toRfc3339(header.processedAt) == u"2026-11-01T10:20:30.000Z"_s);
    CHECK(recordOf<GazetteerHeader>(u"10,EXAMPLETON,9999,2026-11-01,3,2026-11-01,10:20:30,7.3,F"_s).isFull);
    for (const QString &line : {u"10,EXAMPLETON,9999,2026-11-01,3,2026-11-01,10:20:30,7.3"_s,
                                u"10,EXAMPLETON,9999,2026-11-01,3,2026-11-01,10:20:30,7.3,X"_s})
        CHECK(readGazetteerRow(cellsOf(line)).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("rows that say nothing about an address are passed over", "[gazetteer]")
{
    recordOf<GazetteerOther>(u"11,I,1,20000001,1"_s);
}

TEST_CASE("a bad row is refused and its fault names the column, never the value", "[gazetteer]")
{
    for (const QString &line :
         {u"Hayward,I,1"_s, u""_s, u"7,I,1"_s, u"24,X,5,1,k,ENG,1"_s, u"24,I,5,1,k,ENG,1"_s, u"21,I,6,HAYWARD,1"_s,
          u"10,EXAMPLETON,9999,2026-02-31,3,,,7.3,F"_s, u"15,I,1,0,HIGH STREET"_s,
          u"24,I,5,1,,ENG,1,,,,,,,,,,,,,,,2,1,,,"_s, u"24,I,5,1,k,ENG,77,,,,,,,,,,,,,,,2,1,,,"_s}) {
        const auto row = readGazetteerRow(cellsOf(line));
        REQUIRE_FALSE(row);
        CHECK(row.error().code == ErrorCode::InvalidInput);
        CHECK_FALSE(row.error().detail.contains(u"Hayward"_s, Qt::CaseInsensitive));
    }
    CHECK_FALSE(readGazetteerRow({u"15"_s, u"I"_s, u"1"_s, u"5"_s, QString(1000, u'x')}));
}

TEST_CASE("a full delivery lacks a volume when a header or a trailer speaks of one that is not there", "[gazetteer]")
{
    const auto file = [](int day, int volume, std::optional<int> next) {
        const auto at = parseRfc3339(u"2026-11-%1T00:00:00Z"_s.arg(day, 2, 10, QChar(u'0'))).value();
        GazetteerVolume made{{true, at, volume}, std::nullopt};
        if (next)
            made.trailer = GazetteerTrailer{*next};
        return made;
    };
    CHECK(recordOf<GazetteerTrailer>(u"99,2,10,2026-11-01,10:20:30"_s).nextVolume == 2);
    CHECK_FALSE(missingVolume({file(13, 1, 0)}));
    CHECK_FALSE(missingVolume({file(13, 0, std::nullopt)}));
    CHECK_FALSE(missingVolume({file(13, 1, 1)}));                 // a trailer that names its own
    CHECK_FALSE(missingVolume({file(13, 1, 0), file(13, 1, 0)})); // tiles
    CHECK_FALSE(missingVolume({file(13, 2, 0), file(13, 1, 2)}));

    const auto lacks = [](int volume, int day) { return MissingVolume{volume, QDate(2026, 11, day)}; };
    CHECK(missingVolume({file(13, 2, 0)}) == lacks(1, 13));
    CHECK(missingVolume({file(13, 2, std::nullopt)}) == lacks(1, 13)); // before it was read
    CHECK(missingVolume({file(13, 1, 2)}) == lacks(2, 13));
    CHECK(missingVolume({file(13, 1, 2), file(13, 3, 0)}) == lacks(2, 13));
    CHECK(missingVolume({file(12, 1, 2), file(13, 2, 0)}) == lacks(2, 12)); // of two deliveries
    CHECK(missingVolume({file(13, 2147483647, 2147483647)}) == lacks(1, 13));
}

TEST_CASE("capitals come to the usual case, and what has small letters stays", "[gazetteer]")
{
    CHECK(usualCase(u"HIGH STREET ON THE HILL"_s) == u"High Street on the Hill"_s);
    CHECK(usualCase(u"ST JOHN'S ROAD"_s) == u"St John's Road"_s);
    CHECK(usualCase(u"O'BRIEN CLOSE"_s) == u"O'Brien Close"_s);
    CHECK(usualCase(u"HEOL Y BONT"_s) == u"Heol y Bont"_s);
    CHECK(usualCase(u"McAdam Way"_s) == u"McAdam Way"_s);
    CHECK(usualCase({}).isEmpty());
}
