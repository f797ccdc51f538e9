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
    // The same of what did not come about: in the colour of attention, whatever the role.
    void warn(const QString &words);

private:
    void tell(const QString &words, const QString &role);

    const QString m_role;
};

} // namespace reeve::ui
