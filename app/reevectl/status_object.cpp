// SPDX-License-Identifier: MIT
#include "app/reevectl/status_object.h"

#include "app/reevectl/desk_session.h"
#include "core/base/instant.h"
#include "core/services/session/lease.h"
#include "core/services/sync/sync_work.h"
#include "core/store/person_repository.h"
#include "core/store/store.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

void addCentre(QJsonObject &status, const store::DeskState &state, const services::Desk &desk)
{
    status.insert(u"cursor"_s, u"%1:%2"_s.arg(state.cursorTransaction).arg(state.cursorNumber));
    if (state.lastSyncAt)
        status.insert(u"last_sync"_s, toRfc3339(*state.lastSyncAt));
    status.insert(u"device"_s, state.device.toString());
    status.insert(u"device_status"_s, state.deviceStatus);
    status.insert(u"desk"_s, state.deskName);
    status.insert(u"lease_expired"_s, services::isLeaseExpired(state, desk.policy(), desk.clock().now()));
}

} // namespace

Result<QJsonObject> statusOf(services::Desk &desk)
{
    return await(desk.store().read([&desk](store::Connection &connection) -> Result<QJsonObject> {
        const auto work = services::countWork(connection);
        if (!work)
            return fail(work);
        const store::OutboxCounts &counts = work->counts;
        const auto people = store::PersonRepository(connection).count();
        if (!people)
            return fail(people);
        const auto state = store::DeskRepository(connection).state();
        if (!state && state.error().code != ErrorCode::NotFound)
            return fail(state);

        QJsonObject status{{u"pending"_s, counts.waiting},
                           {u"oldest_pending_s"_s, QJsonValue::Null},
                           {u"sent"_s, counts.sent},
                           {u"safe"_s, counts.safe},
                           {u"needs_attention"_s, work->needsAttention},
                           {u"people"_s, *people},
                           {u"cursor"_s, QJsonValue::Null},
                           {u"last_sync"_s, QJsonValue::Null},
                           {u"disk_full"_s, !desk.store().hasRoom()},
                           {u"agent"_s, desk.agentName()}};
        if (counts.oldestWaiting) {
            const auto age = desk.clock().now() - *counts.oldestWaiting;
            status[u"oldest_pending_s"_s] = std::max<qint64>(age.count() / 1000, 0);
        }
        if (state)
            addCentre(status, *state, desk);
        return status;
    }));
}

} // namespace reeve::ctl
