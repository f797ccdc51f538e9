// SPDX-License-Identifier: MIT
#include "ui/parts/plain_label.h"

namespace reeve::ui {

QLabel *plainLabel(const QString &text, const QString &role, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setProperty("role", role);
    made->setWordWrap(true);
    return made;
}

} // namespace reeve::ui
