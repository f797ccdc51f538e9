// SPDX-License-Identifier: MIT
// A desk that was in use before 0012: a search is due where nobody has searched.
#include "tests/core/store/support/sealed_file_fixture.h"

#include "core/store/likely_pairs.h"
#include "core/store/migrator.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

TEST_CASE("a desk that has everybody and on which no pair waits is due to compare them, another is not", "[migration]")
{
    const auto migrations = store::builtInMigrations();
    REQUIRE(migrations);
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(migrate(*connection, {migrations->begin(), migrations->begin() + 11}));
    const auto givenDesk = [&connection](int isFirstLoadDone) {
        REQUIRE(connection->execute(u"INSERT INTO desk SELECT 1, randomblob(16), 'Desk 14', '', '', '', NULL, NULL, "
                                    u"NULL, 0, 0, 0, %1, NULL, 0, "
                                    "0, 0, 5000, NULL, 'active'"_s.arg(isFirstLoadDone)));
    };
    bool isDue = false;
    SECTION("a new desk") {}
    SECTION("one that is still loading")
    {
        givenDesk(0);
    }
    SECTION("one in use")
    {
        givenDesk(1);
        isDue = true;
    }
    SECTION("one in use, on which a pair waits")
    {
        givenDesk(1);
        REQUIRE(connection->execute(u"INSERT INTO person (number, id, revision, fields) VALUES "
                                    "(1, x'01999999000070008000000000000001', 1, x'7b7d'), "
                                    "(2, x'01999999000070008000000000000002', 1, x'7b7d')"_s));
        REQUIRE(connection->execute(u"INSERT INTO likely_pair (first, second, millionths) VALUES "
                                    "(x'01999999000070008000000000000001', x'01999999000070008000000000000002', 9)"_s));
    }
    REQUIRE(migrate(*connection, *migrations));
    CHECK(store::LikelyPairs(*connection).isSearchDue().value() == isDue);
}
