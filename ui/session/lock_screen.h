// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace reeve::ui {

class MessageLine;

// Says whether a passphrase is the one this desk was opened with; on a desk that was closed since, opens it again. Made
// by the application.
using CheckPassphrase = std::function<QFuture<Result<>>(const crypto::Secret &passphrase)>;

// Hides everything at once; the passphrase brings it back. What was being written stays where it was. Somebody else may
// sign in instead.
class LockScreen final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LockScreen)

public:
    // What has become of the desk behind it.
    enum class Desk { Open, Sending, Closed };

    LockScreen(QString agentDisplayName, CheckPassphrase check, QWidget *parent = nullptr);

    void focusField(); // empties it and forgets what was said
    void setDesk(Desk desk);
    // What could not be saved, and why; empty: all is.
    void setTrouble(const QString &words);

signals:
    void unlocked();
    void checking(bool isChecking); // a passphrase is being looked at
    void somebodyElse();            // wants to sign in

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void submit();
    void setChecking(bool isChecking);

    const QString m_agent;
    const CheckPassphrase m_check;
    Desk m_desk = Desk::Open;
    bool m_isChecking = false;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_lead;
    QLabel *m_label;
    QLineEdit *m_field;
    MessageLine *m_message;
    QPushButton *m_unlock;
    QProgressBar *m_progress;
    MessageLine *m_trouble;
    MessageLine *m_state;
    QPushButton *m_other;
    QLabel *m_otherLead;
};

} // namespace reeve::ui
