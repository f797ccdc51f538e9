// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/sync_state.h"

#include <chrono>
#include <variant>
#include <vector>

namespace reeve::sync {

// What has happened. Times of the desk's clock come with step().
namespace event {

struct Start
{
    Standing standing;
    qint64 people = 0;
    quint64 seed = 0;
};
struct Stop
{};
struct PlugPulled
{}; // a practised outage begins
struct PlugPutBack
{};
struct SyncNow
{}; // a person pressed "try now"
struct AllowRemovals
{}; // a person looked at the removals held back
struct Yield
{
    bool on = false;
}; // somebody else wants the gateway: let what is in flight land
struct SignedIn
{};
struct TimerFired
{
    Timer timer;
};
struct OutboxCounted
{
    qint64 waiting = 0;
    qint64 people = 0;
};
struct SessionFound
{};
struct SessionMissing
{};
struct HelloAnswered
{
    Result<HelloReply> reply;
    Instant askedAt;
    qint64 answeredTo = 0; // number of the last entry that the centre had answered for before
};
struct GreetingStored
{
    Result<> outcome;
};
struct BatchSummary
{
    qint64 first = 0;
    qint64 last = 0;
    int count = 0;
    bool isEnd = false;
    bool followsInFlight = false; // has entries about a record that a batch in flight is about too
};
struct BatchRead
{
    quint64 id = 0;
    Result<BatchSummary> batch;
};
struct BatchSent
{
    Result<> outcome;
};
struct ReplySummary
{
    quint64 transaction = 0;
    int answered = 0;
    qint64 deliveries = 0;
};
struct ReplyReceived
{
    quint64 id = 0;
    Result<ReplySummary> reply;
    std::chrono::milliseconds took{0};
};
struct OutcomesStored
{
    Result<> outcome;
};
struct LoadStartAnswered
{
    quint64 id = 0;
    Result<Cursor> cursor;
};
struct PageSummary
{
    qint64 rows = 0;
    qint64 removals = 0;
    Cursor next;
    QUuid lastId;
    bool isLast = false;
};
struct PageAnswered
{
    quint64 id = 0;
    Result<PageSummary> page;
};
struct PageStored
{
    quint64 id = 0;
    Result<Position> position;
}; // what the store holds now
struct EpochStored
{
    Result<> outcome;
};
struct UnknownRemoved
{
    Result<qint64> held; // so many are too many to go unasked; 0: those there were are gone, but for
    qint64 kept = 0;     // those whom work of this desk is about that is not safe yet
};

} // namespace event

using Event =
    std::variant<event::Start, event::Stop, event::PlugPulled, event::PlugPutBack, event::SyncNow, event::AllowRemovals,
                 event::Yield, event::SignedIn, event::TimerFired, event::OutboxCounted, event::SessionFound,
                 event::SessionMissing, event::HelloAnswered, event::GreetingStored, event::BatchRead, event::BatchSent,
                 event::ReplyReceived, event::OutcomesStored, event::LoadStartAnswered, event::PageAnswered,
                 event::PageStored, event::EpochStored, event::UnknownRemoved>;

// What the driver is to do. Each of the first kind is answered by the event named beside it, failed or not.
namespace effect {

struct FindSession
{
    bool otherThanLast = false;
}; // SessionFound, SessionMissing
struct SayHello
{
    HelloRequest request;
}; // HelloAnswered; token and counts are the driver's
struct StoreGreeting
{
    Standing standing;
    domain::Roles roles; // GreetingStored; in one transaction, with
    bool sendAllAgain = false;
    std::optional<qint64> centralHasTo = {}; // with sendAllAgain: what was safe with a higher number waits again too
};                                           //   settling up to the horizon
struct CountOutbox
{}; // OutboxCounted
struct ReadBatch
{
    quint64 id = 0;
    qint64 after = 0;
    int maxEntries = 0;
    qint64 maxBytes = 0;
}; // BatchRead
struct SendBatch
{
    quint64 id = 0;
    qint64 deliveries = 0; // as in PushBatch
};                         // BatchSent
struct ReceiveReply
{
    quint64 id = 0;
}; // ReplyReceived
struct StoreOutcomes
{
    quint64 id = 0;
}; // OutcomesStored
struct RefuseEntry
{
    qint64 sequence = 0;
}; // OutcomesStored; quarantined here, as "refused"
struct AskLoadStart
{
    quint64 id = 0;
}; // LoadStartAnswered
struct AskFirstLoad
{
    quint64 id = 0;
    QUuid after;
    int limit = 0;
}; // PageAnswered
struct AskPage
{
    quint64 id = 0;
    Cursor after;
    int limit = 0;
}; // PageAnswered
struct StorePage
{
    quint64 id = 0;
    Position from;
    Position to;
}; // PageStored; nothing unless it stood at `from`
struct StoreEpoch
{
    QUuid epoch;
}; // EpochStored
struct RemoveUnknown
{
    bool isAllowed = false;
}; // UnknownRemoved; people whom a whole reading of the centre did not bring, without work of this desk about them

// These are not answered.
struct StoreLastSync
{
    Instant at;
};
struct ForgetBatches
{}; // read or in flight
struct ForgetPage
{
    quint64 id = 0;
};
struct Disconnect
{};
struct ArmTimer
{
    Timer timer;
    std::chrono::milliseconds delay{0};
}; // replaces an earlier one
struct DisarmTimer
{
    Timer timer;
};

} // namespace effect

using Effect =
    std::variant<effect::FindSession, effect::SayHello, effect::StoreGreeting, effect::CountOutbox, effect::ReadBatch,
                 effect::SendBatch, effect::ReceiveReply, effect::StoreOutcomes, effect::RefuseEntry,
                 effect::AskLoadStart, effect::AskFirstLoad, effect::AskPage, effect::StorePage, effect::StoreEpoch,
                 effect::RemoveUnknown, effect::StoreLastSync, effect::ForgetBatches, effect::ForgetPage,
                 effect::Disconnect, effect::ArmTimer, effect::DisarmTimer>;

// The whole of what sync decides: state and event in, state and effects out. No thread, clock, random number, socket
// or SQL; the same state and event always give the same answer. Content of entries and pages stays with the driver,
// under the ids given here: the core decides by numbers only. At most one gateway call is on its way at a time;
// effects are done in order.
//
//   link           is                                             left by
//   Stopped        not started                                    Start
//   Unplugged      a practised outage                             PlugPutBack, at once
//   Connecting     finding a session, then greeting the centre    the answers
//   Online         greeted; both lanes work                       a lost link; hello again every 60 s
//   Waiting        the centre was not reached, or refused         Retry timer, SyncNow
//   SignInNeeded   no session that the centre takes               SignedIn; Retry timer looks again
//
// While online, each lane is idle, working, or held by its own error and timer (Push, Pull), so that neither stops the
// other: a lost link, a refused session or device concern both; anything else only the lane it happened to.
[[nodiscard]] std::vector<Effect> step(SyncState &state, const Event &event, Instant now);

} // namespace reeve::sync
