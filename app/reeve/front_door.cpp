// SPDX-License-Identifier: MIT
#include "app/reeve/front_door.h"

#include "core/base/logging.h"
#include "ui/shell/appearance.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace reeve::app {

FrontDoor::FrontDoor(Options options, services::Policy policy, ui::Language &language, const Clock &clock)
    : m_options(std::move(options)),
      m_policy(std::move(policy)),
      m_language(language),
      m_clock(clock),
      m_openDesk([this](const QString &agent, const crypto::Secret &passphrase) {
          return services::Desk::open(m_options.store, agent, passphrase, m_clock, m_policy);
      })
{}

FrontDoor::~FrontDoor() = default;

void FrontDoor::open()
{
    ui::Appearance::applySystem();
    m_viewModel = std::make_unique<ui::SignInViewModel>(services::Desk::agentNames(m_options.store), m_openDesk);
    m_signIn = std::make_unique<ui::SignInWindow>(*m_viewModel, m_language);
    // Queued: the window that asked for the passphrase goes, and is not to be in the middle of telling us.
    connect(m_viewModel.get(), &ui::SignInViewModel::opened, this, &FrontDoor::enter, Qt::QueuedConnection);
    m_signIn->resize(ui::grid(110), ui::grid(80));
    m_signIn->show();
    m_signIn->activateWindow();
    m_signIn->activateWindow();
    if (m_options.isUnattended)
        signInUnattended();
}

void FrontDoor::signInUnattended()
{
    const QStringList agents = m_viewModel->agents();
    if (!agents.isEmpty())
        m_viewModel->signIn(agents.constFirst(), QString::fromUtf8(qgetenv("REEVE_PASSPHRASE")));
    qunsetenv("REEVE_PASSPHRASE"); // what starts later need not inherit it
}

void FrontDoor::enter(const std::shared_ptr<services::Desk> &desk)
{
    QElapsedTimer sinceOpened;
    sinceOpened.start();
    m_session = std::make_unique<Session>(desk, m_openDesk, gatewayOf, m_language, m_clock);
    connect(m_session.get(), &Session::signOutRequested, this, &FrontDoor::leave, Qt::QueuedConnection);
    connect(m_session.get(), &Session::handOverRequested, this, &FrontDoor::leave, Qt::QueuedConnection);
    m_session->window().show();
    m_signIn.reset();
    m_viewModel.reset();
    // Last: without a window manager nobody else gives the keyboard to the new window.
    m_session->window().activateWindow();
    // The keyboard was with the window that has just gone; not every window manager hands it on.
    m_session->window().raise();
    m_session->window().activateWindow();
    // Behind what showing has queued: by then the field takes keys.
    QTimer::singleShot(0, this, [sinceOpened] {
        qCInfo(logApp, "ready after %lld ms", static_cast<long long>(sinceOpened.elapsed()));
    });
}

void FrontDoor::leave()
{
    open(); // first: closing the last window would end the program
    m_session->window().close();
    m_session.reset();
}

} // namespace reeve::app
