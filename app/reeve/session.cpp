// SPDX-License-Identifier: MIT
#include "app/reeve/session.h"

#include "app/reeve/passphrase_check.h"
#include "core/base/logging.h"
#include "core/central/postgres_gateway.h"
#include "core/crypto/process_hardening.h"
#include "core/store/desk_repository.h"
#include "core/store/store.h"
#include "ui/async/deliver.h"
#include "ui/shell/main_window.h"

#include <QPromise>

using namespace Qt::Literals::StringLiterals;

namespace reeve::app {

struct Session::Parts
{
    Parts(std::shared_ptr<services::Desk> opened, std::unique_ptr<sync::CentralGateway> gateway, const Clock &clock)
        : check(passphraseCheck(opened, clock)),
          desk(std::move(opened)),
          people(*desk),
          merges(*desk),
          duplicates(*desk),
          addresses(*desk),
          interactions(*desk),
          privacy(*desk),
          sync(*desk, std::move(gateway))
    {}

    [[nodiscard]] ui::Services services()
    {
        return {*desk, people, merges, duplicates, addresses, interactions, privacy, sync};
    }

    // The order of destruction is the reverse of this one.
    ui::CheckPassphrase check;
    std::shared_ptr<services::Desk> desk;
    services::PersonService people;
    services::MergeService merges;
    services::DuplicateService duplicates;
    services::AddressService addresses;
    services::InteractionService interactions;
    services::PrivacyService privacy;
    services::SyncService sync;
};

Session::Session(std::shared_ptr<services::Desk> desk, ui::OpenDesk open, MakeGateway makeGateway,
                 ui::Language &language, const Clock &clock)
    : m_open(std::move(open)),
      m_makeGateway(std::move(makeGateway)),
      m_clock(clock),
      m_agent(desk->agentName()),
      m_ending(u"closed"_s)
{
    auto gateway = m_makeGateway(*desk);
    m_parts = std::make_unique<Parts>(std::move(desk), std::move(gateway), m_clock);
    m_window =
        std::make_unique<ui::MainWindow>(m_parts->services(), language, [this](const crypto::Secret &passphrase) {
            return checkPassphrase(passphrase);
        });
    connect(m_window.get(), &ui::MainWindow::signOutRequested, this, [this] {
        m_ending = u"by_hand"_s;
        emit signOutRequested();
    });
    connect(m_window.get(), &ui::MainWindow::handOverRequested, this, [this] {
        m_ending = u"somebody_else"_s;
        emit handOverRequested();
    });
    // Queued: what says so is about to go.
    connect(m_window.get(), &ui::MainWindow::closeDue, this, &Session::closeDesk, Qt::QueuedConnection);
    searchDuplicatesWhenDue();
    m_parts->sync.start();
}

Session::~Session()
{
    m_window.reset();
    if (m_parts)
        static_cast<void>(m_parts->desk->audit(u"sign_out"_s, m_ending));
}

// Whoever came with a first load is compared with everybody once, also where that was cut off before.
void Session::searchDuplicatesWhenDue()
{
    services::SyncService *sync = &m_parts->sync;
    services::DuplicateService *duplicates = &m_parts->duplicates; // both go together
    auto searchWhenDue = [sync, duplicates, wasFirstLoad = false](bool haveCome) mutable {
        const bool isFirstLoad = sync->status().isFirstLoad;
        if (!isFirstLoad && (haveCome || wasFirstLoad))
            duplicates->searchWhenDue();
        wasFirstLoad = isFirstLoad;
    };
    connect(sync, &services::SyncService::peopleChanged, this, [searchWhenDue]() mutable { searchWhenDue(true); });
    connect(sync, &services::SyncService::statusChanged, this, [searchWhenDue]() mutable { searchWhenDue(false); });
    duplicates->searchWhenDue();
}

void Session::closeDesk()
{
    if (!m_parts || !m_window->isCloseDue()) // unlocked meanwhile
        return;
    static_cast<void>(m_parts->desk->audit(u"desk_closed"_s, u"locked"_s));
    m_window->putAway();
    m_parts.reset();
    crypto::giveBackFreedMemory();
    qCInfo(logApp, "the desk is closed behind the locked screen");
}

void Session::openDesk(std::shared_ptr<services::Desk> desk)
{
    auto gateway = m_makeGateway(*desk);
    m_parts = std::make_unique<Parts>(std::move(desk), std::move(gateway), m_clock);
    static_cast<void>(m_parts->desk->audit(u"unlock"_s));
    m_window->takeUp(m_parts->services());
    searchDuplicatesWhenDue();
    m_parts->sync.start();
}

QFuture<Result<>> Session::checkPassphrase(const crypto::Secret &passphrase)
{
    if (m_parts)
        return m_parts->check(passphrase);
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    ui::deliver(m_open(m_agent, passphrase), this,
                [this, promise](const Result<std::shared_ptr<services::Desk>> &desk) {
                    if (desk)
                        openDesk(*desk);
                    promise->addResult(desk ? Result<>() : Result<>(fail(desk)));
                    promise->finish();
                });
    return promise->future();
}

ui::MainWindow &Session::window() const noexcept
{
    return *m_window;
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
