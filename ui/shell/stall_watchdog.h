// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>

#include <chrono>

namespace reeve::ui {

// An application that times every event it hands out, so that a test can say that the window never kept anybody
// waiting. Costs two clock readings per event; used by tests only.
class WatchedApplication final : public QApplication
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchedApplication)

public:
    using QApplication::QApplication;

    // The longest event since forget(): by the clock on the wall, and of this thread's own work (which leaves out what
    // other programs on a busy machine took away).
    [[nodiscard]] std::chrono::microseconds longest() const noexcept { return m_longest; }
    [[nodiscard]] std::chrono::microseconds longestOwn() const noexcept { return m_longestOwn; }
    // What it was: class of the receiver and type of the event.
    [[nodiscard]] QString longestWhat() const { return m_longestWhat; }
    void forget();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    int m_depth = 0; // an event sent while another is handled belongs to that one
    std::chrono::microseconds m_longest{0};
    std::chrono::microseconds m_longestOwn{0};
    QString m_longestWhat;
};

} // namespace reeve::ui
