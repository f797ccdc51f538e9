// SPDX-License-Identifier: MIT
#include "ui/shell/window_keys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace reeve::ui {

namespace {

bool isWindows(const QKeyEvent &press, bool canRedo)
{
    const bool isEdit = press.key() == Qt::Key_E && press.modifiers() == Qt::ControlModifier;
    return isEdit || (press.matches(QKeySequence::Redo) && !canRedo);
}

} // namespace

WindowKeys::WindowKeys(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool WindowKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto &press = *static_cast<QKeyEvent *>(event);
    const auto *line = qobject_cast<const QLineEdit *>(watched);
    const auto *text = qobject_cast<const QPlainTextEdit *>(watched);
    if ((!line || !isWindows(press, line->isRedoAvailable())) &&
        (!text || !isWindows(press, text->document()->isRedoAvailable())))
        return false;
    event->ignore();
    return true;
}

} // namespace reeve::ui
