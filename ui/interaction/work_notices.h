// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace reeve::ui {

class ContactNotice;
class MessageLine;
class WorkViewModel;

// What the handler may want to act on, above the interaction in work: somebody cannot be called or written to; another
// person is on screen; one was set aside; something could not be done.
class WorkNotices final : public QWidget
{
    Q_OBJECT

public:
    // `work` must outlive it.
    WorkNotices(WorkViewModel &work, QWidget *parent);

    void retranslate();
    [[nodiscard]] ContactNotice &contact() const noexcept { return *m_contact; }

private:
    void render();

    WorkViewModel &m_work;
    ContactNotice *m_contact;
    QFrame *m_other;
    QLabel *m_otherWords;
    QPushButton *m_adopt;
    QPushButton *m_keep;
    QFrame *m_setAside;
    QLabel *m_setAsideWords;
    QPushButton *m_takeBack;
    MessageLine *m_failure;
};

} // namespace reeve::ui
