// SPDX-License-Identifier: MIT
#include "core/matching/street_words.h"

#include <array>

namespace reeve::matching {

namespace {

struct Shortened
{
    QStringView brief;
    QStringView whole;
};

constexpr std::array shortened = {
    Shortened{u"apt", u"apartment"},  Shortened{u"av", u"avenue"},       Shortened{u"ave", u"avenue"},
    Shortened{u"bldg", u"building"},  Shortened{u"bldgs", u"buildings"}, Shortened{u"blvd", u"boulevard"},
    Shortened{u"cl", u"close"},       Shortened{u"clo", u"close"},       Shortened{u"cott", u"cottage"},
    Shortened{u"cotts", u"cottages"}, Shortened{u"cr", u"crescent"},     Shortened{u"cres", u"crescent"},
    Shortened{u"crt", u"court"},      Shortened{u"ct", u"court"},        Shortened{u"dr", u"drive"},
    Shortened{u"est", u"estate"},     Shortened{u"ffd", u"ffordd"},      Shortened{u"flt", u"flat"},
    Shortened{u"gdn", u"garden"},     Shortened{u"gdns", u"gardens"},    Shortened{u"grn", u"green"},
    Shortened{u"gro", u"grove"},      Shortened{u"gt", u"great"},        Shortened{u"hse", u"house"},
    Shortened{u"hts", u"heights"},    Shortened{u"ln", u"lane"},         Shortened{u"lwr", u"lower"},
    Shortened{u"mt", u"mount"},       Shortened{u"nth", u"north"},       Shortened{u"pde", u"parade"},
    Shortened{u"pk", u"park"},        Shortened{u"pl", u"place"},        Shortened{u"rd", u"road"},
    Shortened{u"sq", u"square"},      Shortened{u"st", u"street"},       Shortened{u"st", u"saint"},
    Shortened{u"sth", u"south"},      Shortened{u"str", u"street"},      Shortened{u"ter", u"terrace"},
    Shortened{u"terr", u"terrace"},   Shortened{u"upr", u"upper"},       Shortened{u"wlk", u"walk"},
    Shortened{u"wy", u"way"},         Shortened{u"yd", u"yard"},
};

} // namespace

QList<QStringView> otherStreetWords(QStringView folded)
{
    QList<QStringView> others;
    for (const Shortened &each : shortened) {
        if (folded == each.brief)
            others << each.whole;
        else if (folded == each.whole)
            others << each.brief;
    }
    return others;
}

} // namespace reeve::matching
