// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shell/overlay.h"

class QPushButton;
class QScrollArea;

namespace reeve::ui {

// All keys on one sheet, by what they belong to.
class KeySheet final : public Overlay
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeySheet)

public:
    explicit KeySheet(QWidget *over);

protected:
    QWidget *firstFocus() override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();

    QWidget *m_holder;
    QWidget *m_sheet = nullptr;
    QScrollArea *m_scroll = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace reeve::ui
