// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace reeve::ui {

struct TimelineLine;

// What can be done about the line of the timeline that is open, as buttons under the list.
class TimelineActions final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineActions(QWidget *parent = nullptr);

    void setMayGive(bool mayGive); // there is somewhere to look for people
    void setMayFlag(bool mayFlag);
    void showFor(const TimelineLine *line); // nullptr: none is open
    void retranslate();

signals:
    void noteRequested();
    void giveRequested();
    void flagRequested();
    void personRequested();

private:
    QPushButton *m_note;
    QPushButton *m_give;
    QPushButton *m_person;
    QPushButton *m_flag;
    bool m_mayGive = false;
    bool m_mayFlag = false;
};

} // namespace reeve::ui
