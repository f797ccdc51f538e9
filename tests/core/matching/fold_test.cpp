// SPDX-License-Identifier: MIT
#include "core/matching/normalise.h"

#include "tests/support/result_printing.h"

using namespace Qt::Literals::StringLiterals;
using reeve::matching::fold;

TEST_CASE("names are folded to what they have in common however they are written", "[matching]")
{
    CHECK(fold(u"O'Brien-Llŷr") == u"obrien llyr"_s);
    CHECK(fold(u"O’BRIEN") == u"obrien"_s);
    CHECK(fold(u"  Joan   Élise ") == u"joan elise"_s);
    CHECK(fold(u"Łukasz Strauß Søren Đorđe") == u"lukasz strauss soren dorde"_s);
    CHECK(fold(u"Æsa Þór Œuvre") == u"aesa thor oeuvre"_s);
    CHECK(fold(u"ﬁona Ⅳ") == u"fiona iv"_s);
    CHECK(fold(u"İbrahim Işık") == u"ibrahim isik"_s);
    CHECK(fold(u"J.R. Smith/Jones") == u"j r smith jones"_s);
    CHECK(fold(u"e\u0301a\u200bb\u00ad") == u"eab"_s);
    CHECK(fold(u"Zoë😀Ann") == u"zoe ann"_s);
    CHECK(fold(u"٢٣ Ａｂ") == u"23 ab"_s);
    CHECK(fold(u"") == QString());
    CHECK(fold(u"'-. \u0301") == QString());
}

TEST_CASE("letters outside Latin stay what they are to their readers", "[matching]")
{
    CHECK(fold(u"ИВАНОВА") == u"иванова"_s);
    CHECK(fold(u"محمّد") == u"محمد"_s);
    CHECK(fold(u"王小明") == u"王小明"_s);
    CHECK(fold(u"हिन्दी") == QString(u"हिन्दी"_s).normalized(QString::NormalizationForm_C)); // vowel signs are letters
    CHECK(fold(u"김민준") == u"김민준"_s);
}

TEST_CASE("folding twice is folding once, for any text", "[matching]")
{
    quint64 state = 42;
    const auto random = [&state](quint32 below) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<quint32>(state >> 33) % below;
    };
    for (int round = 0; round < 5000; ++round) {
        QString text;
        const quint32 length = random(12);
        for (quint32 i = 0; i < length; ++i) {
            const quint32 plane = random(4);
            const char32_t c = plane == 0 ? random(0x80) : plane == 1 ? random(0x600) : random(0x11000);
            text += QString::fromUcs4(&c, 1);
        }
        const QString once = fold(text);
        INFO(text.toUtf8().toHex().toStdString());
        REQUIRE(fold(once) == once);
        REQUIRE_FALSE(once.contains(u"  "_s));
        REQUIRE(once == once.trimmed());
        REQUIRE_FALSE(once.contains(u'"'));
        REQUIRE(fold(text.normalized(QString::NormalizationForm_D)) == once);
    }
}

TEST_CASE("a megabyte of anything is folded", "[matching]")
{
    const qsizetype megabyte = 1 << 20;
    CHECK(fold(QString(megabyte, u'x')).size() == 10'000);
    CHECK(fold(QString(megabyte, QChar(0))).isEmpty());
    CHECK(fold(u'a' + QString(megabyte, QChar(0x0301))) == u"a"_s);
    CHECK(fold(QString(megabyte, QChar(0xd800))).isEmpty()); // half a surrogate pair, over and over
}
