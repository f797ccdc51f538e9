// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace reeve::ui {

// What the centre of the window shows while nothing is in work: how to begin, with the keys for it.
class WorkEmptyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkEmptyPage(QWidget *parent = nullptr);

    void retranslate();
    void focusFirst();

signals:
    void startRequested(reeve::domain::Channel channel, reeve::domain::Direction direction);

private:
    struct Start
    {
        QPushButton *button;
        QLabel *key;
    };

    QLabel *m_title;
    QLabel *m_hint;
    std::vector<Start> m_starts;
};

} // namespace reeve::ui
