// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QButtonGroup;

namespace reeve::ui {

class FlowLayout;
class WorkViewModel;

// The interactions in work, side by side: Ctrl+1 to Ctrl+9.
class WorkTabs final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkTabs(QWidget *parent = nullptr);

    void show(const WorkViewModel &work);
    using QWidget::show;

signals:
    void chosen(int index);

private:
    QButtonGroup *m_tabs;
    FlowLayout *m_row;
    bool m_isShowing = false; // set from outside, which is nobody's choice
};

} // namespace reeve::ui
