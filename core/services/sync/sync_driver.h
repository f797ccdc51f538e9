// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sync/sync_inbox.h"
#include "core/services/sync/sync_service.h"
#include "core/services/sync/sync_work.h"

#include <QThreadPool>

#include <array>
#include <atomic>
#include <map>

namespace reeve::services {

// Binds the pure sync core to the store, the gateway and the clock. Runs on one thread: the caller's. Gateway calls
// block that thread; writes to the store go on beside it, and their answers come back through the inbox.
class SyncDriver final
{
public:
    // Called on the sync thread.
    struct Listener
    {
        std::function<void(const SyncStatus &)> status;
        std::function<void()> peopleChanged;
        std::function<void(domain::PersonId)> refreshed;
        std::function<void()> connected; // the centre is there, again or for the first time
    };
    // Work that needs the gateway to itself; run with nothing in flight. With a code: it cannot be done.
    using Job = std::function<void(std::optional<ErrorCode> refused)>;

    SyncDriver(Desk &desk, sync::CentralGateway &gateway, Listener listener);
    SyncDriver(const SyncDriver &) = delete;
    SyncDriver &operator=(const SyncDriver &) = delete;

    // --- any thread
    void post(const sync::Event &event);
    void noteLocalChange();
    void postJob(Job job);
    void practiseOutage(bool on);
    void stop(); // ends a blocked gateway call too

    // --- the sync thread
    // Reads who this desk is. NotFound before enrolment, and for a desk without a centre.
    [[nodiscard]] Result<> begin();
    void run(); // begins, and goes on until stop()
    void runUntil(const std::function<bool(const sync::SyncState &)> &isDone);
    void happens(const sync::Event &event);
    // As the desk's agent; stores the session and goes on with it.
    [[nodiscard]] Result<> signIn(const crypto::Secret &password);
    // For jobs: the agent's own session. SignInNeeded without one; Offline while the centre is not there.
    [[nodiscard]] Result<store::CentralSession> ownSession();
    void tellRefreshed(domain::PersonId person);
    // What the centre does not have of this desk's audit yet. Needs the gateway to itself.
    void deliverAudit();

    // The store is so damaged that not even what waits can be counted: nothing goes on by itself.
    [[nodiscard]] bool isStoreDamaged() const noexcept { return m_isStoreDamaged; }

    [[nodiscard]] const sync::SyncState &state() const noexcept { return m_state; }
    [[nodiscard]] sync::CentralGateway &gateway() const noexcept { return m_gateway; }
    [[nodiscard]] const Work &work() const noexcept { return m_work; }
    [[nodiscard]] qint64 pushed() const noexcept { return m_pushed; }
    [[nodiscard]] qint64 pulled() const noexcept { return m_pulled; }

private:
    using Milliseconds = std::chrono::milliseconds;

    bool turn(); // does one thing; false when nothing is due
    bool fireTimer();
    bool runJobs();
    void tidy();
    void recount();
    [[nodiscard]] Milliseconds untilNext() const;
    void publish(bool isForced);

    void perform(const sync::Effect &effect);
    void findSession(bool otherThanLast);
    void sayHello(const sync::effect::SayHello &effect);
    void hearOrder(const sync::HelloReply *reply, ErrorCode refusal);
    [[nodiscard]] bool hearsItIsClosed();
    void hearThatAgentIsDisabled();
    void noteClosedAs(const QString &status);
    void wipe(const crypto::WipeOrder &order, const QByteArray &statement);
    [[nodiscard]] Result<qint64> deliverBeforeWipe();
    void storeTold(const sync::effect::StoreGreeting &greeting);
    void closeSlotsOf(const QStringList &agents);
    void readBatch(const sync::effect::ReadBatch &effect);
    [[nodiscard]] bool followsInFlight(const std::vector<store::OutboxEntry> &entries) const;
    void sendBatch(const sync::effect::SendBatch &effect);
    void receiveReply(const sync::effect::ReceiveReply &effect);
    void storeReply(const sync::effect::StoreOutcomes &effect);
    void askFirstLoad(const sync::effect::AskFirstLoad &effect);
    void askPage(const sync::effect::AskPage &effect);
    void keepPage(const sync::effect::StorePage &effect);
    void pageKept(const sync::effect::StorePage &effect, const PreparedPage &page, const Result<StoredPage> &stored);
    // A gateway call, or Offline while the plug is pulled.
    template <typename Call>
    auto call(Call make) -> decltype(make());
    // Hands the answer of a store job back as the event it makes of it.
    template <typename T, typename MakeEvent>
    void whenStored(QFuture<Result<T>> future, MakeEvent makeEvent);

    Desk &m_desk;
    sync::CentralGateway &m_gateway;
    const Listener m_listener;
    const std::shared_ptr<SyncInbox> m_inbox = std::make_shared<SyncInbox>();
    std::atomic<bool> m_isStopping = false;
    std::atomic<bool> m_isUnplugged = false;
    std::atomic<bool> m_isCalling = false;

    sync::SyncState m_state;
    std::deque<sync::Effect> m_effects;
    std::deque<Job> m_jobs;
    std::array<std::optional<Milliseconds>, sync::timerCount> m_timers;
    std::map<quint64, std::vector<store::OutboxEntry>> m_batches;
    std::map<quint64, sync::PushReply> m_replies;
    std::map<quint64, HeldPage> m_pages;
    std::map<quint64, std::chrono::steady_clock::time_point> m_sentAt;

    std::optional<store::CentralSession> m_session;
    QStringList m_refusedTokens;
    QString m_centralUri;
    std::optional<ErrorCode> m_notBegun;
    sync::HelloReply m_greeting; // the last one
    store::DeskLife::Told m_known;
    int m_wipeTries = 0;
    bool m_isWiped = false;
    Work m_work;
    qint64 m_people = 0;
    qint64 m_pushed = 0;
    qint64 m_pulled = 0;
    bool m_arePeopleStale = true;
    bool m_isStoreDamaged = false;
    bool m_hasErased = false;
    Milliseconds m_countAt{0};
    Milliseconds m_tidyAt{0};
    std::optional<Milliseconds> m_purgedAt;

    SyncStatus m_told;
    std::optional<std::chrono::steady_clock::time_point> m_toldAt;
    bool m_havePeopleChanged = false;

    QThreadPool m_preparing; // last: what it runs ends before anything above goes
};

} // namespace reeve::services
