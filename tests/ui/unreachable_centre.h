// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/central_gateway.h"

namespace reeve::test {

// A centre behind a cut cable.
class UnreachableCentre final : public sync::CentralGateway
{
public:
    Result<sync::EnrolReply> enrol(const sync::EnrolRequest &) override { return fail(ErrorCode::Offline); }
    Result<sync::SignInReply> signIn(const QString &, const crypto::Secret &, domain::DeviceId) override
    {
        return fail(ErrorCode::Offline);
    }
    void usePool(const QString &, const QString &) override {}
    Result<sync::HelloReply> hello(const sync::HelloRequest &) override { return fail(ErrorCode::Offline); }
    Result<> sendPush(const sync::PushBatch &) override { return fail(ErrorCode::Offline); }
    Result<sync::PushReply> receivePush() override { return fail(ErrorCode::Offline); }
    Result<sync::Cursor> changeLogStart(const QString &, domain::DeviceId) override { return fail(ErrorCode::Offline); }
    Result<sync::FirstLoadPage> firstLoad(const QString &, domain::DeviceId, QUuid, int) override
    {
        return fail(ErrorCode::Offline);
    }
    Result<sync::PullPage> pull(const QString &, domain::DeviceId, sync::Cursor, int) override
    {
        return fail(ErrorCode::Offline);
    }
    Result<std::vector<sync::PulledInteraction>> openPerson(const QString &, domain::DeviceId,
                                                            domain::PersonId) override
    {
        return fail(ErrorCode::Offline);
    }
    Result<sync::RestrictedContent> reveal(const QString &, domain::DeviceId, domain::RestrictedItemId,
                                           const QString &) override
    {
        return fail(ErrorCode::Offline);
    }
    void disconnect() override {}
    void cancel() noexcept override {}

private:
    static tl::unexpected<Error> fail(ErrorCode code) { return reeve::fail(code); }
};

} // namespace reeve::test
