// SPDX-License-Identifier: MIT
#include "ui/duplicates/after_merge_list.h"

#include "ui/parts/button_words.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/plain_label.h"
#include "ui/person/field_words.h"
#include "ui/theme/theme.h"
#include "ui/words/dates.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::MergeSide;

namespace {

// What it is, and what it says: a call by its day and the beginning of its note, a change by both values.
QString titleOf(const services::AfterMerge &item)
{
    if (item.interaction)
        return AfterMergeList::tr("Interaction, %1").arg(momentWords(item.startedAt, item.startedAt));
    return AfterMergeList::tr("%1 was changed").arg(fieldWords(item.field));
}

QString contentOf(const services::AfterMerge &item)
{
    if (item.interaction)
        return item.summary.isEmpty() ? AfterMergeList::tr("(no note)") : item.summary.simplified();
    return AfterMergeList::tr("From %1 to %2").arg(valueWords(item.field, item.was), valueWords(item.field, item.now));
}

} // namespace

AfterMergeList::AfterMergeList(SeparateViewModel &viewModel, QWidget *parent)
    : ContentScroll(parent),
      m_viewModel(viewModel)
{}

void AfterMergeList::rebuild()
{
    m_choices.clear();
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1));
    for (int item = 0; item < static_cast<int>(m_viewModel.items().size()); ++item)
        column->addWidget(cardOf(item));
    column->addStretch(1);
    replace(list);
}

QWidget *AfterMergeList::cardOf(int item)
{
    const services::AfterMerge &what = m_viewModel.items()[static_cast<std::size_t>(item)].item;
    auto *card = new QFrame;
    card->setProperty("role", u"banner"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(grid(1.5), grid(1), grid(1.5), grid(1));
    column->setSpacing(grid(0.5));
    column->addWidget(plainLabel(titleOf(what), u"strong"_s));
    column->addWidget(plainLabel(contentOf(what), {}));
    auto *sides = new FlowLayout(grid(3));
    const QString spoken = titleOf(what) + u". "_s + contentOf(what);
    const Choice choice{choiceOf(item, MergeSide::Survivor, spoken), choiceOf(item, MergeSide::Absorbed, spoken)};
    auto *group = new QButtonGroup(card);
    group->addButton(choice.kept);
    group->addButton(choice.other);
    sides->addWidget(choice.kept);
    sides->addWidget(choice.other);
    column->addLayout(sides);
    m_choices.push_back(choice);
    return card;
}

QRadioButton *AfterMergeList::choiceOf(int item, MergeSide side, const QString &what)
{
    const StandingMerge &merge = m_viewModel.merges()[static_cast<std::size_t>(m_viewModel.chosen())];
    const QString &name = side == MergeSide::Survivor ? merge.kept : merge.other;
    auto *made = new QRadioButton(plainOnButton(name));
    made->setAccessibleName(tr("%1 belongs to %2").arg(what, name));
    connect(made, &QRadioButton::clicked, this, [this, item, side] { m_viewModel.assign(item, side); });
    connect(made, &QRadioButton::toggled, this, [this, item, side](bool isOn) { // by an arrow key
        if (isOn && m_viewModel.items()[static_cast<std::size_t>(item)].side != side)
            m_viewModel.assign(item, side);
    });
    return made;
}

void AfterMergeList::showAssigned()
{
    const auto &items = m_viewModel.items();
    for (std::size_t i = 0; i < m_choices.size() && i < items.size(); ++i) {
        if (items[i].side)
            (*items[i].side == MergeSide::Survivor ? m_choices[i].kept : m_choices[i].other)->setChecked(true);
    }
}

bool AfterMergeList::focusFirst()
{
    if (m_choices.empty())
        return false;
    m_choices.front().kept->setFocus();
    return true;
}

bool AfterMergeList::focusUnassigned()
{
    const auto &items = m_viewModel.items();
    const auto open =
        std::find_if(items.cbegin(), items.cend(), [](const AssignedItem &one) { return !one.side.has_value(); });
    const auto at = static_cast<std::size_t>(open - items.cbegin());
    if (open == items.cend() || at >= m_choices.size())
        return false;
    m_choices[at].kept->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(m_choices[at].kept);
    return true;
}

} // namespace reeve::ui
