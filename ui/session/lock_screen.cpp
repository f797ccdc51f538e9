// SPDX-License-Identifier: MIT
#include "ui/session/lock_screen.h"

#include "ui/async/deliver.h"
#include "ui/parts/message_line.h"
#include "ui/session/typed_secret.h"
#include "ui/theme/icons.h"
#include "ui/words/error_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

LockScreen::LockScreen(QString agentDisplayName, CheckPassphrase check, QWidget *parent)
    : QFrame(parent),
      m_agent(std::move(agentDisplayName)),
      m_check(std::move(check)),
      m_icon(new QLabel),
      m_title(new QLabel),
      m_lead(new QLabel),
      m_label(new QLabel),
      m_field(new QLineEdit),
      m_message(new MessageLine(u"danger"_s)),
      m_unlock(new QPushButton)
{
    setProperty("role", u"canvas"_s);
    auto *card = new QFrame;
    card->setProperty("role", u"card"_s);
    card->setMinimumWidth(grid(46));
    card->setMaximumWidth(grid(54));
    auto *form = new QVBoxLayout(card);
    form->setContentsMargins(grid(4), grid(4), grid(4), grid(4));
    form->setSpacing(grid(1));
    m_title->setProperty("role", u"personName"_s);
    m_lead->setProperty("role", u"secondary"_s);
    m_lead->setWordWrap(true);
    m_field->setEchoMode(QLineEdit::Password);
    m_label->setBuddy(m_field);
    m_unlock->setProperty("role", u"primary"_s);
    form->addWidget(m_icon);
    form->addWidget(m_title);
    form->addWidget(m_lead);
    form->addSpacing(grid(1));
    form->addWidget(m_label);
    form->addWidget(m_field);
    form->addWidget(m_message);
    form->addWidget(m_unlock);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto *row = new QHBoxLayout; // not an alignment: that would forget the height the words need
    row->addStretch(1);
    row->addWidget(card, 4);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(3);

    connect(m_field, &QLineEdit::returnPressed, this, &LockScreen::submit);
    connect(m_unlock, &QPushButton::clicked, this, &LockScreen::submit);
    retranslate();
}

void LockScreen::focusField()
{
    m_field->setText({});
    m_message->say({});
    m_field->setFocus();
}

void LockScreen::submit()
{
    if (m_field->text().isEmpty() || !m_unlock->isEnabled())
        return;
    m_message->say({});
    m_unlock->setEnabled(false);
    crypto::Secret passphrase;
    takeTyped(*m_field, [&](const QString &typed) { passphrase = secretOf(typed); });
    deliver(m_check(passphrase), this, [this](const Result<> &result) {
        m_unlock->setEnabled(true);
        if (result) {
            emit unlocked();
            return;
        }
        m_message->say(words(result.error().code));
        m_field->setFocus();
    });
}

void LockScreen::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QFrame::changeEvent(event);
}

void LockScreen::retranslate()
{
    m_icon->setPixmap(iconPixmap(u"lock-fill", Role::Accent, grid(4), devicePixelRatioF()));
    m_title->setText(tr("Locked"));
    m_lead->setText(tr("%1, everything is as you left it, and what you were writing is saved.").arg(m_agent));
    m_label->setText(tr("&Passphrase"));
    m_field->setAccessibleName(tr("Passphrase"));
    m_unlock->setText(tr("Unlock  Enter"));
    m_unlock->setAccessibleName(tr("Unlock"));
    setAccessibleName(tr("Locked"));
}

} // namespace reeve::ui
