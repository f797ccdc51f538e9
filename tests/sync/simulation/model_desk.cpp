// SPDX-License-Identifier: MIT
// The desk itself: its process, its people, what it is asked to do.
#include "tests/sync/simulation/model_desk.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using namespace sync;
using store::EntryState;

namespace {

const Instant begin{milliseconds{1795344120000}};
constexpr std::chrono::hours keepSafe{1}; // 35 days, in the time of a simulation

} // namespace

ModelDesk::ModelDesk(Surroundings &world, int number, QString sessionToken, ModelStore store)
    : id(number),
      token(std::move(sessionToken)),
      m_world(world),
      m_store(std::move(store)),
      m_onDisk(m_store)
{
    start();
}

Instant ModelDesk::clock() const
{
    return begin + m_world.now() + clockError;
}

void ModelDesk::start()
{
    ++m_life;
    m_world.oracle().restarted(id, m_store);
    happens(event::Start{m_store.standing, qint64(m_store.people().size()), m_world.draw()});
}

void ModelDesk::crashes(bool isPowerCut)
{
    // Some of the writes under way have landed, and nobody was told.
    const std::size_t landed = m_world.draw() % (m_writes.size() + 1);
    for (std::size_t n = 0; n < landed; ++n)
        static_cast<void>(m_writes[n]());
    if (isPowerCut && mutant() == Mutant::UnsyncedCommits)
        m_store = m_onDisk;
    hangUp();
    m_events.clear();
    m_effects.clear();
    m_writes.clear();
    m_batches.clear();
    m_replies.clear();
    m_pages.clear();
    m_awaited = 0;
    for (Armed &timer : m_timers)
        timer = {timer.stamp + 1};
    note(isPowerCut ? 3 : 2);
    start();
}

void ModelDesk::isRestoredTo(const ModelStore &snapshot, int newId)
{
    m_writes.clear();
    m_world.oracle().rolledBack(id, m_store, snapshot);
    m_store = snapshot;
    id = newId;
    crashes(false);
}

void ModelDesk::wakes()
{
    for (std::size_t which = 0; which < m_timers.size(); ++which) {
        Armed &timer = m_timers[which];
        if (timer.isOn)
            fireAfter(which, std::max(timer.due - m_world.now(), milliseconds(0)));
    }
}

void ModelDesk::happens(const Event &event)
{
    take(event);
    pump();
}

void ModelDesk::take(const Event &event)
{
    const std::size_t link = std::size_t(m_state.link);
    ++m_coverage.count[link][event.index()];
    const auto busy = [](bool isDue, bool isHeld) { return std::size_t(isHeld ? 2 : (isDue ? 1 : 0)); };
    const std::size_t lanes = busy(m_state.push.isDue, m_state.push.why.has_value()) * 3 +
                              busy(m_state.pull.isDue, m_state.pull.why.has_value());
    const std::size_t situation = (link * 9 + lanes) * 2 + (m_state.isSendingAgain ? 1 : 0);
    m_coverage.situations.set(situation * 32 + event.index());
    ++m_steps;
    note(event.index() + (quint64(m_world.now().count()) << 8));
    std::vector<Effect> effects = step(m_state, event, clock());
    if (m_world.tells())
        tell(event);
    note(effects.size() + quint64(m_state.waiting) * 31);
    for (Effect &effect : effects)
        m_effects.push_back(std::move(effect));
    m_world.oracle().stepped(id, hasNextEvent(m_state), "the core");
}

void ModelDesk::tell(const Event &event) const
{
    static constexpr std::array<const char *, Coverage::events> names{
        "Start",         "Stop",           "PlugPulled",     "PlugPutBack",       "SyncNow",
        "AllowRemovals", "Yield",          "SignedIn",       "TimerFired",        "OutboxCounted",
        "SessionFound",  "SessionMissing", "HelloAnswered",  "GreetingStored",    "BatchRead",
        "BatchSent",     "ReplyReceived",  "OutcomesStored", "LoadStartAnswered", "PageAnswered",
        "PageStored",    "EpochStored",    "UnknownRemoved"};
    std::fprintf(stderr, "%lld desk %d %s: %s\n", static_cast<long long>(m_world.now().count()), id,
                 names[event.index()], qPrintable(describe()));
}

void ModelDesk::pump()
{
    if (m_isPumping)
        return;
    m_isPumping = true;
    while (!m_effects.empty() || !m_events.empty()) {
        if (m_effects.empty()) {
            const Event event = std::move(m_events.front());
            m_events.pop_front();
            take(event);
            continue;
        }
        if (m_world.crashesBeforeEffect(*this)) {
            crashes(m_world.draw() % 2 == 0); // its start() finds this pump going on
            continue;
        }
        const Effect effect = std::move(m_effects.front());
        m_effects.pop_front();
        perform(effect);
    }
    m_isPumping = false;
    m_world.oracle().stepped(id, willGoOn(), "outside");
}

// Seen from outside the core: something is on its way, or a timer runs.
bool ModelDesk::willGoOn() const
{
    if (m_state.link == Link::Stopped || m_state.link == Link::Unplugged || m_state.isYielding)
        return true;
    const bool isArmed = std::ranges::any_of(m_timers, &Armed::isOn);
    return isArmed || m_awaited != 0 || m_receiving != 0 || !m_writes.empty();
}

void ModelDesk::perform(const Effect &effect)
{
    note(effect.index() + 64);
    if (const auto *find = std::get_if<effect::FindSession>(&effect)) {
        if (find->otherThanLast)
            m_events.emplace_back(event::SessionMissing{});
        else
            m_events.emplace_back(event::SessionFound{});
    } else if (const auto *hello = std::get_if<effect::SayHello>(&effect)) {
        sayHello(*hello);
    } else if (const auto *greet = std::get_if<effect::StoreGreeting>(&effect)) {
        if (mutant() == Mutant::RemovesBeforeResend && greet->sendAllAgain)
            m_events.emplace_back(event::EpochStored{});
        write([this, asked = *greet] { return storeGreeting(asked); });
    } else if (std::get_if<effect::CountOutbox>(&effect)) {
        m_events.emplace_back(event::OutboxCounted{m_store.waitingCount(), qint64(m_store.people().size())});
    } else if (const auto *read = std::get_if<effect::ReadBatch>(&effect)) {
        readBatch(*read);
    } else if (const auto *send = std::get_if<effect::SendBatch>(&effect)) {
        sendBatch(*send);
    } else if (const auto *receive = std::get_if<effect::ReceiveReply>(&effect)) {
        receiveReply(*receive);
    } else if (const auto *outcomes = std::get_if<effect::StoreOutcomes>(&effect)) {
        write([this, reply = outcomes->id] { return storeOutcomes(reply); });
    } else if (const auto *refuse = std::get_if<effect::RefuseEntry>(&effect)) {
        write([this, sequence = refuse->sequence] {
            acknowledge({{sequence, EntryState::Quarantined, u"refused"_s, 0}}, 0);
            m_store.finishErasures();
            return event::OutcomesStored{};
        });
    } else if (const auto *page = std::get_if<effect::StorePage>(&effect)) {
        write([this, asked = *page] { return storePage(asked); });
    } else if (const auto *epoch = std::get_if<effect::StoreEpoch>(&effect)) {
        write([this, asked = epoch->epoch]() -> Event {
            if (const auto fault = m_world.storeFault(*this))
                return event::EpochStored{fail(*fault)};
            m_store.standing.epoch = asked;
            return event::EpochStored{};
        });
    } else if (const auto *unknown = std::get_if<effect::RemoveUnknown>(&effect)) {
        write([this, isAllowed = unknown->isAllowed] { return removeUnknown(isAllowed); });
    } else if (const auto *synced = std::get_if<effect::StoreLastSync>(&effect)) {
        m_store.standing.lastSyncAt = synced->at;
    } else if (std::get_if<effect::ForgetBatches>(&effect)) {
        m_batches.clear();
    } else if (const auto *forgotten = std::get_if<effect::ForgetPage>(&effect)) {
        m_pages.erase(forgotten->id);
    } else if (std::get_if<effect::Disconnect>(&effect)) {
        hangUp();
    } else if (const auto *armed = std::get_if<effect::ArmTimer>(&effect)) {
        arm(*armed);
    } else if (const auto *disarmed = std::get_if<effect::DisarmTimer>(&effect)) {
        Armed &timer = m_timers[std::size_t(disarmed->timer)];
        timer = {timer.stamp + 1};
    } else if (const auto *from = std::get_if<effect::AskLoadStart>(&effect)) {
        const auto failed = [asked = from->id](ErrorCode code) -> Event {
            return event::LoadStartAnswered{asked, fail(code)};
        };
        ask(
            CallKind::LoadStart,
            [this, asked = from->id, device = m_state.standing.device]() -> Answer {
                return {event::LoadStartAnswered{asked, m_world.centre().changeLogStart(token, device)}, {}};
            },
            failed);
    } else if (const auto *load = std::get_if<effect::AskFirstLoad>(&effect)) {
        const auto failed = [asked = load->id](ErrorCode code) -> Event {
            return event::PageAnswered{asked, fail(code)};
        };
        ask(
            CallKind::FirstLoad,
            [this, asked = *load, limit = m_world.pageLimit(load->limit), device = m_state.standing.device,
             failed]() -> Answer {
                auto rows = m_world.centre().firstLoad(token, device, asked.after, limit);
                if (!rows)
                    return {failed(rows.error().code), {}};
                const event::PageSummary summary{qint64(rows->people.size()), 0, {}, rows->lastId, rows->isLast};
                return {event::PageAnswered{asked.id, summary},
                        {std::move(rows->people), std::move(rows->conflicts), {}, std::move(rows->mergeEvents)}};
            },
            failed);
    } else if (const auto *next = std::get_if<effect::AskPage>(&effect)) {
        const auto failed = [asked = next->id](ErrorCode code) -> Event {
            return event::PageAnswered{asked, fail(code)};
        };
        ask(
            CallKind::Pull,
            [this, asked = *next, limit = m_world.pageLimit(next->limit), device = m_state.standing.device,
             failed]() -> Answer {
                auto rows = m_world.centre().pull(token, device, asked.after, limit);
                if (!rows)
                    return {failed(rows.error().code), {}};
                event::PageSummary summary;
                m_world.oracle().handed(id, token, rows->interactions);
                summary.rows = qint64(rows->people.size() + rows->conflicts.size() + rows->interactions.size() +
                                      rows->mergeEvents.size());
                summary.removals = std::ranges::count_if(rows->people, &store::PulledPerson::removed);
                summary.next = rows->next;
                summary.isLast = rows->isLast;
                return {event::PageAnswered{asked.id, summary},
                        {std::move(rows->people), std::move(rows->conflicts), std::move(rows->interactions),
                         std::move(rows->mergeEvents)}};
            },
            failed);
    }
}

void ModelDesk::arm(const effect::ArmTimer &effect)
{
    Armed &timer = m_timers[std::size_t(effect.timer)];
    timer = {timer.stamp, true, m_world.now() + effect.delay};
    milliseconds delay = effect.delay;
    if (mutant() == Mutant::RetryOnTrigger && (effect.timer == Timer::Retry || effect.timer == Timer::Push)) {
        timer.isOn = false;
        return;
    }
    if (mutant() == Mutant::NoJitter && effect.timer == Timer::Retry)
        delay = std::chrono::seconds(5);
    fireAfter(std::size_t(effect.timer), delay + m_world.timerLag());
}

void ModelDesk::fireAfter(std::size_t which, milliseconds delay)
{
    m_world.after(delay, [this, which, stamp = ++m_timers[which].stamp] {
        Armed &fired = m_timers[which];
        if (!fired.isOn || fired.stamp != stamp)
            return;
        fired.isOn = false;
        happens(event::TimerFired{Timer(which)});
    });
}

void ModelDesk::saves(store::EntryKind kind, QUuid aggregate, const QByteArray &payload, domain::EntryId entryId,
                      Oracle::Fits fits, std::optional<QUuid> about)
{
    store::OutboxEntry entry;
    entry.id = entryId;
    entry.kind = kind;
    entry.aggregate = aggregate;
    entry.person = about;
    entry.payload = payload;
    entry.agent = u"asha"_s;
    entry.deviceTime = begin + m_world.now();
    const auto person = m_store.people().find(aggregate);
    entry.baseRevision = person == m_store.people().end() ? 0 : person->second.revision;
    entry.sequence = m_store.append(entry);
    m_world.oracle().saved(id, entry, fits);
    if (m_world.draw() % 2 == 0) // the other half is found by the hourly count or the next greeting
        happens(event::OutboxCounted{m_store.waitingCount(), qint64(m_store.people().size())});
}

void ModelDesk::editsPerson(QUuid person, const QString &field, const QString &value, domain::EntryId entryId)
{
    const QJsonObject before = *m_store.shown(person);
    const QJsonValue was = before.contains(field) ? before.value(field) : QJsonValue(QJsonValue::Null);
    const QJsonObject payload{{u"id"_s, person.toString(QUuid::WithoutBraces)},
                              {u"set"_s, QJsonObject{{field, value}}},
                              {u"was"_s, QJsonObject{{field, was}}}};
    saves(store::EntryKind::PersonEdited, person, QJsonDocument(payload).toJson(QJsonDocument::Compact), entryId,
          Oracle::Fits::Perhaps); // the person may be removed meanwhile
}

void ModelDesk::signsIn(const QString &sessionToken)
{
    token = sessionToken;
    happens(event::SignedIn{});
}

void ModelDesk::sendsRefusedAgain()
{
    std::vector<qint64> refused;
    for (const auto &[sequence, entry] : m_store.outbox()) {
        if (entry.code == u"refused"_s)
            refused.push_back(sequence);
    }
    for (const qint64 sequence : refused)
        m_store.sendAgain(sequence);
}

QString ModelDesk::describe() const
{
    return u"link %1, waits for %2, push %3 held %4, pull %5 held %6, waiting %7, call %8, sending again %9"_s
        .arg(int(m_state.link))
        .arg(m_state.why ? errorName(*m_state.why) : u"-"_s)
        .arg(m_state.push.isDue)
        .arg(m_state.push.why ? errorName(*m_state.push.why) : u"-"_s)
        .arg(m_state.pull.isDue)
        .arg(m_state.pull.why ? errorName(*m_state.pull.why) : u"-"_s)
        .arg(m_store.waitingCount())
        .arg(int(m_state.call))
        .arg(m_state.isSendingAgain);
}

} // namespace reeve::test
