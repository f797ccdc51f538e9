// SPDX-License-Identifier: MIT
#include "ui/session/sign_in_view_model.h"

#include "ui/async/deliver.h"
#include "ui/session/typed_secret.h"

namespace reeve::ui {

namespace {

constexpr int pauseOtherwise = 5; // seconds

} // namespace

SignInViewModel::SignInViewModel(QStringList agents, OpenDesk open, QObject *parent)
    : QObject(parent),
      m_agents(std::move(agents)),
      m_open(std::move(open)),
      m_state(m_agents.isEmpty() ? State::NoStore : State::Ready)
{
    m_countdown.setInterval(1000);
    connect(&m_countdown, &QTimer::timeout, this, &SignInViewModel::tick);
}

void SignInViewModel::signIn(const QString &agent, const QString &passphrase)
{
    if (m_state == State::Checking || m_state == State::Throttled || m_state == State::Opened || passphrase.isEmpty())
        return;
    enter(State::Checking);
    deliver(m_open(agent, secretOf(passphrase)), this, [this](const Result<std::shared_ptr<services::Desk>> &desk) {
        if (desk) {
            enter(State::Opened);
            emit opened(*desk);
            return;
        }
        if (desk.error().code == ErrorCode::Throttled) {
            const int told = desk.error().detail.toInt(); // the store says how many seconds, see SignInThrottle
            m_secondsLeft = told > 0 ? told : pauseOtherwise;
            m_countdown.start();
            enter(State::Throttled, ErrorCode::Throttled);
        } else {
            enter(State::Failed, desk.error().code);
        }
    });
}

void SignInViewModel::enter(State state, ErrorCode error)
{
    m_state = state;
    m_error = error;
    emit changed();
}

void SignInViewModel::tick()
{
    if (--m_secondsLeft > 0) {
        emit changed();
        return;
    }
    m_countdown.stop();
    enter(State::Ready);
}

} // namespace reeve::ui
