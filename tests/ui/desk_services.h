// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/central_gateway.h"
#include "ui/shell/services.h"

#include <memory>

namespace reeve::test {

// What one agent's window works with, on the desk `of`, which must outlive it.
struct DeskServices
{
    DeskServices(services::Desk &of, std::unique_ptr<sync::CentralGateway> centre)
        : desk(of),
          sync(of, std::move(centre))
    {}

    [[nodiscard]] ui::Services all()
    {
        return {desk, people, merges, duplicates, addresses, interactions, privacy, sync};
    }

    services::Desk &desk;
    services::PersonService people{desk};
    services::MergeService merges{desk};
    services::DuplicateService duplicates{desk};
    services::AddressService addresses{desk};
    services::InteractionService interactions{desk};
    services::PrivacyService privacy{desk};
    services::SyncService sync;
};

} // namespace reeve::test
