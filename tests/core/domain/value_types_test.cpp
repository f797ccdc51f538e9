// SPDX-License-Identifier: MIT
#include "core/domain/email_address.h"
#include "core/domain/nhs_number.h"
#include "core/domain/ni_number.h"
#include "core/domain/postcode.h"
#include "core/domain/uprn.h"

#include "tests/support/result_printing.h"

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("every form of postcode is read and written in one way", "[domain]")
{
    for (const char16_t *text : {u"M1 1AE", u"B33 8TH", u"CR2 6XH", u"DN55 1PT", u"W1A 1HQ", u"EC1A 1BB", u"N1P 1AA",
                                 u"BX9 1AS", u"E20 1AA", u"AA1 1AA", u"AA99 9ZZ"}) {
        const auto postcode = Postcode::parse(QStringView(text));
        REQUIRE(postcode);
        CHECK(postcode->toString() == QString::fromUtf16(text));
    }
    const auto sloppy = Postcode::parse(u"  sw1a-2aa. ");
    REQUIRE(sloppy);
    CHECK(sloppy->toString() == u"SW1A 2AA"_s);
    CHECK(sloppy->compact() == u"SW1A2AA"_s);
    CHECK(sloppy->outward() == u"SW1A"_s);
    CHECK(Postcode::parse(u"s w 1 a 2 a a")->toString() == u"SW1A 2AA"_s);
}

TEST_CASE("what is no postcode is refused", "[domain]")
{
    for (const char16_t *text : {u"", u"GIR 0AA", u"BFPO 61", u"ZZ99 3VZ", u"BS1 1CC", u"QQ1 1AA", u"M1", u"1AA",
                                 u"M1 1AEE", u"SW1AA 2AA", u"ÄA1 1AA", u"AI1 1AA", u"A1I 1AA"})
        CHECK(Postcode::parse(QStringView(text)).map_error([](const Error &e) { return e.code; }) ==
              tl::unexpected(ErrorCode::InvalidInput));
}

TEST_CASE("UPRNs compare by number, whatever zeros stand before them", "[domain]")
{
    const auto padded = Uprn::parse(u" 000000199356 ");
    REQUIRE(padded);
    CHECK(*padded == *Uprn::parse(u"199356"));
    CHECK(padded->toString() == u"199356"_s);
    CHECK(Uprn::parse(u"999000000001")->number() == 999000000001);
    for (const char16_t *text : {u"", u"0", u"000000000000", u"1234567890123", u"12 34", u"-1", u"1.5", u"١٢٣", u"abc"})
        CHECK_FALSE(Uprn::parse(QStringView(text)));
}

TEST_CASE("NHS numbers pass with their check digit only", "[domain]")
{
    for (const char16_t *text :
         {u"9990000018", u"9990000026", u"9990000034", u"9990000042", u"9990000050", u"9990000069", u"9990000077",
          u"9990000085", u"9990000093", u"9990000107", u"9434765919", u"4010232137", u"9876543210"})
        CHECK(NhsNumber::parse(QStringView(text)));
    for (const char16_t *text :
         {u"911 111 1124", u"922 222 2228", u"9990000019", u"999000001", u"99900000180", u"", u"999000001X"})
        CHECK_FALSE(NhsNumber::parse(QStringView(text)));

    const auto number = NhsNumber::parse(u" 999-000 0018");
    REQUIRE(number);
    CHECK(number->digits() == u"9990000018"_s);
    CHECK(number->toString() == u"999 000 0018"_s);
    CHECK(number->isTestNumber());
    CHECK_FALSE(NhsNumber::parse(u"9434765919")->isTestNumber());
}

TEST_CASE("National Insurance numbers have prefixes that are issued", "[domain]")
{
    const auto number = NiNumber::parse(u" ab 12 34 56 c");
    REQUIRE(number);
    CHECK(number->toString() == u"AB123456C"_s);
    for (const char16_t *text :
         {u"QQ 12 34 56 C", u"BG123456A", u"GB123456A",  u"NK123456A",   u"KN123456A", u"TN123456A",
          u"NT123456A",     u"ZZ123456A", u"OO123456A",  u"CR123456A",   u"FY123456A", u"MW123456A",
          u"NC123456A",     u"PP123456A", u"PY123456A",  u"PZ123456A",   u"DA123456A", u"AO123456A",
          u"AB123456E",     u"AB12345C",  u"AB1234567C", u"11 a1 11 11", u"",          u"AB123456"})
        CHECK_FALSE(NiNumber::parse(QStringView(text)));
}

TEST_CASE("e-mail addresses keep the case of their local part", "[domain]")
{
    const auto address = EmailAddress::parse(u"  Joan.Hayward+bins@Example.ORG ");
    REQUIRE(address);
    CHECK(address->toString() == u"Joan.Hayward+bins@example.org"_s);
    CHECK(address->folded() == u"joan.hayward+bins@example.org"_s);
    CHECK(*address == *EmailAddress::parse(u"JOAN.hayward+bins@example.org"));
    CHECK(EmailAddress::parse(u"siân@example.org"));
    CHECK(EmailAddress::parse(u"用户@例子.example"));
    CHECK(EmailAddress::parse(u"o'brien@sub.example.co.uk"));
    CHECK(EmailAddress::parse(u"\"a@b\"@example.org"));

    const QString local(64, u'a');
    const QString label(59, u'b');
    const QString longest = local + u'@' + label + u'.' + label + u'.' + label + u".example"_s;
    CHECK(EmailAddress::parse(longest));
    CHECK_FALSE(EmailAddress::parse(longest + u"x.org"_s));
}

TEST_CASE("what cannot be an e-mail address is refused", "[domain]")
{
    for (const char16_t *text : {u"",
                                 u"joan",
                                 u"@example.org",
                                 u"joan@",
                                 u"joan@example",
                                 u"joan@@example.org",
                                 u"a@b@example.org",
                                 u"joan hayward@example.org",
                                 u"joan@exam ple.org",
                                 u"joan@-example.org",
                                 u"joan@example-.org",
                                 u"joan@example..org",
                                 u"joan@.example.org",
                                 u"joan@example.org.",
                                 u"joan@192.0.2.1",
                                 u".joan@example.org",
                                 u"jo..an@example.org",
                                 u"<joan@example.org>",
                                 u"joan@example.org, bob@example.org",
                                 u"jo\u0007an@example.org",
                                 u"jo\u200ban@example.org",
                                 u"jo\u202ean@example.org",
                                 u"joan@exam_ple.org"})
        CHECK_FALSE(EmailAddress::parse(QStringView(text)));
    CHECK_FALSE(EmailAddress::parse(QString(65, u'a') + u"@example.org"_s));
    CHECK_FALSE(EmailAddress::parse(QString(QChar(0xd800)) + u"@example.org"_s));
}
