// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

namespace reeve::ui {

// Tells when nobody has touched keyboard or mouse for a while, by either face of the clock: a computer that slept is
// found idle when it wakes, and the touch that woke it reaches nothing. Watches from the start.
class IdleLock final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdleLock)

public:
    // `clock` must outlive it.
    IdleLock(const Clock &clock, std::chrono::milliseconds patience, QObject *parent = nullptr);

    void watch(); // from now on
    void rest();  // not until watch()

public slots:
    void check(); // looks at the clock; by itself each second

signals:
    void idle(); // once, and the lock rests

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isOver() const;
    void touch();

    const Clock &m_clock;
    const std::chrono::milliseconds m_patience;
    std::chrono::milliseconds m_touched{0};
    Instant m_touchedAt;
    QTimer m_look; // runs while it watches
};

} // namespace reeve::ui
