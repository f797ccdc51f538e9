// SPDX-License-Identifier: MIT
#include "ui/shell/start_bar.h"

#include "ui/shell/actions.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

StartBar::StartBar(const Actions &actions, QWidget *parent)
    : QFrame(parent),
      m_actions(actions),
      m_label(new QLabel(this)),
      m_key(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setSpacing(0);
    layout->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    m_label->setProperty("role", u"secondary"_s);
    layout->addWidget(m_label);
    layout->addSpacing(grid(1));
    m_key->setProperty("role", u"key"_s);
    layout->addWidget(m_key);
    layout->addSpacing(grid(0.5));
    for (const Command command :
         {Command::StartPhoneIn, Command::StartPhoneOut, Command::StartFaceToFace, Command::StartEmail,
          Command::StartWeb, Command::StartLetter, Command::StartLifeline}) {
        auto *button = new QPushButton(this);
        button->setProperty("role", u"quiet"_s);
        button->setIcon(icon(QString::fromLatin1(textOf(command).icon), Role::Secondary));
        connect(button, &QPushButton::clicked, m_actions[command], &QAction::trigger);
        layout->addWidget(button);
        m_buttons.emplace_back(command, button);
    }
    layout->addStretch(1);
    retranslate();
}

void StartBar::focusFirst()
{
    m_buttons.front().second->setFocus(Qt::OtherFocusReason);
}

void StartBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QFrame::changeEvent(event);
}

void StartBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

QSize StartBar::minimumSizeHint() const
{
    return {grid(20), layout()->sizeHint().height()};
}

void StartBar::retranslate()
{
    m_label->setText(tr("New"));
    m_label->setToolTip(tr("Ctrl+Shift and the number"));
    m_label->setAccessibleName(tr("New interaction: Ctrl+Shift and the number"));
    m_key->setText(tr("Ctrl+Shift+"));
    setAccessibleName(tr("New interaction"));
    fit();
}

void StartBar::fit()
{
    const QString names[] = {tr("Phone in"), tr("Phone out"), tr("Face to face"), tr("E-mail"),
                             tr("Web"),      tr("Letter"),    tr("Lifeline")};
    const auto say = [this, &names](bool isShort) {
        std::size_t index = 0;
        for (const auto &[command, button] : m_buttons) {
            const QString number = QString::number(index + 1);
            //: a key and what it starts: "1 Phone in"
            button->setText(isShort ? number : tr("%1 %2").arg(number, names[index]));
            button->setAccessibleName(nameOf(command));
            button->setToolTip(m_actions[command]->toolTip());
            ++index;
        }
        layout()->invalidate();
    };
    layout()->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    m_label->show();
    m_key->show();
    say(false);
    if (layout()->sizeHint().width() <= width())
        return;
    say(true); // icons and numbers; the words are in the tool tips
    if (layout()->sizeHint().width() > width())
        m_key->hide();                            // in the tool tips, too
    if (layout()->sizeHint().width() > width()) { // rather than half of each number
        m_label->hide();
        layout()->setContentsMargins(0, grid(1), 0, grid(1));
    }
}

} // namespace reeve::ui
