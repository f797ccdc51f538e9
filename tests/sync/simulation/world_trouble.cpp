// SPDX-License-Identifier: MIT
// What befalls desks and centre.
#include "tests/sync/simulation/world.h"

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

void World::befall()
{
    const std::size_t which = draw() % m_desks.size();
    ModelDesk &desk = *m_desks[which];
    const domain::DeviceId device = desk.state().standing.device;
    switch (draw() % 17) {
    case 0:
        count(Trouble::Crash);
        desk.crashes(false);
        break;
    case 1:
        count(Trouble::PowerCut);
        desk.crashes(true);
        break;
    case 2:
    case 3:
        desk.isReachable = !desk.isReachable;
        break;
    case 4:
        count(Trouble::PlugPulled);
        desk.happens(sync::event::PlugPulled{});
        break;
    case 5:
        desk.happens(sync::event::PlugPutBack{});
        break;
    case 6: {
        count(Trouble::ClockJump);
        constexpr qint64 tenYears = 10LL * 365 * 24 * 3600 * 1000;
        desk.clockError = milliseconds(qint64(draw() % quint64(2 * tenYears)) - tenYears);
        break;
    }
    case 7:
        m_snapshots[which] = desk.store();
        break;
    case 8:
        if (m_snapshots[which] && m_scenario.hasCopies && chance(2)) {
            count(Trouble::Rollback);
            desk.isRestoredTo(*m_snapshots[which], m_lastDeskId++);
            m_snapshots[which].reset();
        }
        break;
    case 9:
        if (m_desks.size() < 60 && m_scenario.hasCopies && chance(4)) {
            count(Trouble::Clone);
            add(desk.store());
        }
        break;
    case 10: {
        if (!m_scenario.hasRights)
            break;
        const bool isRevoked = chance(2);
        count(isRevoked ? Trouble::Revoked : Trouble::PushOnly);
        m_centre->setDeviceStatus(device, isRevoked ? u"revoked"_s : u"push_only"_s);
        break;
    }
    case 11:
    case 12:
        m_centre->setDeviceStatus(device, u"active"_s);
        break;
    case 13:
        if (!m_scenario.hasRights)
            break;
        count(Trouble::SessionEnded);
        m_centre->endSession(desk.token);
        break;
    case 14:
        if (!m_centre->state().sessions.contains(desk.token))
            desk.signsIn(newSession(device));
        break;
    case 15:
        m_isDiskBad = !m_isDiskBad;
        break;
    default:
        desk.happens(sync::event::SyncNow{});
        desk.happens(sync::event::Yield{chance(2)});
        if (desk.state().isYielding)
            after(upTo(30s), [this, which] { m_desks[which]->happens(sync::event::Yield{false}); });
        break;
    }
}

void World::befallCentre()
{
    const bool announces = m_scenario.mutant != Mutant::NoEpoch;
    switch (draw() % 18) {
    case 0:
    case 1:
        m_centre->editPerson(domain::PersonId(regular()), {{u"title"_s, QString::number(draw() % 100)}});
        break;
    case 2:
        m_centre->removePerson(domain::PersonId(regular()));
        break;
    case 3:
    case 4:
        if (!m_scenario.hasSlowTransactions)
            break;
        count(Trouble::SlowTransaction);
        static_cast<void>(
            m_centre->beginEdit(domain::PersonId(regular()), {{u"title"_s, QString::number(draw() % 100)}}));
        after(upTo(2min), [this] { m_centre->finishEdits(); });
        break;
    case 5:
    case 6:
        takeBackup();
        break;
    case 7:
        follow();
        break;
    case 8:
    case 9:
        count(Trouble::CentreDown);
        m_isCentreDown = true;
        endConnections();
        after(upTo(10min), [this] { m_isCentreDown = false; });
        break;
    case 10:
        if (m_isStalled || !m_scenario.goesBackInTime)
            break;
        count(Trouble::FailoverSync);
        if (announces)
            m_centre->openEpoch();
        endConnections();
        break;
    case 11:
        if (m_isStalled && m_standby && chance(2) &&
            m_scenario.goesBackInTime) { // what waited for the standby is gone with the primary
            count(Trouble::FailoverAsync);
            goBackTo(*m_standby, announces, false);
        } else {
            stallStandby(!m_isStalled);
        }
        break;
    case 12:
        if (m_isAsync && m_standby && m_scenario.goesBackInTime) {
            count(Trouble::FailoverAsync);
            goBackTo(*m_standby, announces, false);
        }
        break;
    case 13:
        if (m_scenario.goesBackInTime) {
            const bool isAnnounced = chance(2);
            const bool keepsEpoch = chance(4);
            count(keepsEpoch ? Trouble::RestoreSameEpoch
                             : (isAnnounced ? Trouble::RestoreAnnounced : Trouble::RestoreUnannounced));
            goBackTo(*m_backups[draw() % m_backups.size()], isAnnounced && announces, keepsEpoch);
        }
        break;
    case 14:
        if (!m_scenario.goesBackInTime)
            break;
        count(Trouble::NewerCentre);
        m_centre->isTooNewToRead = true;
        after(upTo(30min), [this] { m_centre->isTooNewToRead = false; });
        break;
    case 15:
    case 16:
        putBackSoon();
        break;
    default:
        m_centre->takesPoison = false;
        break;
    }
}

void World::takeBackup()
{
    if (m_isStalled)
        return;
    m_backups.push_back(std::make_unique<ReferenceCentre::State>(m_centre->backup()));
    m_oracle->backedUp(m_backups.back().get());
    if (m_backups.size() > 2) {
        m_oracle->forgotten(m_backups.front().get());
        m_backups.pop_front();
    }
    settle();
}

void World::follow()
{
    if (!m_isAsync || m_isStalled)
        return;
    if (m_standby)
        m_oracle->forgotten(m_standby.get());
    m_standby = std::make_unique<ReferenceCentre::State>(m_centre->backup());
    m_oracle->backedUp(m_standby.get());
    settle();
}

// Safe is what every state holds that may become the truth.
void World::settle()
{
    quint64 horizon = m_backups.front()->transaction + 1;
    if (m_standby)
        horizon = std::min(horizon, m_standby->transaction + 1);
    if (m_picture)
        horizon = std::min(horizon, m_picture->transaction + 1);
    m_centre->settleUpTo(horizon);
}

void World::stallStandby(bool isStalled)
{
    if (m_isAsync || isStalled == m_isStalled)
        return;
    m_isStalled = isStalled;
    m_oracle->standbyIsAway(isStalled);
    if (isStalled)
        count(Trouble::Unreplicated);
    m_standby = isStalled ? std::make_unique<ReferenceCentre::State>(m_centre->backup()) : nullptr;
}

void World::goBackTo(ReferenceCentre::State state, bool isAnnounced, bool keepsEpoch)
{
    if (m_isStalled)
        stallStandby(false);
    forgetPicture();
    if (m_standby)
        m_oracle->forgotten(m_standby.get());
    m_standby.reset();
    // What was copied later belongs to a time that did not happen.
    while (m_backups.size() > 1 && m_backups.back()->transaction > state.transaction) {
        m_oracle->forgotten(m_backups.back().get());
        m_backups.pop_back();
    }
    if (m_backups.front()->transaction > state.transaction) { // a standby older than every backup
        m_oracle->forgotten(m_backups.front().get());
        *m_backups.front() = state;
        m_oracle->backedUp(m_backups.front().get());
    }
    if (keepsEpoch && m_scenario.mutant != Mutant::NoEpoch) { // a script that names it by hand
        state.epoch = m_centre->state().epoch;
        state.epochs.emplace(state.epoch, qint64(state.epochs.size()) + 1);
    }
    m_centre->restore(state, isAnnounced && !keepsEpoch);
    m_oracle->wentBack(isAnnounced && !keepsEpoch);
    if (chance(2)) // else PgBouncer holds them, and the desks see nothing of it
        endConnections();
    settle();
}

void World::putBackSoon()
{
    if (!m_scenario.goesBackInTime || m_picture || m_isStalled)
        return;
    m_picture = std::make_unique<ReferenceCentre::State>(m_centre->backup());
    m_oracle->backedUp(m_picture.get());
    settle();
    const milliseconds until = upTo(chance(2) ? 2s : 50s);
    for (int n = 0; n < 8; ++n) // before and after, so that something is lost and something hides it
        after(upTo(2 * until), [this] { work(); });
    after(until, [this, number = ++m_pictureNumber] {
        if (!m_picture || number != m_pictureNumber)
            return;
        count(Trouble::PutBack);
        goBackTo(ReferenceCentre::State(*m_picture), false, false);
    });
}

void World::forgetPicture()
{
    if (m_picture)
        m_oracle->forgotten(m_picture.get());
    m_picture.reset();
}

} // namespace reeve::test
