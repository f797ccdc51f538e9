// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/services/session/desk.h"
#include "core/sync/central_gateway.h"

#include <QObject>

#include <memory>

namespace reeve::ui {
class Language;
class MainWindow;
} // namespace reeve::ui

namespace reeve::app {

// One agent at one desk, from signing in to signing out: the services, the link to the centre and the window, made in
// this order and ended in the reverse: the panels save, sync stops, the store drains and closes.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    // `language` and `clock` must outlive it. The window is not shown yet.
    Session(std::shared_ptr<services::Desk> desk, std::unique_ptr<sync::CentralGateway> gateway, ui::Language &language,
            const Clock &clock);
    ~Session() override;

    [[nodiscard]] ui::MainWindow &window() const noexcept;
    [[nodiscard]] services::Desk &desk() const noexcept;

signals:
    void signOutRequested();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

// The gateway to the centre this desk was enrolled at; one that is always offline when the store does not say.
[[nodiscard]] std::unique_ptr<sync::CentralGateway> gatewayOf(services::Desk &desk);

} // namespace reeve::app
