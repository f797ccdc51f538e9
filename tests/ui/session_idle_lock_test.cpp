// SPDX-License-Identifier: MIT
#include "ui/session/idle_lock.h"

#include "tests/support/test_clock.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

using namespace reeve;
using namespace std::chrono_literals;

namespace {

struct Watched
{
    Watched()
    {
        QObject::connect(&lock, &ui::IdleLock::idle, &lock, [this] { ++idle; });
        field.show();
    }
    void press()
    {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"));
        QCoreApplication::sendEvent(&field, &press);
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        lock.check();
    }

    test::TestClock clock;
    ui::IdleLock lock{clock, 10min};
    QLineEdit field;
    int idle = 0;
};

} // namespace

TEST_CASE("a window that nobody touches for as long as the policy says is told idle, once", "[session][lock]")
{
    Watched at;
    at.pass(10min - 1ms);
    CHECK(at.idle == 0);
    at.pass(1ms);
    CHECK(at.idle == 1);
    at.pass(10min);
    CHECK(at.idle == 1);
    at.lock.watch(); // unlocked
    at.pass(9min);
    CHECK(at.idle == 1);
    at.pass(1min);
    CHECK(at.idle == 2);
}

TEST_CASE("each touch of the keyboard puts the lock off", "[session][lock]")
{
    Watched at;
    for (int i = 0; i < 5; ++i) {
        at.pass(9min);
        at.press();
    }
    CHECK(at.idle == 0);
    CHECK(at.field.text().size() == 5);
    at.pass(10min);
    CHECK(at.idle == 1);
}

TEST_CASE("a computer that slept is locked when it wakes, and the key that woke it reaches nothing", "[session][lock]")
{
    Watched at;
    at.clock.setBy(3h); // its monotonic clock stood still meanwhile
    at.press();
    CHECK(at.idle == 1);
    CHECK(at.field.text().isEmpty());
    at.press(); // into the passphrase, by now
    CHECK(at.field.text().size() == 1);
}

TEST_CASE("a clock that is set back does not keep the lock away", "[session][lock]")
{
    Watched at;
    at.clock.setBy(-24h);
    at.pass(10min);
    CHECK(at.idle == 1);
}
