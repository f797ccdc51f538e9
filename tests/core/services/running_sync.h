// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/services/sync_desk.h"

namespace reeve::test {

// A service on a desk, with the gateway still in reach of the test.
struct Running
{
    explicit Running(SyncDesk &theDesk) : desk(theDesk)
    {
        auto owned = std::make_unique<ReferenceGateway>(desk.centre);
        gateway = owned.get();
        service = std::make_unique<services::SyncService>(desk.folder.desk(), std::move(owned));
    }

    template <typename Condition>
    bool eventually(Condition isTrue)
    {
        return reeve::test::eventually(desk.folder.clock(), [&] { return isTrue(service->status()); });
    }

    SyncDesk &desk;
    ReferenceGateway *gateway = nullptr;
    std::unique_ptr<services::SyncService> service;
};

} // namespace reeve::test
