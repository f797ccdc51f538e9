// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sync/reference/reference_centre.h"

#include <atomic>
#include <deque>
#include <functional>

namespace reeve::test {

// What goes wrong with one call.
struct Fault
{
    enum class Kind { None, LoseRequest, LoseReply, Answer };

    Kind kind = Kind::None;
    ErrorCode code = ErrorCode::Offline; // for Answer: the call is answered with this error, and not applied
};

// One desk's connection to a ReferenceCentre, over a network that does what the test says. Calls as the real one:
// used from one thread at a time, cancel() and the switches from any.
class ReferenceGateway final : public sync::CentralGateway
{
public:
    enum class At { Hello, Push, Pull, FirstLoad, LoadStart, Open };

    explicit ReferenceGateway(ReferenceCentre &centre) : m_centre(centre) {}

    std::atomic<bool> isReachable = true;
    std::function<Fault(At)> faults; // asked once per call; none: nothing goes wrong
    std::atomic<int> pushCalls = 0;
    std::atomic<int> pullCalls = 0;
    std::atomic<int> mostInFlight = 0;
    int delayMs = 0; // each call takes so long

    [[nodiscard]] Result<sync::EnrolReply> enrol(const sync::EnrolRequest &request) override;
    [[nodiscard]] Result<sync::SignInReply> signIn(const QString &agent, const crypto::Secret &password,
                                                   domain::DeviceId device) override;
    void usePool(const QString &, const QString &) override {}
    [[nodiscard]] Result<sync::HelloReply> hello(const sync::HelloRequest &request) override;
    [[nodiscard]] Result<> sendPush(const sync::PushBatch &batch) override;
    [[nodiscard]] Result<sync::PushReply> receivePush() override;
    [[nodiscard]] Result<sync::Cursor> changeLogStart(const QString &token, domain::DeviceId device) override;
    [[nodiscard]] Result<sync::FirstLoadPage> firstLoad(const QString &token, domain::DeviceId device, QUuid after,
                                                        int limit) override;
    [[nodiscard]] Result<sync::PullPage> pull(const QString &token, domain::DeviceId device, sync::Cursor after,
                                              int limit) override;
    [[nodiscard]] Result<std::vector<sync::PulledInteraction>> openPerson(const QString &token, domain::DeviceId device,
                                                                          domain::PersonId person) override;
    [[nodiscard]] Result<sync::RestrictedContent> reveal(const QString &token, domain::DeviceId device,
                                                         domain::RestrictedItemId item, const QString &reason) override;
    void disconnect() override
    {
        m_replies.clear();
        m_isBroken = false;
    }
    void cancel() noexcept override {}

private:
    // Runs `call` at the centre as the network lets it.
    template <typename Call>
    auto through(At at, Call call) -> decltype(call());

    ReferenceCentre &m_centre;
    std::deque<Result<sync::PushReply>> m_replies; // of batches in flight
    bool m_isBroken = false;
};

} // namespace reeve::test
