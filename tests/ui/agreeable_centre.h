// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/central_gateway.h"

#include <atomic>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

namespace reeve::test {

// A centre that takes everything it is sent, at once, and has nothing to tell; unless it is told to refuse.
class AgreeableCentre final : public sync::CentralGateway
{
public:
    // How it behaves, shared with the test.
    struct Mood
    {
        std::atomic<bool> refuses{false}; // quarantines interactions, raises a conflict for an edit of a person
    };
    explicit AgreeableCentre(std::shared_ptr<Mood> mood = std::make_shared<Mood>()) : m_mood(std::move(mood)) {}

    Result<sync::EnrolReply> enrol(const sync::EnrolRequest &) override { return reeve::fail(ErrorCode::Denied); }
    Result<sync::SignInReply> signIn(const QString &, const crypto::Secret &, domain::DeviceId) override
    {
        return reeve::fail(ErrorCode::SignInNeeded);
    }
    void usePool(const QString &, const QString &) override {}
    Result<sync::HelloReply> hello(const sync::HelloRequest &request) override
    {
        sync::HelloReply reply;
        reply.deviceStatus = QStringLiteral("active");
        reply.device = request.device;
        reply.incarnation = request.incarnation;
        reply.epoch = m_epoch;
        reply.highestTransaction = m_transaction;
        reply.settledHorizon = 1'000'000;
        reply.centralTime = request.deviceTime;
        reply.herdSpreadMs = 0;
        reply.pollMs = 200;
        reply.sessionExpiresAt = request.deviceTime + std::chrono::hours{12};
        reply.roles = {domain::Role::Handler};
        return reply;
    }
    Result<> sendPush(const sync::PushBatch &batch) override
    {
        m_inFlight.push_back(batch);
        return {};
    }
    Result<sync::PushReply> receivePush() override
    {
        sync::PushReply reply;
        reply.transaction = ++m_transaction;
        for (const store::OutboxEntry &entry : m_inFlight.front().entries) {
            const bool isEdit = entry.kind == store::EntryKind::PersonEdited;
            const bool isLogged = entry.kind == store::EntryKind::InteractionLogged;
            store::EntryOutcome outcome{entry.sequence, store::EntryState::Sent, {}, 2};
            if (m_mood->refuses && isEdit) {
                outcome = {entry.sequence, store::EntryState::Conflict, QStringLiteral("field_conflict"), 2};
                m_raised.push_back(conflictOver(entry));
                reply.conflicts.push_back(m_raised.back());
            } else if (m_mood->refuses && isLogged) {
                outcome = {entry.sequence, store::EntryState::Quarantined, QStringLiteral("rule"), 0};
            }
            reply.outcomes.push_back(outcome);
        }
        m_inFlight.pop_front();
        return reply;
    }
    Result<sync::Cursor> changeLogStart(const QString &, domain::DeviceId) override
    {
        return sync::Cursor{m_transaction, 0};
    }
    Result<sync::FirstLoadPage> firstLoad(const QString &, domain::DeviceId, QUuid, int) override
    {
        sync::FirstLoadPage page;
        page.conflicts = m_raised;
        page.isLast = true;
        return page;
    }
    Result<sync::PullPage> pull(const QString &, domain::DeviceId, sync::Cursor after, int) override
    {
        sync::PullPage page;
        page.conflicts = std::exchange(m_raised, {}); // whoever read before they were raised hears of them here
        page.next = after;
        page.isLast = true;
        return page;
    }
    Result<std::vector<sync::PulledInteraction>> openPerson(const QString &, domain::DeviceId,
                                                            domain::PersonId) override
    {
        return std::vector<sync::PulledInteraction>{};
    }
    Result<sync::RestrictedContent> reveal(const QString &, domain::DeviceId, domain::RestrictedItemId,
                                           const QString &) override
    {
        return reeve::fail(ErrorCode::NotFound);
    }
    void disconnect() override { m_inFlight.clear(); }
    void cancel() noexcept override {}

private:
    // Somebody else has called this person Nan meanwhile.
    [[nodiscard]] static store::FieldConflict conflictOver(const store::OutboxEntry &entry)
    {
        store::FieldConflict conflict;
        conflict.id = domain::ConflictId(QUuid::createUuid());
        conflict.person = domain::PersonId(entry.aggregate);
        conflict.field = QStringLiteral("known_as");
        conflict.ours = QStringLiteral("Nana");
        conflict.theirs = QStringLiteral("Nan");
        conflict.ourAgent = QStringLiteral("asha.patel");
        conflict.theirAgent = QStringLiteral("gwen");
        return conflict;
    }

    const std::shared_ptr<Mood> m_mood;
    const QUuid m_epoch = QUuid::createUuid();
    quint64 m_transaction = 100;
    std::deque<sync::PushBatch> m_inFlight;
    std::vector<store::FieldConflict> m_raised;
};

} // namespace reeve::test
