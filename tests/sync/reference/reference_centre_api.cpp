// SPDX-License-Identifier: MIT
// The contract of the centre, call by call.
#include "tests/sync/reference/reference_centre.h"

#include <QJsonDocument>

#include <algorithm>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;

Result<sync::SignInReply> ReferenceCentre::signIn(const QString &agent, const QString &password)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m.passwords.find(agent);
        if (known == m.passwords.end() || known->second != password)
            return fail(ErrorCode::SignInNeeded);
    }
    sync::SignInReply reply;
    reply.token = givenSession(agent);
    reply.expiresAt = now + std::chrono::hours(12);
    reply.roles = {domain::Role::Handler};
    reply.displayName = agent;
    return reply;
}

Result<sync::EnrolReply> ReferenceCentre::enrol(const QString &agent, const QString &password)
{
    Result<sync::SignInReply> session = signIn(agent, password);
    if (!session)
        return fail(session);
    const auto [device, incarnation] = givenDevice();
    return sync::EnrolReply{device, incarnation, u"reeve_desk"_s, u"pool password"_s, QByteArray(), *session};
}

Result<> ReferenceCentre::check(const QString &token, domain::DeviceId device, bool reads) const
{
    if (!m.sessions.contains(token))
        return fail(ErrorCode::SignInNeeded);
    const auto known = m.devices.find(device.uuid());
    if (known == m.devices.end() || known->second.status == u"revoked")
        return fail(ErrorCode::DeviceRevoked);
    if (reads && known->second.status != u"active")
        return fail(ErrorCode::Denied);
    return {};
}

Result<sync::HelloReply> ReferenceCentre::hello(const sync::HelloRequest &request)
{
    const std::lock_guard lock(m_mutex);
    ++m_hellos;
    if (!m.sessions.contains(request.token))
        return fail(ErrorCode::SignInNeeded);
    domain::DeviceId id = request.device;
    // Not known: enrolled after the backup this centre was restored from. The agent vouches for it.
    const Device device = m.devices.contains(id.uuid()) ? m.devices.at(id.uuid()) : Device{};
    if (device.status == u"revoked")
        return fail(ErrorCode::DeviceRevoked);
    if (request.incarnation != device.incarnation && request.incarnation != device.previous) {
        id = domain::DeviceId(nextId()); // a copy, or rolled back: a desk of its own from now on
        m.devices[id.uuid()].status = device.status;
    }
    // A desk that has seen more than there is: this centre has gone back in time, and says so from now on.
    if (request.epoch == m.epoch && request.highestTransaction > m.transaction)
        m.epoch = nextId();

    Device &greeted = m.devices[id.uuid()];
    greeted.previous = id == request.device ? request.incarnation : QUuid();
    greeted.incarnation = nextId();
    sync::HelloReply reply;
    reply.deviceStatus = greeted.status;
    reply.device = id;
    reply.incarnation = greeted.incarnation;
    reply.epoch = m.epoch;
    reply.highestTransaction = m.transaction;
    reply.settledHorizon = m.settledHorizon;
    reply.centralTime = now;
    reply.sessionExpiresAt = now + std::chrono::hours(12);
    reply.roles = {domain::Role::Handler};
    return reply;
}

Result<sync::PushReply> ReferenceCentre::push(const sync::PushBatch &batch)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> known = check(batch.token, batch.device, false); !known)
        return fail(known);
    Device &device = m.devices[batch.device.uuid()];
    if (batch.incarnation != device.incarnation)
        return fail(ErrorCode::StaleIncarnation);
    device.previous = QUuid();
    if (std::ranges::any_of(batch.entries, [](const auto &entry) { return entry.payload.contains(unspeakable); }))
        return fail(ErrorCode::InvalidInput);

    sync::PushReply reply;
    reply.transaction = ++m.transaction;
    if (refusesToAnswerFor)
        return reply;
    for (const store::OutboxEntry &entry : batch.entries)
        reply.outcomes.push_back(apply(entry, batch.device, reply));
    return reply;
}

Result<sync::Cursor> ReferenceCentre::changeLogStart(const QString &token, domain::DeviceId device)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> known = check(token, device, true); !known)
        return fail(known);
    return sync::Cursor{m.transaction, m_changeNumber};
}

Result<sync::FirstLoadPage> ReferenceCentre::firstLoad(const QString &token, domain::DeviceId device, QUuid after,
                                                       int limit)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> known = check(token, device, true); !known)
        return fail(known);
    sync::FirstLoadPage page;
    auto row = after.isNull() ? m.people.begin() : m.people.upper_bound(after);
    for (; row != m.people.end() && int(page.people.size()) < limit; ++row) {
        page.lastId = row->first;
        if (!row->second.removed)
            page.people.push_back({domain::PersonId(row->first), row->second.revision,
                                   QJsonDocument(row->second.fields).toJson(QJsonDocument::Compact), false});
    }
    page.isLast = row == m.people.end();
    if (page.isLast) { // the real one spreads them over the pages
        for (const auto &[id, event] : m.mergeEvents)
            page.mergeEvents.push_back(event);
    }
    return page;
}

Result<sync::PullPage> ReferenceCentre::pull(const QString &token, domain::DeviceId device, sync::Cursor after,
                                             int limit)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> known = check(token, device, true); !known)
        return fail(known);
    sync::PullPage page;
    page.next = after;
    int count = 0;
    auto change = std::ranges::upper_bound(m.changes, after, {}, &Change::at);
    for (; change != m.changes.end() && count < limit; ++change, ++count) {
        page.next = change->at;
        if (change->conflict) {
            page.conflicts.push_back(*change->conflict);
            continue;
        }
        if (change->mergeEvent) {
            page.mergeEvents.push_back(*change->mergeEvent);
            continue;
        }
        const Row &row = m.people.at(change->person.uuid());
        page.people.push_back(
            {change->person, row.revision, QJsonDocument(row.fields).toJson(QJsonDocument::Compact), row.removed});
    }
    page.isLast = change == m.changes.end();
    return page;
}

Result<std::vector<sync::PulledInteraction>> ReferenceCentre::openPerson(const QString &token, domain::DeviceId device,
                                                                         domain::PersonId person)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> known = check(token, device, true); !known)
        return fail(known);
    std::vector<sync::PulledInteraction> answer;
    for (const auto &[id, held] : m.interactions) {
        if (held.first.person == person)
            answer.push_back({held.first, held.second});
    }
    return answer;
}

} // namespace reeve::test
