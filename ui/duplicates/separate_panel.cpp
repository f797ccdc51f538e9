// SPDX-License-Identifier: MIT
#include "ui/duplicates/separate_panel.h"

#include "ui/duplicates/after_merge_list.h"
#include "ui/duplicates/merge_words.h"
#include "ui/parts/button_words.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/message_line.h"
#include "ui/parts/plain_label.h"
#include "ui/theme/theme.h"
#include "ui/words/dates.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::MergeSide;

SeparatePanel::SeparatePanel(const services::MergeService &merges, QWidget *over)
    : Overlay(Place::Right, 96, over),
      m_viewModel(new SeparateViewModel(merges, this)),
      m_title(plainLabel({}, u"panelTitle"_s)),
      m_close(new QPushButton),
      m_merge(new QComboBox),
      m_mergeField(new LabelledField(m_merge)),
      m_about(plainLabel({}, {})),
      m_after(plainLabel({}, u"strong"_s)),
      m_left(plainLabel({}, u"attention"_s)),
      m_restKept(new QPushButton),
      m_restOther(new QPushButton),
      m_items(new AfterMergeList(*m_viewModel)),
      m_areDifferent(new QCheckBox),
      m_reason(new QLineEdit),
      m_reasonField(new LabelledField(m_reason)),
      m_message(new MessageLine(u"attention"_s)),
      m_separate(new QPushButton)
{
    m_close->setProperty("role", u"quiet"_s);
    m_separate->setProperty("role", u"primary"_s);
    m_areDifferent->setChecked(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(grid(3), grid(2), grid(3), grid(2));
    column->setSpacing(grid(1.5));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *rest = new FlowLayout(grid(1));
    rest->addWidget(m_restKept);
    rest->addWidget(m_restOther);
    auto *rule = new QFrame;
    rule->setProperty("role", u"hairline"_s);
    rule->setFixedHeight(1);
    column->addLayout(head);
    column->addWidget(m_about);
    column->addWidget(m_mergeField);
    column->addWidget(m_after);
    column->addWidget(m_left);
    column->addLayout(rest);
    column->addWidget(m_items, 1);
    column->addWidget(rule);
    column->addWidget(m_reasonField);
    column->addWidget(m_areDifferent);
    column->addWidget(m_message);
    column->addWidget(m_separate, 0, Qt::AlignLeft);
    setContent(content);

    connect(m_close, &QPushButton::clicked, this, &SeparatePanel::close);
    connect(m_merge, &QComboBox::activated, m_viewModel, &SeparateViewModel::choose);
    connect(m_restKept, &QPushButton::clicked, this, [this] { m_viewModel->assignRest(MergeSide::Survivor); });
    connect(m_restOther, &QPushButton::clicked, this, [this] { m_viewModel->assignRest(MergeSide::Absorbed); });
    connect(m_separate, &QPushButton::clicked, this, &SeparatePanel::separate);
    connect(m_viewModel, &SeparateViewModel::changed, this, &SeparatePanel::render);
    connect(m_viewModel, &SeparateViewModel::assigned, this, &SeparatePanel::showAssigned);
    connect(m_viewModel, &SeparateViewModel::failed, this,
            [this](ErrorCode code) { m_message->say(mergeFailureWords(code)); });
    connect(m_viewModel, &SeparateViewModel::separated, this, [this](const services::MergeRequest &again) {
        close();
        emit separated(again);
    });
    connect(this, &Overlay::closed, this, &SeparatePanel::forget);
    retranslate();
}

void SeparatePanel::openFor(const domain::PersonId &person)
{
    m_message->say({});
    m_viewModel->load(person);
    open();
}

void SeparatePanel::forget()
{
    close();
    m_reason->clear();
    m_areDifferent->setChecked(true);
    m_viewModel->clear();
}

QWidget *SeparatePanel::firstFocus()
{
    return m_close;
}

void SeparatePanel::render()
{
    showMerges();
    m_items->rebuild();
    showAssigned();
    const bool isShown = m_viewModel->state() == SeparateViewModel::State::Shown && m_viewModel->chosen() >= 0;
    m_separate->setEnabled(isShown);
    if (!isShown || !isOpen() || !m_close->hasFocus())
        return;
    if (!m_items->focusFirst())
        m_separate->setFocus(); // nothing to assign: the next thing to do
}

void SeparatePanel::showMerges()
{
    const auto &merges = m_viewModel->merges();
    const QSignalBlocker quiet(m_merge);
    m_merge->clear();
    for (const StandingMerge &one : merges)
        m_merge->addItem(tr("%1 and %2").arg(one.kept, one.other));
    m_merge->setCurrentIndex(m_viewModel->chosen());
    m_mergeField->setVisible(merges.size() > 1);
    if (m_viewModel->chosen() < 0) {
        const bool isLooking = m_viewModel->state() == SeparateViewModel::State::Loading;
        m_about->setText(isLooking ? tr("Looking…") : tr("This is one record: there is nothing to separate."));
        return;
    }
    const StandingMerge &one = merges[static_cast<std::size_t>(m_viewModel->chosen())];
    QString about =
        tr("%1 and %2 were merged by %3 on %4.").arg(one.kept, one.other, one.agent, dateWords(londonDate(one.at)));
    if (!one.reason.isEmpty())
        about += u' ' + tr("Reason: %1.").arg(one.reason);
    if (one.isDisputed)
        about += u' ' + tr("Somebody has said since that they are not the same.");
    m_about->setText(about);
}

void SeparatePanel::showAssigned()
{
    m_items->showAssigned();
    const bool isChosen = m_viewModel->chosen() >= 0;
    const int unassigned = m_viewModel->unassigned();
    m_after->setVisible(isChosen);
    m_after->setText(m_viewModel->items().empty() ? tr("Nothing came after the merge: both are as they were before it.")
                                                  : tr("What came after the merge: whose is it?"));
    m_left->setVisible(unassigned > 0);
    m_left->setText(tr("%n still to be assigned", nullptr, unassigned));
    const bool hadFocus = m_restKept->hasFocus() || m_restOther->hasFocus();
    for (QPushButton *rest : {m_restKept, m_restOther})
        rest->setVisible(unassigned > 1);
    if (hadFocus && unassigned <= 1)
        m_separate->setFocus();
    if (!isChosen)
        return;
    const StandingMerge &merge = m_viewModel->merges()[static_cast<std::size_t>(m_viewModel->chosen())];
    m_restKept->setText(tr("All the rest: %1").arg(plainOnButton(merge.kept)));
    m_restOther->setText(tr("All the rest: %1").arg(plainOnButton(merge.other)));
    if (unassigned == 0)
        m_message->say({});
}

void SeparatePanel::separate()
{
    if (m_items->focusUnassigned()) {
        m_message->say(tr("Say first whose each thing is that came after the merge."));
        return;
    }
    m_viewModel->separate(m_reason->text(), m_areDifferent->isChecked());
}

bool SeparatePanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (isEnter && press->modifiers().testFlag(Qt::ControlModifier))
            event->accept();
    }
    return Overlay::event(event);
}

void SeparatePanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        separate();
    else
        Overlay::keyPressEvent(event);
}

void SeparatePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Overlay::changeEvent(event);
}

void SeparatePanel::retranslate()
{
    setAccessibleName(tr("Separate merged records"));
    m_title->setText(tr("Separate merged records"));
    m_close->setText(tr("Close  Esc"));
    m_mergeField->setWords(tr("Which merge was a mistake?"));
    m_reasonField->setWords(tr("Why (may be left empty)"));
    m_areDifferent->setText(tr("They are different people: do not suggest them again"));
    m_items->setAccessibleName(tr("What came after the merge"));
    m_separate->setText(tr("Separate  Ctrl+Enter"));
    m_separate->setAccessibleName(tr("Separate the two records"));
    render();
}

} // namespace reeve::ui
