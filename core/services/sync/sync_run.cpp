// SPDX-License-Identifier: MIT
#include "core/services/sync/sync_run.h"

#include "core/services/sync/sync_driver.h"
#include "core/store/store.h"

namespace reeve::services {

namespace {

// The lane that brings what is new stands still for want of room; what delivers has gone through.
bool isOnlyNewHeldByDisk(const sync::SyncState &state, ErrorCode why)
{
    return why == ErrorCode::DiskFull && state.link == sync::Link::Online && !state.push.why;
}

// Why it goes no further, when it does not; nullopt: everything was exchanged, but for removals that are held.
std::optional<ErrorCode> exchangeAll(SyncDriver &driver, const std::optional<crypto::Secret> &password,
                                     ManyRemovals removals, const std::function<bool()> &isCancelled,
                                     std::optional<Error> &signInFailed)
{
    bool hasTriedAgain = false;
    bool hasSignedIn = false;
    for (;;) {
        const auto isOver = [&] { return driver.isStoreDamaged() || (isCancelled && isCancelled()); };
        driver.runUntil([&isOver](const sync::SyncState &state) {
            return sync::isCaughtUp(state) || sync::stuckBy(state) || isOver();
        });
        if (sync::isCaughtUp(driver.state()))
            return std::nullopt;
        if (isOver())
            return driver.isStoreDamaged() ? ErrorCode::Corrupt : ErrorCode::Cancelled;

        const ErrorCode why = sync::stuckBy(driver.state()).value_or(ErrorCode::Cancelled);
        if (why == ErrorCode::SignInNeeded && password && !hasSignedIn) {
            hasSignedIn = true;
            if (const auto signedIn = driver.signIn(*password); !signedIn) {
                signInFailed = signedIn.error();
                return signedIn.error().code;
            }
            continue;
        }
        if (driver.state().pull.removalsHeld > 0) {
            if (removals == ManyRemovals::Held)
                return std::nullopt;
            driver.happens(sync::event::AllowRemovals{});
            continue;
        }
        // A connection that had gone stale is worth one more try; a centre that is away is not waited for.
        const bool mayPass = why == ErrorCode::Offline || why == ErrorCode::StaleIncarnation;
        if (hasTriedAgain || !mayPass)
            return why;
        hasTriedAgain = true;
        driver.happens(sync::event::SyncNow{});
    }
}

} // namespace

Result<SyncSummary> syncOnce(Desk &desk, sync::CentralGateway &gateway, const std::optional<crypto::Secret> &password,
                             ManyRemovals removals, const std::function<bool()> &isCancelled)
{
    SyncDriver driver(desk, gateway, {});
    if (const auto begun = driver.begin(); !begun)
        return fail(begun);
    std::optional<Error> signInFailed;
    const auto why = exchangeAll(driver, password, removals, isCancelled, signInFailed);
    const bool isDiskFull = why && isOnlyNewHeldByDisk(driver.state(), *why);
    if (!why || isDiskFull)
        driver.deliverAudit();
    gateway.disconnect();
    if (signInFailed)
        return tl::unexpected<Error>(*signInFailed);

    const auto work =
        desk.store().writeFromReserve([](store::Connection &connection) { return countWork(connection); }).takeResult();
    if (!work) // a store that was erased just now: more than what the centre said
        return fail(work);
    if (why == ErrorCode::DeviceRevoked)
        return fail(*why, QStringLiteral("what waits here stays saved, and is delivered once the centre allows it"));
    if (why && !isDiskFull)
        return fail(*why, QStringLiteral("sync went no further"));
    return SyncSummary{
        driver.pushed(), driver.pulled(), work->counts.waiting, work->needsAttention, driver.state().pull.removalsHeld,
        isDiskFull};
}

} // namespace reeve::services
