// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace reeve::ui {

class Language;
class SignInViewModel;

// The first thing one sees: who, the passphrase, Enter. Every way it can go wrong is said under the field.
class SignInWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInWindow)

public:
    // Both must outlive it.
    SignInWindow(SignInViewModel &viewModel, Language &language, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void render();
    void submit();

    SignInViewModel &m_viewModel;
    Language &m_language;
    QLabel *m_name;
    QLabel *m_lead;
    QFrame *m_form;
    QLabel *m_agentLabel;
    QComboBox *m_agent;
    QLabel *m_passphraseLabel;
    QLineEdit *m_passphrase;
    QFrame *m_banner;
    QLabel *m_bannerIcon;
    QLabel *m_message;
    QPushButton *m_signIn;
    QProgressBar *m_progress;
    QPushButton *m_tongue;
};

} // namespace reeve::ui
