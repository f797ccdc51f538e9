// SPDX-License-Identifier: MIT
#include "core/base/logging.h"

#include <catch2/catch.hpp>

TEST_CASE("a log unasked for holds warnings only", "[logging]")
{
    for (const auto *category : {&logStore(), &logSync(), &logCentral(), &logApp()}) {
        CHECK(category->isWarningEnabled());
        CHECK_FALSE(category->isInfoEnabled());
        CHECK_FALSE(category->isDebugEnabled());
    }
}
