// SPDX-License-Identifier: MIT
#include "core/base/instant.h"

#include "tests/support/result_printing.h"

using namespace reeve;

TEST_CASE("RFC 3339 date-times are read with any offset and written in UTC", "[base]")
{
    const auto utc = parseRfc3339(u"2026-11-22T10:42:00Z");
    REQUIRE(utc);
    CHECK(toRfc3339(*utc) == QStringLiteral("2026-11-22T10:42:00.000Z"));

    const auto summer = parseRfc3339(u"2026-07-01T11:42:00.5+01:00");
    REQUIRE(summer);
    CHECK(toRfc3339(*summer) == QStringLiteral("2026-07-01T10:42:00.500Z"));
}

TEST_CASE("a leap second is the second that follows it, and there is no hour 24", "[base]")
{
    CHECK(parseRfc3339(u"2016-12-31T23:59:60Z") == parseRfc3339(u"2017-01-01T00:00:00Z"));
    CHECK(parseRfc3339(u"2016-12-31T18:59:60.5-05:00") == parseRfc3339(u"2017-01-01T00:00:00.5Z"));
    CHECK_FALSE(parseRfc3339(u"2016-12-31T23:58:60Z"));
    CHECK_FALSE(parseRfc3339(u"2016-12-31T24:00:00Z"));
    CHECK_FALSE(parseRfc3339(u"2016-12-31T23:60:00Z"));
}

TEST_CASE("what is no date-time is refused", "[base]")
{
    for (const char16_t *text : {u"", u"2026-11-22", u"2026-11-22T10:42", u"2026-02-31T10:42:00Z",
                                 u"2026-11-22T25:00:00Z", u"yesterday", u"2026-11-22T10:42:00",
                                 u"+2026-11-22T10:42:00Z", u"9999-12-31T23:59:59.99999Z", u"0001-01-01T00:00:00+05:00"})
        CHECK_FALSE(parseRfc3339(text));
}
