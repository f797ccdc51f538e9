// SPDX-License-Identifier: MIT
// The pull lane: the first load in key order, then the change log, page by page; the next page is asked for while the
// last one is being stored.
#include "core/sync/back_off.h"
#include "core/sync/stepper.h"

#include <algorithm>

namespace reeve::sync {

using std::chrono::milliseconds;

namespace {

// A pull that would remove more than one person in twenty, and more than these, is shown to a person first.
constexpr qint64 removalsAlwaysAllowed = 20;
constexpr qint64 oneIn = 20;

} // namespace

bool Stepper::wantsPage() const
{
    if (!mayWorkOn(Lane::Pull) || !mayPull(s) || s.pull.isBroken || s.pull.isRemovingUnknown ||
        s.pull.storing.size() >= maxPagesStoring)
        return false;
    // Removals come with the change log only; none is applied before what was not safe has been sent again.
    return !s.pull.reach.isFirstLoadDone || !s.isSendingAgain;
}

void Stepper::askForPage()
{
    s.sentInTurn = 0;
    s.pull.asking = s.nextId++;
    const Position &reach = s.pull.reach;
    if (!reach.isFirstLoadDone && reach.loadStart == 0) {
        s.call = Call::LoadStart;
        emitEffect(effect::AskLoadStart{s.pull.asking});
    } else if (!reach.isFirstLoadDone) {
        s.call = Call::FirstLoad;
        emitEffect(effect::AskFirstLoad{s.pull.asking, reach.loadedTo, s.pull.rowsPerPage});
    } else {
        s.call = Call::Page;
        emitEffect(effect::AskPage{s.pull.asking, reach.cursor, s.pull.rowsPerPage});
    }
}

void Stepper::on(const event::AllowRemovals &)
{
    if (s.pull.removalsHeld == 0)
        return;
    s.pull.areRemovalsAllowed = true;
    s.pull.removalsHeld = 0;
    s.pull.why.reset();
    s.pull.isDue = true;
    disarm(Timer::Pull);
}

void Stepper::on(const event::LoadStartAnswered &answered)
{
    s.call = Call::None;
    if (answered.id != s.pull.asking)
        return; // the lane was turned back meanwhile
    s.pull.asking = 0;
    if (!answered.cursor) {
        callFailed(answered.cursor.error().code, Lane::Pull);
        return;
    }
    Position to = s.pull.reach;
    to.loadStart = std::max<quint64>(1, answered.cursor->transaction);
    to.cursor = *answered.cursor; // where the change log is followed from, once the load is done
    storePage(answered.id, to, false);
}

void Stepper::on(const event::PageAnswered &answered)
{
    s.call = Call::None;
    if (answered.id != s.pull.asking) {
        emitEffect(effect::ForgetPage{answered.id}); // the lane was turned back meanwhile
        return;
    }
    s.pull.asking = 0;
    if (!answered.page) {
        const ErrorCode code = answered.page.error().code;
        if (code == ErrorCode::Offline)
            s.pull.rowsPerPage = std::max(minPageRows, s.pull.rowsPerPage / 2);
        else if (code == ErrorCode::StaleIncarnation)
            s.pull.isPositionLost = true;
        callFailed(code, Lane::Pull);
        return;
    }

    wentThrough();
    s.pull.failures = 0;
    s.pull.rowsPerPage = std::min(maxPageRows, s.pull.rowsPerPage * 2);
    const event::PageSummary &page = *answered.page;
    Position to = s.pull.reach;
    if (!to.isFirstLoadDone) {
        if (page.rows > 0)
            to.loadedTo = page.lastId;
        to.isFirstLoadDone = page.isLast || page.rows == 0;
        if (to.isFirstLoadDone && !s.pull.isReadingAgain)
            to.loadedTo = QUuid(); // there was nobody before: nobody is unknown now
        else if (to.isFirstLoadDone && to.loadedTo.isNull())
            to.loadedTo = s.standing.device.uuid(); // nobody came: everybody is; any id will do as the mark
        storePage(answered.id, to, false);
        return;
    }

    const qint64 removals = s.pull.removals + page.removals;
    if (removals > removalsAlwaysAllowed && removals * oneIn > s.people && !s.pull.areRemovalsAllowed) {
        emitEffect(effect::ForgetPage{answered.id});
        s.pull.removalsHeld = removals;
        holdLane(Lane::Pull, ErrorCode::Conflict);
        return;
    }
    s.pull.removals = removals;
    const bool isLast = page.isLast || page.next <= to.cursor;
    s.pull.isDue = !isLast;
    if (page.rows == 0 && isLast) {
        emitEffect(effect::ForgetPage{answered.id}); // nothing new: the cursor may stay where it is
        if (s.pull.storing.empty())
            caughtUp();
        else
            s.pull.storing.back().isLast = true;
        return;
    }
    to.cursor = std::max(to.cursor, page.next);
    storePage(answered.id, to, isLast);
}

void Stepper::storePage(quint64 id, const Position &to, bool isLast)
{
    emitEffect(effect::StorePage{id, s.pull.reach, to});
    s.pull.storing.push_back({id, to, isLast});
    s.pull.reach = to;
}

void Stepper::on(const event::PageStored &stored)
{
    if (s.pull.storing.empty())
        return;
    const StoringPage page = s.pull.storing.front();
    s.pull.storing.pop_front();

    if (stored.position)
        s.standing.position = *stored.position; // what is in the store now, in any case
    if (!stored.position || *stored.position != page.to) {
        s.pull.isBroken = true;
        s.pull.asking = 0;
        s.pull.brokenBy = stored.position ? ErrorCode::Conflict : stored.position.error().code;
    } else if (!s.pull.isBroken) {
        s.standing.highestTransaction = std::max(s.standing.highestTransaction, page.to.cursor.transaction);
    }
    if (!s.pull.storing.empty())
        return;

    if (s.pull.isBroken) {
        s.pull.isBroken = false;
        s.pull.reach = s.standing.position;
        if (s.link == Link::Online)
            holdLane(Lane::Pull, s.pull.brokenBy.value_or(ErrorCode::Io));
        return;
    }
    if (page.isLast && !s.pull.isDue && s.link == Link::Online)
        caughtUp();
}

// Removals come with the change log, which is not read again from its beginning; and what the centre lost when it went
// back in time is in no log. So whoever was not confirmed by the whole reading goes now.
void Stepper::on(const event::UnknownRemoved &removed)
{
    s.pull.isRemovingUnknown = false;
    const bool isHeld = removed.held && *removed.held > 0;
    s.pull.areUnknownKept = removed.kept > 0 && !isHeld; // while a person is asked, the question stays
    if (removed.held)
        s.pull.removalsHeld = *removed.held;
    if (removed.held && *removed.held == 0 && removed.kept == 0) {
        s.standing.position.loadedTo = QUuid();
        s.pull.reach.loadedTo = QUuid();
    }
    if (s.link != Link::Online)
        return;
    if (!removed.held) {
        holdLane(Lane::Pull, removed.held.error().code);
    } else if (isHeld) {
        holdLane(Lane::Pull, ErrorCode::Conflict);
    } else {
        count();
    }
}

void Stepper::caughtUp()
{
    if (!s.pull.reach.loadedTo.isNull() && !s.pull.areUnknownKept) {
        s.pull.isRemovingUnknown = true;
        emitEffect(effect::RemoveUnknown{s.pull.areRemovalsAllowed});
    } else {
        s.pull.removalsHeld = 0;
    }
    s.pull.hasCaughtUp = true;
    s.pull.removals = 0;
    s.pull.areRemovalsAllowed = false;
    const milliseconds poll(s.pollMs);
    arm(Timer::Pull, poll / 2 + anyUpTo(poll, s.random)); // ± 50 %
    noteSynced();
}

} // namespace reeve::sync
