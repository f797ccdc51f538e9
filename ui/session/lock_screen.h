// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace reeve::ui {

class MessageLine;

// Says whether a passphrase is the one this desk was opened with. Made by the application: the store is open, so
// the key slots are asked, not the store.
using CheckPassphrase = std::function<QFuture<Result<>>(const crypto::Secret &passphrase)>;

// Hides everything at once; the passphrase brings it back. What was being written stays where it was.
class LockScreen final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LockScreen)

public:
    LockScreen(QString agentDisplayName, CheckPassphrase check, QWidget *parent = nullptr);

    void focusField();

signals:
    void unlocked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void submit();

    const QString m_agent;
    const CheckPassphrase m_check;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_lead;
    QLabel *m_label;
    QLineEdit *m_field;
    MessageLine *m_message;
    QPushButton *m_unlock;
};

} // namespace reeve::ui
