// SPDX-License-Identifier: MIT
#include "core/matching/same_place.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;

namespace {

domain::Address at(const QString &text, const QString &postcode = u"AA1 1AA"_s, std::optional<qint64> uprn = {})
{
    domain::Address address;
    address.text = text;
    address.postcode = postcode;
    address.uprn = uprn;
    return address;
}

bool areOne(const QString &a, const QString &b)
{
    return matching::isSamePlace(at(a), at(b)) && matching::isSamePlace(at(b), at(a));
}

} // namespace

TEST_CASE("one home is told with other gaps, short words, and the town behind it", "[matching]")
{
    CHECK(areOne(u"3 Mill Lane"_s, u"3, MILL LN., Exampleton"_s));
    CHECK(areOne(u"Flat 1, 3 Mill Lane"_s, u"Flat 1 3 Mill Lane Exampleton, Loamshire"_s));
    CHECK(areOne(u"14 A Mill Lane"_s, u"14a Mill Lane"_s));
    CHECK(areOne(u"Rose Cottage, Mill Rd"_s, u"rose cottage mill road"_s));
}

TEST_CASE("another home of the house or the street is another", "[matching]")
{
    for (const QString &other :
         {u"Flat 1, 3 Mill Lane"_s, u"3 Mill Lane, Flat 2"_s, u"3 Mill Lane B"_s, u"3 Mill Lane Annexe"_s,
          u"3a Mill Lane"_s, u"13 Mill Lane"_s, u"3 Mill Road"_s, u"4 Mill Lane"_s}) {
        INFO(other.toStdString());
        CHECK_FALSE(areOne(u"3 Mill Lane"_s, other));
    }
    CHECK_FALSE(areOne(u"1/3 Mill Lane"_s, u"13 Mill Lane"_s));
    CHECK_FALSE(areOne(u"Rose"_s, u"Rose Cottage"_s));
    CHECK_FALSE(areOne(u"The Mill"_s, u"The Mill Lodge"_s));
    CHECK_FALSE(areOne(u"3 Mill Lane"_s, u""_s));
    // Without a postcode two towns may have the street.
    CHECK_FALSE(matching::isSamePlace(at(u"3 Mill Lane"_s, {}), at(u"3 Mill Lane, Exampleton"_s, {})));
    CHECK_FALSE(matching::isSamePlace(at(u"3 Mill Lane"_s), at(u"3 Mill Lane"_s, u"AA1 1AB"_s)));
    CHECK_FALSE(
        matching::isSamePlace(at(u"3 Mill Lane"_s, u"AA1 1AA"_s, 104), at(u"3 Mill Lane"_s, u"AA1 1AA"_s, 105)));
}
