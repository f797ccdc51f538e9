// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace reeve::ui {

// A line of words where the hand is: what went wrong and what to do, or that something was done. Takes no room while
// it has nothing to say, and is read out when it does.
class MessageLine final : public QLabel
{
    Q_OBJECT

public:
    // `role`: attention, danger, done or secondary.
    explicit MessageLine(const QString &role, QWidget *parent = nullptr);

    // Empty hides it.
    void say(const QString &words);
};

} // namespace reeve::ui
