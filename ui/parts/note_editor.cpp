// SPDX-License-Identifier: MIT
#include "ui/parts/note_editor.h"

#include <QTextBlock>

namespace reeve::ui {

NoteEditor::NoteEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isShowing)
            emit edited(toPlainText());
    });
}

void NoteEditor::show(const QString &text)
{
    if (text == toPlainText())
        return;
    const int fromEnd = document()->characterCount() - textCursor().position();
    m_isShowing = true;
    setPlainText(text);
    m_isShowing = false;
    QTextCursor caret = textCursor();
    caret.setPosition(qMax(0, document()->characterCount() - fromEnd));
    setTextCursor(caret);
}

void NoteEditor::setLines(int lines)
{
    setMinimumHeight(lines * fontMetrics().lineSpacing() + 20);
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    emit left();
}

} // namespace reeve::ui
