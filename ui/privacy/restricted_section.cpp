// SPDX-License-Identifier: MIT
#include "ui/privacy/restricted_section.h"

#include "ui/parts/message_line.h"
#include "ui/privacy/basis_words.h"
#include "ui/theme/icons.h"
#include "ui/words/announce.h"
#include "ui/words/dates.h"
#include "ui/words/error_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

RestrictedSection::RestrictedSection(services::PrivacyService &privacy, services::SyncService &sync, QWidget *parent)
    : QFrame(parent),
      m_viewModel(new RestrictedViewModel(privacy, sync, this)),
      m_badge(new QPushButton(this)),
      m_list(new QWidget(this)),
      m_rows(new QVBoxLayout(m_list)),
      m_ask(new QWidget(this)),
      m_question(new QLabel(m_ask)),
      m_reason(new QLineEdit(m_ask)),
      m_show(new QPushButton(m_ask)),
      m_cancel(new QPushButton(m_ask)),
      m_content(new QFrame(this)),
      m_contentTitle(new QLabel(m_content)),
      m_contentText(new QLabel(m_content)),
      m_hide(new QPushButton(m_content)),
      m_failure(new MessageLine(u"danger"_s, this))
{
    m_badge->setProperty("role", u"badgeRestricted"_s);
    m_badge->setIcon(icon(u"lock-fill", Role::Restricted));
    m_badge->setCheckable(true);
    m_badge->setObjectName(u"restrictedBadge"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);

    m_question->setWordWrap(true);
    m_question->setBuddy(m_reason);
    m_reason->setObjectName(u"revealReason"_s);
    m_cancel->setProperty("role", u"quiet"_s);
    auto *askButtons = new QHBoxLayout;
    askButtons->addWidget(m_show);
    askButtons->addWidget(m_cancel);
    askButtons->addStretch(1);
    auto *ask = new QVBoxLayout(m_ask);
    ask->setContentsMargins(0, 0, 0, 0);
    ask->setSpacing(6);
    ask->addWidget(m_question);
    ask->addWidget(m_reason);
    ask->addLayout(askButtons);

    m_content->setProperty("role", u"bannerRestricted"_s);
    m_contentTitle->setProperty("role", u"strong"_s);
    m_contentTitle->setWordWrap(true);
    m_contentText->setWordWrap(true);
    m_contentText->setTextFormat(Qt::PlainText);
    m_contentText->setObjectName(u"revealedContent"_s);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(12, 8, 12, 8);
    content->addWidget(m_contentTitle);
    content->addWidget(m_contentText);
    content->addWidget(m_hide, 0, Qt::AlignLeft);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_badge, 0, Qt::AlignLeft);
    column->addWidget(m_list);
    column->addWidget(m_ask);
    column->addWidget(m_failure);
    column->addWidget(m_content);

    connect(m_badge, &QPushButton::toggled, this, [this](bool isOpen) {
        if (!isOpen)
            m_viewModel->hide();
        render();
    });
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { m_viewModel->reveal(m_reason->text()); });
    connect(m_reason, &QLineEdit::textChanged, this, &RestrictedSection::render);
    connect(m_show, &QPushButton::clicked, this, [this] { m_viewModel->reveal(m_reason->text()); });
    connect(m_cancel, &QPushButton::clicked, m_viewModel, &RestrictedViewModel::hide);
    connect(m_hide, &QPushButton::clicked, m_viewModel, &RestrictedViewModel::hide);
    connect(m_viewModel, &RestrictedViewModel::changed, this, [this] {
        m_failure->say({});
        renderMarks();
        render();
    });
    connect(m_viewModel, &RestrictedViewModel::failed, this, [this](ErrorCode code) {
        m_failure->say(code == ErrorCode::InvalidInput ? tr("Say why you need to see it.") : words(code));
    });
    connect(m_viewModel, &RestrictedViewModel::traceSaved, this, &RestrictedSection::localChange);
    retranslate();
}

void RestrictedSection::setPerson(const std::optional<domain::PersonId> &person, int count)
{
    if (!person || count == 0)
        m_badge->setChecked(false);
    m_viewModel->setPerson(person, count);
    setVisible(person && count > 0);
    render();
}

void RestrictedSection::startReveal()
{
    if (m_viewModel->marks().empty())
        return;
    m_badge->setChecked(true);
    m_viewModel->ask(m_viewModel->marks().front().id);
}

void RestrictedSection::hideContent()
{
    if (m_viewModel->state() == RestrictedViewModel::State::Revealed)
        m_viewModel->hide();
}

void RestrictedSection::retranslate()
{
    m_question->setText(tr("Why do you need to see it? Your name, the time and the reason are recorded."));
    m_reason->setAccessibleName(tr("Reason for seeing the restricted item"));
    m_show->setText(tr("Show it"));
    m_cancel->setText(tr("Cancel"));
    m_hide->setText(tr("Hide"));
    renderMarks();
    render();
}

void RestrictedSection::renderMarks()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int number = 0;
    for (const services::RestrictedMark &mark : m_viewModel->marks()) {
        ++number;
        if (mark.id == m_viewModel->item())
            continue; // it is being asked about below
        const QString noted = dateWords(londonDate(mark.notedAt));
        auto *button = new QPushButton(tr("Noted %1: show…").arg(noted), m_list);
        button->setProperty("role", u"quiet"_s);
        button->setAccessibleName(
            tr("Show restricted item %1, noted %2; asks for a reason").arg(QString::number(number), noted));
        connect(button, &QPushButton::clicked, this, [this, id = mark.id] { m_viewModel->ask(id); });
        m_rows->addWidget(button, 0, Qt::AlignLeft);
    }
}

QString RestrictedSection::contentWords() const
{
    const services::Revealed &revealed = m_viewModel->revealed();
    if (revealed.specialCategory)
        return revealed.specialCategory->detail;
    if (revealed.criminalOffence)
        return revealed.criminalOffence->detail;
    return {};
}

void RestrictedSection::render()
{
    const int count = static_cast<int>(m_viewModel->marks().size());
    m_badge->setText(tr("%n restricted item(s)", nullptr, count));
    m_badge->setAccessibleName(tr("%n restricted item(s). Press to list them.", nullptr, count));
    const bool isOpen = m_badge->isChecked();
    const auto state = m_viewModel->state();
    const bool isAsking = state == RestrictedViewModel::State::Asking || state == RestrictedViewModel::State::Fetching;
    const bool isRevealed = state == RestrictedViewModel::State::Revealed;
    m_list->setVisible(isOpen);

    // The focus is handed on before what holds it goes: it must not leave this section by itself.
    const bool wasAsking = !m_ask->isHidden();
    const bool wasRevealed = !m_content->isHidden();
    const bool hadFocus = focusWidget() && isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    m_reason->setReadOnly(state == RestrictedViewModel::State::Fetching);
    m_show->setEnabled(m_reason->text().trimmed().size() >= RestrictedViewModel::shortestReason);
    if (isOpen && isAsking) {
        m_ask->show();
        if (!wasAsking)
            m_reason->setFocus(Qt::OtherFocusReason);
    } else if (isOpen && isRevealed) {
        m_content->show();
        if (!wasRevealed)
            m_hide->setFocus(Qt::OtherFocusReason);
    } else if (hadFocus && (wasAsking || wasRevealed)) {
        m_badge->setFocus(Qt::OtherFocusReason);
    }
    m_ask->setVisible(isOpen && isAsking);
    m_content->setVisible(isOpen && isRevealed);
    if (!isRevealed) {
        m_contentText->clear();
        return;
    }
    const auto &special = m_viewModel->revealed().specialCategory;
    m_contentTitle->setText(special ? categoryWords(special->category) : tr("Criminal offence"));
    m_contentText->setText(contentWords().isEmpty() ? tr("(Nothing was written down.)") : contentWords());
    m_hide->setToolTip(tr("It is hidden again after a minute, and when you go elsewhere."));
    if (!wasRevealed) {
        m_reason->clear();
        announce(m_contentTitle, tr("%1: %2").arg(m_contentTitle->text(), m_contentText->text()));
    }
}

void RestrictedSection::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_viewModel->state() != RestrictedViewModel::State::Marks) {
        m_viewModel->hide();
        m_badge->setFocus();
        return;
    }
    QFrame::keyPressEvent(event);
}

bool RestrictedSection::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        m_viewModel->state() != RestrictedViewModel::State::Marks)
        event->accept();
    return QFrame::event(event);
}

} // namespace reeve::ui
