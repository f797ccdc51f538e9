// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/address/address_service.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/duplicates/duplicate_service.h"
#include "core/services/person/merge/merge_service.h"
#include "core/services/person/person_service.h"
#include "core/services/privacy/privacy_service.h"
#include "core/services/session/desk.h"
#include "core/services/sync/sync_service.h"

namespace reeve::ui {

// What the window works with: one agent's session. All of it must outlive the window.
struct Services
{
    services::Desk &desk;
    services::PersonService &people;
    services::MergeService &merges;
    services::DuplicateService &duplicates;
    services::AddressService &addresses;
    services::InteractionService &interactions;
    services::PrivacyService &privacy;
    services::SyncService &sync;
};

} // namespace reeve::ui
