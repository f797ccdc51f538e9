// SPDX-License-Identifier: MIT
#pragma once

#include "app/reeve/options.h"
#include "app/reeve/session.h"
#include "ui/session/sign_in_view_model.h"
#include "ui/session/sign_in_window.h"

#include <QObject>

#include <memory>
#include <optional>

namespace reeve::app {

// Signing in, the session, signing out or handing the desk over, signing in again.
class FrontDoor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrontDoor)

public:
    // `language` and `clock` must outlive it.
    FrontDoor(Options options, services::Policy policy, ui::Language &language, const Clock &clock);
    ~FrontDoor() override;

    void open();

private:
    void enter(const std::shared_ptr<services::Desk> &desk);
    void leave();
    void signInUnattended();

    const Options m_options;
    const services::Policy m_policy;
    ui::Language &m_language;
    const Clock &m_clock;
    const ui::OpenDesk m_openDesk;
    std::unique_ptr<ui::SignInViewModel> m_viewModel;
    std::unique_ptr<ui::SignInWindow> m_signIn;
    std::unique_ptr<Session> m_session;
};

} // namespace reeve::app
