// SPDX-License-Identifier: MIT
#include "core/services/session/job.h"

#include "core/services/session/lease.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

Result<Instant> Job::centralNow() const
{
    const auto state = store::DeskRepository(m_connection).state();
    if (!state && state.error().code != ErrorCode::NotFound)
        return fail(state);
    return now() + std::chrono::milliseconds(state ? state->skew : 0);
}

QDate dayOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), Qt::UTC).date();
}

QDate Job::today() const
{
    return dayOf(now());
}

Result<domain::Roles> Job::roles() const
{
    auto roles = store::DeskRepository(m_connection).roles(m_desk.agentName());
    if (!roles)
        return fail(roles);
    if (roles->empty())
        roles->insert(domain::Role::Handler);
    m_desk.rememberRoles(*roles);
    return roles;
}

Result<> Job::checkLease() const
{
    const auto state = store::DeskRepository(m_connection).state();
    if (!state)
        return state.error().code == ErrorCode::NotFound ? Result<>() : fail(state);
    if (isLeaseExpired(*state, m_desk.policy(), now()))
        return fail(ErrorCode::Denied,
                    u"lease expired: people are shown again after the next sync; new work is taken and kept"_s);
    if (!mayShowPeople(*state, m_desk.policy(), now()))
        return fail(
            ErrorCode::DeviceRevoked,
            u"the centre lets this desk deliver only, or nothing: nobody on record is shown; new work is taken and kept"_s);
    return {};
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<qint64> Job::queue(const Change &change) const
{
    const auto skew = store::DeskRepository(m_connection).skew();
    if (!skew)
        return fail(skew);

    store::OutboxEntry entry;
    entry.id = domain::EntryId(change.id);
    entry.kind = change.kind;
    entry.aggregate = change.aggregate;
    entry.person = change.person;
    entry.baseRevision = change.baseRevision;
    entry.payload = change.payload;
    entry.contentHash = change.contentHash;
    entry.agent = m_desk.agentName();
    entry.deviceTime = now();
    entry.monotonic = m_desk.clock().monotonic().count();
    entry.skew = *skew;
    return store::Outbox(m_connection).append(entry);
}

} // namespace reeve::services
