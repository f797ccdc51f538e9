// SPDX-License-Identifier: MIT
// Sessions at the centre: the agent's own, and a colleague's, which may deliver.
#include "core/services/sync/sync_driver.h"
#include "core/store/store.h"

namespace reeve::services {

void SyncDriver::findSession(bool otherThanLast)
{
    if (!otherThanLast) {
        m_refusedTokens.clear();
    } else if (m_session) {
        if (m_session->agent == m_desk.agentName())
            hearThatAgentIsDisabled();
        m_refusedTokens.append(m_session->token);
    }

    using Sessions = std::vector<store::CentralSession>;
    const Instant centralNow = m_desk.clock().now() + Milliseconds(m_state.standing.skew);
    const auto found =
        m_desk.store()
            .read([agent = m_desk.agentName(), centralNow](store::Connection &connection) -> Result<Sessions> {
                const store::DeskRepository desk(connection);
                Sessions sessions;
                // Our own also when it seems expired: the centre's clock decides, not this desk's.
                for (const auto &session : {desk.session(agent), desk.anySession(centralNow)}) {
                    if (!session)
                        return fail(session);
                    if (*session)
                        sessions.push_back(**session);
                }
                return sessions;
            })
            .takeResult();
    m_session.reset();
    if (found) {
        for (const store::CentralSession &session : *found) {
            if (!m_session && !m_refusedTokens.contains(session.token))
                m_session = session;
        }
    }
    if (m_session)
        happens(sync::event::SessionFound{});
    else
        happens(sync::event::SessionMissing{});
}

Result<> SyncDriver::signIn(const crypto::Secret &password)
{
    m_isCalling = true;
    const auto reply = m_gateway.signIn(m_desk.agentName(), password, m_state.standing.device);
    m_isCalling = false;
    if (!reply)
        return fail(reply);
    const auto stored =
        m_desk.store()
            .writeFromReserve([agent = m_desk.agentName(), reply = *reply](store::Connection &connection) {
                return storeSession(connection, agent, reply);
            })
            .takeResult();
    if (!stored)
        return stored;
    m_desk.refresh();
    happens(sync::event::SignedIn{});
    return {};
}

Result<store::CentralSession> SyncDriver::ownSession()
{
    if (m_state.link == sync::Link::SignInNeeded)
        return fail(ErrorCode::SignInNeeded);
    if (m_state.link != sync::Link::Online)
        return fail(m_state.why.value_or(ErrorCode::Offline));
    if (m_session && m_session->agent == m_desk.agentName())
        return *m_session;
    return fail(ErrorCode::SignInNeeded);
}

} // namespace reeve::services
