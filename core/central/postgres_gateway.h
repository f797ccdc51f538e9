// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/connection.h"
#include "core/sync/central_gateway.h"

#include <deque>

namespace reeve::central {

// The centre over libpq: signs in over a connection of the agent's own, and runs sync traffic over one connection of
// the pooled role, made when it is first needed. See CentralGateway; errors of one call that leave the connection in
// doubt close it.
class PostgresGateway final : public sync::CentralGateway
{
public:
    explicit PostgresGateway(Target target) : m_target(std::move(target)) {}
    // A gateway to nowhere: every call answers `reason`.
    explicit PostgresGateway(Error reason) : m_unusable(std::move(reason)) {}

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
    [[nodiscard]] Result<> deliverAudit(const QString &token, domain::DeviceId device,
                                        const std::vector<store::AuditRecord> &records) override;
    [[nodiscard]] Result<std::optional<crypto::SignedOrder>> wipeOrder(domain::DeviceId device) override;
    [[nodiscard]] Result<QString> closedAs(domain::DeviceId device) override;
    [[nodiscard]] Result<QString> sessionClosedAs(const QString &token, domain::DeviceId device) override;
    [[nodiscard]] Result<> reportWiped(domain::DeviceId device, QUuid incarnation, qint64 serial,
                                       qint64 unsent) override;
    void disconnect() override;
    void cancel() noexcept override { m_interrupt.raise(); }

private:
    struct Sent
    {
        std::vector<qint64> sequences;
        std::optional<Result<sync::PushReply>> reply; // received already, because another call came between
    };

    [[nodiscard]] Result<std::unique_ptr<Connection>> connectAs(const QString &agent, const crypto::Secret &password);
    [[nodiscard]] Result<> connectPool();
    [[nodiscard]] Result<Rows> call(const char *sql, const Parameters &parameters,
                                    std::chrono::milliseconds limit = Connection::usualLimit);
    [[nodiscard]] Result<sync::PushReply> receive(const std::vector<qint64> &sequences);
    void receiveOutstanding();

    Target m_target;
    std::optional<Error> m_unusable;
    Interrupt m_interrupt;
    std::size_t m_preferredHost = 0;
    Connection::SignIn m_pool;
    std::unique_ptr<Connection> m_connection;
    std::deque<Sent> m_sent;
};

[[nodiscard]] Result<std::unique_ptr<sync::CentralGateway>> openGateway(const QString &uri);

// The same, for callers that learn of a bad URI at the first call.
[[nodiscard]] std::unique_ptr<sync::CentralGateway> makeGateway(const QString &uri);

} // namespace reeve::central
