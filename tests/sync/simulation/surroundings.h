// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QtGlobal>

#include <array>
#include <chrono>
#include <functional>
#include <optional>

namespace reeve::test {

using std::chrono::milliseconds;

class ModelDesk;
class Oracle;
class ReferenceCentre;

// Everything that goes wrong, for the count.
enum class Trouble {
    RequestLost,
    ReplyLost,
    LateRequest, // arrives after the desk has given it up and come back
    SentTwice,
    Slow,
    ConnectionRefused,
    SqlState,
    Unreplicated,
    CommittedThenLost,
    Crash,
    PowerCut,
    DiskFull,
    StoreBusy,
    ClockJump,
    Clone,
    Rollback,
    FailoverSync,
    FailoverAsync,
    RestoreAnnounced,
    RestoreUnannounced,
    RestoreSameEpoch,
    PutBack, // to a moment ago, and nobody's connection tells
    Revoked,
    PushOnly,
    NewerCentre,
    SessionEnded,
    PlugPulled,
    CentreDown,
    SlowTransaction,
    SmallBatch,
    SmallPage,
    LateTimer,
};
inline constexpr std::size_t troubleCount = std::size_t(Trouble::LateTimer) + 1;
[[nodiscard]] const char *nameOf(Trouble trouble);

enum class CallKind { Hello, Push, LoadStart, FirstLoad, Pull };

// What becomes of one call.
struct Fate
{
    milliseconds there{0};             // until the centre works on it
    milliseconds back{0};              // until its answer is here
    std::optional<milliseconds> error; // no answer: an error after so long
    ErrorCode code = ErrorCode::Offline;
    bool arrives = true;
    bool arrivesTwice = false;
};

// What the world is to a desk. All chance comes from here, so that one seed decides everything.
class Surroundings
{
public:
    Surroundings() = default;
    Surroundings(const Surroundings &) = delete;
    Surroundings &operator=(const Surroundings &) = delete;
    virtual ~Surroundings() = default;

    [[nodiscard]] virtual milliseconds now() const = 0;
    virtual void after(milliseconds delay, std::function<void()> what) = 0;
    [[nodiscard]] virtual Fate fateOf(ModelDesk &desk, CallKind kind) = 0;
    [[nodiscard]] virtual bool isConnectionAlive(quint64 madeIn) const = 0; // a crash of the centre ends all
    [[nodiscard]] virtual quint64 connectionAge() const = 0;
    // Commits are committed, with a warning that the standby does not have them.
    [[nodiscard]] virtual bool isStandbyAway() const = 0;
    [[nodiscard]] virtual milliseconds storeDelay() = 0;
    [[nodiscard]] virtual std::optional<ErrorCode> storeFault(ModelDesk &desk) = 0;
    [[nodiscard]] virtual milliseconds timerLag() = 0;
    [[nodiscard]] virtual int batchLimit(int asked) = 0; // BUGGIFY: a store that stops short
    [[nodiscard]] virtual int pageLimit(int asked) = 0;
    // Asked before each effect: does the desk crash here?
    [[nodiscard]] virtual bool crashesBeforeEffect(ModelDesk &desk) = 0;
    [[nodiscard]] virtual quint64 draw() = 0;
    [[nodiscard]] virtual bool tells() const = 0; // every step on standard error
    [[nodiscard]] virtual ReferenceCentre &centre() = 0;
    [[nodiscard]] virtual Oracle &oracle() = 0;
};

} // namespace reeve::test
