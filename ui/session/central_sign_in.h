// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace reeve::services {
class SyncService;
}

namespace reeve::ui {

class MessageLine;

// "Sign in to send": a row under the strip that asks for the agent's password at the centre. Takes no room while
// closed.
class CentralSignIn final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CentralSignIn)

public:
    // `sync` must outlive it.
    explicit CentralSignIn(services::SyncService &sync, QWidget *parent = nullptr);

public slots:
    void open();
    void close();

signals:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void submit();

    services::SyncService &m_sync;
    QLabel *m_label;
    QLineEdit *m_field;
    QPushButton *m_signIn;
    QPushButton *m_later;
    MessageLine *m_message;
};

} // namespace reeve::ui
