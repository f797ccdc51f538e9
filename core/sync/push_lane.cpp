// SPDX-License-Identifier: MIT
// The push lane: passes over the outbox, several batches in flight, one poisoned entry never in the way of the rest.
#include "core/sync/back_off.h"
#include "core/sync/stepper.h"

#include <algorithm>

namespace reeve::sync {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds slowReply{5000};
constexpr milliseconds fastReply{1000};
// So many lone entries refused one after the other, and nothing accepted between: it is hardly the entries' fault.
constexpr int refusalsBeforeHold = 3;

} // namespace

void Stepper::on(const event::OutboxCounted &counted)
{
    const bool wasAsked = s.isCounting;
    s.isCounting = false;
    s.waiting = counted.waiting;
    s.people = counted.people;
    if (s.waiting > 0 && !s.push.isDue) {
        s.push.isDue = true;
        startPass();
    }
    const bool isDrained = s.waiting == 0 && !s.push.isDue && s.push.storing == 0;
    // Counted before the store knew that all is to be sent again, it would say nothing.
    const bool isKnown = !s.isStoringGreeting && !s.owesSendingAgain;
    if (isDrained && isKnown && s.link == Link::Online && !s.isStoringEpoch) {
        s.isSendingAgain = !s.reconcilingTo.isNull();
        s.isStoringEpoch = s.isSendingAgain;
        if (s.isStoringEpoch)
            emitEffect(effect::StoreEpoch{s.reconcilingTo});
    }
    if (isDrained && wasAsked)
        noteSynced();
}

void Stepper::on(const event::EpochStored &stored)
{
    s.isStoringEpoch = false;
    if (!stored.outcome) {
        if (s.link == Link::Online)
            holdLane(Lane::Push, stored.outcome.error().code);
        return;
    }
    s.standing.epoch = s.reconcilingTo;
    s.reconcilingTo = QUuid();
    s.isSendingAgain = false;
}

void Stepper::on(const event::BatchRead &read)
{
    if (read.id != s.push.reading)
        return; // forgotten meanwhile
    s.push.reading = 0;
    if (!read.batch) {
        holdLane(Lane::Push, read.batch.error().code);
        return;
    }
    const event::BatchSummary &batch = *read.batch;
    s.push.isReadToEnd = batch.isEnd || batch.count == 0;
    if (batch.count == 0)
        return;
    s.push.readTo = batch.last;
    s.push.prepared = Batch{read.id, batch.first, batch.last, batch.count, batch.followsInFlight};
}

void Stepper::on(const event::BatchSent &sent)
{
    s.call = Call::None;
    if (!s.push.prepared)
        return; // forgotten meanwhile
    const Batch batch = *s.push.prepared;
    if (!sent.outcome) {
        batchFailed(batch, sent.outcome.error().code);
        return;
    }
    s.push.prepared.reset();
    s.push.inFlight.push_back(batch);
    s.push.sent += batch.count;
    ++s.sentInTurn;
}

void Stepper::on(const event::ReplyReceived &received)
{
    s.call = Call::None;
    if (s.push.inFlight.empty() || s.push.inFlight.front().id != received.id)
        return; // forgotten meanwhile: it will be sent again, which does no harm
    const Batch batch = s.push.inFlight.front();
    if (!received.reply) {
        batchFailed(batch, received.reply.error().code);
        return;
    }

    s.push.inFlight.pop_front();
    wentThrough();
    s.push.failures = 0;
    s.push.refusalsInRow = 0;
    s.push.answered += received.reply->answered;
    s.push.deliveries = std::clamp(received.reply->deliveries, s.push.deliveries, mostDeliveries);
    s.standing.highestTransaction = std::max(s.standing.highestTransaction, received.reply->transaction);
    if (batch.last >= s.push.suspectTo)
        s.push.suspectTo = 0;
    if (received.took > slowReply)
        shrinkBatches();
    else if (received.took < fastReply && s.push.suspectTo == 0)
        s.push.entriesPerBatch = std::min(maxBatchEntries, s.push.entriesPerBatch * 2);
    ++s.push.storing;
    emitEffect(effect::StoreOutcomes{batch.id});
}

void Stepper::on(const event::OutcomesStored &stored)
{
    --s.push.storing;
    if (!stored.outcome && s.link == Link::Online)
        holdLane(Lane::Push, stored.outcome.error().code);
}

void Stepper::batchFailed(const Batch &batch, ErrorCode code)
{
    if (code == ErrorCode::InvalidInput) {
        batchRefused(batch);
        return;
    }
    if (code == ErrorCode::Offline)
        shrinkBatches();
    callFailed(code, Lane::Push);
}

// The call as a whole was refused, so some entry in it cannot even be spoken of. It is looked for by halving, with
// nothing else in flight; found, it is set aside at the desk, and the rest goes on.
void Stepper::batchRefused(const Batch &batch)
{
    emitEffect(effect::Disconnect{});
    forgetBatches();
    s.push.suspectTo = batch.last; // whatever is wrong lies in here; what came before is stored first
    if (batch.count > 1) {
        s.push.entriesPerBatch = batch.count / 2;
        return;
    }
    if (++s.push.refusalsInRow > refusalsBeforeHold) {
        s.push.refusalsInRow = 0;
        holdLane(Lane::Push, ErrorCode::InvalidInput);
        return;
    }
    ++s.push.storing;
    ++s.push.answered;
    emitEffect(effect::RefuseEntry{batch.first});
}

void Stepper::shrinkBatches()
{
    s.push.entriesPerBatch = std::max(1, s.push.entriesPerBatch / 2);
}

bool Stepper::mayWorkOn(Lane lane) const
{
    if (s.isHelloDue || s.isYielding)
        return false;
    return lane == Lane::Push ? s.push.isDue && !isArmed(s, Timer::Push) : s.pull.isDue && !isArmed(s, Timer::Pull);
}

void Stepper::proceedPush()
{
    PushLane &push = s.push;
    const bool isTurnOver = s.sentInTurn >= CentralGateway::maxInFlight && wantsPage();
    const bool maySend = mayWorkOn(Lane::Push) && !isTurnOver;
    const bool isCareful = push.suspectTo > 0;
    const std::size_t depth = isCareful ? 1 : CentralGateway::maxInFlight;

    // Careful: what was refused must be out of the way in the store before the next look.
    const bool mayRead = maySend && !(isCareful && push.storing > 0);
    if (mayRead && push.reading == 0 && !push.prepared && !push.isReadToEnd) {
        push.reading = s.nextId++;
        emitEffect(effect::ReadBatch{push.reading, push.readTo, push.entriesPerBatch, maxBatchBytes});
    }
    const bool isFollowing = push.prepared && push.prepared->followsInFlight && !push.inFlight.empty();
    if (maySend && push.prepared && !isFollowing && push.inFlight.size() < depth) {
        s.call = Call::Send;
        emitEffect(effect::SendBatch{push.prepared->id, push.deliveries + qint64(push.inFlight.size())});
        return;
    }
    const bool isNothingToSend = !push.prepared && push.reading == 0;
    if (!push.inFlight.empty() && (!maySend || isNothingToSend || isFollowing || push.inFlight.size() >= depth)) {
        s.call = Call::Receive;
        emitEffect(effect::ReceiveReply{push.inFlight.front().id});
        return;
    }
    if (maySend && push.isReadToEnd && isNothingToSend && push.inFlight.empty() && push.storing == 0)
        endPass();
}

void Stepper::startPass()
{
    s.push.readTo = 0;
    s.push.isReadToEnd = false;
    s.push.answered = 0;
    s.push.sent = 0;
}

void Stepper::endPass()
{
    const bool isInVain = s.push.sent > 0 && s.push.answered == 0;
    const bool hasAnswers = s.push.answered > 0;
    startPass();
    if (isInVain) {
        s.push.why = ErrorCode::Internal; // the centre took the batch and answered for none of it
        arm(Timer::Push, backOff(++s.push.failures, backOffCap, s.random));
        return;
    }
    s.push.isDue = false;
    if (!hasAnswers) {
        if (s.waiting > 0) // the count was older than the read: count again, but not in a tight loop
            arm(Timer::Push, backOff(1, backOffCap, s.random));
        return;
    }
    count();
    if (mayPull(s) && !s.pull.why) { // what the centre made of it
        disarm(Timer::Pull);
        s.pull.isDue = true;
    }
}

void Stepper::forgetBatches()
{
    const bool isEmpty = s.push.inFlight.empty() && !s.push.prepared && s.push.reading == 0;
    s.push.inFlight.clear();
    s.push.prepared.reset();
    s.push.reading = 0;
    startPass();
    if (!isEmpty)
        emitEffect(effect::ForgetBatches{});
}

} // namespace reeve::sync
