// SPDX-License-Identifier: MIT
// The link: a session, the greeting, losing and finding the centre again.
#include "core/sync/back_off.h"
#include "core/sync/stepper.h"

#include <algorithm>

namespace reeve::sync {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds helloEvery{60'000};
constexpr milliseconds lastSyncEvery{60'000};

} // namespace

void Stepper::on(const event::Start &start)
{
    s = SyncState{};
    s.standing = start.standing;
    s.pull.reach = start.standing.position;
    s.people = start.people;
    s.random = start.seed;
    connect();
}

void Stepper::on(const event::Stop &)
{
    leaveLink(Link::Stopped, std::nullopt);
}

void Stepper::on(const event::PlugPulled &)
{
    if (s.link == Link::Stopped)
        return;
    leaveLink(Link::Unplugged, ErrorCode::Offline);
}

void Stepper::on(const event::PlugPutBack &)
{
    if (s.link == Link::Unplugged)
        connect();
}

void Stepper::on(const event::SyncNow &)
{
    if (s.link == Link::Waiting || s.link == Link::SignInNeeded)
        connect();
    if (s.link != Link::Online)
        return;
    s.push.why.reset();
    s.pull.why.reset();
    disarm(Timer::Push);
    disarm(Timer::Pull);
    s.pull.isDue = true;
    count();
}

void Stepper::on(const event::Yield &yield)
{
    s.isYielding = yield.on;
}

void Stepper::on(const event::SignedIn &)
{
    s.skipsRefusedSession = false;
    s.hasSession = false;
    if (s.link == Link::Waiting || s.link == Link::SignInNeeded)
        connect();
}

void Stepper::on(const event::TimerFired &fired)
{
    if (!isArmed(s, fired.timer))
        return; // disarmed while it was on its way
    s.isArmed[static_cast<std::size_t>(fired.timer)] = false;
    switch (fired.timer) {
    case Timer::Retry:
        connect();
        break;
    case Timer::Hello:
        s.isHelloDue = true;
        break;
    case Timer::Push:
        s.push.why.reset();
        count();
        break;
    case Timer::Pull:
        s.pull.why.reset();
        s.pull.isDue = true;
        break;
    }
}

void Stepper::on(const event::SessionFound &)
{
    s.isFindingSession = false;
    s.hasSession = true;
}

void Stepper::on(const event::SessionMissing &)
{
    s.isFindingSession = false;
    if (s.link != Link::Connecting && s.link != Link::Online)
        return;
    leaveLink(Link::SignInNeeded, ErrorCode::SignInNeeded);
    arm(Timer::Retry, slowRetry(s.random));
}

void Stepper::on(const event::HelloAnswered &answered)
{
    s.call = Call::None;
    if (!answered.reply) {
        if (s.link == Link::Connecting || s.link == Link::Online)
            linkFailed(answered.reply.error().code);
        return;
    }

    // Also when the link was given up meanwhile: the centre has handed out the next incarnation.
    const HelloReply &reply = *answered.reply;
    Standing &standing = s.standing;
    const bool isNewDevice = reply.device != standing.device;
    const bool isBackInTime =
        !standing.epoch.isNull() && reply.epoch != standing.epoch && reply.epoch != s.reconcilingTo;
    standing.device = reply.device;
    standing.deviceStatus = reply.deviceStatus;
    standing.incarnation = reply.incarnation;
    standing.settledHorizon = reply.settledHorizon;
    standing.herdSpreadMs = reply.herdSpreadMs;
    standing.skew = (reply.centralTime - (answered.askedAt + (m_now - answered.askedAt) / 2)).count();
    if (standing.epoch.isNull())
        standing.epoch = reply.epoch;
    if (isBackInTime) {
        // The old epoch stays in the store until all has been sent again: a crash in between begins again.
        s.reconcilingTo = reply.epoch;
        standing.position = Position{};
        standing.highestTransaction = reply.highestTransaction;
        s.pull.reach = Position{};
        s.pull.hasCaughtUp = false;
        s.pull.isDue = true;
        disarm(Timer::Pull);
    } else {
        if (reply.epoch == standing.epoch)
            s.reconcilingTo = QUuid();
        standing.highestTransaction = std::max(standing.highestTransaction, reply.highestTransaction);
    }
    s.pollMs = std::max<qint64>(100, reply.pollMs);
    s.retryAfterMs = reply.retryAfterMs;
    s.isHelloDue = false;
    s.isStoringGreeting = true;
    emitEffect(effect::StoreGreeting{standing, reply.roles, isNewDevice || isBackInTime});
}

void Stepper::on(const event::GreetingStored &stored)
{
    s.isStoringGreeting = false;
    if (s.link != Link::Connecting && s.link != Link::Online)
        return;
    const QString &status = s.standing.deviceStatus;
    if (!stored.outcome)
        linkFailed(stored.outcome.error().code);
    else if (status == QLatin1String("revoked") || status == QLatin1String("wipe"))
        linkFailed(ErrorCode::DeviceRevoked);
    else if (s.retryAfterMs > 0)
        wait(ErrorCode::CentralBusy,
             milliseconds(s.retryAfterMs) + anyUpTo(milliseconds(s.standing.herdSpreadMs), s.random));
    else
        goOnline();
}

void Stepper::goOnline()
{
    const bool isNew = s.link != Link::Online;
    s.link = Link::Online;
    s.why.reset();
    s.offlineSince.reset();
    arm(Timer::Hello, helloEvery);
    if (mayPull(s) && (isNew || !isArmed(s, Timer::Pull)))
        s.pull.isDue = true; // also when it may pull again
    count();
}

void Stepper::connect()
{
    s.link = Link::Connecting;
    s.hasSession = false;
    s.push.why.reset();
    s.pull.why.reset();
    s.skipsRefusedSession = s.skipsRefusedSession && s.why != ErrorCode::SignInNeeded;
    disarm(Timer::Retry);
}

void Stepper::leaveLink(Link link, std::optional<ErrorCode> why)
{
    s.link = link;
    s.why = why;
    if (!s.offlineSince && link != Link::Stopped)
        s.offlineSince = m_now;
    s.isHelloDue = false;
    s.sentInTurn = 0;
    s.pull.asking = 0;
    for (const Timer timer : {Timer::Retry, Timer::Hello, Timer::Push, Timer::Pull})
        disarm(timer);
    forgetBatches();
    emitEffect(effect::Disconnect{});
}

void Stepper::wait(ErrorCode why, milliseconds delay)
{
    ++s.failures;
    leaveLink(Link::Waiting, why);
    arm(Timer::Retry, delay);
}

void Stepper::linkFailed(ErrorCode code)
{
    const bool wasOnline = s.link == Link::Online;
    switch (code) {
    case ErrorCode::SignInNeeded:
        // Perhaps a colleague's session may deliver. Nothing is deleted: the entries wait.
        leaveLink(Link::Connecting, code);
        s.hasSession = false;
        s.skipsRefusedSession = true;
        return;
    case ErrorCode::Untrusted:
    case ErrorCode::DeviceRevoked:
    case ErrorCode::Denied:
    case ErrorCode::CentralTooOld:
    case ErrorCode::CentralTooNew:
    case ErrorCode::Internal:
        wait(code, slowRetry(s.random));
        return;
    case ErrorCode::CentralBusy:
        wait(code, backOff(s.failures + 1, busyBackOffCap, s.random));
        return;
    default:
        // The first return after an outage is spread over what the centre asked for; a lone desk does not suffer.
        wait(code, wasOnline ? anyUpTo(milliseconds(s.standing.herdSpreadMs), s.random)
                             : backOff(s.failures + 1, backOffCap, s.random));
        return;
    }
}

void Stepper::callFailed(ErrorCode code, Lane lane)
{
    switch (code) {
    case ErrorCode::Offline:
    case ErrorCode::Cancelled:
    case ErrorCode::SignInNeeded:
    case ErrorCode::Untrusted:
    case ErrorCode::DeviceRevoked:
    case ErrorCode::StaleIncarnation:
        linkFailed(code);
        return;
    default:
        holdLane(lane, code);
        return;
    }
}

// Only this lane waits; the other goes on.
void Stepper::holdLane(Lane lane, ErrorCode why)
{
    const auto delayAfter = [this, why](int failures) {
        switch (why) {
        case ErrorCode::CentralBusy:
            return backOff(failures, busyBackOffCap, s.random);
        case ErrorCode::Busy:
        case ErrorCode::DiskFull:
        case ErrorCode::ReadOnly:
        case ErrorCode::Io:
            return backOff(failures, backOffCap, s.random); // of this desk's own disk
        default:
            return slowRetry(s.random);
        }
    };
    if (lane == Lane::Push) {
        s.push.why = why;
        if (!s.push.inFlight.empty())
            emitEffect(effect::Disconnect{}); // so that no late reply is taken for another's
        forgetBatches();
        arm(Timer::Push, delayAfter(++s.push.failures));
    } else {
        s.pull.why = why;
        s.pull.isDue = true;
        arm(Timer::Pull, delayAfter(++s.pull.failures));
    }
}

void Stepper::wentThrough()
{
    s.failures = 0;
}

// The pull lane is at the end of what the centre has; when nothing waits either, desk and centre agree.
void Stepper::noteSynced()
{
    const bool isPullDone = !mayPull(s) || (s.pull.hasCaughtUp && !s.pull.isDue && s.pull.storing.empty());
    if (s.link != Link::Online || !isPullDone || s.push.isDue || s.isCounting || s.waiting > 0)
        return;
    s.standing.lastSyncAt = m_now;
    const bool isRecent = s.lastSyncStored && m_now >= *s.lastSyncStored && m_now - *s.lastSyncStored < lastSyncEvery;
    if (s.wasLastSyncStored && isRecent)
        return;
    s.lastSyncStored = m_now;
    s.wasLastSyncStored = true;
    emitEffect(effect::StoreLastSync{m_now});
}

void Stepper::sayHello()
{
    HelloRequest request;
    request.device = s.standing.device;
    request.incarnation = s.standing.incarnation;
    request.epoch = s.standing.epoch;
    request.highestTransaction = s.standing.highestTransaction;
    s.call = Call::Hello;
    emitEffect(effect::SayHello{std::move(request)});
}

void Stepper::proceed()
{
    if (s.call != Call::None || s.isStoringGreeting)
        return;
    if (s.link == Link::Connecting)
        proceedConnecting();
    else if (s.link == Link::Online)
        proceedOnline();
}

void Stepper::proceedConnecting()
{
    if (s.isFindingSession)
        return;
    if (!s.hasSession) {
        s.isFindingSession = true;
        emitEffect(effect::FindSession{s.skipsRefusedSession});
        return;
    }
    // Outcomes and pages on their way to the store land first: the greeting may turn everything round.
    if (!s.isYielding && s.push.storing == 0 && s.pull.storing.empty())
        sayHello();
}

void Stepper::proceedOnline()
{
    if (!s.hasSession && !s.isFindingSession) { // somebody signed in meanwhile
        s.isFindingSession = true;
        emitEffect(effect::FindSession{false});
    }
    if (s.isHelloDue && !s.isYielding && isGatewayFree(s) && s.push.storing == 0 && s.pull.storing.empty()) {
        sayHello();
        return;
    }
    proceedPush();
    if (isGatewayFree(s) && wantsPage())
        askForPage();
}

void Stepper::count()
{
    if (s.isCounting)
        return;
    s.isCounting = true;
    emitEffect(effect::CountOutbox{});
}

void Stepper::arm(Timer timer, milliseconds delay)
{
    s.isArmed[static_cast<std::size_t>(timer)] = true;
    emitEffect(effect::ArmTimer{timer, delay});
}

void Stepper::disarm(Timer timer)
{
    if (!isArmed(s, timer))
        return;
    s.isArmed[static_cast<std::size_t>(timer)] = false;
    emitEffect(effect::DisarmTimer{timer});
}

} // namespace reeve::sync
