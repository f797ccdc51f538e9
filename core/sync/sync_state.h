// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/central_gateway.h"

#include <array>
#include <deque>
#include <optional>

namespace reeve::sync {

// How far this desk has read the centre. Stored in the transaction that stores the rows it stands for.
struct Position
{
    bool isFirstLoadDone = false;
    quint64 loadStart = 0; // change-log transaction taken before the first load; 0: not taken yet
    QUuid loadedTo;        // last person of the first load so far; null when whom it did not bring is gone
    Cursor cursor;         // of the change log, followed once the first load is done

    friend bool operator==(const Position &, const Position &) = default;
};

// What outlives the process: who this desk is at the centre, and how far it has come.
struct Standing
{
    domain::DeviceId device;
    QString deviceStatus = QStringLiteral("active");
    QUuid incarnation;
    QUuid epoch;
    Position position;
    quint64 highestTransaction = 0;
    quint64 settledHorizon = 0;
    qint64 skew = 0;
    qint64 herdSpreadMs = 5000;
    std::optional<Instant> lastSyncAt;

    friend bool operator==(const Standing &, const Standing &) = default;
};

enum class Link { Stopped, Unplugged, SignInNeeded, Waiting, Connecting, Online };
enum class Timer { Retry, Hello, Push, Pull };
inline constexpr std::size_t timerCount = 4;

// The one gateway call that may be on its way.
enum class Call { None, Hello, Send, Receive, LoadStart, FirstLoad, Page };

// Entries of the outbox on their way, by number; the driver holds their content under `id`.
struct Batch
{
    quint64 id = 0;
    qint64 first = 0;
    qint64 last = 0;
    int count = 0;
    bool followsInFlight = false; // goes when what is in flight was answered: that may fail alone and come again later

    friend bool operator==(const Batch &, const Batch &) = default;
};

inline constexpr int maxBatchEntries = 500;
inline constexpr qint64 maxBatchBytes = 256 * 1024;
inline constexpr int maxPageRows = 10000;
inline constexpr int minPageRows = 100;
inline constexpr std::size_t maxPagesStoring = 2;

// The push lane works in passes over the outbox, oldest entry first. A pass begins at 0 again after any error, since
// what was in flight is unknown then and sending an entry twice does no harm.
struct PushLane
{
    bool isDue = false; // a pass is going on, or wants to
    qint64 readTo = 0;  // entries up to here were read in this pass
    bool isReadToEnd = false;
    quint64 reading = 0;           // id of the batch being read; 0 for none
    std::optional<Batch> prepared; // read, not yet sent
    std::deque<Batch> inFlight;
    int storing = 0;       // batches whose outcomes are being stored
    qint64 answered = 0;   // entries answered for in this pass
    qint64 sent = 0;       // entries sent in this pass
    qint64 deliveries = 0; // of this desk, as the centre last said
    int entriesPerBatch = maxBatchEntries;
    qint64 suspectTo = 0;  // the centre refused a call with entries up to here: one by one, carefully
    int refusalsInRow = 0; // of lone entries
    int failures = 0;
    std::optional<ErrorCode> why; // why it is held, while it is

    friend bool operator==(const PushLane &, const PushLane &) = default;
};

struct StoringPage
{
    quint64 id = 0;
    Position to;
    bool isLast = false;

    friend bool operator==(const StoringPage &, const StoringPage &) = default;
};

struct PullLane
{
    bool isDue = false; // there is, or may be, more to read now
    Position reach;     // position after the last page answered: what is asked for next
    quint64 asking = 0; // id of the page asked for; 0 when its answer is no longer wanted
    std::deque<StoringPage> storing;
    bool isBroken = false; // a page could not be stored: go back to what was, once the rest has failed
    std::optional<ErrorCode> brokenBy;
    int rowsPerPage = maxPageRows;
    qint64 removals = 0;     // since it was last caught up
    qint64 removalsHeld = 0; // so many people would go: a person is asked first
    bool areRemovalsAllowed = false;
    bool hasCaughtUp = false;       // since the start
    bool isReadingAgain = false;    // the first load is not the first: whom it does not bring is unknown to the centre
    bool isRemovingUnknown = false; // those people are being looked for
    bool isPositionLost = false;    // the centre does not know where this desk stands: so it went back in time
    bool areUnknownKept = false;    // some stay for the time being: looked for again after the next greeting
    int failures = 0;
    std::optional<ErrorCode> why;

    friend bool operator==(const PullLane &, const PullLane &) = default;
};

struct SyncState
{
    Link link = Link::Stopped;
    std::optional<ErrorCode> why; // of the last failure, until online again
    std::optional<Instant> offlineSince;
    int failures = 0; // in a row; forgotten after a batch or page went through
    bool hasSession = false;
    bool isFindingSession = false;
    bool skipsRefusedSession = false; // look for another session than the one just refused
    bool isHelloDue = false;
    bool isStoringGreeting = false;
    bool owesSendingAgain = false; // all that is not safe is to be sent again, and the store does not know it yet
    bool isCounting = false;
    bool isYielding = false;     // somebody else wants the gateway for a moment
    qint64 retryAfterMs = 0;     // the centre asked to be left alone for so long
    bool isSendingAgain = false; // what was not safe goes to the centre again: nobody is removed before it is there
    QUuid reconcilingTo;         // new epoch of the centre, until all that was not safe was sent again
    bool isStoringEpoch = false;
    Call call = Call::None;
    std::array<bool, timerCount> isArmed{};
    int sentInTurn = 0; // batches since the pull lane had its turn
    qint64 waiting = 0;
    qint64 people = 0;
    qint64 pollMs = 3000;
    quint64 nextId = 1; // of batches and pages
    quint64 random = 0; // splitmix64
    std::optional<Instant> lastSyncStored;
    bool wasLastSyncStored = false; // since the start
    Standing standing;
    PushLane push;
    PullLane pull;

    friend bool operator==(const SyncState &, const SyncState &) = default;
};

[[nodiscard]] bool isArmed(const SyncState &state, Timer timer) noexcept;
// May be shown the centre's people: not when this desk may only deliver.
[[nodiscard]] bool mayPull(const SyncState &state);
// No call on its way and no batch in flight: a call of another kind may be made.
[[nodiscard]] bool isGatewayFree(const SyncState &state) noexcept;
// Everything that waited was answered for and everything new was stored.
[[nodiscard]] bool isCaughtUp(const SyncState &state);
// Why nothing more will happen until a timer fires or a person acts; none while things go on.
[[nodiscard]] std::optional<ErrorCode> stuckBy(const SyncState &state);
// Something will happen by itself: a call or a store job is on its way, or a timer is armed. Holds after every step
// from Start to Stop, but while the plug is pulled: no state is left by a person's action or a new entry only.
[[nodiscard]] bool hasNextEvent(const SyncState &state);

} // namespace reeve::sync
