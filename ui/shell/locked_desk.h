// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "ui/shell/services.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace reeve::ui {

class Workplace;

// An open desk behind a locked screen. What was typed is saved, what waits is sent for as long as the policy says, and
// then it says that the desk is to be closed, and its key dropped; at once when nothing waits, or when somebody else
// wants to sign in. What cannot be saved (a full disk) keeps the desk open: no key is worth the words of a resident.
class LockedDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LockedDesk)

public:
    // Both must outlive it.
    LockedDesk(const Services &services, Workplace &workplace, QObject *parent = nullptr);

    void begin(); // the screen has just been locked
    void end();   // and is no longer
    // While a passphrase is looked at nothing is closed.
    void hold(bool isHeld);
    void handOver();

    // What the screen may say: something is still being sent; something could not be saved.
    [[nodiscard]] bool isSending() const noexcept { return m_isSending; }
    [[nodiscard]] std::optional<ErrorCode> failure() const noexcept { return m_failure; }
    // closeDue() was said and still holds.
    [[nodiscard]] bool isDue() const noexcept { return m_step == Step::Due; }

public slots:
    void check(); // looks at the clock and the outbox; by itself each second

signals:
    void changed();         // what the screen may say
    void closeDue();        // all is kept
    void handOverDue();     // all is kept, and somebody else wants to sign in
    void handOverRefused(); // see failure()

private:
    enum class Step { Unlocked, Waiting, Counting, Keeping, Due };

    void keepPlace();
    void placeKept(const Result<> &kept, bool holdsTyped);
    void say(bool isSending, const std::optional<ErrorCode> &failure);
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] bool isWiped() const;

    const Services m_services;
    Workplace &m_workplace;
    const std::chrono::minutes m_atMost;
    Step m_step = Step::Unlocked;
    Instant m_since;
    std::chrono::milliseconds m_sinceMonotonic{0};
    bool m_isHeld = false;
    bool m_isHandOver = false;
    bool m_hasKept = false; // the place, in the store
    bool m_isSending = false;
    std::optional<ErrorCode> m_failure;
    QTimer m_look; // runs while it is locked
};

} // namespace reeve::ui
