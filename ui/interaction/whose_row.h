// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace reeve::services {
class PersonService;
}

namespace reeve::ui {

class FindBox;
class MessageLine;

// "Who was it?": finds the person that an interaction, noted without one, was about. Esc folds it.
class WhoseRow final : public QFrame
{
    Q_OBJECT

public:
    // `people` must outlive it.
    explicit WhoseRow(services::PersonService &people, QWidget *parent = nullptr);

    void open();
    void say(const QString &words); // what went wrong
    void retranslate();

signals:
    void chosen(const reeve::domain::PersonId &person);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QLabel *m_label;
    FindBox *m_find;
    MessageLine *m_message;
    QPushButton *m_cancel;
};

} // namespace reeve::ui
