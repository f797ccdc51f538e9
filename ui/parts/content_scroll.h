// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace reeve::ui {

// Scrolls up and down what fills its width, without a frame; what it holds is made anew now and then.
class ContentScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit ContentScroll(QWidget *parent = nullptr);

    // Shows `content` from now on. What was there goes later: one of its buttons may have brought us here, or a change
    // of language or theme is under way among its widgets.
    void replace(QWidget *content);
};

} // namespace reeve::ui
