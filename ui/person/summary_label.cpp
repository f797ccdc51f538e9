// SPDX-License-Identifier: MIT
#include "ui/person/summary_label.h"

namespace reeve::ui {

QLabel *summaryLabel(const QString &words, const QString &role, QWidget *parent)
{
    auto *made = new QLabel(words, parent);
    made->setTextFormat(Qt::PlainText);
    made->setProperty("role", role);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QString joinedParts(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace reeve::ui
