// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sample/sample_council.h"
#include "core/sync/central_gateway.h"

#include <atomic>
#include <memory>

namespace reeve::test {

// A centre that lives in this process, for pictures of the window: holds Exampleton Council, takes everything it is
// sent and forgets it. What the pictures need to show, it can be told to do.
class SampleCentre final : public sync::CentralGateway
{
public:
    // How it behaves; shared with the one who takes the pictures.
    struct Mood
    {
        std::atomic<bool> isReachable{true};
        std::atomic<bool> takesNothing{false}; // quarantines what it is sent, and raises a conflict
    };

    SampleCentre(std::shared_ptr<Mood> mood, const services::SampleSize &size, Instant today);

    [[nodiscard]] Result<sync::EnrolReply> enrol(const sync::EnrolRequest &request) override;
    [[nodiscard]] Result<sync::SignInReply> signIn(const QString &agent, const crypto::Secret &password,
                                                   domain::DeviceId device) override;
    void usePool(const QString &user, const QString &password) override;
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
    void disconnect() override;
    void cancel() noexcept override;

private:
    [[nodiscard]] sync::SignInReply session() const;
    [[nodiscard]] std::vector<store::FieldConflict> conflicts(const sync::PushBatch &batch) const;

    const std::shared_ptr<Mood> m_mood;
    const services::SampleCouncil m_council;
    const Instant m_today;
    const QUuid m_epoch;
    quint64 m_transaction = 1000;
    std::vector<sync::PushBatch> m_inFlight;
};

} // namespace reeve::test
