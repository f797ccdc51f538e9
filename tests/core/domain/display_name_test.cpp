// SPDX-License-Identifier: MIT
#include "core/domain/display_name.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using reeve::ErrorCode;
using reeve::domain::checkDisplayName;

TEST_CASE("a name that stands in a line among others leaves that line as it is", "[domain]")
{
    for (const QString &name :
         {u"Desk 14"_s, u"D"_s, u"Siân ap Dafydd"_s, u"O’Neil (2nd floor)"_s, u"שלום"_s, u"😀"_s, QString(200, u'a')})
        CHECK(checkDisplayName(name, u"the name"));
    for (const QString &name :
         {u""_s, u"  "_s, u"\n"_s, u"Desk\n14"_s, u"Desk\t14"_s, u"Desk 14\r"_s, u"\u001b[2JDesk"_s, u"Desk\u0085"_s,
          u"Desk\u2028"_s, u"Desk\u2029"_s, u"\u202e41 ksed"_s, u"a\u202ab\u202c"_s, u"\u2066Desk\u2069"_s,
          u"Desk"_s + QChar(u'\0'), u"Desk"_s + QChar(0xd800), QString(201, u'a')}) {
        INFO(name.toUtf8().toPercentEncoding().toStdString());
        const auto checked = checkDisplayName(name, u"the name");
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == ErrorCode::InvalidInput);
        CHECK(checked.error().detail.startsWith(u"the name "));
    }
}
