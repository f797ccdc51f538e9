// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage_tables.h"

#include <catch2/catch.hpp>

#include <string>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::matching;

namespace {

const std::string header = "id,given_name,family_name\n";

QString refusal(const std::string &bytes)
{
    const auto tables = readLinkageTables({{u"people.csv"_s, bytes}}, {}, 1);
    REQUIRE_FALSE(tables);
    CHECK(tables.error().code == ErrorCode::InvalidInput);
    return tables.error().detail;
}

} // namespace

TEST_CASE("a table that is not UTF-8 is refused by its name and line", "[matching][linkage]")
{
    std::string rows;
    for (int i = 0; i < 10; ++i)
        rows += std::to_string(i) + ",Joan,Hayward\n";
    const QString line12 = u"people.csv: line 12: not UTF-8; save it as UTF-8"_s;
    CHECK(refusal(header + rows + "11,Siobh\xe1n,Hayward\n12,Joan,Moss\n") == line12);
    CHECK(refusal(header + rows + std::string("11,Jo\0an,Hayward\n", 17)) == line12);

    std::string crlf;
    for (const char c : header + rows)
        crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(refusal(crlf + "11,Siobh\xe1n,Hayward\r\n") == line12);

    std::string utf16 = "\xff\xfe";
    for (const char c : header + rows)
        utf16 += {c, '\0'};
    CHECK(refusal(utf16) == u"people.csv: UTF-16; save it as UTF-8"_s);
    CHECK(refusal(utf16.substr(2)) == u"people.csv: line 1: not UTF-8; save it as UTF-8"_s); // without its mark
}

TEST_CASE("a table may have semicolons, tabs or bars between its cells", "[matching][linkage]")
{
    const std::string bytes = header + "1,\"Anne; Marie\",O'Brien\n2,Joan,Moss\n";
    for (const char separator : {',', ';', '\t', '|'}) {
        std::string each = bytes;
        bool isQuoted = false;
        for (char &c : each) {
            isQuoted = isQuoted != (c == '"');
            c = c == ',' && !isQuoted ? separator : c;
        }
        for (const std::string &line : {std::string(), std::string("sep=") + separator + "\r\n"}) {
            const auto tables = readLinkageTables({{u"people.csv"_s, line + each}}, {}, 1);
            REQUIRE(tables);
            REQUIRE(tables->records.records.size() == 2);
            CHECK(tables->id(1) == "2");
            CHECK(tables->records.names.text(tables->records.records[0].given) == u"anne marie");
        }
    }
}

TEST_CASE("two tables that have nothing to compare are refused", "[matching][linkage]")
{
    const std::string people = header + "1,Joan,Moss\n";
    const auto tables = readLinkageTables({{u"a.csv"_s, people}, {u"b.csv"_s, "Extract of 2026,,\n" + people}}, {}, 1);
    REQUIRE_FALSE(tables);
    CHECK(tables.error().detail.startsWith(u"b.csv: no known column"_s));
}

TEST_CASE("a table in UTF-8 is read with its mark and without", "[matching][linkage]")
{
    const std::string bytes = header + "1,Siobh\xc3\xa1n,O'Brien\n2,Joan,Moss\n";
    for (const std::string &each : {bytes, "\xef\xbb\xbf" + bytes}) {
        const auto tables = readLinkageTables({{u"people.csv"_s, each}}, {}, 1);
        REQUIRE(tables);
        REQUIRE(tables->records.records.size() == 2);
        CHECK(tables->id(0) == "1");
        CHECK(tables->records.names.text(tables->records.records[0].given) == u"siobhan");
    }
}

TEST_CASE("the line by which a spreadsheet says what parts the cells is believed", "[matching][linkage]")
{
    // More commas than semicolons stand in the header row.
    const std::string bytes = "sep=;\nid;given_name;notes, if any, of a, b or c\n1;Joan;none\n2;Anne, Marie;none\n";
    const auto tables = readLinkageTables({{u"people.csv"_s, bytes}}, {}, 1);
    REQUIRE(tables);
    REQUIRE(tables->records.records.size() == 2);
    CHECK(tables->id(1) == "2");
}

TEST_CASE("a cell that a spreadsheet was told to leave alone is the text in it", "[matching][linkage]")
{
    const auto tables = readLinkageTables(
        {{u"people.csv"_s, "id,given_name,family_name\n=\"0012\",=\" Joan\",x\n\"=\"\"0013\"\"\",Ann,=\"Moss\"\n"
                           "=\"\",Jim,Orme\n"}},
        {}, 1);
    REQUIRE(tables);
    REQUIRE(tables->records.records.size() == 2);
    CHECK(tables->readings.front().unread == 1);
    CHECK(tables->id(0) == "0012");
    CHECK(tables->id(1) == "0013");
    CHECK(tables->records.names.text(tables->records.records[0].given) == u"joan");
    CHECK(tables->records.names.text(tables->records.records[1].family) == u"moss");
}

TEST_CASE("an id that a spreadsheet has rounded names nobody, and a telephone number reaches nobody",
          "[matching][linkage]")
{
    const std::string more = "1.2E+11,Ann,Moss\n2,Joan,Hayward\n=\"1.20001e+11\",Jim,Orme\n2E10,Kit,Orme\n";
    const auto tables = readLinkageTables({{u"people.csv"_s, header + more}}, {}, 1);
    REQUIRE(tables);
    REQUIRE(tables->records.records.size() == 2);
    CHECK(tables->id(0) == "2");
    CHECK(tables->id(1) == "2E10");
    CHECK(tables->readings.front().rounded == 2);
    CHECK(tables->readings.front().unread == 0);
    CHECK(tables->records.names.text(tables->records.records[1].given) == u"kit");
    CHECK(refusal(header + "1.2E+11,Ann,Moss\n1.2E+11,Joan,Hayward\n") ==
          u"people.csv: no row can be read; a spreadsheet has rounded the ids"_s);

    const auto phones =
        readLinkageTables({{u"people.csv"_s, "id,name,phone\n1,Ann Moss,7.7009E+09\n2,Jim Orme,7700900123\n"}}, {}, 1);
    REQUIRE(phones);
    CHECK(phones->records.records[0].phones[0] == 0);
    CHECK(phones->records.records[1].phones[0] != 0);
}
