// SPDX-License-Identifier: MIT
#include "core/matching/string_distance.h"

#include <catch2/catch.hpp>

using namespace reeve::matching;

TEST_CASE("one edit apart is one insertion, deletion, substitution or swap of neighbours", "[matching]")
{
    CHECK(isWithinOneEdit(u"smith", u"smith"));
    CHECK(isWithinOneEdit(u"smith", u"smyth"));
    CHECK(isWithinOneEdit(u"smith", u"smit"));
    CHECK(isWithinOneEdit(u"smith", u"smiths"));
    CHECK(isWithinOneEdit(u"john", u"jhon"));
    CHECK(isWithinOneEdit(u"", u"a"));
    CHECK_FALSE(isWithinOneEdit(u"john", u"jhom"));
    CHECK_FALSE(isWithinOneEdit(u"smith", u"sm"));
    CHECK_FALSE(isWithinOneEdit(u"ab", u"cd"));
}

TEST_CASE("Jaro-Winkler gives the published values", "[matching]")
{
    CHECK(jaroWinkler(u"martha", u"marhta") == Approx(0.9611).margin(0.0001));
    CHECK(jaroWinkler(u"dwayne", u"duane") == Approx(0.84).margin(0.0001));
    CHECK(jaroWinkler(u"dixon", u"dicksonx") == Approx(0.8133).margin(0.0001));
    CHECK(jaroWinkler(u"abc", u"xyz") == 0);
}

TEST_CASE("an edit distance is counted up to its limit", "[matching]")
{
    CHECK(editDistance(u"kitten", u"sitting", 3) == 3);
    CHECK(editDistance(u"kitten", u"sitting", 2) == 3);
    CHECK(editDistance(u"orchard", u"ocrhard", 2) == 1);
    CHECK(editDistance(u"same", u"same", 1) == 0);
    CHECK(editDistance(u"a", u"abcdef", 2) == 3);
}
