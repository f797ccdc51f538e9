// SPDX-License-Identifier: MIT
#include "app/reeve/session.h"

#include "app/reeve/passphrase_check.h"
#include "core/central/postgres_gateway.h"
#include "core/store/desk_repository.h"
#include "core/store/store.h"
#include "ui/shell/main_window.h"

namespace reeve::app {

struct Session::Parts
{
    Parts(std::shared_ptr<services::Desk> opened, std::unique_ptr<sync::CentralGateway> gateway, ui::Language &language,
          const Clock &clock)
        : desk(std::move(opened)),
          people(*desk),
          merges(*desk),
          duplicates(*desk),
          addresses(*desk),
          interactions(*desk),
          privacy(*desk),
          sync(*desk, std::move(gateway)),
          window(ui::Services{*desk, people, merges, duplicates, addresses, interactions, privacy, sync}, language,
                 passphraseCheck(desk, clock))
    {}

    // The order of destruction is the reverse of this one.
    std::shared_ptr<services::Desk> desk;
    services::PersonService people;
    services::MergeService merges;
    services::DuplicateService duplicates;
    services::AddressService addresses;
    services::InteractionService interactions;
    services::PrivacyService privacy;
    services::SyncService sync;
    ui::MainWindow window;
};

Session::Session(std::shared_ptr<services::Desk> desk, std::unique_ptr<sync::CentralGateway> gateway,
                 ui::Language &language, const Clock &clock)
    : m_parts(std::make_unique<Parts>(std::move(desk), std::move(gateway), language, clock))
{
    connect(&m_parts->window, &ui::MainWindow::signOutRequested, this, &Session::signOutRequested);
    // Whoever came with a first load is compared with everybody once, also where that was cut off before.
    services::SyncService *sync = &m_parts->sync;
    auto searchWhenDue = [this, sync, wasFirstLoad = false](bool haveCome) mutable {
        const bool isFirstLoad = sync->status().isFirstLoad;
        if (!isFirstLoad && (haveCome || wasFirstLoad))
            m_parts->duplicates.searchWhenDue();
        wasFirstLoad = isFirstLoad;
    };
    connect(sync, &services::SyncService::peopleChanged, this, [searchWhenDue]() mutable { searchWhenDue(true); });
    connect(sync, &services::SyncService::statusChanged, this, [searchWhenDue]() mutable { searchWhenDue(false); });
    m_parts->duplicates.searchWhenDue();
    m_parts->sync.start();
}

Session::~Session() = default;

ui::MainWindow &Session::window() const noexcept
{
    return m_parts->window;
}

services::Desk &Session::desk() const noexcept
{
    return *m_parts->desk;
}

std::unique_ptr<sync::CentralGateway> gatewayOf(services::Desk &desk)
{
    // Waits for one row, once, before the window is there.
    const auto state =
        desk.store()
            .read([](store::Connection &connection) { return store::DeskRepository(connection).state(); })
            .takeResult();
    return central::makeGateway(state ? state->centralUri : QString());
}

} // namespace reeve::app
