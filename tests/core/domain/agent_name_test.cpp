// SPDX-License-Identifier: MIT
#include "core/domain/agent_name.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::checkAgentName;

TEST_CASE("an agent's name is a word that the centre and every file system can take", "[domain]")
{
    for (const QString &name : {u"asha"_s, u"asha.patel"_s, u"o.neil-jones_2"_s, u"a"_s, QString(41, u'a')})
        CHECK(checkAgentName(name));
    for (const QString &name : {u""_s, u"../x"_s, u"Asha"_s, u"asha patel"_s, u"2asha"_s, u"asha\n"_s, u"ash\u00e9"_s,
                                u"pg_monitor"_s, u"reeve_owner"_s, u"postgres"_s, u"public"_s, QString(42, u'a')}) {
        INFO(name.toStdString());
        CHECK_FALSE(checkAgentName(name));
    }
}
