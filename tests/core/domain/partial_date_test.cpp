// SPDX-License-Identifier: MIT
#include "core/domain/partial_date.h"

#include "tests/support/result_printing.h"

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 11, 22);

} // namespace

TEST_CASE("stored dates keep their precision", "[domain]")
{
    struct Stored
    {
        const char16_t *text;
        PartialDate::Precision precision;
    };
    using enum PartialDate::Precision;
    for (const auto &[text, precision] :
         {Stored{u"1979-06-21", Day}, Stored{u"1979-06", Month}, Stored{u"1979", Year}, Stored{u"~1979", About},
          Stored{u"2024-02-29", Day}, Stored{u"0987-01-01", Day}}) {
        const auto date = PartialDate::parseIso(QStringView(text));
        REQUIRE(date);
        CHECK(date->precision() == precision);
        CHECK(date->toIso() == QString::fromUtf16(text));
        CHECK(*PartialDate::parse(QStringView(text), today) == *date);
    }
}

TEST_CASE("what was never stored is refused", "[domain]")
{
    for (const char16_t *text : {u"", u"1979-02-31", u"1979-13-01", u"1979-00-10", u"1979-13", u"1979-6-21", u"79",
                                 u"~1979-06", u"~", u"1979-06-21T00:00:00Z", u" 1979", u"197a", u"2023-02-29", u"0000",
                                 u"+1979", u"1979/06/21", u"-979", u"١٩٧٩"})
        CHECK_FALSE(PartialDate::parseIso(QStringView(text)));
}

TEST_CASE("typed dates are read day first, in English and Welsh", "[domain]")
{
    struct Typed
    {
        const char16_t *text;
        const char16_t *iso;
    };
    for (const auto &[text, iso] : {Typed{u"21/6/1979", u"1979-06-21"},
                                    Typed{u"21.06.79", u"1979-06-21"},
                                    Typed{u"21 6 1979", u"1979-06-21"},
                                    Typed{u"21-06-1979", u"1979-06-21"},
                                    Typed{u" 21 June 1979 ", u"1979-06-21"},
                                    Typed{u"21st of june, 1979", u"1979-06-21"},
                                    Typed{u"21jun1979", u"1979-06-21"},
                                    Typed{u"21 Mehefin 1979", u"1979-06-21"},
                                    Typed{u"21ain o Fehefin 1979", u"1979-06-21"},
                                    Typed{u"3ydd o Orffennaf 1979", u"1979-07-03"},
                                    Typed{u"June 1979", u"1979-06"},
                                    Typed{u"Tachwedd 1979", u"1979-11"},
                                    Typed{u"1979", u"1979"},
                                    Typed{u"about 1979", u"~1979"},
                                    Typed{u"c. 1979", u"~1979"},
                                    Typed{u"c1979", u"~1979"},
                                    Typed{u"tua 1979", u"~1979"},
                                    Typed{u"~1979", u"~1979"},
                                    Typed{u"21061979", u"1979-06-21"},
                                    Typed{u"22/11/26", u"2026-11-22"},
                                    Typed{u"23/11/26", u"1926-11-23"},
                                    Typed{u"29/2/24", u"2024-02-29"},
                                    Typed{u"1/1/00", u"2000-01-01"},
                                    Typed{u"1979-06-21", u"1979-06-21"},
                                    Typed{u"21／6／1979", u""}}) {
        INFO(QString::fromUtf16(text).toStdString());
        const auto date = PartialDate::parse(QStringView(text), today);
        if (QStringView(iso).isEmpty()) {
            CHECK_FALSE(date);
            continue;
        }
        REQUIRE(date);
        CHECK(date->toIso() == QString::fromUtf16(iso));
    }
}

TEST_CASE("impossible and ambiguous dates are refused", "[domain]")
{
    for (const char16_t *text : {u"",
                                 u"31/2/1979",
                                 u"31 February 1979",
                                 u"29/2/1900",
                                 u"0/6/1979",
                                 u"21/13/1979",
                                 u"21/0/1979",
                                 u"20101112",
                                 u"210679",
                                 u"21/6",
                                 u"June",
                                 u"21 Juno 1979",
                                 u"21/6/979",
                                 u"yesterday",
                                 u"21/6/1979/5",
                                 u"about June 1979",
                                 u"1/2/3",
                                 u"tua",
                                 u"21 6 1979 pm",
                                 u"123/6/1979",
                                 u"🙂"})
        CHECK_FALSE(PartialDate::parse(QStringView(text), today));
    CHECK_FALSE(PartialDate::parse(QString(1'000'000, u'1'), today));
    CHECK_FALSE(PartialDate::fromDate(QDate()));
}

TEST_CASE("age is as good as the precision allows", "[domain]")
{
    const auto age = [](const char16_t *iso) { return PartialDate::parseIso(QStringView(iso))->yearsUntil(today); };
    CHECK(age(u"1979-11-22") == 47);
    CHECK(age(u"1979-11-23") == 46);
    CHECK(age(u"1979-11") == 47);
    CHECK(age(u"1979-12") == 46);
    CHECK(age(u"1979") == 47);
    CHECK(age(u"~1979") == 47);
    CHECK(age(u"2030-01-01") == 0);
}
