// SPDX-License-Identifier: MIT
#include "tests/sync/simulation/model_desk.h"

#include "core/sync/back_off.h"

#include <QJsonDocument>

#include <algorithm>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using namespace sync;
using std::chrono::milliseconds;

namespace {

const Instant begin{milliseconds{1795344120000}};

} // namespace

ModelDesk::ModelDesk(ReferenceCentre &centre, QString token, const Standing &standing, quint64 seed)
    : gateway(centre),
      m_token(std::move(token)),
      m_random(seed)
{
    m_disk.standing = standing;
    start();
}

void ModelDesk::start()
{
    happens(event::Start{m_disk.standing, qint64(m_disk.people.size()), nextRandom(m_random)});
}

void ModelDesk::crashes()
{
    m_trace.append(u"crash"_s);
    m_events.clear();
    m_effects.clear();
    m_writes.clear();
    m_batches.clear();
    m_replies.clear();
    m_pages.clear();
    m_timers = {};
    gateway.disconnect();
    start();
}

bool ModelDesk::chance(int oneIn)
{
    return nextRandom(m_random) % quint64(oneIn) == 0;
}

void ModelDesk::happens(Event event)
{
    m_trace.append(u"event %1"_s.arg(event.index()));
    const std::vector<Effect> effects = step(m_state, event, begin + m_now);
    m_effects.insert(m_effects.end(), effects.begin(), effects.end());
    if (!hasNextEvent(m_state))
        broken.append(u"nothing would ever happen again, after event %1"_s.arg(event.index()));
}

bool ModelDesk::turn(milliseconds now)
{
    m_now = now;
    const bool mayWrite = !m_writes.empty();
    if (mayWrite && chance(3)) {
        const auto write = m_writes.front();
        m_writes.pop_front();
        m_events.push_back(write());
        return true;
    }
    if (!m_events.empty()) {
        const Event event = m_events.front();
        m_events.pop_front();
        happens(event);
        return true;
    }
    if (!m_effects.empty()) {
        const Effect effect = m_effects.front();
        m_effects.pop_front();
        perform(effect);
        return true;
    }
    if (mayWrite) {
        const auto write = m_writes.front();
        m_writes.pop_front();
        m_events.push_back(write());
        return true;
    }
    for (std::size_t timer = 0; timer < timerCount; ++timer) {
        if (m_timers[timer] && *m_timers[timer] <= now) {
            m_timers[timer].reset();
            happens(event::TimerFired{Timer(timer)});
            return true;
        }
    }
    return false;
}

std::optional<milliseconds> ModelDesk::nextTimer() const
{
    std::optional<milliseconds> next;
    for (const auto &timer : m_timers) {
        if (timer && (!next || *timer < *next))
            next = timer;
    }
    return next;
}

void ModelDesk::saves(store::EntryKind kind, QUuid aggregate, const QByteArray &payload, domain::EntryId id)
{
    store::OutboxEntry entry;
    entry.sequence = m_disk.outbox.empty() ? 1 : m_disk.outbox.rbegin()->first + 1;
    entry.id = id;
    entry.kind = kind;
    entry.aggregate = aggregate;
    entry.payload = payload;
    const auto person = m_disk.people.find(aggregate);
    entry.baseRevision = person == m_disk.people.end() ? 0 : person->second.first;
    m_disk.outbox[entry.sequence] = entry;
    if (chance(2)) // the other half is found by the timers alone
        happens(event::OutboxCounted{waiting(), qint64(m_disk.people.size())});
}

void ModelDesk::editsPerson(QUuid person, const QString &field, const QString &value, domain::EntryId id)
{
    const QJsonObject before = m_disk.people.at(person).second;
    const QJsonObject payload{{u"id"_s, person.toString(QUuid::WithoutBraces)},
                              {u"set"_s, QJsonObject{{field, value}}},
                              {u"was"_s, QJsonObject{{field, before.value(field)}}}};
    saves(store::EntryKind::PersonEdited, person, QJsonDocument(payload).toJson(QJsonDocument::Compact), id);
}

qint64 ModelDesk::waiting() const
{
    return std::ranges::count_if(m_disk.outbox,
                                 [](const auto &one) { return one.second.state == store::EntryState::Waiting; });
}

void ModelDesk::later(std::function<Event()> write)
{
    m_writes.push_back(std::move(write));
}

void ModelDesk::perform(const Effect &effect)
{
    m_trace.append(u"effect %1"_s.arg(effect.index()));
    if (std::get_if<effect::FindSession>(&effect)) {
        m_events.push_back(event::SessionFound{});
    } else if (const auto *greet = std::get_if<effect::StoreGreeting>(&effect)) {
        later([this, greet = *greet] { return storeGreeting(greet); });
    } else if (std::get_if<effect::CountOutbox>(&effect)) {
        m_events.push_back(event::OutboxCounted{waiting(), qint64(m_disk.people.size())});
    } else if (const auto *read = std::get_if<effect::ReadBatch>(&effect)) {
        m_events.push_back(readBatch(*read));
    } else if (const auto *outcomes = std::get_if<effect::StoreOutcomes>(&effect)) {
        later([this, id = outcomes->id] { return storeOutcomes(id); });
    } else if (const auto *refuse = std::get_if<effect::RefuseEntry>(&effect)) {
        later([this, sequence = refuse->sequence] {
            m_disk.outbox.at(sequence).state = store::EntryState::Quarantined;
            return event::OutcomesStored{};
        });
    } else if (const auto *page = std::get_if<effect::StorePage>(&effect)) {
        later([this, page = *page] { return storePage(page); });
    } else if (const auto *epoch = std::get_if<effect::StoreEpoch>(&effect)) {
        later([this, epoch = epoch->epoch] {
            m_disk.standing.epoch = epoch;
            return event::EpochStored{};
        });
    } else if (const auto *synced = std::get_if<effect::StoreLastSync>(&effect)) {
        m_disk.standing.lastSyncAt = synced->at;
    } else if (std::get_if<effect::ForgetBatches>(&effect)) {
        m_batches.clear();
    } else if (const auto *forgotten = std::get_if<effect::ForgetPage>(&effect)) {
        m_pages.erase(forgotten->id);
    } else if (std::get_if<effect::Disconnect>(&effect)) {
        gateway.disconnect();
    } else if (const auto *armed = std::get_if<effect::ArmTimer>(&effect)) {
        m_timers[std::size_t(armed->timer)] = m_now + armed->delay;
    } else if (const auto *disarmed = std::get_if<effect::DisarmTimer>(&effect)) {
        m_timers[std::size_t(disarmed->timer)].reset();
    } else {
        call(effect);
    }
}

void ModelDesk::call(const Effect &effect)
{
    const domain::DeviceId device = m_state.standing.device;
    const auto answer = [this](quint64 id, auto page, auto next, auto lastId) {
        event::PageSummary summary{qint64(page.people.size()), 0, next, lastId, page.isLast};
        summary.removals = std::ranges::count_if(page.people, &store::PulledPerson::removed);
        m_pages[id] = std::move(page.people);
        m_events.push_back(event::PageAnswered{id, summary});
    };

    if (const auto *hello = std::get_if<effect::SayHello>(&effect)) {
        HelloRequest request = hello->request;
        request.token = m_token;
        m_events.push_back(event::HelloAnswered{gateway.hello(request), begin + m_now});
    } else if (const auto *send = std::get_if<effect::SendBatch>(&effect)) {
        m_events.push_back(event::BatchSent{
            gateway.sendPush({m_token, device, m_state.standing.incarnation, m_batches.at(send->id)})});
    } else if (const auto *receive = std::get_if<effect::ReceiveReply>(&effect)) {
        Result<PushReply> reply = gateway.receivePush();
        if (!reply) {
            m_events.push_back(event::ReplyReceived{receive->id, fail(reply)});
            return;
        }
        m_events.push_back(
            event::ReplyReceived{receive->id, event::ReplySummary{reply->transaction, int(reply->outcomes.size())}});
        m_replies[receive->id] = std::move(*reply);
    } else if (const auto *from = std::get_if<effect::AskLoadStart>(&effect)) {
        m_events.push_back(event::LoadStartAnswered{from->id, gateway.changeLogStart(m_token, device)});
    } else if (const auto *load = std::get_if<effect::AskFirstLoad>(&effect)) {
        const auto page = gateway.firstLoad(m_token, device, load->after, std::min(load->limit, 7));
        if (page)
            answer(load->id, *page, Cursor{}, page->lastId);
        else
            m_events.push_back(event::PageAnswered{load->id, fail(page)});
    } else if (const auto *ask = std::get_if<effect::AskPage>(&effect)) {
        const auto page = gateway.pull(m_token, device, ask->after, std::min(ask->limit, 5));
        if (page)
            answer(ask->id, *page, page->next, QUuid());
        else
            m_events.push_back(event::PageAnswered{ask->id, fail(page)});
    }
}

Event ModelDesk::readBatch(const effect::ReadBatch &effect)
{
    std::vector<store::OutboxEntry> entries;
    for (const auto &[sequence, entry] : m_disk.outbox) {
        if (sequence > effect.after && entry.state == store::EntryState::Waiting &&
            int(entries.size()) < std::min(effect.maxEntries, 4))
            entries.push_back(entry);
    }
    event::BatchSummary summary;
    summary.count = int(entries.size());
    summary.isEnd = entries.empty();
    if (!entries.empty()) {
        summary.first = entries.front().sequence;
        summary.last = entries.back().sequence;
    }
    m_batches[effect.id] = std::move(entries);
    return event::BatchRead{effect.id, summary};
}

Event ModelDesk::storeOutcomes(quint64 id)
{
    for (const store::EntryOutcome &outcome : m_replies[id].outcomes) {
        store::OutboxEntry &entry = m_disk.outbox.at(outcome.sequence);
        entry.state = outcome.state;
        entry.code = outcome.code;
        entry.sentTransaction = m_replies[id].transaction;
    }
    m_disk.standing.highestTransaction = std::max(m_disk.standing.highestTransaction, m_replies[id].transaction);
    m_replies.erase(id);
    return event::OutcomesStored{};
}

Event ModelDesk::storePage(const effect::StorePage &effect)
{
    const auto rows = std::move(m_pages[effect.id]);
    m_pages.erase(effect.id);
    if (m_disk.standing.position != effect.from)
        return event::PageStored{effect.id, m_disk.standing.position};
    if (chance(40))
        return event::PageStored{effect.id, fail(ErrorCode::DiskFull)};
    for (const store::PulledPerson &row : rows) {
        const auto known = m_disk.people.find(row.id.uuid());
        if (known != m_disk.people.end() && known->second.first > row.revision)
            continue;
        if (row.removed && !m_state.reconcilingTo.isNull())
            broken.append(u"a removal was applied while sending again"_s);
        if (row.removed)
            m_disk.people.erase(row.id.uuid());
        else
            m_disk.people[row.id.uuid()] = {row.revision, QJsonDocument::fromJson(row.fields).object()};
    }
    m_disk.standing.position = effect.to;
    return event::PageStored{effect.id, effect.to};
}

Event ModelDesk::storeGreeting(const effect::StoreGreeting &effect)
{
    if (effect.standing.position == Position{}) {
        for (auto &[id, person] : m_disk.people)
            person.first = 0; // the centre's revisions count from an earlier state again
    }
    m_disk.standing = effect.standing;
    for (auto &[sequence, entry] : m_disk.outbox) {
        if (effect.sendAllAgain && entry.state != store::EntryState::Safe)
            entry.state = store::EntryState::Waiting;
        else if (entry.state == store::EntryState::Sent && entry.sentTransaction < effect.standing.settledHorizon)
            entry.state = store::EntryState::Safe;
    }
    return event::GreetingStored{};
}

} // namespace reeve::test
