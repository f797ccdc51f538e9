// SPDX-License-Identifier: MIT
#include "core/matching/normalise.h"

#include "tests/support/result_printing.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using matching::QueryWord;

namespace {

const QDate today(2026, 11, 22);

std::vector<QueryWord> parse(QStringView query)
{
    return matching::parseQuery(query, today);
}

bool hasForm(const QueryWord &word, const QString &form)
{
    return word.alternatives.contains(form);
}

} // namespace

TEST_CASE("a date of birth is understood in every British form", "[matching]")
{
    for (const QString &query :
         {u"21/6/1979"_s, u"21.06.1979"_s, u"21-06-1979"_s, u"21 6 1979"_s, u"21 June 1979"_s, u"21st june 1979"_s,
          u"21061979"_s, u"1979-06-21"_s, u"21/6/79"_s, u"21 6 79"_s, u"210679"_s, u"21 Mehefin 1979"_s}) {
        INFO(query.toStdString());
        const auto words = parse(query);
        REQUIRE(words.size() == 1);
        CHECK(hasForm(words[0], u"19790621"_s));
    }
    SECTION("two digits may be a century ago")
    {
        CHECK(hasForm(parse(u"1/2/24").at(0), u"19240201"_s));
        CHECK(hasForm(parse(u"1/2/24").at(0), u"20240201"_s));
    }
    SECTION("there is no 31 February")
    {
        for (const QueryWord &word : parse(u"31/2/1979"))
            CHECK_FALSE(hasForm(word, u"19790231"_s));
    }
    SECTION("a month is also a first name")
    {
        const auto words = parse(u"June 1979");
        REQUIRE(words.size() == 2);
        CHECK(hasForm(words[0], u"june"_s));
        CHECK(hasForm(words[0], u"197906"_s));
        CHECK(hasForm(words[1], u"1979"_s));
    }
}

TEST_CASE("a telephone number is understood in every format", "[matching]")
{
    for (const QString &query :
         {u"07700900123"_s, u"07700 900123"_s, u"07700 900 123"_s, u"+44 7700 900123"_s, u"+447700900123"_s,
          u"0044 7700 900123"_s, u"+44 (0)7700 900123"_s, u"(07700) 900123"_s, u"07700-900-123"_s}) {
        INFO(query.toStdString());
        const auto words = parse(query);
        REQUIRE(words.size() == 1);
        CHECK(hasForm(words[0], u"7700900123"_s));
    }
    CHECK(hasForm(parse(u"900 123").at(0), u"900123"_s));
    CHECK(hasForm(parse(u"07700 90").at(0), u"770090"_s));
    CHECK(hasForm(parse(u"+44 77").at(0), u"77"_s));
}

TEST_CASE("a postcode is understood with its space and without, whole and begun", "[matching]")
{
    for (const QString &query : {u"EX1 1AA"_s, u"ex11aa"_s, u"Ex1  1aa"_s}) {
        const auto words = parse(query);
        REQUIRE(words.size() == 1);
        CHECK(hasForm(words[0], u"ex11aa"_s));
    }
    CHECK(hasForm(parse(u"ex1").at(0), u"ex1"_s));
    CHECK(hasForm(parse(u"ex1 1").at(0), u"ex11"_s));
}

TEST_CASE("words of a query are read in any order, beside each other", "[matching]")
{
    const auto words = parse(u"hayward 21/6/1979 EX1 1AA joan 07700 900123 joan.hayward@example.org");
    REQUIRE(words.size() == 6);
    CHECK(hasForm(words[0], u"hayward"_s));
    CHECK(hasForm(words[1], u"19790621"_s));
    CHECK(hasForm(words[2], u"ex11aa"_s));
    CHECK(hasForm(words[3], u"joan"_s));
    CHECK(hasForm(words[4], u"7700900123"_s));
    CHECK(hasForm(words[5], u"joanhaywardexampleorg"_s));

    SECTION("one word or two")
    {
        const auto mc = parse(u"Mc Donald");
        REQUIRE(mc.size() == 2);
        CHECK(hasForm(mc[0], u"mcdonald"_s));
        CHECK(hasForm(mc[1], u"mcdonald"_s));
        const auto hyphen = parse(u"Smith-Jones");
        REQUIRE(hyphen.size() == 2);
        CHECK(hasForm(hyphen[0], u"smith"_s));
        CHECK(hasForm(hyphen[1], u"smithjones"_s));
    }
    SECTION("a number in the middle is that number, the last one may go on")
    {
        const auto house = parse(u"1 high street");
        CHECK_FALSE(house.at(0).isPrefix);
        CHECK(house.at(2).isPrefix);
        CHECK(parse(u"high street 1").at(2).isPrefix);
    }
    SECTION("printed groups are one number")
    {
        CHECK(hasForm(parse(u"999 000 0018").at(0), u"9990000018"_s));
        CHECK(hasForm(parse(u"QQ 12 34 56 C").at(0), u"qq123456c"_s));
        CHECK(parse(u"QQ 12 34 56 C").size() == 1);
    }
}

TEST_CASE("a hostile query becomes a short list of harmless words", "[matching]")
{
    CHECK(parse(u"").empty());
    CHECK(parse(u"   ").empty());
    CHECK(parse(u"\"*() - ^ : { } ' ; --").empty());
    CHECK(parse(u"😀 🏳️‍🌈").empty());
    CHECK(parse(QString(1 << 20, u' ')).empty());
    CHECK(parse(QString(1 << 20, QChar(0))).empty());
    CHECK(parse(u"a b c d e f g h i j k l m n o p q r s t u v w x y z").size() <= 12);

    for (const QString &query :
         {u"NEAR(a b)"_s, u"terms:x OR 1"_s, u"x\" OR \"y"_s, u"'; DROP TABLE person; --"_s, u"a* AND NOT b"_s,
          QString(u"jo"_s + QChar(0) + u"an"_s), QString(QString(1 << 20, u'x')), u"\u202eמרים\u202c 1979"_s}) {
        for (const QueryWord &word : parse(query)) {
            REQUIRE_FALSE(word.alternatives.isEmpty());
            for (const QString &form : word.alternatives) {
                CHECK(form.size() <= 400);
                CHECK(std::all_of(form.cbegin(), form.cend(),
                                  [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); }));
            }
        }
    }
}
