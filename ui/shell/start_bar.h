// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace reeve::ui {

class Actions;
enum class Command;

// One button for each way somebody gets in touch, with its key on it.
class StartBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartBar)

public:
    // `actions` must outlive it.
    explicit StartBar(const Actions &actions, QWidget *parent = nullptr);

    void focusFirst();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Actions &m_actions;
    QLabel *m_label;
    std::vector<std::pair<Command, QPushButton *>> m_buttons;
};

} // namespace reeve::ui
