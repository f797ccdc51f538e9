// SPDX-License-Identifier: MIT
#include "ui/session/sign_in_window.h"

#include "ui/session/sign_in_view_model.h"
#include "ui/session/typed_secret.h"
#include "ui/shell/language.h"
#include "ui/theme/icons.h"
#include "ui/words/announce.h"
#include "ui/words/error_words.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using State = SignInViewModel::State;

SignInWindow::SignInWindow(SignInViewModel &viewModel, Language &language, QWidget *parent)
    : QWidget(parent),
      m_viewModel(viewModel),
      m_language(language),
      m_name(new QLabel(u"Reeve"_s)),
      m_lead(new QLabel),
      m_form(new QFrame),
      m_agentLabel(new QLabel),
      m_agent(new QComboBox),
      m_passphraseLabel(new QLabel),
      m_passphrase(new QLineEdit),
      m_banner(new QFrame),
      m_bannerIcon(new QLabel),
      m_message(new QLabel),
      m_signIn(new QPushButton),
      m_progress(new QProgressBar),
      m_tongue(new QPushButton)
{
    setWindowTitle(u"Reeve"_s);
    setProperty("role", u"canvas"_s);
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_signIn, &QPushButton::clicked, this, &SignInWindow::submit);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &SignInWindow::submit);
    connect(m_tongue, &QPushButton::clicked, this,
            [this] { m_language.use(m_language.tongue() == Tongue::English ? Tongue::Welsh : Tongue::English); });
    connect(&m_viewModel, &SignInViewModel::changed, this, &SignInWindow::render);
    render();
    m_passphrase->setFocus();
}

void SignInWindow::build()
{
    m_name->setProperty("role", u"pageTitle"_s);
    m_lead->setProperty("role", u"secondary"_s);
    m_lead->setWordWrap(true);
    m_message->setWordWrap(true);
    m_agent->addItems(m_viewModel.agents());
    m_agentLabel->setBuddy(m_agent);
    m_passphrase->setEchoMode(QLineEdit::Password); // paste and password managers stay allowed
    m_passphraseLabel->setBuddy(m_passphrase);
    m_signIn->setProperty("role", u"primary"_s);
    m_signIn->setMinimumHeight(grid(4.5));
    m_tongue->setProperty("role", u"quiet"_s);
    m_tongue->setIcon(icon(u"translate", Role::Secondary));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_form->setProperty("role", u"card"_s);

    auto *banner = new QHBoxLayout(m_banner);
    banner->setContentsMargins(grid(1.5), grid(1.5), grid(1.5), grid(1.5));
    banner->setSpacing(grid(1.5));
    banner->addWidget(m_bannerIcon, 0, Qt::AlignTop);
    banner->addWidget(m_message, 1);

    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(grid(4), grid(4), grid(4), grid(3));
    form->setSpacing(grid(0.5));
    form->addWidget(m_name);
    form->addWidget(m_lead);
    form->addSpacing(grid(2));
    form->addWidget(m_agentLabel);
    form->addWidget(m_agent);
    form->addSpacing(grid(1));
    form->addWidget(m_passphraseLabel);
    form->addWidget(m_passphrase);
    form->addSpacing(grid(1));
    form->addWidget(m_banner);
    form->addSpacing(grid(1));
    form->addWidget(m_signIn);
    form->addSpacing(grid(1));
    form->addWidget(m_progress);
    form->addWidget(m_tongue, 0, Qt::AlignHCenter);
    m_form->setMaximumWidth(grid(54));
    m_form->setMinimumWidth(grid(46));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid(4), grid(4), grid(4), grid(4));
    layout->addStretch(2);
    auto *row = new QHBoxLayout; // not an alignment: that would forget the height the words need
    row->addStretch(1);
    row->addWidget(m_form, 4);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(3);
}

void SignInWindow::render()
{
    const State state = m_viewModel.state();
    const bool hasStore = state != State::NoStore;
    const bool canType = state == State::Ready || state == State::Failed;
    m_lead->setText(hasStore ? tr("Sign in to this desk. It works without the network.")
                             : tr("This computer has no desk yet."));
    m_agentLabel->setText(tr("Who is at the &desk?"));
    m_passphraseLabel->setText(tr("&Passphrase"));
    m_agent->setAccessibleName(tr("Who is at the desk"));
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_tongue->setText(m_language.tongue() == Tongue::English ? u"Cymraeg"_s : u"English"_s);
    m_tongue->setAccessibleName(m_language.tongue() == Tongue::English ? tr("Use Welsh") : tr("Use English"));
    m_signIn->setText(state == State::Checking ? tr("Checking…") : tr("Sign in  Enter"));
    m_signIn->setAccessibleName(tr("Sign in"));
    for (QWidget *widget : {static_cast<QWidget *>(m_agentLabel), static_cast<QWidget *>(m_agent),
                            static_cast<QWidget *>(m_passphraseLabel), static_cast<QWidget *>(m_passphrase),
                            static_cast<QWidget *>(m_signIn)})
        widget->setVisible(hasStore);
    m_passphrase->setEnabled(state != State::Checking);
    m_agent->setEnabled(canType);
    m_signIn->setEnabled(canType);
    m_progress->setVisible(state == State::Checking);

    QString message;
    if (state == State::NoStore) {
        message = tr("Ask an administrator to enrol it: reevectl device enrol, with the folder of the store, the "
                     "address of the centre and your name. Then start Reeve again.");
    } else if (state == State::Throttled) {
        message = tr("Too many wrong passphrases. Nothing was lost; you can try again in %n second(s).", nullptr,
                     m_viewModel.secondsLeft());
    } else if (state == State::Failed) {
        message = words(m_viewModel.error());
    }
    const bool isWrong = state == State::Failed && m_viewModel.error() == ErrorCode::WrongPassphrase;
    m_banner->setVisible(!message.isEmpty());
    m_banner->setProperty("role", isWrong ? u"bannerDanger"_s : u"bannerAttention"_s);
    restyle(m_banner);
    restyle(m_message);
    const Role role = isWrong ? Role::Danger : Role::Attention;
    m_bannerIcon->setPixmap(iconPixmap(state == State::NoStore ? u"info-circle" : u"exclamation-circle", role, grid(2),
                                       devicePixelRatioF()));
    announceState(m_message, message);
    m_message->setText(message);
    m_passphrase->setProperty("invalid", isWrong);
    restyle(m_passphrase);
    if (canType && state == State::Failed)
        m_passphrase->setFocus();
}

void SignInWindow::submit()
{
    if (m_viewModel.state() == State::Throttled)
        return; // what was typed stays, for when the wait is over
    takeTyped(*m_passphrase, [this](const QString &typed) { m_viewModel.signIn(m_agent->currentText(), typed); });
}

void SignInWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        render();
    QWidget::changeEvent(event);
}

} // namespace reeve::ui
