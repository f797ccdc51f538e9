// SPDX-License-Identifier: MIT
#include "core/domain/phone_number.h"

#include "tests/support/result_printing.h"

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("telephone numbers are read in any format", "[domain]")
{
    struct Told
    {
        const char16_t *text;
        const char16_t *e164;
    };
    for (const auto &[text, e164] : {Told{u"07700 900123", u"+447700900123"},
                                     Told{u"07700900123", u"+447700900123"},
                                     Told{u"+44 7700 900123", u"+447700900123"},
                                     Told{u"+44 (0)7700 900-123", u"+447700900123"},
                                     Told{u"0044 7700 900 123", u"+447700900123"},
                                     Told{u"447700900123", u"+447700900123"},
                                     Told{u"(01632) 960001", u"+441632960001"},
                                     Told{u"020 7946 0123", u"+442079460123"},
                                     Told{u"029 2018 0999", u"+442920180999"},
                                     Told{u"028 9649 6000", u"+442896496000"},
                                     Told{u"0191 498 0001", u"+441914980001"},
                                     Told{u"08081 570000", u"+448081570000"},
                                     Told{u"03069 990001", u"+443069990001"},
                                     Told{u"01632 960001 ext 12", u"+441632960001"},
                                     Told{u"01632 960001 x12", u"+441632960001"},
                                     Told{u"01632 960001 #12", u"+441632960001"},
                                     Told{u"18001 01632 960001", u"+441632960001"},
                                     Told{u"18002 07700 900123", u"+447700900123"},
                                     Told{u"０７７００ ９００１２３", u"+447700900123"},
                                     Told{u"07700\u00a0900\u2013123", u"+447700900123"},
                                     Told{u"+353 1 496 0123", u"+35314960123"},
                                     Told{u"016977 2155", u"+44169772155"}}) {
        INFO(QString::fromUtf16(text).toStdString());
        const auto number = PhoneNumber::parse(QStringView(text));
        REQUIRE(number);
        CHECK(number->e164() == QString::fromUtf16(e164));
        CHECK(number->asTold() == QString::fromUtf16(text));
    }
    CHECK(PhoneNumber::parse(u"07700 900123")->nationalDigits() == u"7700900123"_s);
    CHECK(PhoneNumber::parse(u"+353 1 496 0123")->nationalDigits() == u"35314960123"_s);
    CHECK(*PhoneNumber::parse(u"07700900123") == *PhoneNumber::parse(u"+44 7700 900123"));
}

TEST_CASE("telephone numbers are shown as people read them, whichever way they were told", "[domain]")
{
    struct Shown
    {
        const char16_t *told;
        const char16_t *readable;
    };
    for (const auto &[told, readable] :
         {Shown{u"07700900453", u"07700 900453"}, Shown{u"07700 900 453", u"07700 900453"},
          Shown{u"+447700900453", u"07700 900453"}, Shown{u"+44 (0)7700 900-453", u"07700 900453"},
          Shown{u"02079460123", u"020 7946 0123"}, Shown{u"01632960417", u"01632 960417"},
          Shown{u"01914980001", u"0191 498 0001"}, Shown{u"02920180999", u"029 2018 0999"},
          Shown{u"08081570000", u"0808 157 0000"}, Shown{u"+35314960123", u"+353 1 496 0123"},
          Shown{u"01632960001 ext 12", u"01632 960001 ext 12"}, Shown{u"01632960001#12", u"01632 960001 #12"},
          Shown{u"1800101632960001", u"18001 01632 960001"}, Shown{u" 07700900453 ", u"07700 900453"},
          // Nothing is made of what is no number.
          Shown{u"960417, evenings", u"960417, evenings"}, Shown{u"joan@example.org", u"joan@example.org"},
          Shown{u"", u""}, Shown{u"07700 900123 or 01632 960001", u"07700 900123 or 01632 960001"}}) {
        const QString shown = readablePhone(QString::fromUtf16(told));
        INFO(shown.toStdString());
        CHECK(shown == QString::fromUtf16(readable));
        CHECK(readablePhone(shown) == shown);
    }
}

TEST_CASE("what cannot be dialled is no telephone number", "[domain]")
{
    for (const char16_t *text : {u"", u" ", u"abc", u"0770", u"960001", u"07700 900123 4567", u"0800 FLOWERS",
                                 u"ring bell", u"07700 900123 or 01632 960001", u"+", u"++447700900123",
                                 u"077+00900123", u"joan@example.org", u"0000000000", u"1234567890123456789012345"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK_FALSE(PhoneNumber::parse(QStringView(text)));
    }
    CHECK_FALSE(PhoneNumber::parse(QString(5000, u'7')));
}

TEST_CASE("plain British numbers are read as libphonenumber reads them", "[domain]")
{
    // A leading space group makes no difference to the library; "tel" with the national prefix in brackets takes the
    // long way round, because the quick way knows no second zero.
    for (int area = 10; area < 100; ++area) {
        for (const char16_t *rest : {u"3296000", u"32960001"}) {
            const QString national = QString::number(area) + QString::fromUtf16(rest);
            const auto quick = PhoneNumber::parse(QString(u"0"_s + national));
            const auto whole = PhoneNumber::parse(QString(u"+440"_s + national));
            INFO(national.toStdString());
            REQUIRE(quick.has_value() == whole.has_value());
            if (quick)
                CHECK(quick->e164() == whole->e164());
        }
    }
}

TEST_CASE("a hundred thousand plain numbers are read", "[domain]")
{
    int read = 0;
    for (int i = 0; i < 100'000; ++i)
        read += PhoneNumber::parse(QString(u"07700 900%1"_s.arg(i % 1000, 3, 10, QChar(u'0')))).has_value() ? 1 : 0;
    CHECK(read == 100'000);
}
