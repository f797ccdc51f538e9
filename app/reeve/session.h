// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/services/session/desk.h"
#include "core/sync/central_gateway.h"
#include "ui/session/sign_in_view_model.h"

#include <QObject>

#include <functional>
#include <memory>

namespace reeve::ui {
class Language;
class MainWindow;
} // namespace reeve::ui

namespace reeve::app {

// One agent at one desk, from signing in to signing out: the services, the link to the centre and the window, made in
// this order and ended in the reverse: the panels save, sync stops, the store drains and closes.
//
// Behind a locked screen, when the window says that all is kept and sent, everything but the window goes, and with it
// the key of the store; the passphrase opens it again.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    // Called once for each opening of the desk.
    using MakeGateway = std::function<std::unique_ptr<sync::CentralGateway>(services::Desk &desk)>;

    // `language` and `clock` must outlive it. The window is not shown yet. `open` opens the same desk once more.
    Session(std::shared_ptr<services::Desk> desk, ui::OpenDesk open, MakeGateway makeGateway, ui::Language &language,
            const Clock &clock);
    ~Session() override;

    [[nodiscard]] ui::MainWindow &window() const noexcept;
    // Not while the desk is closed.
    [[nodiscard]] services::Desk &desk() const noexcept;
    [[nodiscard]] bool isDeskOpen() const noexcept { return m_parts != nullptr; }

signals:
    void signOutRequested();
    void handOverRequested(); // from the lock screen: somebody else wants to sign in, and all is kept

private:
    void closeDesk();
    void openDesk(std::shared_ptr<services::Desk> desk);
    void searchDuplicatesWhenDue();
    [[nodiscard]] QFuture<Result<>> checkPassphrase(const crypto::Secret &passphrase);

    const ui::OpenDesk m_open;
    const MakeGateway m_makeGateway;
    const Clock &m_clock;
    QString m_agent;
    QString m_ending; // how the session ends, for the audit
    struct Parts;
    std::unique_ptr<Parts> m_parts; // none while the desk is closed
    std::unique_ptr<ui::MainWindow> m_window;
};

// The gateway to the centre this desk was enrolled at; one that is always offline when the store does not say.
[[nodiscard]] std::unique_ptr<sync::CentralGateway> gatewayOf(services::Desk &desk);

} // namespace reeve::app
