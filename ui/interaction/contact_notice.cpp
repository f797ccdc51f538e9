// SPDX-License-Identifier: MIT
#include "ui/interaction/contact_notice.h"

#include "ui/interaction/contact_words.h"
#include "ui/parts/flow_layout.h"
#include "ui/words/announce.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

ContactNotice::ContactNotice(OutgoingCheck &check, QWidget *parent)
    : QFrame(parent),
      m_check(check),
      m_words(new QLabel(this)),
      m_choices(new FlowLayout(8))
{
    setObjectName(u"contactNotice"_s);
    setProperty("role", u"bannerAttention"_s);
    m_words->setObjectName(u"contactNoticeWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_words);
    column->addLayout(m_choices);
    hide();
    connect(&check, &OutgoingCheck::changed, this, &ContactNotice::render);
}

void ContactNotice::retranslate()
{
    setAccessibleName(tr("Whom to get in touch with instead"));
    if (m_check.barred())
        render();
}

void ContactNotice::focusFirst()
{
    if (!m_buttons.empty())
        m_buttons.front()->setFocus(Qt::ShortcutFocusReason);
}

void ContactNotice::place(QPushButton *button)
{
    button->setMinimumHeight(32);
    if (!m_buttons.empty())
        setTabOrder(m_buttons.back(), button);
    m_choices->addWidget(button);
    m_buttons.push_back(button);
}

QPushButton *ContactNotice::addButton(const QString &words, void (OutgoingCheck::*act)())
{
    auto *button = new QPushButton(words, this);
    connect(button, &QPushButton::clicked, &m_check, act);
    place(button);
    return button;
}

void ContactNotice::render()
{
    for (QPushButton *button : std::exchange(m_buttons, {})) {
        m_choices->removeWidget(button);
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    const auto &barred = m_check.barred();
    if (!barred) {
        hide();
        announceState(m_words, {}); // the same is said again next time
        return;
    }
    const QString words = barWords(*barred);
    for (std::size_t i = 0; i < barred->check.instead.size(); ++i) {
        const auto &person = barred->check.instead[i];
        auto *button = new QPushButton(speakToWords(barred->channel, person), this);
        connect(button, &QPushButton::clicked, &m_check, [this, i] { m_check.speakTo(i); });
        place(button);
    }
    if (m_check.mayGoOn())
        addButton(goOnWords(barred->channel), &OutgoingCheck::goOn);
    addButton(speakToSomebodyElseWords(*barred), &OutgoingCheck::speakToSomebodyElse);
    auto *leave = addButton(tr("Leave it   %1").arg(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)),
                            &OutgoingCheck::letBe);
    leave->setAccessibleName(tr("Leave it"));
    leave->setProperty("role", u"quiet"_s);
    show();
    announceState(m_words, words);
    m_words->setText(words);
}

void ContactNotice::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QFrame::keyPressEvent(event);
        return;
    }
    m_check.letBe();
    emit folded();
}

bool ContactNotice::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept(); // Esc folds this first
    return QFrame::event(event);
}

} // namespace reeve::ui
