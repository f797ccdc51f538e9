// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace reeve::ui {

class ElidedLabel;

// The line at the bottom: who is at which desk, what was just done (with a way back where there is one), and the
// three keys that lead to all the others.
class Footer final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Footer)

public:
    Footer(const QString &agent, const QString &desk, QWidget *parent = nullptr);

    // A sample council: said all the time.
    void setDemo(bool isDemo);

public slots:
    void say(const QString &words);

public:
    // With a button that takes it back.
    void say(const QString &words, std::function<void()> undo);
    // Takes it back; false where nothing is offered.
    bool undo();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void fit();
    void clear();

    QTimer m_timer;
    std::function<void()> m_undo;
    bool m_isDemo = false;
    ElidedLabel *m_desk;
    ElidedLabel *m_demo;
    QLabel *m_icon;
    ElidedLabel *m_message;
    QPushButton *m_undoButton;
    ElidedLabel *m_keys;
};

} // namespace reeve::ui
