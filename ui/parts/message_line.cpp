// SPDX-License-Identifier: MIT
#include "ui/parts/message_line.h"

#include "ui/words/announce.h"

namespace reeve::ui {

MessageLine::MessageLine(const QString &role, QWidget *parent) : QLabel(parent)
{
    setProperty("role", role);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
}

void MessageLine::say(const QString &words)
{
    setText(words);
    setVisible(!words.isEmpty());
    if (!words.isEmpty())
        announce(this, words);
}

} // namespace reeve::ui
