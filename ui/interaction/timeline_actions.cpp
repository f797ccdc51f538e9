// SPDX-License-Identifier: MIT
#include "ui/interaction/timeline_actions.h"

#include "ui/interaction/timeline_model.h"
#include "ui/parts/flow_layout.h"
#include "ui/shell/commands.h"
#include "ui/theme/icons.h"

#include <QPushButton>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

TimelineActions::TimelineActions(QWidget *parent)
    : QWidget(parent),
      m_note(new QPushButton(this)),
      m_give(new QPushButton(this)),
      m_person(new QPushButton(this)),
      m_flag(new QPushButton(this))
{
    auto *flow = new FlowLayout(4, this);
    flow->setContentsMargins(0, 0, 0, 0);
    const auto add = [flow](QPushButton *button, QStringView iconName, Role role = Role::Secondary) {
        button->setProperty("role", u"quiet"_s);
        button->setIcon(icon(iconName, role));
        flow->addWidget(button);
    };
    add(m_person, u"person");
    add(m_give, u"person-check");
    add(m_note, u"plus-lg");
    add(m_flag, u"shield-exclamation", Role::Restricted);
    connect(m_note, &QPushButton::clicked, this, &TimelineActions::noteRequested);
    connect(m_give, &QPushButton::clicked, this, &TimelineActions::giveRequested);
    connect(m_flag, &QPushButton::clicked, this, &TimelineActions::flagRequested);
    connect(m_person, &QPushButton::clicked, this, &TimelineActions::personRequested);
    retranslate();
}

void TimelineActions::setMayGive(bool mayGive)
{
    m_mayGive = mayGive;
}

void TimelineActions::setMayFlag(bool mayFlag)
{
    m_mayFlag = mayFlag;
}

void TimelineActions::retranslate()
{
    m_flag->setText(tr("Flag…"));
    m_flag->setToolTip(tr("Flag something sensitive that was said (%1)").arg(keyWords(Command::Flag)));
    m_flag->setAccessibleName(tr("Flag something sensitive that was said"));
    m_note->setText(tr("Add a note"));
    m_person->setText(tr("Open the person"));
    m_give->setText(tr("This was…"));
}

void TimelineActions::showFor(const TimelineLine *line)
{
    const bool isOpen = line && line->isExpanded;
    const auto whose = isOpen ? line->whose : std::nullopt;
    const bool isSomebodys = whose && whose->person.has_value();
    m_person->setVisible(isSomebodys);
    if (isSomebodys)
        m_person->setText(whose->name.isEmpty() ? tr("Open the person") : tr("Open %1").arg(whose->name));
    m_give->setVisible(m_mayGive && whose && whose->mayBeGiven);
    m_give->setText(isSomebodys ? tr("This was somebody else…") : tr("This was…"));
    m_give->setAccessibleName(isSomebodys ? tr("This was somebody else: find the person")
                                          : tr("This was somebody we know: find the person"));
    m_note->setVisible(isOpen);
    m_flag->setVisible(isOpen && m_mayFlag);
    setVisible(isOpen);
}

} // namespace reeve::ui
