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
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
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
      m_unlock(new QPushButton),
      m_progress(new QProgressBar),
      m_trouble(new MessageLine(u"attention"_s)),
      m_state(new MessageLine(u"secondary"_s)),
      m_other(new QPushButton),
      m_otherLead(new QLabel)
{
    build();
    connect(m_field, &QLineEdit::returnPressed, this, &LockScreen::submit);
    connect(m_unlock, &QPushButton::clicked, this, &LockScreen::submit);
    connect(m_other, &QPushButton::clicked, this, &LockScreen::somebodyElse);
    retranslate();
}

void LockScreen::build()
{
    setProperty("role", u"canvas"_s);
    m_title->setProperty("role", u"personName"_s);
    for (QLabel *lead : {m_lead, m_otherLead}) {
        lead->setProperty("role", u"secondary"_s);
        lead->setWordWrap(true);
    }
    m_field->setEchoMode(QLineEdit::Password);
    m_label->setBuddy(m_field);
    m_unlock->setProperty("role", u"primary"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_other->setProperty("role", u"quiet"_s);
    m_other->setObjectName(u"somebodyElse"_s);

    auto *line = new QFrame;
    line->setProperty("role", u"hairline"_s);
    line->setFixedHeight(1);
    auto *card = new QFrame;
    card->setProperty("role", u"card"_s);
    card->setMinimumWidth(grid(46));
    card->setMaximumWidth(grid(54));
    auto *form = new QVBoxLayout(card);
    form->setContentsMargins(grid(4), grid(4), grid(4), grid(3));
    form->setSpacing(grid(1));
    form->addWidget(m_icon);
    form->addWidget(m_title);
    form->addWidget(m_lead);
    form->addWidget(m_trouble);
    form->addSpacing(grid(1));
    form->addWidget(m_label);
    form->addWidget(m_field);
    form->addWidget(m_message);
    form->addWidget(m_unlock);
    form->addWidget(m_progress);
    form->addWidget(m_state);
    form->addSpacing(grid(1));
    form->addWidget(line);
    form->addSpacing(grid(0.5));
    form->addWidget(m_other, 0, Qt::AlignLeft);
    form->addWidget(m_otherLead);

    // In large text on a small screen it is higher than the window.
    auto *page = new QFrame;
    page->setProperty("role", u"canvas"_s);
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);

    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    auto *row = new QHBoxLayout; // not an alignment: that would forget the height the words need
    row->addStretch(1);
    row->addWidget(card, 4);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(3);
}

void LockScreen::focusField()
{
    m_field->setText({});
    m_message->say({});
    m_field->setFocus();
}

void LockScreen::setDesk(Desk desk)
{
    m_desk = desk;
    retranslate();
}

void LockScreen::setTrouble(const QString &words)
{
    m_trouble->say(words);
    retranslate();
}

void LockScreen::setChecking(bool isChecking)
{
    m_isChecking = isChecking;
    m_unlock->setEnabled(!isChecking);
    m_other->setEnabled(!isChecking);
    m_progress->setVisible(isChecking);
    retranslate();
    emit checking(isChecking);
}

void LockScreen::submit()
{
    if (m_field->text().isEmpty() || m_isChecking)
        return;
    m_message->say({});
    setChecking(true);
    crypto::Secret passphrase;
    takeTyped(*m_field, [&](const QString &typed) { passphrase = secretOf(typed); });
    deliver(m_check(passphrase), this, [this](const Result<> &result) {
        if (result)
            emit unlocked(); // before anything else can happen to the desk
        setChecking(false);
        if (result)
            return;
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
    const bool isClosed = m_desk == Desk::Closed;
    m_icon->setPixmap(iconPixmap(u"lock-fill", Role::Accent, grid(4), devicePixelRatioF()));
    m_other->setIcon(icon(u"people", Role::Secondary));
    m_title->setText(tr("Locked"));
    m_lead->setText(m_trouble->text().isEmpty()
                        ? tr("%1, everything is as you left it, and what you were writing is saved.").arg(m_agent)
                        : tr("%1, everything is as you left it.").arg(m_agent));
    m_label->setText(tr("&Passphrase"));
    m_field->setAccessibleName(tr("Passphrase"));
    m_unlock->setText(!m_isChecking ? tr("Unlock  Enter") : isClosed ? tr("Opening the desk…") : tr("Checking…"));
    m_unlock->setAccessibleName(tr("Unlock"));
    const QString state = isClosed
                              ? tr("This desk is closed until you unlock it: that opens it again, and takes a moment.")
                          : m_desk == Desk::Sending ? tr("What waits here is still being sent to the centre.")
                                                    : QString();
    if (m_state->text() != state) // it is read out
        m_state->say(state);
    m_other->setText(tr("&Somebody else signs in"));
    m_other->setAccessibleName(tr("Somebody else signs in"));
    m_otherLead->setText(
        tr("With a passphrase of their own. What %1 was writing is kept until %1 signs in again.").arg(m_agent));
    setAccessibleName(tr("Locked"));
}

} // namespace reeve::ui
