// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/job.h"
#include "core/store/store.h"

#include <type_traits>
#include <utility>

namespace reeve::services {

// What the store runs for `work`, which takes the job and answers a Result. Denied, and DeviceRevoked, on a desk that
// may not show people any more: work is not begun then. Most of what a service shows or changes goes through here.
template <typename Work>
[[nodiscard]] auto leased(Desk &desk, Work work)
{
    using Answer = std::invoke_result_t<Work &, const Job &>;
    return [&desk, work = std::move(work)](store::Connection &connection) -> Answer {
        const Job job(desk, connection);
        if (const auto lease = job.checkLease(); !lease)
            return fail(lease);
        return work(job);
    };
}

// One transaction on the reader.
template <typename Work>
[[nodiscard]] auto leasedRead(Desk &desk, Work work)
{
    return desk.store().read(leased(desk, std::move(work)));
}

// One transaction on the writer.
template <typename Work>
[[nodiscard]] auto leasedWrite(Desk &desk, Work work)
{
    return desk.store().write(leased(desk, std::move(work)));
}

} // namespace reeve::services
