// SPDX-License-Identifier: MIT
#include "ui/session/central_sign_in.h"

#include "core/services/sync/sync_service.h"
#include "ui/async/deliver.h"
#include "ui/parts/message_line.h"
#include "ui/session/typed_secret.h"
#include "ui/theme/theme.h"
#include "ui/words/error_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

CentralSignIn::CentralSignIn(services::SyncService &sync, QWidget *parent)
    : QFrame(parent),
      m_sync(sync),
      m_label(new QLabel),
      m_field(new QLineEdit),
      m_signIn(new QPushButton),
      m_later(new QPushButton),
      m_message(new MessageLine(u"danger"_s))
{
    setProperty("role", u"strip"_s);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMinimumWidth(grid(24));
    m_field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_signIn->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_later->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_label->setBuddy(m_field);
    m_signIn->setProperty("role", u"primary"_s);
    m_later->setProperty("role", u"quiet"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    layout->setSpacing(grid(1));
    layout->addWidget(m_label);
    layout->addWidget(m_field);
    layout->addWidget(m_signIn);
    layout->addWidget(m_later);
    layout->addWidget(m_message, 1);
    layout->addStretch(0);
    connect(m_field, &QLineEdit::returnPressed, this, &CentralSignIn::submit);
    connect(m_signIn, &QPushButton::clicked, this, &CentralSignIn::submit);
    connect(m_later, &QPushButton::clicked, this, &CentralSignIn::close);
    retranslate();
    hide();
}

void CentralSignIn::open()
{
    m_message->say({});
    m_field->setText({});
    show();
    m_field->setFocus();
}

void CentralSignIn::close()
{
    m_field->setText({});
    hide();
    emit closed();
}

void CentralSignIn::submit()
{
    if (m_field->text().isEmpty() || !m_signIn->isEnabled())
        return;
    m_message->say({});
    m_signIn->setEnabled(false);
    crypto::Secret password;
    takeTyped(*m_field, [&](const QString &typed) { password = secretOf(typed); });
    deliver(m_sync.signIn(password), this, [this](const Result<> &result) {
        m_signIn->setEnabled(true);
        if (result) {
            close();
            return;
        }
        m_message->say(result.error().code == ErrorCode::SignInNeeded
                           ? tr("The centre does not accept this password. Everything stays saved here; try again.")
                           : words(result.error().code));
        m_field->setFocus();
    });
}

void CentralSignIn::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void CentralSignIn::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void CentralSignIn::retranslate()
{
    m_label->setText(tr("Your &password at the centre"));
    m_field->setAccessibleName(tr("Your password at the centre"));
    m_signIn->setText(tr("Sign in to send  Enter"));
    m_later->setText(tr("Later  Esc"));
    setAccessibleName(tr("Sign in to send"));
}

} // namespace reeve::ui
