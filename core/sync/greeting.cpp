// SPDX-License-Identifier: MIT
// The greeting: who this desk is at the centre from now on, and whether the centre is the one it was.
#include "core/sync/back_off.h"
#include "core/sync/stepper.h"

#include <algorithm>
#include <cstdlib>

namespace reeve::sync {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds helloEvery{60'000};

// What a centre says is counted on with: nothing is below zero, or so large that it overflows.
HelloReply withinBounds(HelloReply reply)
{
    constexpr qint64 dayMs = 24 * 3'600'000;
    reply.deliveries = std::clamp<qint64>(reply.deliveries, 0, mostDeliveries);
    reply.herdSpreadMs = std::clamp<qint64>(reply.herdSpreadMs, 0, dayMs);
    reply.retryAfterMs = std::clamp<qint64>(reply.retryAfterMs, 0, dayMs);
    reply.pollMs = std::clamp<qint64>(reply.pollMs, 100, dayMs);
    return reply;
}

} // namespace

void Stepper::sayHello()
{
    HelloRequest request;
    request.device = s.standing.device;
    request.incarnation = s.standing.incarnation;
    // That which the incarnation was handed out in: should it be lost by now, this proves that it was.
    request.epoch = s.reconcilingTo.isNull() ? s.standing.epoch : s.reconcilingTo;
    request.highestTransaction = s.standing.highestTransaction;
    s.call = Call::Hello;
    emitEffect(effect::SayHello{std::move(request)});
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
    const HelloReply reply = withinBounds(*answered.reply);
    Standing &standing = s.standing;
    const bool isNewDevice = reply.device != standing.device;
    const bool isBackInTime =
        !standing.epoch.isNull() && reply.epoch != standing.epoch && reply.epoch != s.reconcilingTo;
    // It has taken no notice itself, since what we have seen it could not check: it lacks what it answered for, a
    // batch that it took or a change that we have read, or has yet to hand out a transaction that we were told of.
    const bool hasForgotten = s.pull.isPositionLost || reply.deliveries < s.push.deliveries ||
                              (reply.hasEntriesTo && *reply.hasEntriesTo < answered.answeredTo) ||
                              reply.highestTransaction < standing.highestTransaction;
    const bool isLostAgain = !s.reconcilingTo.isNull() && reply.epoch != s.reconcilingTo;
    s.pull.isPositionLost = false;
    s.push.deliveries = reply.deliveries;
    const bool startsAgain = isNewDevice || isBackInTime || hasForgotten || isLostAgain;
    standing.device = reply.device;
    standing.deviceStatus = reply.deviceStatus;
    standing.incarnation = reply.incarnation;
    standing.settledHorizon = reply.settledHorizon;
    standing.herdSpreadMs = reply.herdSpreadMs;
    // An answer that took long may be off by half of that: it says nothing new where what was known lies within.
    const auto half = (m_now - answered.askedAt) / 2;
    const qint64 skew = (reply.centralTime - (answered.askedAt + half)).count();
    if (std::abs(skew - standing.skew) > std::abs(half.count()))
        standing.skew = skew;
    if (standing.epoch.isNull())
        standing.epoch = reply.epoch;
    // The old epoch stays in the store until all has been sent again: a crash in between begins again.
    if (isBackInTime)
        s.reconcilingTo = reply.epoch;
    else if (isLostAgain)
        s.reconcilingTo = QUuid();
    standing.highestTransaction = reply.highestTransaction;
    // A copy may as well be a centre that forgot this desk when it went back in time and that others have moved on
    // since: from here they look alike, and in the latter case our position is none of its history.
    if (startsAgain)
        readFromTheStart();
    s.pollMs = reply.pollMs;
    s.retryAfterMs = reply.retryAfterMs;
    s.isHelloDue = false;
    s.isStoringGreeting = true;
    s.owesSendingAgain = s.owesSendingAgain || startsAgain;
    s.isSendingAgain = s.isSendingAgain || startsAgain;
    emitEffect(effect::StoreGreeting{standing, reply.roles, s.owesSendingAgain,
                                     s.owesSendingAgain ? reply.hasEntriesTo : std::optional<qint64>()});
}

void Stepper::readFromTheStart()
{
    s.standing.position = Position{};
    s.pull.reach = Position{};
    s.pull.isReadingAgain = true;
    s.pull.hasCaughtUp = false;
    s.pull.isDue = true;
    disarm(Timer::Pull);
}

void Stepper::on(const event::GreetingStored &stored)
{
    s.isStoringGreeting = false;
    if (stored.outcome)
        s.owesSendingAgain = false;
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
    s.pull.areUnknownKept = false;
    arm(Timer::Hello, helloEvery);
    if (mayPull(s) && (isNew || !isArmed(s, Timer::Pull)))
        s.pull.isDue = true; // also when it may pull again
    count();
}

} // namespace reeve::sync
