// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace reeve::ui {

// Opens the desk: Desk::open() with folder, clock and policy filled in. A test puts its own in its place.
using OpenDesk = std::function<QFuture<Result<std::shared_ptr<services::Desk>>>(const QString &agent,
                                                                                const crypto::Secret &passphrase)>;

// Signing in: who, the passphrase, and what came of it. Knows no widget; nothing waits.
class SignInViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInViewModel)

public:
    enum class State { NoStore, Ready, Checking, Throttled, Failed, Opened };
    Q_ENUM(State)

    // `agents`: who has a key here; empty when there is no store in the folder.
    SignInViewModel(QStringList agents, OpenDesk open, QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] ErrorCode error() const noexcept { return m_error; } // of Failed and Throttled
    [[nodiscard]] int secondsLeft() const noexcept { return m_secondsLeft; }
    [[nodiscard]] const QStringList &agents() const noexcept { return m_agents; }

public slots:
    // `passphrase` is wiped from this copy; the caller clears its field.
    void signIn(const QString &agent, const QString &passphrase);

signals:
    void changed();
    void opened(const std::shared_ptr<reeve::services::Desk> &desk);

private:
    void enter(State state, ErrorCode error = ErrorCode::Internal);
    void tick();

    const QStringList m_agents;
    const OpenDesk m_open;
    QTimer m_countdown;
    State m_state;
    ErrorCode m_error = ErrorCode::Internal;
    int m_secondsLeft = 0;
};

} // namespace reeve::ui
