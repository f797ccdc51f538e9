// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace reeve::ui {

// Tells when nobody has touched keyboard or mouse for a while.
class IdleLock final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdleLock)

public:
    explicit IdleLock(std::chrono::milliseconds patience, QObject *parent = nullptr);

signals:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace reeve::ui
