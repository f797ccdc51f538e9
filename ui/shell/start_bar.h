// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace reeve::ui {

class Actions;
enum class Command;

// One button for each way somebody gets in touch, with the number of its key on it (Ctrl+Shift and the number).
class StartBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartBar)

public:
    // `actions` must outlive it.
    explicit StartBar(const Actions &actions, QWidget *parent = nullptr);

    void focusFirst();

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void fit();

    const Actions &m_actions;
    QLabel *m_label;
    QLabel *m_key; // what is held down with the number
    std::vector<std::pair<Command, QPushButton *>> m_buttons;
};

} // namespace reeve::ui
