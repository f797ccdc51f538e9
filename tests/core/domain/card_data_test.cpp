// SPDX-License-Identifier: MIT
#include "core/domain/card_data.h"

#include "core/domain/card_number.h"

#include "tests/support/result_printing.h"

#include <QStringList>

#include <array>
#include <random>

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

namespace {

// The card industry's published test numbers.
const QStringList cards = {u"4111111111111111"_s, u"4242424242424242"_s, u"5555555555554444"_s,
                           u"5105105105105100"_s, u"378282246310005"_s,  u"6011111111111117"_s,
                           u"3566002020360505"_s, u"30569309025904"_s,   u"6759649826438453"_s};

QString grouped(const QString &digits, const QString &separator)
{
    QString text;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            text += separator;
        text += digits[i];
    }
    return text;
}

QString fullWidth(QString digits)
{
    for (QChar &c : digits)
        c = QChar(0xff10 + c.digitValue());
    return digits;
}

void checkIsCard(const QString &text)
{
    INFO(text.toStdString());
    const CardScan scan = scanForCardData(text);
    CHECK(scan.cardNumbers == 1);
    CHECK(scan.masked.size() == text.size());
    CHECK(scan.masked.contains(u'\u2022'));
    CHECK(scanForCardData(scan.masked).isClean());
}

} // namespace

TEST_CASE("card numbers are found however they are written", "[domain][card]")
{
    for (const QString &card : cards) {
        checkIsCard(card);
        checkIsCard(grouped(card, u" "_s));
        checkIsCard(grouped(card, u"-"_s));
        checkIsCard(grouped(card, u" - "_s));
        checkIsCard(grouped(card, u"\u2013"_s));
        checkIsCard(grouped(card, u"\u00a0"_s));
        checkIsCard(grouped(card, u"."_s));
        checkIsCard(grouped(card, u"/"_s));
        checkIsCard(grouped(card, u"\n"_s));
        checkIsCard(grouped(card, u"\r\n"_s));
        checkIsCard(grouped(card, u"\u200b"_s));
        checkIsCard(fullWidth(card));
        checkIsCard(u"She read out "_s + card + u" and hung up."_s);
        checkIsCard(u"card:"_s + card);
        checkIsCard(u"x"_s + card + u"x"_s);
        checkIsCard(u"tel 01632 960001 "_s + grouped(card, u" "_s) + u" 12/27"_s);
    }
    checkIsCard(u"3782 822463 10005"_s);
    checkIsCard(u"4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"_s);
    checkIsCard(u"٤١١١١١١١١١١١١١١١"_s);
    checkIsCard(u"4111 1111 ¹¹¹¹ ¹¹¹¹"_s);
}

TEST_CASE("a card number is masked to its last four and nothing else is touched", "[domain][card]")
{
    CHECK(scanForCardData(u"Paid with 4111 1111 1111 1111 today").masked == u"Paid with •••• •••• •••• 1111 today"_s);
    CHECK(scanForCardData(u"4242424242424242").masked == u"••••••••••••4242"_s);

    const CardScan two = scanForCardData(u"first 4111111111111111, then 5555-5555-5555-4444 🙂");
    CHECK(two.cardNumbers == 2);
    CHECK(two.masked ==
          u"first ••••••••••••1111, then ••••-••••-••••-4444 🙂"_s);

    const QString clean = u"Bin not emptied at 12 Example Road, AA1 1AA. Rang 01632 960001 at 10:42 on 22/11/2026."_s;
    CHECK(scanForCardData(clean).isClean());
    CHECK(scanForCardData(clean).masked == clean);
}

TEST_CASE("other numbers are not cards", "[domain][card]")
{
    for (const char16_t *text : {u"NHS 943 476 5919 and 9990000018",
                                 u"UPRN 100023336956",
                                 u"UPRN 501234567893 at the end",
                                 u"07700 900123",
                                 u"+44 7700 900123",
                                 u"+62 812 3456 7897",
                                 u"01632 960001 01632 960002 07700900456",
                                 u"020 7946 0123",
                                 u"550e8400-e29b-41d4-a716-446655440000",
                                 u"00000000-0000-0000-4111-111111111111",
                                 u"IMEI 378282246310005",
                                 u"imei: 378282246310005",
                                 u"reference 4111111111111112",
                                 u"4242424242424241",
                                 u"invoice 9999999999999995",
                                 u"sort 00-00-00 account 00000000",
                                 u"council tax 80012345",
                                 u"41111111111111114111111111111111",
                                 u"1234 5678",
                                 u"22/11/2026 10:42:00.123",
                                 u"£4,111.11",
                                 u"4111 1111, 1111 1111 pounds",
                                 u"999000000001"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(scanForCardData(QStringView(text)).cardNumbers == 0);
    }
}

TEST_CASE("security codes beside the words that name them are masked", "[domain][card]")
{
    struct Told
    {
        const char16_t *text;
        const char16_t *masked;
    };
    for (const auto &[text, masked] :
         {Told{u"CVV 123", u"CVV •••"}, Told{u"cvv2: 123.", u"cvv2: •••."}, Told{u"CVV123", u"CVV•••"},
          Told{u"the cvc is 1234", u"the cvc is ••••"}, Told{u"security code was 123", u"security code was •••"},
          Told{u"Security-Code = 123", u"Security-Code = •••"},
          Told{u"three digits on the back are 1 2 3", u"three digits on the back are • • •"},
          Told{u"3 digits on the back: 123", u"3 digits on the back: •••"},
          Told{u"read me 123 from the back, i.e. the CVV 456", u"read me 123 from the back, i.e. the CVV •••"},
          Told{u"123 on the back of her card", u"••• on the back of her card"},
          Told{u"123 is the security code", u"••• is the security code"},
          Told{u"cod diogelwch 123", u"cod diogelwch •••"}, Told{u"Y cod diogelwch yw 123", u"Y cod diogelwch yw •••"},
          Told{u"tri digid ar y cefn: 123", u"tri digid ar y cefn: •••"}, Told{u"CVV\n123", u"CVV\n•••"},
          Told{u"ＣＶＶ １２３", u"ＣＶＶ •••"},
          Told{u"4111 1111 1111 1111 12/27 123", u"•••• •••• •••• 1111 12/27 •••"},
          Told{u"4111111111111111 exp 12/2027, 123", u"••••••••••••1111 exp 12/2027, •••"},
          Told{u"4111111111111111 123", u"••••••••••••1111 •••"}}) {
        INFO(QString::fromUtf16(text).toStdString());
        const CardScan scan = scanForCardData(QStringView(text));
        CHECK(scan.securityCodes == 1);
        CHECK(scan.masked == QString::fromUtf16(masked));
        CHECK(scanForCardData(scan.masked).isClean());
    }
}

TEST_CASE("ordinary numbers near such words stay", "[domain][card]")
{
    for (const char16_t *text :
         {u"CVV not asked for. Room 123 booked.", u"The CVV was never taken in 2026",
          u"security code refused, owes £123", u"Lives at 123 Example Road. No CVV taken.",
          u"House 123, security code not given", u"CVV at 10:42", u"door code 1234", u"rang 020 7946 0123",
          u"no CVV, call 01632 960001", u"the CSC opens at 1030", u"CVV refused on 12/2026"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(scanForCardData(QStringView(text)).isClean());
    }
}

TEST_CASE("masked text is clean when it is scanned again, whatever it was", "[domain][card]")
{
    std::mt19937 random(7); // NOLINT: the same texts in every run
    const std::array<QString, 25> pieces = {u"4111111111111111"_s,
                                            u"4111 1111 1111 1111"_s,
                                            u"3782 822463 10005"_s,
                                            u"CVV"_s,
                                            u"security code"_s,
                                            u"123"_s,
                                            u"4242"_s,
                                            u" "_s,
                                            u"-"_s,
                                            u"\n"_s,
                                            u", "_s,
                                            u". "_s,
                                            u"12/27"_s,
                                            u"\u2022"_s,
                                            u"5"_s,
                                            u"0"_s,
                                            u"62"_s,
                                            u"𝟺𝟷𝟷𝟷"_s,
                                            QString(QChar(0xd835)),
                                            QString(QChar(u'\0')),
                                            u"on the back of the card"_s,
                                            u"imei "_s,
                                            u"."_s,
                                            u"/"_s,
                                            u"4111"_s};
    int hits = 0;
    for (int round = 0; round < 6000; ++round) {
        QString text;
        const auto length = random() % 14;
        for (unsigned i = 0; i < length; ++i)
            text += random() % 3 == 0 ? QString::number(random() % 100'000) : pieces[random() % pieces.size()];
        const CardScan scan = scanForCardData(text);
        hits += scan.isClean() ? 0 : 1;
        INFO(text.toStdString());
        REQUIRE(scanForCardData(scan.masked).isClean());
        if (scan.isClean())
            REQUIRE(scan.masked == text);
    }
    CHECK(hits > 500);
}

TEST_CASE("a text of a million characters is scanned to its end", "[domain][card]")
{
    for (const QString &piece : {u"4111 "_s, u"4111111111111112 "_s, u"CVV "_s, u"1 "_s, u"\u2022"_s, u"a-"_s}) {
        QString text;
        while (text.size() < 1'000'000)
            text += piece;
        text += u" and 4111 1111 1111 1111"_s;
        INFO(piece.toStdString());
        CHECK_FALSE(scanForCardData(text).masked.contains(u"4111 1111 1111 1111"_s));
    }
}

TEST_CASE("Luhn and the issuers' prefixes decide", "[domain][card]")
{
    const auto digits = [](const QString &text) {
        std::vector<std::uint8_t> all;
        for (const QChar c : text)
            all.push_back(static_cast<std::uint8_t>(c.digitValue()));
        return all;
    };
    for (const QString &card : cards) {
        CHECK(passesLuhn(digits(card)));
        CHECK(hasIssuerPrefix(digits(card)));
    }
    CHECK_FALSE(passesLuhn(digits(u"4111111111111112"_s)));
    CHECK_FALSE(hasIssuerPrefix(digits(u"1111111111111117"_s)));
    CHECK_FALSE(hasIssuerPrefix(digits(u"41111111111111"_s))); // Visa has 13, 16 or 19
}
