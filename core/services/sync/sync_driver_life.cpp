// SPDX-License-Identifier: MIT
// What the desk hears about itself: what became of it, who may no longer open it, and the order to destroy it.
#include "core/base/logging.h"
#include "core/services/sync/sync_driver.h"
#include "core/store/audit_trail.h"
#include "core/store/interaction_repository.h"
#include "core/store/person_repository.h"
#include "core/store/store.h"

namespace reeve::services {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int auditPage = 500;
constexpr int wipeTriesAtMost = 3;
constexpr int batchEntries = 500;
constexpr qint64 batchBytes = 256 * 1024;

// The link failed, not the delivery: worth another contact.
bool mayPass(ErrorCode code)
{
    return code == ErrorCode::Offline || code == ErrorCode::CentralBusy || code == ErrorCode::Cancelled;
}

// As an answer to a delivery would have told it.
Result<> hear(store::Connection &connection, const std::vector<store::EntryNews> &news)
{
    if (news.empty())
        return {};
    if (const auto applied = store::DeskLife(connection).apply(news); !applied)
        return applied;
    std::vector<domain::InteractionId> sent; // an entry that makes a record has its id
    for (const store::EntryNews &one : news) {
        if (one.state == store::EntryState::Sent)
            sent.emplace_back(one.entry.uuid());
    }
    if (const auto marked = store::InteractionRepository(connection).markSent(sent); !marked)
        return marked;
    return store::PersonRepository(connection).finishErasures();
}

} // namespace

// The greeting and all that came with it, in one transaction.
void SyncDriver::storeTold(const sync::effect::StoreGreeting &greeting)
{
    const QString agent = m_session ? m_session->agent : QString();
    const bool isBackInTime = greeting.sendAllAgain && greeting.standing.position == sync::Position{};
    auto stored = m_desk.store().writeFromReserve(
        [greeting, agent, isBackInTime, heard = m_greeting](store::Connection &connection) -> Result<> {
            if (const auto done = storeGreeting(connection, greeting, agent); !done)
                return done;
            const store::DeskLife life(connection);
            if (const auto told = life.tell(heard.councilSigningKey, heard.orderFloor); !told)
                return told;
            for (const QString &name : heard.inactiveAgents) {
                if (const auto dropped = store::DeskRepository(connection).dropSession(name); !dropped)
                    return dropped;
            }
            if (const auto applied = hear(connection, heard.news); !applied)
                return applied;
            if (!isBackInTime)
                return {};
            // The centre may have lost what it told us, and what we told it. What it told now came after the number
            // that we had heard, and it may have given that one out again.
            if (const auto reset = life.setNewsSeen(0); !reset)
                return reset;
            return store::AuditTrail(connection).setDeliveredTo(0);
        });
    stored.then([this, inbox = m_inbox, heard = m_greeting, isBackInTime](const Result<> &outcome) {
        inbox->post([this, outcome, heard, isBackInTime] {
            if (outcome) {
                if (isBackInTime)
                    m_known.newsSeen = 0;
                else if (!heard.news.empty())
                    m_known.newsSeen = heard.news.back().number;
                if (m_known.councilSigningKey.isEmpty())
                    m_known.councilSigningKey = heard.councilSigningKey;
                m_known.orderFloor = std::max(m_known.orderFloor, heard.orderFloor);
                closeSlotsOf(heard.inactiveAgents);
            }
            m_desk.refresh();
            happens(sync::event::GreetingStored{outcome});
            if (m_state.link == sync::Link::Online && m_session)
                deliverAudit();
        });
    });
}

// Who may no longer sign in at the centre does not open this desk either. What they wrote stays and is delivered by
// whoever is here; the last slot goes only where the council can still open the store.
void SyncDriver::closeSlotsOf(const QStringList &agents)
{
    const auto here = store::Store::agentNames(m_desk.store().folder());
    if (!here)
        return;
    for (const QString &name : *here) {
        if (!agents.contains(name))
            continue;
        if (const auto removed = m_desk.store().removeAgent(name); !removed)
            qCWarning(logSync) << "a key slot stays:" << errorName(removed.error().code);
    }
}

void SyncDriver::deliverAudit()
{
    using Records = std::vector<store::AuditRecord>;
    while (m_session && !m_isStopping) {
        const auto records = m_desk.store()
                                 .read([](store::Connection &connection) -> Result<Records> {
                                     const store::AuditTrail trail(connection);
                                     const auto extent = trail.extent();
                                     if (!extent)
                                         return fail(extent);
                                     return trail.after(extent->deliveredTo, auditPage);
                                 })
                                 .takeResult();
        if (!records || records->empty())
            return;
        if (m_isUnplugged)
            return;
        m_isCalling = true;
        const auto delivered = m_gateway.deliverAudit(m_session->token, m_state.standing.device, *records);
        m_isCalling = false;
        if (!delivered) {
            qCInfo(logSync) << "the audit waits:" << errorName(delivered.error().code);
            return; // tried again with the next hello
        }
        const auto stored = m_desk.store()
                                .writeFromReserve([to = records->back().number](store::Connection &connection) {
                                    return store::AuditTrail(connection).setDeliveredTo(to);
                                })
                                .takeResult();
        if (!stored)
            return;
    }
}

// An order counts when the council signed it, for this desk, and it was not taken back. Everything else has no effect:
// neither a centre that merely says "wipe", nor one that refuses us, nor an order for another desk or an old one.
void SyncDriver::hearOrder(const sync::HelloReply *reply, ErrorCode refusal)
{
    std::optional<crypto::SignedOrder> order;
    if (reply) {
        order = reply->wipeOrder;
    } else if (refusal == ErrorCode::SignInNeeded || refusal == ErrorCode::DeviceRevoked) {
        if (const auto asked = m_gateway.wipeOrder(m_state.standing.device))
            order = *asked;
    }
    if (!order)
        return;
    const auto read = crypto::readOrder(m_known.councilSigningKey, *order);
    if (!read) {
        qCWarning(logSync) << "a wipe order that the council did not sign was ignored";
        return;
    }
    if (read->device != m_state.standing.device.uuid() || read->serial <= m_known.orderFloor) {
        qCWarning(logSync) << "a wipe order for another desk, or one that was taken back, was ignored";
        return;
    }
    wipe(*read, order->statement);
}

// Whether the centre takes nothing from this desk any more. No session tells, since none counts: asked without one, so
// that a desk that was closed together with its agent shows nobody from now on. Only a greeting opens it again.
bool SyncDriver::hearsItIsClosed()
{
    const auto closed = m_gateway.closedAs(m_state.standing.device);
    if (!closed || closed->isEmpty())
        return false;
    noteClosedAs(*closed);
    return *closed == u"revoked"_s;
}

// The agent of this desk may not sign in any more, and nobody else's session tells: from now on the desk shows nobody.
// It takes no slot away, for what waits here is theirs; the greeting of a colleague does, and opens the desk again.
void SyncDriver::hearThatAgentIsDisabled()
{
    if (m_isUnplugged || m_isStopping)
        return;
    m_isCalling = true;
    const auto closed = m_gateway.sessionClosedAs(m_session->token, m_state.standing.device);
    m_isCalling = false;
    if (closed && *closed == u"disabled"_s)
        noteClosedAs(u"push_only"_s);
}

void SyncDriver::noteClosedAs(const QString &closedAs)
{
    const auto stored = m_desk.store()
                            .write([status = closedAs](store::Connection &connection) -> Result<> {
                                const store::DeskRepository desk(connection);
                                auto state = desk.state();
                                if (!state)
                                    return fail(state);
                                state->deviceStatus = status;
                                return desk.setState(*state);
                            })
                            .takeResult();
    if (!stored)
        qCWarning(logSync) << "that this desk is closed is not stored:" << errorName(stored.error().code);
}

// What is still unsent goes first: into the centre's quarantine, for somebody to look at.
Result<qint64> SyncDriver::deliverBeforeWipe()
{
    using Entries = std::vector<store::OutboxEntry>;
    qint64 after = 0;
    for (;;) {
        auto entries = m_desk.store()
                           .read([after](store::Connection &connection) -> Result<Entries> {
                               return store::Outbox(connection).waiting(after, batchEntries, batchBytes);
                           })
                           .takeResult();
        if (!entries)
            return fail(entries);
        if (entries->empty())
            return 0;
        after = entries->back().sequence;
        sync::PushBatch batch;
        batch.token = m_session ? m_session->token : QString();
        batch.device = m_state.standing.device;
        batch.incarnation = m_greeting.incarnation.isNull() ? m_state.standing.incarnation : m_greeting.incarnation;
        batch.entries = std::move(*entries);
        auto sent = m_gateway.sendPush(batch);
        if (sent) {
            if (const auto answered = m_gateway.receivePush(); !answered)
                sent = fail(answered);
        }
        if (!sent)
            return fail(sent);
    }
}

void SyncDriver::wipe(const crypto::WipeOrder &order, const QByteArray &statement)
{
    qint64 unsent = 0;
    const auto delivered = deliverBeforeWipe();
    if (!delivered) {
        if (mayPass(delivered.error().code) && ++m_wipeTries < wipeTriesAtMost)
            return; // once more at the next contact
        const auto counts = m_desk.store()
                                .read([](store::Connection &connection) { return store::Outbox(connection).counts(); })
                                .takeResult();
        unsent = counts ? counts->waiting : -1;
    } else {
        deliverAudit();
    }
    const auto erased = m_desk.store().erase(statement);
    if (!erased)
        qCWarning(logSync) << "wiping the store:" << errorName(erased.error().code);
    m_isWiped = true;
    if (const auto reported =
            m_gateway.reportWiped(m_state.standing.device, m_state.standing.incarnation, order.serial, unsent);
        !reported)
        qCWarning(logSync) << "the wipe is not reported:" << errorName(reported.error().code);
    publish(true);
}

} // namespace reeve::services
