// SPDX-License-Identifier: MIT
#include "ui/parts/message_line.h"

#include "ui/theme/theme.h"
#include "ui/words/announce.h"

namespace reeve::ui {

MessageLine::MessageLine(const QString &role, QWidget *parent) : QLabel(parent), m_role(role)
{
    setProperty("role", role);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
}

void MessageLine::say(const QString &words)
{
    tell(words, m_role);
}

void MessageLine::warn(const QString &words)
{
    tell(words, QStringLiteral("attention"));
}

void MessageLine::tell(const QString &words, const QString &role)
{
    if (property("role") != role) {
        setProperty("role", role);
        restyle(this);
    }
    setVisible(!words.isEmpty());
    announce(this, words); // before the text: see there
    setText(words);
    if (words.isEmpty() && !accessibleName().isEmpty())
        setAccessibleName({});
}

} // namespace reeve::ui
