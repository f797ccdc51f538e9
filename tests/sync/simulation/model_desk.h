// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sync/reference/reference_centre.h"
#include "tests/sync/simulation/model_store.h"
#include "tests/sync/simulation/oracle.h"
#include "tests/sync/simulation/surroundings.h"

#include <bitset>
#include <deque>
#include <memory>

namespace reeve::test {

// (link × event) pairs that were reached, and how often.
struct Coverage
{
    static constexpr std::size_t links = 6;
    static constexpr std::size_t events = std::variant_size_v<sync::Event>;
    std::array<std::array<qint64, events>, links> count{};
    std::bitset<std::size_t{6} * 3 * 3 * 2 * 32> situations; // link, what each lane does, reconciling × event
};

// One desk of the simulator: the real sync core, a driver on virtual time, a store in memory. Calls take as long as the
// world says and may be lost, late or doubled; a write to the store lands when its turn comes, and a crash loses what
// had not landed.
class ModelDesk final
{
public:
    ModelDesk(Surroundings &world, int id, QString token, ModelStore store);

    // --- what a person does
    void saves(store::EntryKind kind, QUuid aggregate, const QByteArray &payload, domain::EntryId id, Oracle::Fits fits,
               std::optional<QUuid> person = {});
    void editsPerson(QUuid person, const QString &field, const QString &value, domain::EntryId id);
    [[nodiscard]] bool knows(QUuid person) const; // and has not heard that they were erased
    // As they are shown here: nothing happens where the two are one already, or where no merge stands.
    void merges(QUuid survivor, QUuid absorbed, domain::MergeEventId id);
    void unmergesSomething(quint64 which, domain::MergeEventId id);
    void opens(QUuid person); // their timeline, at a centre that can be reached
    void looksAt(domain::RestrictedItemId item);
    void signsIn(const QString &token);
    void sendsRefusedAgain();
    void happens(const sync::Event &event); // pulls the plug, tries now, allows removals …

    // --- what befalls it
    void crashes(bool isPowerCut);
    void isRestoredTo(const ModelStore &snapshot, int newId);
    void wakes(); // the lid is opened: what should have fired fires now

    int id;
    bool isReachable = true;
    milliseconds clockError{0};
    QString token;

    [[nodiscard]] const ModelStore &store() const { return m_store; }
    [[nodiscard]] const sync::SyncState &state() const { return m_state; }
    [[nodiscard]] quint64 traceHash() const { return m_trace; }
    [[nodiscard]] qint64 steps() const { return m_steps; }
    [[nodiscard]] const Coverage &coverage() const { return m_coverage; }
    [[nodiscard]] QString describe() const;

private:
    struct Page
    {
        std::vector<store::PulledPerson> people;
        std::vector<store::FieldConflict> conflicts;
        std::vector<sync::PulledInteraction> interactions = {};
        std::vector<domain::MergeEvent> mergeEvents = {};
    };
    // What comes back from the centre: the event for the core, and what the driver keeps of it.
    struct Answer
    {
        sync::Event event;
        Page page = {};
    };
    struct Sent
    {
        quint64 id = 0;
        std::optional<Result<sync::PushReply>> reply;
        std::vector<store::OutboxEntry> entries;
    };

    void start();
    void take(const sync::Event &event);
    void tell(const sync::Event &event) const;
    void pump();
    void perform(const sync::Effect &effect);
    void ask(CallKind kind, std::function<Answer()> serve, std::function<sync::Event(ErrorCode)> failed);
    void answered(quint64 call, Answer answer);
    void sayHello(const sync::effect::SayHello &effect);
    void readBatch(const sync::effect::ReadBatch &effect);
    void sendBatch(const sync::effect::SendBatch &effect);
    void receiveReply(const sync::effect::ReceiveReply &effect);
    void replyArrived(quint64 connection, const std::shared_ptr<Sent> &sent, Result<sync::PushReply> reply);
    void hangUp();
    void arm(const sync::effect::ArmTimer &effect);
    void fireAfter(std::size_t timer, milliseconds delay);
    void write(std::function<sync::Event()> change);
    void land();
    [[nodiscard]] sync::Event storeOutcomes(quint64 id);
    [[nodiscard]] sync::Event storePage(const sync::effect::StorePage &effect);
    void applyPage(const Page &page);
    [[nodiscard]] sync::Event removeUnknown(bool isAllowed);
    [[nodiscard]] sync::Event storeGreeting(const sync::effect::StoreGreeting &effect);
    void hear(const std::vector<store::EntryNews> &news);
    void acknowledge(const std::vector<store::EntryOutcome> &outcomes, quint64 transaction);
    void tellsMerge(domain::MergeEvent event);
    [[nodiscard]] Instant clock() const;
    [[nodiscard]] bool willGoOn() const;
    [[nodiscard]] Mutant mutant() const { return m_world.centre().mutant; }
    void note(quint64 value) { m_trace = (m_trace ^ value) * 0x100000001B3ULL; }

    Surroundings &m_world;
    ModelStore m_store;
    ModelStore m_onDisk; // M5 only: what a power cut leaves
    sync::SyncState m_state;
    quint64 m_life = 0; // of the process
    bool m_isPumping = false;
    std::deque<sync::Event> m_events;
    std::deque<sync::Effect> m_effects;
    std::deque<std::function<sync::Event()>> m_writes;
    quint64 m_lastCall = 0;
    quint64 m_awaited = 0; // the call that is on its way
    quint64 m_connection = 0;
    quint64 m_centreAge = 0; // the connection ends when the centre has crashed since
    bool m_isConnectionLost = false;
    milliseconds m_lastArrival{0};
    std::deque<std::shared_ptr<Sent>> m_sent;
    quint64 m_receiving = 0; // the batch whose reply is waited for
    std::map<quint64, std::vector<store::OutboxEntry>> m_batches;
    std::map<quint64, sync::PushReply> m_replies;
    std::map<quint64, Page> m_pages;
    std::vector<store::EntryNews> m_heard; // with the last greeting
    struct Armed
    {
        quint32 stamp = 0;
        bool isOn = false;
        milliseconds due{0};
    };
    std::array<Armed, sync::timerCount> m_timers;
    quint64 m_trace = 0xCBF29CE484222325ULL;
    qint64 m_steps = 0;
    Coverage m_coverage;
};

} // namespace reeve::test
