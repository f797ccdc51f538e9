// SPDX-License-Identifier: MIT
#include "ui/person/summary_label.h"

#include "ui/parts/plain_label.h"

namespace reeve::ui {

QLabel *summaryLabel(const QString &words, const QString &role, QWidget *parent)
{
    QLabel *made = plainLabel(words, role, parent);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QString joinedParts(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace reeve::ui
