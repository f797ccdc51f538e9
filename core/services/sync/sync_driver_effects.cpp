// SPDX-License-Identifier: MIT
// What the core asks for, done.
#include "core/base/logging.h"
#include "core/services/sync/sync_driver.h"
#include "core/store/store.h"

#include <QSet>

#include <algorithm>

namespace reeve::services {

namespace effect = sync::effect;
namespace event = sync::event;

template <typename Call>
auto SyncDriver::call(Call make) -> decltype(make())
{
    if (m_isUnplugged || m_isStopping)
        return fail(ErrorCode::Offline);
    m_isCalling = true;
    auto answer = make();
    m_isCalling = false;
    if (!answer)
        qCInfo(logSync) << "the centre answered" << errorName(answer.error().code);
    return answer;
}

template <typename T, typename MakeEvent>
void SyncDriver::whenStored(QFuture<Result<T>> future, MakeEvent makeEvent)
{
    // Runs on the store's thread, after the commit. The inbox outlives the driver; its tasks then go unread.
    future.then([this, inbox = m_inbox, makeEvent](const Result<T> &outcome) {
        inbox->post([this, event = makeEvent(outcome)] { happens(event); });
    });
}

void SyncDriver::perform(const sync::Effect &asked)
{
    store::Store &store = m_desk.store();
    if (const auto *find = std::get_if<effect::FindSession>(&asked)) {
        findSession(find->otherThanLast);
    } else if (const auto *hello = std::get_if<effect::SayHello>(&asked)) {
        sayHello(*hello);
    } else if (const auto *greeting = std::get_if<effect::StoreGreeting>(&asked)) {
        storeTold(*greeting);
    } else if (std::get_if<effect::CountOutbox>(&asked)) {
        recount();
    } else if (const auto *read = std::get_if<effect::ReadBatch>(&asked)) {
        readBatch(*read);
    } else if (const auto *send = std::get_if<effect::SendBatch>(&asked)) {
        sendBatch(*send);
    } else if (const auto *receive = std::get_if<effect::ReceiveReply>(&asked)) {
        receiveReply(*receive);
    } else if (const auto *outcomes = std::get_if<effect::StoreOutcomes>(&asked)) {
        storeReply(*outcomes);
    } else if (const auto *refuse = std::get_if<effect::RefuseEntry>(&asked)) {
        whenStored(store.writeFromReserve([sequence = refuse->sequence](store::Connection &connection) {
            return refuseEntry(connection, sequence);
        }),
                   [](const Result<> &outcome) -> sync::Event { return event::OutcomesStored{outcome}; });
    } else if (const auto *start = std::get_if<effect::AskLoadStart>(&asked)) {
        auto cursor = call([&] { return m_gateway.changeLogStart(m_session->token, m_state.standing.device); });
        happens(event::LoadStartAnswered{start->id, std::move(cursor)});
    } else if (const auto *load = std::get_if<effect::AskFirstLoad>(&asked)) {
        askFirstLoad(*load);
    } else if (const auto *page = std::get_if<effect::AskPage>(&asked)) {
        askPage(*page);
    } else if (const auto *keep = std::get_if<effect::StorePage>(&asked)) {
        keepPage(*keep);
    } else if (const auto *epoch = std::get_if<effect::StoreEpoch>(&asked)) {
        whenStored(store.writeFromReserve(
                       [epoch = epoch->epoch](store::Connection &connection) { return storeEpoch(connection, epoch); }),
                   [](const Result<> &outcome) -> sync::Event { return event::EpochStored{outcome}; });
    } else if (const auto *unknown = std::get_if<effect::RemoveUnknown>(&asked)) {
        whenStored(store.write([isAllowed = unknown->isAllowed](store::Connection &connection) {
            return removeUnknown(connection, isAllowed);
        }),
                   [this, inbox = m_inbox](const Result<RemovedUnknown> &outcome) -> sync::Event {
                       if (!outcome)
                           return event::UnknownRemoved{fail(outcome)};
                       if (outcome->removed > 0) {
                           inbox->post([this] {
                               m_arePeopleStale = true;
                               m_havePeopleChanged = true;
                               m_hasErased = true;
                           });
                       }
                       return event::UnknownRemoved{outcome->held, outcome->kept};
                   });
    } else if (const auto *synced = std::get_if<effect::StoreLastSync>(&asked)) {
        static_cast<void>(store.writeFromReserve(
            [at = synced->at](store::Connection &connection) { return storeLastSync(connection, at); }));
    } else if (std::get_if<effect::ForgetBatches>(&asked)) {
        m_batches.clear();
        m_replies.clear();
        m_sentAt.clear();
    } else if (const auto *forgotten = std::get_if<effect::ForgetPage>(&asked)) {
        m_pages.erase(forgotten->id);
    } else if (std::get_if<effect::Disconnect>(&asked)) {
        m_gateway.disconnect();
    } else if (const auto *armed = std::get_if<effect::ArmTimer>(&asked)) {
        m_timers[static_cast<std::size_t>(armed->timer)] = m_desk.clock().monotonic() + armed->delay;
    } else if (const auto *disarmed = std::get_if<effect::DisarmTimer>(&asked)) {
        m_timers[static_cast<std::size_t>(disarmed->timer)].reset();
    }
}

void SyncDriver::sayHello(const effect::SayHello &asked)
{
    if (m_isWiped) { // there is no desk any more that could greet
        happens(event::HelloAnswered{fail(ErrorCode::DeviceRevoked), m_desk.clock().now()});
        return;
    }
    sync::HelloRequest request = asked.request;
    request.token = m_session->token;
    request.waiting = m_work.counts.waiting;
    request.needsAttention = m_work.needsAttention;
    request.deviceTime = m_desk.clock().now();
    request.newsSeen = m_known.newsSeen;
    // Nothing is being stored now: what counts as answered for was so before the centre is asked.
    const auto answeredTo =
        m_desk.store()
            .read([](store::Connection &connection) { return store::Outbox(connection).answeredTo(); })
            .takeResult();
    auto reply = call([&] { return m_gateway.hello(request); });
    if (reply)
        m_greeting = *reply;
    hearOrder(reply ? &*reply : nullptr, reply ? ErrorCode::Internal : reply.error().code);
    if (m_isWiped || (!reply && reply.error().code == ErrorCode::SignInNeeded && hearsItIsClosed()))
        reply = fail(ErrorCode::DeviceRevoked);
    happens(event::HelloAnswered{std::move(reply), request.deviceTime, answeredTo.value_or(0)});
}

void SyncDriver::readBatch(const effect::ReadBatch &asked)
{
    auto entries = m_desk.store()
                       .read([asked](store::Connection &connection) {
                           return store::Outbox(connection).waiting(asked.after, asked.maxEntries, asked.maxBytes);
                       })
                       .takeResult();
    if (!entries) {
        happens(event::BatchRead{asked.id, fail(entries)});
        return;
    }
    qint64 bytes = 0;
    for (const store::OutboxEntry &entry : *entries)
        bytes += entry.payload.size();
    event::BatchSummary batch;
    batch.count = static_cast<int>(entries->size());
    // The store stops short of the limit of bytes by one entry at most: half of it leaves no doubt.
    batch.isEnd = batch.count < asked.maxEntries && bytes < asked.maxBytes / 2;
    batch.followsInFlight = followsInFlight(*entries);
    if (!entries->empty()) {
        batch.first = entries->front().sequence;
        batch.last = entries->back().sequence;
        m_batches[asked.id] = std::move(*entries);
    }
    happens(event::BatchRead{asked.id, batch});
}

// The centre takes each batch in a transaction of its own. When one fails for a passing reason, those behind it are
// taken all the same, so that two changes of one record must not be in two of them.
bool SyncDriver::followsInFlight(const std::vector<store::OutboxEntry> &entries) const
{
    if (m_batches.empty())
        return false;
    QSet<QUuid> records;
    for (const auto &[id, batch] : m_batches) {
        for (const store::OutboxEntry &entry : batch)
            records.insert(entry.aggregate);
    }
    return std::ranges::any_of(entries, [&records](const auto &entry) { return records.contains(entry.aggregate); });
}

void SyncDriver::sendBatch(const effect::SendBatch &asked)
{
    sync::PushBatch batch;
    batch.token = m_session->token;
    batch.device = m_state.standing.device;
    batch.incarnation = m_state.standing.incarnation;
    batch.entries = m_batches[asked.id];
    batch.deliveries = asked.deliveries;
    m_sentAt[asked.id] = std::chrono::steady_clock::now();
    happens(event::BatchSent{call([&] { return m_gateway.sendPush(batch); })});
}

void SyncDriver::receiveReply(const effect::ReceiveReply &asked)
{
    auto reply = call([&] { return m_gateway.receivePush(); });
    if (!reply) {
        happens(event::ReplyReceived{asked.id, fail(reply), {}});
        return;
    }
    event::ReplySummary summary;
    summary.transaction = reply->transaction;
    summary.deliveries = reply->deliveries;
    summary.answered = static_cast<int>(std::ranges::count_if(
        reply->outcomes, [](const auto &outcome) { return outcome.state != store::EntryState::Waiting; }));
    const auto took = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - m_sentAt[asked.id]);
    m_sentAt.erase(asked.id);
    m_replies[asked.id] = std::move(*reply);
    m_pushed += summary.answered;
    happens(event::ReplyReceived{asked.id, summary, took});
}

void SyncDriver::storeReply(const effect::StoreOutcomes &asked)
{
    const auto entries = std::make_shared<std::vector<store::OutboxEntry>>(std::move(m_batches[asked.id]));
    const auto reply = std::make_shared<sync::PushReply>(std::move(m_replies[asked.id]));
    m_batches.erase(asked.id);
    m_replies.erase(asked.id);
    whenStored(m_desk.store().writeFromReserve([entries, reply](store::Connection &connection) {
        return storeOutcomes(connection, *entries, *reply);
    }),
               [](const Result<> &outcome) -> sync::Event { return event::OutcomesStored{outcome}; });
}

void SyncDriver::askFirstLoad(const effect::AskFirstLoad &asked)
{
    auto page =
        call([&] { return m_gateway.firstLoad(m_session->token, m_state.standing.device, asked.after, asked.limit); });
    if (!page) {
        happens(event::PageAnswered{asked.id, fail(page)});
        return;
    }
    event::PageSummary summary;
    summary.rows = static_cast<qint64>(page->people.size());
    summary.lastId = page->lastId;
    summary.isLast = page->isLast;
    m_pages[asked.id].people = std::move(page->people);
    m_pages[asked.id].mergeEvents = std::move(page->mergeEvents);
    m_pages[asked.id].conflicts = std::move(page->conflicts);
    happens(event::PageAnswered{asked.id, summary});
}

void SyncDriver::askPage(const effect::AskPage &asked)
{
    auto page =
        call([&] { return m_gateway.pull(m_session->token, m_state.standing.device, asked.after, asked.limit); });
    if (!page) {
        happens(event::PageAnswered{asked.id, fail(page)});
        return;
    }
    event::PageSummary summary;
    summary.removals = std::ranges::count_if(page->people, &store::PulledPerson::removed);
    summary.next = page->next;
    summary.isLast = page->isLast;
    HeldPage &held = m_pages[asked.id];
    held = {std::move(page->people), std::move(page->interactions), std::move(page->conflicts),
            std::move(page->mergeEvents)};
    summary.rows = held.rows();
    happens(event::PageAnswered{asked.id, summary});
}

void SyncDriver::keepPage(const effect::StorePage &asked)
{
    auto arrived = std::make_shared<HeldPage>(std::move(m_pages[asked.id]));
    m_pages.erase(asked.id);
    // Beside the writer and the line: while one page is made ready, the one before it is stored and the next is on its
    // way. One at a time, so that they reach the store in their order.
    m_preparing.start([this, asked, arrived = std::move(arrived)] {
        const auto page = std::make_shared<const PreparedPage>(prepare(std::move(*arrived)));
        auto future = m_desk.store().write(
            [asked, page](store::Connection &connection) { return storePage(connection, asked, *page); });
        future.then([this, inbox = m_inbox, asked, page](const Result<StoredPage> &stored) {
            inbox->post([this, asked, page, stored] { pageKept(asked, *page, stored); });
        });
    });
}

void SyncDriver::pageKept(const effect::StorePage &asked, const PreparedPage &page, const Result<StoredPage> &stored)
{
    const bool isNew = stored && stored->position == asked.to && stored->changed > 0;
    if (isNew) {
        m_pulled += stored->changed;
        m_arePeopleStale = true;
        m_havePeopleChanged = true;
        m_hasErased = m_hasErased || stored->removed > 0;
        for (const sync::PulledInteraction &pulled : page.interactions) {
            if (pulled.interaction.person)
                tellRefreshed(*pulled.interaction.person);
        }
        for (const domain::MergeEvent &event : page.mergeEvents) {
            if (const auto *assigned = std::get_if<domain::ItemAssigned>(&event.what); assigned && assigned->to)
                tellRefreshed(*assigned->to);
        }
    }
    happens(event::PageStored{asked.id, stored ? Result<sync::Position>(stored->position) : fail(stored)});
}

} // namespace reeve::services
