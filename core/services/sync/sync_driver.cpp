// SPDX-License-Identifier: MIT
#include "core/services/sync/sync_driver.h"

#include "core/base/logging.h"
#include "core/services/session/lease.h"
#include "core/services/sync/sync_status.h"
#include "core/store/note_index.h"
#include "core/store/person_repository.h"
#include "core/store/store.h"

#include <QRandomGenerator>

#include <algorithm>

namespace reeve::services {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds countEvery = 1s;
constexpr std::chrono::milliseconds tellEvery = 100ms;
constexpr std::chrono::milliseconds idleAtMost = 250ms; // a test's clock moves without waking anybody
constexpr std::chrono::milliseconds tidyEvery = 1h;
constexpr std::chrono::milliseconds purgeEvery = 24h;

} // namespace

SyncDriver::SyncDriver(Desk &desk, sync::CentralGateway &gateway, Listener listener)
    : m_desk(desk),
      m_gateway(gateway),
      m_listener(std::move(listener))
{
    m_preparing.setMaxThreadCount(1);
}

void SyncDriver::post(const sync::Event &event)
{
    m_inbox->post([this, event] { happens(event); });
}

void SyncDriver::noteLocalChange()
{
    m_inbox->post([this] { recount(); });
}

void SyncDriver::postJob(Job job)
{
    m_inbox->post([this, job = std::move(job)]() mutable { m_jobs.push_back(std::move(job)); });
}

void SyncDriver::practiseOutage(bool on)
{
    m_isUnplugged = on;
    if (on && m_isCalling)
        m_gateway.cancel();
    if (on)
        post(sync::event::PlugPulled{});
    else
        post(sync::event::PlugPutBack{});
}

void SyncDriver::stop()
{
    m_isStopping = true;
    m_gateway.cancel();
    m_inbox->post([] {});
}

Result<> SyncDriver::begin()
{
    struct Found
    {
        store::DeskState state;
        qint64 people = 0;
        store::DeskLife::Told told;
    };
    const auto found = m_desk.store()
                           .read([](store::Connection &connection) -> Result<Found> {
                               auto state = store::DeskRepository(connection).state();
                               if (!state)
                                   return fail(state);
                               const auto people = store::PersonRepository(connection).count();
                               if (!people)
                                   return fail(people);
                               auto told = store::DeskLife(connection).told();
                               if (!told)
                                   return fail(told);
                               return Found{std::move(*state), *people, std::move(*told)};
                           })
                           .takeResult();
    if (!found)
        return fail(found);
    m_people = found->people;
    m_arePeopleStale = false;
    m_centralUri = found->state.centralUri;
    m_known = found->told;
    m_state.standing = standingOf(found->state);
    recount();
    if (m_centralUri.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("this desk has no centre"));

    m_gateway.usePool(found->state.poolUser, found->state.poolPassword);
    m_tidyAt = m_desk.clock().monotonic() + 1min;
    happens(sync::event::Start{standingOf(found->state), m_people, QRandomGenerator::global()->generate64()});
    if (m_isUnplugged)
        happens(sync::event::PlugPulled{});
    return {};
}

void SyncDriver::run()
{
    for (;;) {
        const auto begun = begin();
        m_notBegun = begun ? std::nullopt : std::optional(begun.error().code);
        publish(true);
        // A desk without a centre is counted and served all the same; anything else passes.
        if (begun || m_isStopping || m_notBegun == ErrorCode::NotFound)
            break;
        m_inbox->wait(countEvery);
    }
    runUntil([](const sync::SyncState &) { return false; });
}

void SyncDriver::runUntil(const std::function<bool(const sync::SyncState &)> &isDone)
{
    while (!m_isStopping && !(m_effects.empty() && isDone(m_state))) {
        if (!turn())
            m_inbox->wait(untilNext());
        publish(false);
    }
    if (!m_isStopping)
        return;
    for (const Job &job : m_jobs)
        job(ErrorCode::Cancelled);
    m_jobs.clear();
}

bool SyncDriver::turn()
{
    if (const auto task = m_inbox->take()) {
        (*task)();
        return true;
    }
    if (!m_effects.empty()) {
        const sync::Effect effect = std::move(m_effects.front());
        m_effects.pop_front();
        perform(effect);
        return true;
    }
    if (runJobs() || fireTimer())
        return true;
    const Milliseconds now = m_desk.clock().monotonic();
    if (now >= m_countAt) {
        recount();
        return true;
    }
    if (m_tidyAt != 0ms && now >= m_tidyAt) {
        tidy();
        return true;
    }
    return false;
}

void SyncDriver::happens(const sync::Event &event)
{
    const bool wasOnline = m_state.link == sync::Link::Online;
    const auto effects = sync::step(m_state, event, m_desk.clock().now());
    m_effects.insert(m_effects.end(), effects.begin(), effects.end());
    if (!wasOnline && m_state.link == sync::Link::Online && m_listener.connected)
        m_listener.connected();
    m_desk.setOnline(m_state.link == sync::Link::Online);
}

bool SyncDriver::fireTimer()
{
    const Milliseconds now = m_desk.clock().monotonic();
    for (std::size_t timer = 0; timer < m_timers.size(); ++timer) {
        if (m_timers[timer] && *m_timers[timer] <= now) {
            m_timers[timer].reset();
            happens(sync::event::TimerFired{static_cast<sync::Timer>(timer)});
            return true;
        }
    }
    return false;
}

// What is in flight lands first: the gateway holds one conversation at a time.
bool SyncDriver::runJobs()
{
    if (m_jobs.empty())
        return false;
    if (!m_state.isYielding) {
        happens(sync::event::Yield{true});
        return true;
    }
    if (!sync::isGatewayFree(m_state))
        return false;
    while (!m_jobs.empty()) {
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        if (m_isUnplugged)
            job(ErrorCode::Offline);
        else
            job(std::nullopt);
    }
    happens(sync::event::Yield{false});
    return true;
}

SyncDriver::Milliseconds SyncDriver::untilNext() const
{
    const Milliseconds now = m_desk.clock().monotonic();
    Milliseconds next = std::min(idleAtMost, std::max(0ms, m_countAt - now));
    for (const auto &timer : m_timers) {
        if (timer)
            next = std::min(next, std::max(0ms, *timer - now));
    }
    return next;
}

// Told of or not, what was saved is found within the second.
void SyncDriver::recount()
{
    m_countAt = m_desk.clock().monotonic() + countEvery;
    if (m_isWiped)
        return;                    // nothing is left to count
    if (!m_desk.store().hasRoom()) // perhaps there is again
        static_cast<void>(m_desk.store().write([](store::Connection &) -> Result<> { return {}; }));
    const bool countsPeople = std::exchange(m_arePeopleStale, false);
    struct Counted
    {
        Work work;
        std::optional<qint64> people;
    };
    const auto counted = m_desk.store()
                             .read([countsPeople](store::Connection &connection) -> Result<Counted> {
                                 auto work = countWork(connection);
                                 if (!work)
                                     return fail(work);
                                 if (!countsPeople)
                                     return Counted{std::move(*work), std::nullopt};
                                 const auto people = store::PersonRepository(connection).count();
                                 if (!people)
                                     return fail(people);
                                 return Counted{std::move(*work), *people};
                             })
                             .takeResult();
    if (!counted) { // the next one is a second away: an old count is no news
        m_arePeopleStale = m_arePeopleStale || countsPeople;
        qCWarning(logSync) << "counting the outbox:" << errorName(counted.error().code);
        m_isStoreDamaged = counted.error().code == ErrorCode::Corrupt;
        return;
    }
    m_isStoreDamaged = false;
    m_work = counted->work;
    m_people = counted->people.value_or(m_people);
    happens(sync::event::OutboxCounted{m_work.counts.waiting, m_people});
}

void SyncDriver::tidy()
{
    const Milliseconds now = m_desk.clock().monotonic();
    m_tidyAt = now + tidyEvery;
    if (!m_purgedAt || now - *m_purgedAt >= purgeEvery) {
        m_purgedAt = now;
        const Instant centralNow = m_desk.clock().now() + Milliseconds(m_state.standing.skew);
        static_cast<void>(m_desk.store().write([policy = m_desk.policy(), centralNow](store::Connection &connection) {
            return purgeOld(connection, policy, centralNow);
        }));
    }
    if (std::exchange(m_hasErased, false)) {
        static_cast<void>(m_desk.store().write([](store::Connection &connection) -> Result<> {
            if (const auto compacted = store::PersonRepository(connection).compactSearchIndex(); !compacted)
                return compacted;
            return store::NoteIndex(connection).compact();
        }));
    }
}

void SyncDriver::publish(bool isForced)
{
    const auto now = std::chrono::steady_clock::now();
    if (!isForced && m_toldAt && now - *m_toldAt < tellEvery)
        return;
    if (std::exchange(m_havePeopleChanged, false) && m_listener.peopleChanged)
        m_listener.peopleChanged();

    SyncStatus status = statusOf(m_state, m_work, m_people);
    if (m_notBegun) {
        status.link = SyncStatus::Link::Offline;
        status.why = *m_notBegun;
    }
    status.isDiskFull = !m_desk.store().hasRoom();
    if (m_isWiped) {
        status.device = SyncStatus::Device::Wiped;
        status.link = SyncStatus::Link::Refused;
        status.why = ErrorCode::DeviceRevoked;
    }
    store::DeskState contact;
    contact.centralUri = m_centralUri;
    contact.lastSyncAt = status.lastSyncAt;
    status.isLeaseExpired = isLeaseExpired(contact, m_desk.policy(), m_desk.clock().now());
    if (m_toldAt && status == m_told)
        return;
    m_told = status;
    m_toldAt = now;
    if (m_listener.status)
        m_listener.status(status);
}

void SyncDriver::tellRefreshed(domain::PersonId person)
{
    if (m_listener.refreshed)
        m_listener.refreshed(person);
}

} // namespace reeve::services
