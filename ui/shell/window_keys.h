// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace reeve::ui {

// Keys of the window that Qt's fields would keep for themselves, wherever the caret is: Ctrl+E, which takes the caret
// to the end of the line on X11, and Redo where there is nothing to redo.
class WindowKeys final : public QObject
{
    Q_OBJECT

public:
    explicit WindowKeys(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace reeve::ui
