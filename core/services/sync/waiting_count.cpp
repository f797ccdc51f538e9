// SPDX-License-Identifier: MIT
#include "core/services/sync/waiting_count.h"

#include "core/store/outbox.h"
#include "core/store/store.h"

namespace reeve::services {

QFuture<Result<qint64>> countWaiting(Desk &desk)
{
    return desk.store().read([](store::Connection &connection) -> Result<qint64> {
        const auto counts = store::Outbox(connection).counts();
        if (!counts)
            return fail(counts);
        return counts->waiting;
    });
}

} // namespace reeve::services
