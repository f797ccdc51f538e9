// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace reeve::ui {

class MessageLine;
class NoteEditor;

// A note that is added to an interaction after it was finished. Ctrl+Enter saves it, Esc leaves it; what was typed
// stays until it is saved or clear()ed.
class AddedNote final : public QFrame
{
    Q_OBJECT

public:
    explicit AddedNote(QWidget *parent = nullptr);

    void open();
    void clear();
    void save();
    [[nodiscard]] QString text() const;
    void restore(const QString &text);  // typed before; open, without the focus
    [[nodiscard]] bool hasHand() const; // the keyboard focus is in it

    void setHeading(const QString &words);
    void say(const QString &words); // why it was not saved; empty: nothing
    void retranslate();

signals:
    void edited();
    void saveRequested(const QString &text);
    void folded(); // without saving

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fold();

    QLabel *m_heading;
    NoteEditor *m_note;
    MessageLine *m_failure;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace reeve::ui
