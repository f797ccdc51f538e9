// SPDX-License-Identifier: MIT
// The desk's line to the centre: one call at a time, pushes in a pipeline, and everything that may happen on the way.
#include "tests/sync/simulation/model_desk.h"

#include <algorithm>

namespace reeve::test {

using namespace sync;

namespace {

constexpr std::chrono::seconds answerLimit{15};

} // namespace

void ModelDesk::hangUp()
{
    if (m_receiving != 0) // every call is answered
        m_events.emplace_back(event::ReplyReceived{m_receiving, fail(ErrorCode::Cancelled), {}});
    ++m_connection;
    m_sent.clear();
    m_receiving = 0;
    m_isConnectionLost = false;
    m_lastArrival = milliseconds(0);
    m_centreAge = m_world.connectionAge();
}

void ModelDesk::ask(CallKind kind, std::function<Answer()> serve, std::function<Event(ErrorCode)> failed)
{
    const quint64 call = ++m_lastCall;
    m_awaited = call;
    const Fate fate = m_world.fateOf(*this, kind);
    const quint64 age = m_world.connectionAge();
    const bool isAtOnce = !fate.error && !fate.arrivesTwice && fate.there.count() + fate.back.count() == 0;
    const bool commits = kind == CallKind::Hello; // the rest of these only read
    const auto serveNow = [this, serve = std::move(serve), failed, commits] {
        Answer answer = serve();
        return commits && m_world.isStandbyAway() ? Answer{failed(ErrorCode::Offline), {}} : answer;
    };
    if (isAtOnce) {
        answered(call, serveNow());
        return;
    }
    if (fate.arrives) {
        m_world.after(fate.there, [this, call, fate, age, serveNow, failed] {
            if (!m_world.isConnectionAlive(age)) { // the centre crashed meanwhile
                answered(call, {failed(ErrorCode::Offline), {}});
                return;
            }
            Answer answer = serveNow();
            if (!fate.error)
                m_world.after(fate.back, [this, call, answer = std::move(answer)] { answered(call, answer); });
        });
        if (fate.arrivesTwice)
            m_world.after(fate.there + milliseconds(20), [this, age, serveNow] {
                if (m_world.isConnectionAlive(age))
                    static_cast<void>(serveNow());
            });
    }
    if (fate.error)
        m_world.after(*fate.error, [this, call, code = fate.code, failed] { answered(call, {failed(code), {}}); });
}

void ModelDesk::answered(quint64 call, Answer answer)
{
    if (call != m_awaited)
        return; // of another life, or given up
    m_awaited = 0;
    if (const auto *greeting = std::get_if<event::HelloAnswered>(&answer.event); greeting && greeting->reply)
        m_heard = greeting->reply->news;
    if (const auto *page = std::get_if<event::PageAnswered>(&answer.event); page && page->page)
        m_pages[page->id] = std::move(answer.page);
    m_events.push_back(std::move(answer.event));
    pump();
}

void ModelDesk::sayHello(const effect::SayHello &effect)
{
    const Instant askedAt = clock();
    HelloRequest request = effect.request;
    request.token = token;
    request.waiting = m_store.waitingCount();
    request.deviceTime = askedAt;
    request.newsSeen = m_store.newsSeen;
    const qint64 answeredTo = m_store.answeredTo();
    ask(
        CallKind::Hello,
        [this, request, askedAt, answeredTo]() -> Answer {
            return {event::HelloAnswered{m_world.centre().hello(request), askedAt, answeredTo}, {}};
        },
        [askedAt](ErrorCode code) -> Event {
            return event::HelloAnswered{fail(code), askedAt};
        });
}

void ModelDesk::readBatch(const effect::ReadBatch &effect)
{
    const int limit = m_world.batchLimit(effect.maxEntries);
    std::vector<store::OutboxEntry> entries = m_store.waiting(effect.after, limit);
    event::BatchSummary summary;
    summary.count = int(entries.size());
    summary.isEnd = limit == effect.maxEntries && summary.count < limit;
    Ids inFlight;
    for (const auto &[number, batch] : m_batches) {
        for (const store::OutboxEntry &entry : batch)
            inFlight.insert(entry.aggregate);
    }
    summary.followsInFlight =
        std::ranges::any_of(entries, [&](const auto &entry) { return inFlight.contains(entry.aggregate); });
    if (!entries.empty()) {
        summary.first = entries.front().sequence;
        summary.last = entries.back().sequence;
    }
    m_batches[effect.id] = std::move(entries);
    m_events.emplace_back(event::BatchRead{effect.id, summary});
}

void ModelDesk::sendBatch(const effect::SendBatch &effect)
{
    const PushBatch batch{token, m_state.standing.device, m_state.standing.incarnation, m_batches.at(effect.id),
                          effect.deliveries};
    const Fate fate = m_world.fateOf(*this, CallKind::Push);
    const bool isRefused = fate.code == ErrorCode::Offline && !fate.arrives && fate.error == milliseconds(0);
    if (isRefused) {
        m_events.emplace_back(event::BatchSent{fail(ErrorCode::Offline)});
        return;
    }
    if (mutant() == Mutant::AckOnSend) {
        std::vector<store::EntryOutcome> outcomes;
        for (const store::OutboxEntry &entry : batch.entries)
            outcomes.push_back({entry.sequence, store::EntryState::Sent, {}, 0});
        acknowledge(outcomes, 1);
    }
    auto sent = std::make_shared<Sent>();
    sent->id = effect.id;
    sent->entries = batch.entries;
    m_sent.push_back(sent);
    m_events.emplace_back(event::BatchSent{});
    if (m_isConnectionLost)
        return; // nothing overtakes within a connection: this is lost as well

    const quint64 connection = m_connection;
    const quint64 age = m_centreAge;
    const auto serve = [this, batch]() -> Result<PushReply> {
        Result<PushReply> reply = m_world.centre().push(batch);
        if (m_world.isStandbyAway() && mutant() != Mutant::BelievesUnreplicated)
            return fail(ErrorCode::Offline); // a warning beside a success: not acknowledged
        return reply;
    };
    const auto deliver = [this, connection, sent](Result<PushReply> reply) {
        replyArrived(connection, sent, std::move(reply));
    };
    const milliseconds arrival = std::max(m_lastArrival, m_world.now() + fate.there);
    if (!fate.error && !fate.arrivesTwice && arrival <= m_world.now() && fate.back.count() == 0 &&
        m_world.isConnectionAlive(age)) {
        sent->reply = serve();
        return;
    }
    m_lastArrival = arrival;
    if (fate.arrives) {
        m_world.after(arrival - m_world.now(), [this, fate, age, serve, deliver] {
            if (!m_world.isConnectionAlive(age)) {
                deliver(fail(ErrorCode::Offline));
                return;
            }
            Result<PushReply> reply = serve();
            if (!fate.error)
                m_world.after(fate.back, [deliver, reply = std::move(reply)] { deliver(reply); });
        });
        if (fate.arrivesTwice)
            m_world.after(arrival - m_world.now() + milliseconds(20), [this, age, serve] {
                if (m_world.isConnectionAlive(age))
                    static_cast<void>(serve());
            });
    }
    if (fate.error) {
        m_isConnectionLost = m_isConnectionLost || fate.code == ErrorCode::Offline;
        m_world.after(*fate.error, [deliver, code = fate.code] { deliver(fail(code)); });
    }
}

void ModelDesk::replyArrived(quint64 connection, const std::shared_ptr<Sent> &sent, Result<PushReply> reply)
{
    if (connection != m_connection)
        return; // hung up since: nobody listens
    if (!sent->reply)
        sent->reply = std::move(reply);
    if (m_receiving != 0 && !m_sent.empty() && m_sent.front() == sent) {
        receiveReply({sent->id});
        pump();
    }
}

void ModelDesk::receiveReply(const effect::ReceiveReply &effect)
{
    if (m_sent.empty()) {
        m_events.emplace_back(event::ReplyReceived{effect.id, fail(ErrorCode::Offline), {}});
        return;
    }
    const std::shared_ptr<Sent> first = m_sent.front();
    if (!first->reply) {
        if (m_receiving == 0)
            m_world.after(answerLimit, [this, first, connection = m_connection] {
                replyArrived(connection, first, fail(ErrorCode::Offline));
            });
        m_receiving = effect.id;
        return;
    }
    m_receiving = 0;
    m_sent.pop_front();
    Result<PushReply> reply = std::move(*first->reply);
    if (!reply) {
        if (reply.error().code == ErrorCode::SignInNeeded && mutant() == Mutant::DropsWhenSignedOut) {
            for (const store::OutboxEntry &entry : first->entries)
                m_store.drop(entry.sequence);
        }
        hangUp();
        m_events.emplace_back(event::ReplyReceived{effect.id, fail(reply), {}});
        return;
    }
    int answeredFor = 0;
    for (const store::EntryOutcome &outcome : reply->outcomes)
        answeredFor += outcome.state != store::EntryState::Waiting;
    m_events.emplace_back(event::ReplyReceived{
        effect.id, event::ReplySummary{reply->transaction, answeredFor, reply->deliveries}, milliseconds(100)});
    if (std::size_t(answeredFor) != first->entries.size())
        m_world.oracle().violated(QStringLiteral("C8"), QStringLiteral("an entry was taken and not answered for"));
    m_replies[effect.id] = std::move(*reply);
    m_batches.erase(effect.id);
}

} // namespace reeve::test
