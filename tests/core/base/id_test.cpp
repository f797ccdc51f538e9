// SPDX-License-Identifier: MIT
#include "core/base/id.h"

#include "core/base/id_time.h"
#include "tests/support/result_printing.h"
#include "tests/support/test_clock.h"

#include <QSet>

using namespace reeve;
using namespace std::chrono_literals;

namespace {
using ThingId = Id<struct ThingTag>;
}

TEST_CASE("ids are UUID version 7 and grow, also within a millisecond and when the clock steps back", "[base]")
{
    test::TestClock clock;
    IdSource ids(clock);

    QString last;
    QSet<QString> seen;
    for (int i = 0; i < 10000; ++i) {
        if (i == 5000)
            clock.setBy(-24h);
        const QString id = ids.next<struct ThingTag>().toString();
        REQUIRE(id.at(14) == QLatin1Char('7'));
        REQUIRE(last < id);
        REQUIRE_FALSE(seen.contains(id));
        seen.insert(id);
        last = id;
    }
}

TEST_CASE("a seeded source makes the same ids in every run", "[base]")
{
    test::TestClock clock;
    IdSource one(clock, 42);
    IdSource other(clock, 42);
    for (int i = 0; i < 100; ++i)
        REQUIRE(one.next() == other.next());
}

TEST_CASE("an id is read only in its canonical form", "[base]")
{
    CHECK(ThingId::parse(u"0192e4a0-7b7c-7000-8000-000000000001"));
    CHECK_FALSE(ThingId::parse(u""));
    CHECK_FALSE(ThingId::parse(u"{0192e4a0-7b7c-7000-8000-000000000001}"));
    CHECK_FALSE(ThingId::parse(u"0192e4a0-7b7c-7000-8000-00000000000g"));
    CHECK_FALSE(ThingId::parse(u"00000000-0000-0000-0000-000000000000"));
}

TEST_CASE("the first id of a moment lies between the ids made before it and those made from then on", "[base]")
{
    test::TestClock clock;
    IdSource ids(clock);
    const auto bytes = [](const QUuid &id) { return id.toRfc4122(); };
    for (int n = 0; n < 300; ++n) { // over more than one carry of the lowest byte
        const QByteArray first = bytes(firstIdOf(clock.now()));
        const QByteArray id = bytes(ids.next());
        CHECK(first < id);
        CHECK(id < bytes(firstIdOf(clock.now() + 1ms)));
        clock.advance(1ms);
        CHECK(bytes(firstIdOf(clock.now() - 1ms)) == first);
    }
    CHECK(firstIdOf(Instant{-1ms}).isNull());
    CHECK(bytes(firstIdOf(Instant{Instant::duration(qint64{1} << 60)})).startsWith(QByteArray(6, '\xff')));
}
