// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace reeve::ui {

class FlowLayout;
class OutgoingCheck;

// The bar that says why somebody is not called or written to, with the ways out of it as buttons: the first has the
// focus, Esc lets it be.
class ContactNotice final : public QFrame
{
    Q_OBJECT

public:
    // `check` must outlive it.
    ContactNotice(OutgoingCheck &check, QWidget *parent);

    void retranslate();
    void focusFirst();

signals:
    void folded(); // it was let be, and had the focus

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void render();
    QPushButton *addButton(const QString &words, void (OutgoingCheck::*act)());
    void place(QPushButton *button);

    OutgoingCheck &m_check;
    QLabel *m_words;
    FlowLayout *m_choices;
    std::vector<QPushButton *> m_buttons;
};

} // namespace reeve::ui
