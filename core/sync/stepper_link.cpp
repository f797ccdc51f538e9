// SPDX-License-Identifier: MIT
// The link: a session, losing and finding the centre again; whose turn it is.
#include "core/sync/back_off.h"
#include "core/sync/stepper.h"

namespace reeve::sync {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds lastSyncEvery{60'000};

} // namespace

void Stepper::on(const event::Start &start)
{
    s = SyncState{};
    s.standing = start.standing;
    s.pull.reach = start.standing.position;
    s.people = start.people;
    const Position &position = start.standing.position;
    s.pull.isReadingAgain = !position.isFirstLoadDone && (position.loadStart != 0 || start.people > 0);
    // Ended in the middle of it: why it reads again is not stored, so it may be that all is to be sent first.
    s.isSendingAgain = !position.isFirstLoadDone || !position.loadedTo.isNull();
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
    case ErrorCode::Cancelled: // a call was broken off for a reason that has passed
        wait(code, milliseconds(0));
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
    if (!s.isYielding && isStoreQuiet())
        sayHello();
}

// Nothing that was decided by the last greeting is still on its way to the store.
bool Stepper::isStoreQuiet() const
{
    return s.push.storing == 0 && s.pull.storing.empty() && !s.pull.isRemovingUnknown && !s.isStoringEpoch;
}

void Stepper::proceedOnline()
{
    if (!s.hasSession && !s.isFindingSession) { // somebody signed in meanwhile
        s.isFindingSession = true;
        emitEffect(effect::FindSession{false});
    }
    if (s.isHelloDue && !s.isYielding && isGatewayFree(s) && isStoreQuiet()) {
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
