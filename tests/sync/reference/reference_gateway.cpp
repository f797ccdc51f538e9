// SPDX-License-Identifier: MIT
#include "tests/sync/reference/reference_gateway.h"

#include <algorithm>
#include <thread>

namespace reeve::test {

template <typename Call>
auto ReferenceGateway::through(At at, Call call) -> decltype(call())
{
    if (delayMs > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(delayMs));
    if (!isReachable)
        return fail(ErrorCode::Offline);
    const Fault fault = faults ? faults(at) : Fault{};
    switch (fault.kind) {
    case Fault::Kind::LoseRequest:
        return fail(ErrorCode::Offline);
    case Fault::Kind::Answer:
        return fail(fault.code);
    case Fault::Kind::LoseReply:
        static_cast<void>(call());
        return fail(ErrorCode::Offline);
    case Fault::Kind::None:
        break;
    }
    return call();
}

Result<sync::EnrolReply> ReferenceGateway::enrol(const sync::EnrolRequest &request)
{
    if (!isReachable)
        return fail(ErrorCode::Offline);
    return m_centre.enrol(request.agent, QString::fromUtf8(request.password.view()));
}

Result<sync::SignInReply> ReferenceGateway::signIn(const QString &agent, const crypto::Secret &password,
                                                   domain::DeviceId device)
{
    if (!isReachable)
        return fail(ErrorCode::Offline);
    return m_centre.signIn(agent, QString::fromUtf8(password.view()), device);
}

Result<sync::HelloReply> ReferenceGateway::hello(const sync::HelloRequest &request)
{
    return through(At::Hello, [&] { return m_centre.hello(request); });
}

Result<> ReferenceGateway::sendPush(const sync::PushBatch &batch)
{
    if (!isReachable)
        return fail(ErrorCode::Offline);
    ++pushCalls;
    const Fault fault = faults ? faults(At::Push) : Fault{};
    m_isBroken = m_isBroken || fault.kind == Fault::Kind::LoseRequest; // nothing overtakes within a connection
    if (m_isBroken) {
        m_replies.push_back(fail(ErrorCode::Offline));
    } else if (fault.kind == Fault::Kind::Answer) {
        m_replies.push_back(fail(fault.code));
    } else {
        Result<sync::PushReply> reply = m_centre.push(batch);
        m_replies.push_back(fault.kind == Fault::Kind::LoseReply ? Result<sync::PushReply>(fail(ErrorCode::Offline))
                                                                 : std::move(reply));
    }
    mostInFlight = std::max(mostInFlight.load(), int(m_replies.size()));
    return {};
}

Result<sync::PushReply> ReferenceGateway::receivePush()
{
    if (m_replies.empty())
        return fail(ErrorCode::Internal, QStringLiteral("nothing in flight"));
    Result<sync::PushReply> reply = std::move(m_replies.front());
    m_replies.pop_front();
    if (!isReachable || !reply)
        disconnect(); // what was in flight is unknown now
    if (!isReachable)
        return fail(ErrorCode::Offline);
    return reply;
}

Result<sync::Cursor> ReferenceGateway::changeLogStart(const QString &token, domain::DeviceId device)
{
    return through(At::LoadStart, [&] { return m_centre.changeLogStart(token, device); });
}

Result<sync::FirstLoadPage> ReferenceGateway::firstLoad(const QString &token, domain::DeviceId device, QUuid after,
                                                        int limit)
{
    return through(At::FirstLoad, [&] { return m_centre.firstLoad(token, device, after, limit); });
}

Result<sync::PullPage> ReferenceGateway::pull(const QString &token, domain::DeviceId device, sync::Cursor after,
                                              int limit)
{
    ++pullCalls;
    return through(At::Pull, [&] { return m_centre.pull(token, device, after, limit); });
}

Result<std::vector<sync::PulledInteraction>> ReferenceGateway::openPerson(const QString &token, domain::DeviceId device,
                                                                          domain::PersonId person)
{
    return through(At::Open, [&] { return m_centre.openPerson(token, device, person); });
}

Result<sync::RestrictedContent> ReferenceGateway::reveal(const QString &, domain::DeviceId, domain::RestrictedItemId,
                                                         const QString &)
{
    return fail(isReachable ? ErrorCode::NotFound : ErrorCode::Offline);
}

} // namespace reeve::test
