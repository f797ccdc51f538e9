// SPDX-License-Identifier: MIT
#include "core/services/sync/sync_run.h"
#include "core/services/sync/sync_work.h"
#include "core/store/outbox.h"
#include "core/store/store.h"

#include <QDir>
#include <QFileInfo>

namespace reeve::services {

namespace {

Result<> isNobodysYet(store::Store &store)
{
    const auto state =
        store.read([](store::Connection &connection) { return store::DeskRepository(connection).state(); })
            .takeResult();
    if (state)
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the store in that folder belongs to the desk %1 already").arg(state->deskName));
    return state.error().code == ErrorCode::NotFound ? Result<>() : fail(state);
}

// Where the desk is going to live.
class Place final
{
public:
    [[nodiscard]] static Result<Place> take(const Enrolment &enrolment, const Clock &clock)
    {
        Place place;
        place.m_isNewFolder = !QFileInfo::exists(enrolment.folder);
        const auto known = store::Store::agentNames(enrolment.folder);
        place.m_isNew = !known && known.error().code == ErrorCode::NotFound;
        if (place.m_isNew) {
            store::Store::NewStore newStore;
            newStore.folder = enrolment.folder;
            newStore.agentName = enrolment.agent;
            newStore.passphrase = enrolment.passphrase;
            newStore.cost = enrolment.cost;
            if (const auto created = store::Store::create(newStore); !created)
                return fail(created);
        }
        auto opened = store::Store::open(enrolment.folder, enrolment.agent, enrolment.passphrase, clock);
        if (!opened)
            return fail(opened);
        place.m_store = std::move(*opened);
        if (const auto unowned = isNobodysYet(*place.m_store); !unowned)
            return fail(unowned);
        return place;
    }

    [[nodiscard]] store::Store &store() const { return *m_store; }

    // It came to nothing: all is as it was.
    void giveUp()
    {
        if (!m_isNew)
            return;
        const QString folder = m_store->folder();
        store::Store::discard(std::move(m_store));
        if (m_isNewFolder)
            QDir().rmdir(folder);
    }

private:
    std::unique_ptr<store::Store> m_store;
    bool m_isNew = false;
    bool m_isNewFolder = false;
};

Result<sync::EnrolReply> askCentre(const Enrolment &enrolment, sync::CentralGateway &gateway)
{
    sync::EnrolRequest request;
    request.agent = enrolment.agent;
    request.password = enrolment.centralPassword;
    request.deskName = enrolment.deskName;
    auto reply = gateway.enrol(request);
    if (reply || reply.error().code != ErrorCode::SignInNeeded || !enrolment.otherPassword)
        return reply;
    request.password = *enrolment.otherPassword;
    return gateway.enrol(request);
}

Result<> become(store::Store &store, const Enrolment &enrolment, const sync::EnrolReply &reply)
{
    if (!reply.councilPublicKey.isEmpty()) {
        if (const auto sealed = store.setRecovery(reply.councilPublicKey); !sealed)
            return sealed;
    }
    return store
        .write([&enrolment, &reply](store::Connection &connection) -> Result<> {
            store::DeskState state;
            state.device = reply.device;
            state.deskName = enrolment.deskName;
            state.centralUri = enrolment.centralUri;
            state.poolUser = reply.poolUser;
            state.poolPassword = reply.poolPassword;
            state.councilPublicKey = reply.councilPublicKey;
            state.incarnation = reply.incarnation;
            if (const auto set = store::DeskRepository(connection).setState(state); !set)
                return set;
            // Work of a desk that is no more: the centre knows by its id what it has of it, and all of it is numbered
            // and chained from 1 for the new desk, as the centre expects.
            if (const auto waits = store::Outbox(connection).forgetAnswers(); !waits)
                return waits;
            if (const auto untold = store::AuditTrail(connection).setDeliveredTo(0); !untold)
                return untold;
            const store::DeskLife life(connection);
            if (const auto told = life.tell(reply.councilSigningKey, 0); !told)
                return told;
            return storeSession(connection, enrolment.agent, reply.session);
        })
        .takeResult();
}

} // namespace

Result<domain::DeviceId> enrol(const Enrolment &enrolment, sync::CentralGateway &gateway, const Clock &clock)
{
    auto place = Place::take(enrolment, clock);
    if (!place)
        return fail(place);
    const auto reply = askCentre(enrolment, gateway);
    if (!reply) {
        place->giveUp();
        return fail(reply);
    }
    if (const auto done = become(place->store(), enrolment, *reply); !done) {
        place->giveUp();
        return fail(done);
    }
    return reply->device;
}

} // namespace reeve::services
