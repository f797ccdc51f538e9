// SPDX-License-Identifier: MIT
#include "core/crypto/sign_in_throttle.h"
#include "tests/support/result_printing.h"
#include "tests/support/test_clock.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace reeve;
using crypto::SignInThrottle;

namespace {

// Each try by a throttle of its own, as after a restart.
class Desk final
{
public:
    [[nodiscard]] Result<> tryOnce() const { return SignInThrottle(file(), clock).admit(); }
    [[nodiscard]] QString file() const { return m_folder.filePath(u"reeve.tries"_s); }

    mutable test::TestClock clock;

private:
    QTemporaryDir m_folder;
};

Error waiting(int seconds)
{
    return {ErrorCode::Throttled, QString::number(seconds)};
}

} // namespace

TEST_CASE("after five wrong passphrases each try waits twice as long, five minutes at most", "[crypto]")
{
    const Desk desk;
    for (int i = 0; i < 5; ++i)
        REQUIRE(desk.tryOnce());
    for (const int seconds : {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
        REQUIRE(desk.tryOnce().error() == waiting(seconds));
        desk.clock.advance(std::chrono::seconds{seconds} - 1ms);
        REQUIRE(desk.tryOnce().error() == waiting(1));
        desk.clock.advance(1ms);
        REQUIRE(desk.tryOnce());
    }
}

TEST_CASE("a right passphrase forgets the wrong ones", "[crypto]")
{
    const Desk desk;
    for (int i = 0; i < 4; ++i)
        REQUIRE(desk.tryOnce());
    SignInThrottle right(desk.file(), desk.clock);
    REQUIRE(right.admit());
    right.succeeded();
    SignInThrottle::forgetRefused(desk.file()); // they are in the audit
    CHECK_FALSE(QFile::exists(desk.file()));
    for (int i = 0; i < 5; ++i)
        REQUIRE(desk.tryOnce());
    CHECK(desk.tryOnce().error() == waiting(1));
}

TEST_CASE("a try that failed for another reason is not counted", "[crypto]")
{
    const Desk desk;
    for (int i = 0; i < 20; ++i) {
        SignInThrottle throttle(desk.file(), desk.clock);
        REQUIRE(throttle.admit());
        throttle.withdraw();
    }
    CHECK_FALSE(QFile::exists(desk.file()));
}

TEST_CASE("a clock that is set back ten years does not lock a desk for ten years", "[crypto]")
{
    const Desk desk;
    for (int i = 0; i < 6; ++i) {
        REQUIRE(desk.tryOnce());
        desk.clock.advance(i == 4 ? 1s : 0s);
    }
    desk.clock.setBy(-std::chrono::hours{24 * 3650});
    REQUIRE(desk.tryOnce().error() == waiting(2));
    desk.clock.advance(2s);
    CHECK(desk.tryOnce());
}

TEST_CASE("wrong passphrases stay counted for the audit until it has them", "[crypto]")
{
    const Desk desk;
    const qint64 first = desk.clock.now().time_since_epoch().count();
    for (int i = 0; i < 3; ++i) {
        REQUIRE(desk.tryOnce());
        desk.clock.advance(i < 2 ? 1min : 0min);
    }
    {
        SignInThrottle atTheLock(desk.file(), desk.clock, SignInThrottle::Audit::Caller); // in the audit at once
        REQUIRE(atTheLock.admit());
    }
    {
        SignInThrottle broken(desk.file(), desk.clock); // whose fault was the disk
        REQUIRE(broken.admit());
        broken.withdraw();
    }
    for (int i = 0; i < 2; ++i) { // the audit of the first could not be written
        SignInThrottle right(desk.file(), desk.clock);
        REQUIRE(right.admit());
        right.succeeded();
        const auto refused = SignInThrottle::refused(desk.file());
        CHECK(refused.count == 3);
        CHECK(refused.firstAt == first);
        CHECK(refused.lastAt == first + 120'000);
        desk.clock.advance(1min);
    }
    SignInThrottle::letTryAgain(desk.file()); // the council's key has given somebody a new one
    CHECK(SignInThrottle::refused(desk.file()).count == 3);
    SignInThrottle::forgetRefused(desk.file());
    CHECK(SignInThrottle::refused(desk.file()).count == 0);
    CHECK_FALSE(QFile::exists(desk.file()));
}
