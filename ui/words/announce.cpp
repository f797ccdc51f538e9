// SPDX-License-Identifier: MIT
#include "ui/words/announce.h"

#include <QAccessible>
#include <QWidget>

namespace reeve::ui {

void announce(QWidget *where, const QString &words)
{
    if (words.isEmpty() || where->accessibleName() == words)
        return;
    where->setAccessibleName(words); // sends NameChanged
    QAccessibleEvent alert(where, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace reeve::ui
