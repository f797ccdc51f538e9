// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/sync_core.h"

namespace reeve::sync {

// One step of the core, taken apart by concern: link (stepper_link.cpp), push lane, pull lane. Lives for one step.
class Stepper final
{
public:
    Stepper(SyncState &state, Instant now) : s(state), m_now(now) {}

    void on(const event::Start &);
    void on(const event::Stop &);
    void on(const event::PlugPulled &);
    void on(const event::PlugPutBack &);
    void on(const event::SyncNow &);
    void on(const event::AllowRemovals &);
    void on(const event::Yield &);
    void on(const event::SignedIn &);
    void on(const event::TimerFired &);
    void on(const event::SessionFound &);
    void on(const event::SessionMissing &);
    void on(const event::HelloAnswered &);
    void on(const event::GreetingStored &);

    void on(const event::OutboxCounted &);
    void on(const event::BatchRead &);
    void on(const event::BatchSent &);
    void on(const event::ReplyReceived &);
    void on(const event::OutcomesStored &);
    void on(const event::EpochStored &);

    void on(const event::LoadStartAnswered &);
    void on(const event::PageAnswered &);
    void on(const event::PageStored &);
    void on(const event::UnknownRemoved &);

    // Starts whatever can be started now. Called once at the end of every step.
    void proceed();

    [[nodiscard]] std::vector<Effect> take() { return std::move(m_effects); }

private:
    enum class Lane { Push, Pull };

    // --- link
    void connect();
    void proceedConnecting();
    [[nodiscard]] bool isStoreQuiet() const;
    void proceedOnline();
    void sayHello();
    void goOnline();
    void leaveLink(Link link, std::optional<ErrorCode> why);
    void wait(ErrorCode why, std::chrono::milliseconds delay);
    // What a failed call means: for the link, or for the lane it belonged to.
    void callFailed(ErrorCode code, Lane lane);
    void linkFailed(ErrorCode code);
    void holdLane(Lane lane, ErrorCode why);
    void wentThrough();
    void noteSynced();

    // --- push
    [[nodiscard]] bool mayWorkOn(Lane lane) const;
    void proceedPush();
    void startPass();
    void endPass();
    void forgetBatches();
    void batchFailed(const Batch &batch, ErrorCode code);
    void batchRefused(const Batch &batch);
    void shrinkBatches();

    // --- pull
    [[nodiscard]] bool wantsPage() const;
    void askForPage();
    void storePage(quint64 id, const Position &to, bool isLast);
    void caughtUp();
    void readFromTheStart();

    void count();
    void arm(Timer timer, std::chrono::milliseconds delay);
    void disarm(Timer timer);
    template <typename T>
    void emitEffect(T effect)
    {
        m_effects.emplace_back(std::move(effect));
    }

    SyncState &s;
    Instant m_now;
    std::vector<Effect> m_effects;
};

} // namespace reeve::sync
