// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessible>
#include <QWidget>

namespace reeve::test {

// Does what a screen reader does with a control: its first accessible action. False when it offers none.
[[nodiscard]] inline bool act(QAccessibleInterface *control)
{
    QAccessibleActionInterface *actions = control ? control->actionInterface() : nullptr;
    if (!actions)
        return false;
    for (const QString &name :
         {QAccessibleActionInterface::pressAction(), QAccessibleActionInterface::toggleAction()}) {
        if (actions->actionNames().contains(name)) {
            actions->doAction(name);
            return true;
        }
    }
    return false;
}

[[nodiscard]] inline bool act(QWidget *control)
{
    return act(QAccessible::queryAccessibleInterface(control));
}

// The same with a row of a list.
[[nodiscard]] inline bool actOnRow(QWidget *list, int row)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(list);
    return accessible && row < accessible->childCount() && act(accessible->child(row));
}

} // namespace reeve::test
