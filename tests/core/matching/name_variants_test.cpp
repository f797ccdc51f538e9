// SPDX-License-Identifier: MIT
#include "core/matching/names/name_variants.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using reeve::matching::NameVariants;

TEST_CASE("a name knows its nicknames and its other spellings, both ways", "[matching][names]")
{
    const NameVariants variants = NameVariants::builtIn();
    CHECK(variants.nicknames(u"william"_s).contains(u"bill"_s));
    CHECK(variants.nicknames(u"bill"_s).contains(u"william"_s));
    CHECK(variants.givenSpellings(u"mohammed"_s).contains(u"muhammad"_s));
    CHECK(variants.familySpellings(u"andersen"_s).contains(u"anderson"_s));
    CHECK(variants.nicknames(u"kasia"_s).contains(u"katarzyna"_s));
    CHECK(NameVariants::shortNames().value(u"Siân"_s) == QStringList{u"Siani"_s});
    CHECK_FALSE(variants.nicknames(u"william"_s).contains(u"william"_s));
    CHECK(variants.nicknames(u"no such name"_s).isEmpty());
}

TEST_CASE("a rare forename is a name, and a slip of the pen is none", "[matching][names]")
{
    const NameVariants variants = NameVariants::builtIn();
    for (const QString &name : {u"iyla"_s, u"elea"_s, u"william"_s, u"aaliyah"_s, u"zuzanna"_s})
        CHECK(variants.isGivenName(name));
    for (const QString &slip : {u"wiliiam"_s, u"sarha"_s, u"jhon"_s, QString()})
        CHECK_FALSE(variants.isGivenName(slip));
}
