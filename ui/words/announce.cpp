// SPDX-License-Identifier: MIT
#include "ui/words/announce.h"

#include <QAccessible>
#include <QWidget>

namespace reeve::ui {

void announce(QWidget *where, const QString &words)
{
    if (words.isEmpty())
        return;
    if (where->accessibleName() == words) {
        QAccessibleEvent again(where, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&again);
    } else {
        where->setAccessibleName(words); // sends NameChanged
    }
    QAccessibleEvent alert(where, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void announceState(QWidget *where, const QString &words)
{
    constexpr const char *lastSaid = "lastSaid"; // beside the name: taking that away is heard itself
    if (where->property(lastSaid).toString() == words)
        return;
    where->setProperty(lastSaid, words);
    announce(where, words);
}

} // namespace reeve::ui
