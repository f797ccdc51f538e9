// SPDX-License-Identifier: MIT
#include "ui/shell/start_bar.h"

#include "ui/parts/flow_layout.h"
#include "ui/shell/actions.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

StartBar::StartBar(const Actions &actions, QWidget *parent)
    : QFrame(parent),
      m_actions(actions),
      m_label(new QLabel(this))
{
    auto *layout = new FlowLayout(grid(0.5), this);
    layout->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    m_label->setProperty("role", u"secondary"_s);
    m_label->setMinimumHeight(grid(4));
    layout->addWidget(m_label);
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
    retranslate();
}

void StartBar::focusFirst()
{
    m_buttons.front().second->setFocus(Qt::OtherFocusReason);
}

void StartBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void StartBar::retranslate()
{
    m_label->setText(tr("New, Ctrl+Shift+"));
    m_label->setAccessibleName(tr("New interaction: Ctrl+Shift and the number"));
    setAccessibleName(tr("New interaction"));
    const QString shortNames[] = {tr("Phone in"), tr("Phone out"), tr("Face to face"), tr("E-mail"),
                                  tr("Web"),      tr("Letter"),    tr("Lifeline")};
    std::size_t index = 0;
    for (const auto &[command, button] : m_buttons) {
        //: a key and what it starts: "1 Phone in"
        button->setText(tr("%1 %2").arg(QString::number(index + 1), shortNames[index]));
        button->setAccessibleName(nameOf(command));
        button->setToolTip(m_actions[command]->toolTip());
        ++index;
    }
}

} // namespace reeve::ui
