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
    CHECK(refusal(utf16) == u"people.csv: line 1: not UTF-8; save it as UTF-8"_s);
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
