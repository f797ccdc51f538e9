// SPDX-License-Identifier: MIT
#include "core/domain/display_name.h"
#include "core/services/sync/sync_run.h"
#include "core/services/sync/sync_work.h"
#include "core/store/outbox.h"
#include "core/store/store.h"
#include "core/store/unfinished_store.h"

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

// Who the desk is from now on.
Result<> become(store::Connection &connection, const Enrolment &enrolment, const sync::EnrolReply &reply)
{
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
}

// Until the centre has answered, and the answer is stored, the folder holds no store.
Result<domain::DeviceId> enrolNew(const Enrolment &enrolment, sync::CentralGateway &gateway)
{
    store::Store::NewStore newStore;
    newStore.folder = enrolment.folder;
    newStore.agentName = enrolment.agent;
    newStore.passphrase = enrolment.passphrase;
    newStore.cost = enrolment.cost;
    const auto begun = store::UnfinishedStore::begin(newStore);
    if (!begun)
        return fail(begun);
    const auto reply = askCentre(enrolment, gateway);
    if (!reply)
        return fail(reply);
    const auto finished = (*begun)->finish(
        [&](store::Connection &connection) { return become(connection, enrolment, *reply); }, reply->councilPublicKey);
    return finished ? Result<domain::DeviceId>(reply->device) : fail(finished);
}

// A store that is no desk's stays as it is until the answer is stored in it.
Result<domain::DeviceId> enrolThere(const Enrolment &enrolment, sync::CentralGateway &gateway, const Clock &clock)
{
    const auto store = store::Store::open(enrolment.folder, enrolment.agent, enrolment.passphrase, clock);
    if (!store)
        return fail(store);
    if (const auto unowned = isNobodysYet(**store); !unowned)
        return fail(unowned);
    const auto reply = askCentre(enrolment, gateway);
    if (!reply)
        return fail(reply);
    if (!reply->councilPublicKey.isEmpty()) {
        if (const auto sealed = (*store)->setRecovery(reply->councilPublicKey); !sealed)
            return fail(sealed);
    }
    const auto stored = (*store)
                            ->write([&enrolment, &reply](store::Connection &connection) {
                                return become(connection, enrolment, *reply);
                            })
                            .takeResult();
    return stored ? Result<domain::DeviceId>(reply->device) : fail(stored);
}

} // namespace

Result<domain::DeviceId> enrol(const Enrolment &enrolment, sync::CentralGateway &gateway, const Clock &clock)
{
    if (const auto named = domain::checkDisplayName(enrolment.deskName, u"the name of the desk"); !named)
        return fail(named);
    const auto known = store::Store::agentNames(enrolment.folder);
    if (!known && known.error().code == ErrorCode::NotFound)
        return enrolNew(enrolment, gateway);
    return enrolThere(enrolment, gateway, clock);
}

} // namespace reeve::services
