// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace reeve::ui {

// A field for many words. Tab leaves it; leaving it is said, so that what was typed can be saved.
class NoteEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEditor(QWidget *parent = nullptr);

    // Shows `text` in place of what stands there, the caret where it was, and nothing to undo: a masked card number
    // must not come back. Does nothing when it stands there already. Not an edit.
    void show(const QString &text);
    using QWidget::show;

    // The height of so many lines, at least.
    void setLines(int lines);

signals:
    void edited(const QString &text);
    void left();

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_isShowing = false;
};

} // namespace reeve::ui
